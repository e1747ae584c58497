"""A project of pages that authors may well write, and no chapter has: for the other editions."""

from __future__ import annotations

from project import block

_TEXT = r"""---
description: Text of many kinds.
---

# Text of *many* kinds

A book costs \$7. Two cost \$5 & \$7. And $5 (see [here](scripts.md)) and $7 a piece.

The sum $\sum_{i=1}
  ^{n} x_{i=1}
  \cdot y_1$ has three lines, and $z_1 * z_2 * z_3$ has stars.

$$
\begin{equation}
x = 1 \label{one}
\end{equation}
$$

By $\eqref{one}$ it is one. See [text][label], [collapsed][], [shortcut],
[titled](scripts.md "Title"), [a button](scripts.md){ .md-button },
[a file](assets/note.txt){ download }, *stress*{ .much }, `code`{ .x }.

[label]: scripts.md#parts
[collapsed]: deep/again.md
[shortcut]: https://example.org "Elsewhere"

| bar \| bar | $P(a \mid b)$ { .wide } |
| --- | :-: |
| $\lvert x \rvert$ | `a_b` and *c* |

- An item with a box:

    !!! note "Inside a list"

        With $x_1 * y_1$, and a box in it:

        ??? tip "A *styled* title with $x$"

            Deep text.

- Another item.

!!! note ""

    No title.

    And two paragraphs.

??? note

    A title of its own.

    ## A heading in a box { #boxed .quiet }

Term { #term }
:   Its definition, with `code`,
    over two lines.

    A second paragraph.

    - a list in it

Second *term*
:   One.

:   Two.

![The interval [0, 1] as `code`](figures/scripts/loop.svg "A title"){ width="400" }

/// caption
*Stress* first, then $x_1$.
///

A [link to the term](#term), one to [the box](#boxed), one to
[the second](#same), one to [the equation](#mjx-eqn:one).
{: .lead }

1. One.
2. Two.

    And more of it.

3. Three.

> A quote with $q$.

Keys are <kbd>Ctrl</kbd>, and `` a ` b `` has a mark. Hard
break with <br>an escape: 2 \* 3, a\_b, \[x\], 1\. and 3 < 4 &amp; 5.

```text title="Prices"
$5 and [x](y) {{ z }}
```

~~~text
``` in a block
~~~

## Same { #same-1 }

## Same
"""

