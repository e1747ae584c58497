"""A page as plain Markdown: what any reader of Markdown understands, and nothing else.

The pages use a little of what Material for MkDocs adds: attribute lists, captions, boxes that
open, definition lists, includes. mdformat writes back what the parser read; here stands only what
each addition becomes without it. The notebook and the Markdown of each page are made of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mdformat.renderer import DEFAULT_RENDERERS, RenderContext, RenderTreeNode

from .pages import Fence, Page
from .parsing import own_name, split_attributes
from .reading import Project
from .tex import LABEL, REFERENCE

_ALIGNED = {"text-align:left": ":--", "text-align:center": ":-:", "text-align:right": "--:"}


class Block(NamedTuple):
    """A block of a page in plain Markdown; what was a block of code comes as `fence` too.

    `kind` is image for a figure, else the parser's name for the block, such as heading.
    """

    kind: str
    text: str
    fence: Fence | None = None


@dataclass
class Writer:
    """Writes a page: where links lead, what places are called, whether labels stay."""

    project: Project
    page: Page
    link: Callable[[str], str]
    anchor: Callable[[str], str] = str
    labels: bool = True

    def blocks(self) -> Iterator[Block]:
        """The blocks of the page in order; boxes are open, and what stands in them follows."""
        own = {name[4:]: getattr(self, name) for name in vars(Writer) if name.startswith("_as_")}
        state = {"indent_width": 0, "used_refs": set()}
        context = RenderContext({**DEFAULT_RENDERERS, **own}, {}, {}, state)
        yield from self._blocks(self.page.tree.children, context)

    def _blocks(self, nodes: Iterable[RenderTreeNode], context: RenderContext) -> Iterator[Block]:
        for node in nodes:
            if node.type == "admonition":
                title, *rest = node.children
                yield Block("text", f"**{title.children[0].content}**")
                yield from self._blocks(rest, context)
            elif node.type == "dl":
                yield from self._terms(node, context)
            elif node.type == "fence":
                yield Block("text", node.render(context), self._fence(node))
            elif node.type not in ("front_matter", "html_block"):  # those are for the site alone
                image = node.type == "paragraph" and "image" in {it.type for it in node.walk()}
                yield Block("image" if image else node.type, node.render(context))

    def _terms(self, node: RenderTreeNode, context: RenderContext) -> Iterator[Block]:
        """Each entry of a definition list as a paragraph that links can lead to."""
        place = term = ""
        for child in node.children:
            if child.type == "dt":
                term, attributes = split_attributes(child.children[0].render(context))
                name = own_name(attributes)
                place = f'<a id="{self.anchor(name)}"></a>' if name else ""
            else:
                yield Block("text", f"{place}**{term.strip()}:** {_line(child, context)}")

    def _fence(self, node: RenderTreeNode) -> Fence:
        return next(fence for fence in self.page.fences if fence.line == node.map[0] + 1)

    # How what mdformat does not know is written, and what changes on the way: by types of nodes.

    def _as_text(self, node: RenderTreeNode, context: RenderContext) -> str:
        return DEFAULT_RENDERERS["text"](node, context).replace("$", r"\$")

    def _as_heading(self, node: RenderTreeNode, context: RenderContext) -> str:
        return split_attributes(DEFAULT_RENDERERS["heading"](node, context))[0]

    def _as_link(self, node: RenderTreeNode, context: RenderContext) -> str:
        words = "".join(child.render(context) for child in node.children)
        return f"[{words}]({self.link(node.attrs['href'])})"

    def _as_image(self, node: RenderTreeNode, _: RenderContext) -> str:
        return f"![{node.content}]({self.link(node.attrs['src'])})"

    def _as_math_inline(self, node: RenderTreeNode, _: RenderContext) -> str:
        reference = REFERENCE.fullmatch(node.content.strip())
        if reference and not self.labels:
            return f"({reference['label']})"
        return f"{node.markup}{node.content}{node.markup}"

    _as_math_inline_double = _as_math_inline

    def _as_math_block(self, node: RenderTreeNode, _: RenderContext) -> str:
        return f"$${node.content if self.labels else LABEL.sub('', node.content)}$$"

    def _as_fence(self, node: RenderTreeNode, _: RenderContext) -> str:
        fence = self._fence(node)
        body = (self.project.part(fence.include) if fence.include else fence.body).strip("\n")
        above = f"{fence.title}:\n\n" if fence.title else ""
        return f"{above}{node.markup}{fence.language}\n{body}\n{node.markup}"

    def _as_container_caption(self, node: RenderTreeNode, context: RenderContext) -> str:
        return f"*{_line(node, context)}*"

    def _as_table(self, node: RenderTreeNode, context: RenderContext) -> str:
        head, *rows = (row for part in node.children for row in part.children)
        aligned = [_ALIGNED.get(str(cell.attrs.get("style")), "---") for cell in head.children]
        lines = [
            [cell.children[0].render(context).replace("|", r"\|") for cell in row.children]
            for row in (head, *rows)
        ]
        lines.insert(1, aligned)
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _line(node: RenderTreeNode, context: RenderContext) -> str:
    """What a node holds, on one line."""
    return " ".join(" ".join(child.render(context) for child in node.children).split())
