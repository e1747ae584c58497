"""A page as plain Markdown: what any reader of Markdown understands, and nothing else.

The pages use a little of what Material for MkDocs adds: attribute lists, captions, boxes that
open, definition lists, includes. mdformat writes back what the parser read; here stands only what
each addition becomes without it. The notebook and the Markdown of each page are made of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import slugify
from mdformat.renderer import DEFAULT_RENDERERS, RenderContext, RenderTreeNode

from .pages import Address, Page, beside, relative, resolve
from .parsing import own_name, split_attributes
from .reading import Project

_ALIGNED = {"text-align:left": ":--", "text-align:center": ":-:", "text-align:right": "--:"}


@dataclass
class Writer:
    """Writes the Markdown beside a page; another edition says what differs from this."""

    project: Project
    page: Page
    address: Address

    def __post_init__(self) -> None:
        own = {name[4:]: getattr(self, name) for name in dir(self) if name.startswith("_as_")}
        state = {"indent_width": 0, "used_refs": set()}
        options = {"mdformat": {"number": True}}
        self.context = RenderContext({**DEFAULT_RENDERERS, **own}, {}, options, state)

    def link(self, target: str) -> str:
        """Where a target of the page stands: what leads to a page leads to its Markdown."""
        path, anchor = resolve(self.page.uri, target)
        if not path:
            return target
        place = self.address.place
        goal = beside(place(path)) if path in self.project.pages else path
        found = quote(relative(goal, place(self.page.uri)), safe="/%")
        return f"{found}#{anchor}" if anchor else found

    def tex(self, source: str) -> str:
        """An equation."""
        return source

    def anchor(self, name: str) -> str:
        """What a place on the page is called."""
        return name

    def text(self) -> str:
        """The whole page."""
        return self.page.tree.render(self.context) + "\n"

    def _place(self, name: str) -> str:
        return f'<a id="{self.anchor(name)}"></a>'

    def _target(self, node: RenderTreeNode, name: str) -> str:
        """Where a link or an image leads, and its title."""
        target, title = self.link(str(node.attrs[name])), str(node.attrs.get("title", ""))
        return f'{target} "{title.replace(chr(34), "&quot;")}"' if title else target

    # How what mdformat does not know is written, and what changes on the way: by types of nodes.

    def _as_front_matter(self, _: RenderTreeNode, __: RenderContext) -> str:
        return ""

    _as_html_block = _as_front_matter  # without words, as checking demands: for the site alone

    def _as_text(self, node: RenderTreeNode, context: RenderContext) -> str:
        text = DEFAULT_RENDERERS["text"](node, context).replace("$", r"\$")
        before = node.previous_sibling.type if node.previous_sibling else "softbreak"
        return text if before.endswith("break") else AttrListTreeprocessor.INLINE_RE.sub("", text)

    def _as_paragraph(self, node: RenderTreeNode, context: RenderContext) -> str:
        text = DEFAULT_RENDERERS["paragraph"](node, context)
        return AttrListTreeprocessor.BLOCK_RE.sub("", text)

    def _as_heading(self, node: RenderTreeNode, context: RenderContext) -> str:
        words = split_attributes(DEFAULT_RENDERERS["heading"](node, context))[0]
        heading = node.meta["read"]
        named = heading.anchor != slugify(heading.text, "-")  # which is what others call it
        return f"{self._place(heading.anchor)}\n\n{words}" if named else words

    def _as_link(self, node: RenderTreeNode, context: RenderContext) -> str:
        words = "".join(child.render(context) for child in node.children)
        return f"[{words}]({self._target(node, 'href')})"

    def _as_image(self, node: RenderTreeNode, _: RenderContext) -> str:
        return f"![{node.content}]({self._target(node, 'src')})"

    def _as_math_inline(self, node: RenderTreeNode, _: RenderContext) -> str:
        return f"{node.markup}{self.tex(node.content)}{node.markup}"

    _as_math_inline_double = _as_math_inline

    def _as_math_block(self, node: RenderTreeNode, context: RenderContext) -> str:
        text, name = self._as_math_inline(node, context), f"mjx-eqn:{node.meta['read'].label}"
        pages = self.project.pages.values()
        linked = any(link.anchor == name for page in pages for link in page.links)
        return f"{self._place(name)}\n\n{text}" if linked else text

    def _as_fence(self, node: RenderTreeNode, _: RenderContext) -> str:
        fence = node.meta["read"]
        body = (self.project.part(fence.include) if fence.include else fence.body).strip("\n")
        above = f"{fence.title}:\n\n" if fence.title else ""
        marks = node.markup
        while marks in body:  # the longer one closes
            marks += marks[0]
        return f"{above}{marks}{fence.language}\n{body}\n{marks}"

    _as_admonition = _as_dd = staticmethod(DEFAULT_RENDERERS["root"])  # block after block

    def _as_admonition_title(self, node: RenderTreeNode, context: RenderContext) -> str:
        return f"**{node.children[0].render(context)}**"

    def _as_container_caption(self, node: RenderTreeNode, context: RenderContext) -> str:
        texts = (" ".join(child.render(context).split()) for child in node.children)
        return "\n\n".join(f"*{text}*" for text in texts)

    def _as_dl(self, node: RenderTreeNode, context: RenderContext) -> str:
        """A term and its definition as one paragraph, that links can lead to."""
        texts: list[str] = []
        for child in node.children:
            before, text = child.previous_sibling, child.render(context)
            if before and before.type == "dt" and child.children[0].type == "paragraph":
                texts[-1] += f" {text}"
            else:
                texts.append(text)
        return "\n\n".join(texts)

    def _as_dt(self, node: RenderTreeNode, context: RenderContext) -> str:
        term, attributes = split_attributes(node.children[0].render(context))
        name = own_name(attributes)
        place = self._place(name) if name else ""
        return f"{place}**{term.strip()}:**"

    def _as_table(self, node: RenderTreeNode, context: RenderContext) -> str:
        rows = [row for part in node.children for row in part.children]
        lines = [[cell.children[0].render(context) for cell in row.children] for row in rows]
        lines = [[split_attributes(it)[0].replace("|", r"\|") for it in line] for line in lines]
        styles = [str(cell.attrs.get("style")) for cell in rows[0].children]
        lines.insert(1, [_ALIGNED.get(style, "---") for style in styles])
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