SCRIPTS = {
    "first": "limit = 3\nprint('first', limit)\n",
    "parts": (
        '"""In two parts."""\n\n# --8<-- [start:one]\nimport math\n\nlimit = 9\n'
        "# --8<-- [end:one]\n\n"
        "# --8<-- [start:two]\nprint('root', math.sqrt(limit))\n# --8<-- [end:two]\n"
    ),
    "between": "limit = 100\nmath = None\nprint('between', limit)\n",
    "inner": (
        "def twice(x):\n    # --8<-- [start:body]\n    y = 2 * x\n    return y\n"
        "    # --8<-- [end:body]\n\n\nprint('twice', twice(2))\n"
    ),
    "future": (
        '"""About it."""\n\nfrom __future__ import (\n    annotations,\n)\n'
        "from __future__ import generators\n\n\n"
        "def f(x: unknown) -> None:\n    print('future', x)\n\n\nf(1)\n"
    ),
    "guarded": 'def main():\n    print("main")\n\n\nif __name__ == "__main__":\n    main()\n',
    "warns": "import warnings\n\nwarnings.warn('take care')\nprint('warned')\n",
    "loop": (
        "import matplotlib.pyplot as plt\n\n\ndef main():\n    for n in range(2):\n"
        "        plt.plot([0, n])\n        plt.show()\n\n\nmain()\n"
    ),
    "split": (
        "# --8<-- [start:begin]\nimport matplotlib.pyplot as plt\n\nplt.plot([1, 2])\n"
        "# --8<-- [end:begin]\n\n# --8<-- [start:show]\nplt.title('One')\nplt.show()\n"
        "# --8<-- [end:show]\n"
    ),
    "halves": (
        "# --8<-- [start:if]\nif True:\n    print('half')\n# --8<-- [end:if]\n"
        "# --8<-- [start:else]\nelse:\n    print('other half')\n# --8<-- [end:else]\n"
    ),
    "fenced": "print('```')\n",
    "listed": "print('in a list', sum([1, 2]))\n",
    "boxed": "print('in a box')\n",
}
# Those that only run by themselves, and why.
ALONE = {
    "ends": ("import sys\n\nprint('end')\nsys.exit(0)\n", "ends its program"),
    "asks": ("import argparse\n\nprint(argparse.ArgumentParser().parse_args())\n", "reads its arg"),
    "itself": ("from pathlib import Path\n\nprint(Path(__file__).name)\n", "asks for its own file"),
    "imports": ("from first import limit\n\nprint(limit)\n", "imports `first`"),
    "hides": ("sum = 3\nprint(sum)\n", "means something else by `sum`"),
}
PRINTS = {
    "first": "first 3\n",
    "parts": "root 3.0\n",
    "between": "between 100\n",
    "inner": "twice 4\n",
    "future": "future 1\n",
    "guarded": "main\n",
    "warns": "warned\n",
    "halves": "half\n",
    "fenced": "```\n",
    "listed": "in a list 3\n",
    "boxed": "in a box\n",
    "ends": "end\n",
    "asks": "Namespace()\n",
    "itself": "itself.py\n",
    "imports": "first 3\n3\n",
    "hides": "3\n",
}
# What the page's program prints, in order: a script that is taken apart comes at its first part.
ORDER = ("first", "parts", "between", "inner", "future", "guarded", "warns", "halves")
ORDER += ("fenced", "listed", "boxed")


def _both(name: str, indent: str = "") -> str:
    text = block(f"scripts/{name}.py") + block(f"scripts/{name}.txt", "text")
    return text.replace("\n", f"\n{indent}")


def _figure(name: str) -> str:
    return f"\n![A line](figures/scripts/{name}.svg)\n\n/// caption\nA line.\n///\n"


_CODE = f"""# Scripts of many kinds
{_both("first")}
## Parts
{block("scripts/parts.py:one")}
Another comes between:
{_both("between")}
Then the second:
{block("scripts/parts.py:two")}{block("scripts/parts.txt", "text")}
Only the body:
{block("scripts/inner.py:body")}{block("scripts/inner.txt", "text")}
{_both("future")}{_both("guarded")}{_both("warns")}{block("scripts/loop.py")}{_figure("loop")}
{_figure("loop-2")}{block("scripts/split.py:begin")}{block("scripts/split.py:show")}{_figure("split")}
{block("scripts/halves.py:if")}{block("scripts/halves.py:else")}
{block("scripts/halves.txt", "text")}
Alone: {"".join(map(_both, ALONE))}{_both("fenced").replace("```", "````")}
1. One, with code:
{_both("listed", "    ")}
2. Two has none.

??? question "Answer"
{_both("boxed", "    ")}
    - The box has a list.
"""

FILES = {
    "docs/index.md": "# Home\n\nTo [the text](text.md) and [more](<deep/größer als.md>).\n",
    "docs/text.md": _TEXT,
    "docs/scripts.md": _CODE,
    "docs/deep/größer als.md": "# Größer\n\nSee [the text](../text.md#boxed).\n",
    "docs/deep/again.md": f"# Again\n\nSee [parts](../scripts.md#parts).\n{_both('first')}",
    "docs/assets/note.txt": "A note.\n",
}
FILES |= {f"snippets/scripts/{name}.py": code for name, code in SCRIPTS.items()}
FILES |= {f"snippets/scripts/{name}.py": code for name, (code, _) in ALONE.items()}
FILES |= {f"snippets/scripts/{name}.txt": text for name, text in PRINTS.items()}
PRINTED = [PRINTS[name] for name in ORDER]
