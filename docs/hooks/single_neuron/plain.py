"""A page as plain Markdown: what any reader of Markdown understands, and nothing else.

The pages use a little of what Material for MkDocs adds: attribute lists, captions, boxes that
open, definition lists, includes. mdformat writes back what the parser read; here stands only what
each addition becomes without it. The notebook and the Markdown of each page are made of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mdformat.renderer import DEFAULT_RENDERERS, RenderContext, RenderTreeNode

from .pages import Fence, Page
from .parsing import LABEL, own_name, split_attributes
from .reading import Project
from .tex import REFERENCE

Rename = Callable[[str], str]

_ALIGNED = {"text-align:left": ":--", "text-align:center": ":-:", "text-align:right": "--:"}


@dataclass(frozen=True)
class Block:
    """A block of a page in plain Markdown; what was a block of code comes as `fence` too.

    `kind` is heading, image or text.
    """

    kind: str
    text: str
    fence: Fence | None = None


@dataclass(frozen=True)
class Style:
    """How a page is written: where links lead, what places are called, whether labels stay."""

    link: Rename
    anchor: Rename = str
    labels: bool = True


def edition(project: Project, page: Page, link: Rename) -> str:
    """The page as one file of plain Markdown, with its code and outputs filled in."""
    return "\n\n".join(block.text for block in blocks(project, page, Style(link))) + "\n"


def blocks(project: Project, page: Page, style: Style) -> Iterator[Block]:
    """The blocks of a page in order; boxes are open, and what stands in them follows."""
    fences = {fence.line: fence for fence in page.fences}
    context = RenderContext(_renderers(project, fences, style), MappingProxyType({}), {}, _env())
    yield from _blocks(page.tree.children, context, fences, style)


def _blocks(
    nodes: Iterable[RenderTreeNode],
    context: RenderContext,
    fences: Mapping[int, Fence],
    style: Style,
) -> Iterator[Block]:
    for node in nodes:
        if node.type in ("front_matter", "html_block"):  # boxes and comments for the site alone
            continue
        if node.type == "admonition":
            title, *rest = node.children
            yield Block("text", f"**{title.children[0].content}**")
            yield from _blocks(rest, context, fences, style)
        elif node.type == "dl":
            yield from _terms(node, context, style)
        elif node.type == "fence":
            yield Block("text", node.render(context), fences[node.map[0] + 1])
        else:
            yield Block(_kind(node), node.render(context))


def _kind(node: RenderTreeNode) -> str:
    if node.type == "paragraph" and any(one.type == "image" for one in node.children[0].children):
        return "image"
    return "heading" if node.type == "heading" else "text"


def _terms(node: RenderTreeNode, context: RenderContext, style: Style) -> Iterator[Block]:
    """Each entry of a definition list as a paragraph that links can lead to."""
    place = term = ""
    for child in node.children:
        if child.type == "dt":
            term, attributes = split_attributes(child.children[0].render(context))
            name = own_name(attributes)
            place = f'<a id="{style.anchor(name)}"></a>' if name else ""
        else:
            meaning = " ".join(" ".join(one.render(context).split()) for one in child.children)
            yield Block("text", f"{place}**{term.strip()}:** {meaning}")


def _env() -> dict[str, object]:
    return {"indent_width": 0, "used_refs": set()}


def _renderers(
    project: Project, fences: Mapping[int, Fence], style: Style
) -> Mapping[str, Callable[[RenderTreeNode, RenderContext], str]]:
    """How mdformat writes what it does not know, and what changes on the way."""

    def text(node: RenderTreeNode, context: RenderContext) -> str:
        return DEFAULT_RENDERERS["text"](node, context).replace("$", r"\$")

    def heading(node: RenderTreeNode, context: RenderContext) -> str:
        return split_attributes(DEFAULT_RENDERERS["heading"](node, context))[0]

    def link(node: RenderTreeNode, context: RenderContext) -> str:
        words = "".join(child.render(context) for child in node.children)
        return f"[{words}]({style.link(node.attrs['href'])})"

    def image(node: RenderTreeNode, _: RenderContext) -> str:
        return f"![{node.content}]({style.link(node.attrs['src'])})"

    def inline(node: RenderTreeNode, _: RenderContext) -> str:
        reference = REFERENCE.fullmatch(node.content.strip())
        if reference and not style.labels:
            return f"({reference['label']})"
        return f"{node.markup}{node.content}{node.markup}"

    def display(node: RenderTreeNode, _: RenderContext) -> str:
        return f"$${node.content if style.labels else LABEL.sub('', node.content)}$$"

    def fence(node: RenderTreeNode, _: RenderContext) -> str:
        found = fences[node.map[0] + 1]
        body = (project.part(found.include) if found.include else found.body).strip("\n")
        above = f"{found.title}:\n\n" if found.title else ""
        marks = "`" * max(3, len(node.markup))
        return f"{above}{marks}{found.language}\n{body}\n{marks}"

    def caption(node: RenderTreeNode, context: RenderContext) -> str:
        return f"*{' '.join(' '.join(one.render(context).split()) for one in node.children)}*"

    return MappingProxyType(
        {
            **DEFAULT_RENDERERS,
            "text": text,
            "heading": heading,
            "link": link,
            "image": image,
            "math_inline": inline,
            "math_inline_double": inline,
            "math_block": display,
            "fence": fence,
            "table": _table,
            "container_caption": caption,
        }
    )


def _table(node: RenderTreeNode, context: RenderContext) -> str:
    """A table, a row a line."""
    rows = [
        [cell.children[0].render(context).replace("|", r"\|") for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    head = node.children[0].children[0].children
    rows.insert(1, [_ALIGNED.get(str(cell.attrs.get("style")), "---") for cell in head])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
