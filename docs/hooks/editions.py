"""The article's other editions: a notebook, a program a chapter, and plain Markdown of each page.

All are made from the pages and snippets during the build, and become files of the site.
"""

from __future__ import annotations

import contextlib
import functools
import os
import posixpath
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import equations
import notebook
import notebook_page
import outputs
import pages
import plain
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data
from problems import Problem

PLUGIN = "mkdocs-jupyter"

_MADE_WHILE_SERVING = "NOTEBOOK"  # the environment variable that asks for it
_NOT_MADE = f"""# The notebook is not made while serving

Saving stays quick without it. To see it, stop the server and begin again with

```sh
{_MADE_WHILE_SERVING}=1 mkdocs serve
```"""

_DOWNLOAD = (
    '<p><a class="md-button" href="notebook.ipynb" download="single-neuron.ipynb">'
    "Download the notebook</a></p>"
)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_COLOUR = re.compile(r"\x1b\[[\d;]*m")  # as a terminal has it
_ALONE = "make it rest on itself alone: in the notebook, the snippets before it have run already"

_cells: list[notebook.Cell] = []
_folder = tempfile.TemporaryDirectory(prefix="notebook-")


def add(files: Files, config: MkDocsConfig, *, sound: bool, serving: bool) -> None:
    """Add all editions to the site's files; what is not sound has no other editions."""
    names = [name for _, name in notebook.in_order(config.nav)] if config.nav else []
    texts = {
        file.src_uri: file.content_string
        for file in files.documentation_pages()
        if file.src_uri.endswith(".md")
    }
    if sound:
        snippets = Path(config.config_file_path).parent / "snippets"
        for name, text in texts.items():
            _add_markdown(name, text, files, config, snippets)
            _add_program(name, text, files, config, snippets)
        _add_index(files, config, texts)
    if notebook.NAME in names:
        article = notebook.article(config.nav, texts)
        _add_notebook(files, config, article, sound=sound and _wanted(serving))


def links(page: Page, files: Files) -> str:
    """Markdown that leads from a page to its other editions."""
    name = page.file.src_uri

    to = functools.partial(pages.relative, page=name)
    offered = []
    program = files.get_file_from_path(_program(name))
    if program:
        file = posixpath.basename(program.src_uri)
        offered.append(f'[one program]({to(program.src_uri)}){{ download="{file}" }}')
        if files.get_file_from_path(notebook.NAME):
            offered.append(f"[part of the notebook]({to(notebook.NAME)}#{notebook.anchor(name)})")
    text = files.get_file_from_path(_markdown(name))
    if not text:
        return ""
    page.markdown_url = posixpath.basename(text.dest_uri)  # for the theme: it is in the same folder
    as_text = f"[as plain Markdown]({to(text.src_uri)})"
    also = f"This page {as_text}"
    if offered:
        also = f"This chapter's code as {' or as '.join(offered)}; this page {as_text}"
    return f'\n\n<div class="editions" markdown>\n\n{also}.\n\n</div>\n'


def show_notebook(
    html: str, page: Page, config: MkDocsConfig, files: Files
) -> tuple[str, list[Problem]]:
    """The content of the notebook's page, and what does not hold in it."""
    page.meta.update(
        title="The whole article as a notebook",
        description="All ten chapters as one notebook: a few sentences and the equations of each "
        "section, and every block of code, run while the site was built.",
        search={"exclude": True},  # it would find everything twice
    )
    home = config.site_url or "/"

    def relative(address: str) -> str:
        if address.startswith(("#", "http")) and not address.startswith(home):
            return address
        return get_relative_url(address.removeprefix(home) or ".", page.url)

    def size(figure: str) -> tuple[int, int]:
        file = files.get_file_from_path(figure)
        found = _SIZE.search(file.content_string) if file else None
        return (round(float(found[1])), round(float(found[2]))) if found else (0, 0)

    shown = notebook_page.show(html, _cells, relative, size)
    page.toc = get_toc(
        [
            {"level": level, "id": name, "name": text, "children": []}
            for level, name, text in shown.headings
            if level > 1
        ]
    )
    if not config.plugins[PLUGIN].config["execute"]:
        return shown.html, []  # it only says that there is none
    page.present_anchor_ids = set(re.findall(r' id="([^"]+)"', shown.html))
    html, _ = equations.typeset(shown.html)  # what is wrong with them, their own pages report
    problems = []
    root = Path(config.config_file_path).parent
    for path, printed in shown.printed.items():
        script = root / "snippets" / path
        text = outputs.published(script)
        if not outputs.agrees(printed, text):
            name = f"snippets/{path}"
            cause = "in the notebook it does not print what is published\n"
            beside = script.with_suffix(".txt").relative_to(root).as_posix()
            cause += outputs.difference(printed, text, beside)
            problems.append(Problem(name, 1, cause, _ALONE))
    html = html.replace("</p>", f"</p>\n{_DOWNLOAD}", 1)
    return notebook_page.lighten(html), problems


@contextlib.contextmanager
def reporting(problems: list[Problem]) -> Iterator[None]:
    """Run the notebook with settings of our own; what fails becomes a problem that names it."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError  # noqa: PLC0415 - slow

    try:
        with notebook_page.clean_kernel(Path(_folder.name) / "settings"):
            yield
    except (CellExecutionError, CellTimeoutError) as error:
        path = notebook_page.failed_snippet(str(error), _cells)
        last = _COLOUR.sub("", str(error).strip().splitlines()[-1])
        cause = f"in the notebook it fails\n{last}"
        problems.append(Problem(f"snippets/{path}" if path else notebook.NAME, 1, cause, _ALONE))


def _wanted(serving: bool) -> bool:
    return not serving or os.environ.get(_MADE_WHILE_SERVING, "0") not in ("", "0")


def _add_notebook(
    files: Files, config: MkDocsConfig, texts: dict[str, str], *, sound: bool
) -> None:
    def address(path: str) -> str:
        file = files.get_file_from_path(path)
        return urljoin(config.site_url or "/", file.url if file else path)

    snippets = Path(config.config_file_path).parent / "snippets"
    made = notebook.cells(texts, snippets, address) if sound else [notebook.Cell("none", _NOT_MADE)]
    _cells[:] = made
    config.plugins[PLUGIN].config["execute"] = sound
    path = Path(_folder.name) / notebook.NAME
    path.write_text(notebook.dumps(made), encoding="utf-8")
    # Not File.generated: what mkdocs-jupyter wraps around a file loses the place of such a one.
    files.append(File(notebook.NAME, _folder.name, config.site_dir, config.use_directory_urls))


def _add_markdown(
    name: str, text: str, files: Files, config: MkDocsConfig, snippets: Path
) -> None:
    """Beside the page's HTML, its Markdown."""
    page = files.get_file_from_path(name)

    def link(target: str) -> str:
        place = plain.resolve(target, name)
        file = place and files.get_file_from_path(place[0])
        if not file:
            return target
        goal = _beside(file) if file.is_documentation_page() else file.dest_uri
        fragment = f"#{place[1]}" if place[1] else ""
        return pages.relative(goal, _beside(page)) + fragment

    file = File.generated(config, _markdown(name), content=plain.edition(text, link, snippets))
    file.dest_uri = _beside(page)
    file.url = file.dest_uri
    files.append(file)


def _add_program(
    name: str, text: str, files: Files, config: MkDocsConfig, snippets: Path
) -> None:
    """All code of a chapter as one program, if it has any."""
    cells = [c for c in notebook.cells({name: text}, snippets, str) if c.snippet]
    if cells:
        about = f'"""{pages.title(text)}: all code of the chapter, in reading order."""\n'
        parts = [f"# %% {cell.snippet}\n{cell.source}\n" for cell in cells]
        code = "\n\n".join([about, *parts])
        files.append(File.generated(config, _program(name), content=code))


def _add_index(files: Files, config: MkDocsConfig, texts: dict[str, str]) -> None:
    """llms.txt: what the site is, and the Markdown of every page."""
    lines = [f"# {config.site_name}\n\n> {config.site_description}\n"]
    listed = [(part, name) for part, name in notebook.in_order(config.nav or []) if name in texts]
    names = {name for _, name in listed}
    listed += [("", name) for name in texts if name not in names]
    last = None
    for part, name in listed:
        if part != last:
            lines.append(f"\n## {part or ('Other pages' if last else 'Start')}\n")
            last = part
        _, meta = get_data(texts[name])
        address = urljoin(config.site_url or "/", _beside(files.get_file_from_path(name)))
        description = f": {meta['description']}" if "description" in meta else ""
        lines.append(f"- [{pages.title(texts[name])}]({address}){description}")
    content = "\n".join(lines).strip() + "\n"
    files.append(File.generated(config, "llms.txt", content=content))


def _beside(page: File) -> str:
    """Where a page's Markdown stands: in the folder of its HTML."""
    return posixpath.join(posixpath.dirname(page.dest_uri), "index.md")


def _markdown(name: str) -> str:
    return f"{name}.txt"  # as a source; with .md it would be a page


def _program(name: str) -> str:
    return f"chapters/{name.removesuffix('.md')}.py"
