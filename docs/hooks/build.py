"""What MkDocs does while it builds the site: each event hands on to the module that knows how."""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Literal

import checks
import editions
import equations
import export
import figures
import notebook
import notebook_page
import pages
import proofs
import runner
import searching
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from problems import Problem, line_of, report
from single_neuron import diet

log = logging.getLogger("mkdocs.hooks.build")

_MATHJAX_CSS = "stylesheets/mathjax.css"
_IMAGE = re.compile(
    r'<img alt="(?P<alt>[^"]*)"(?P<play> data-play="(?P<view>[^"]*)")?'
    r' src="(?P<src>[^"]*figures/[^"]+\.svg)"\s*/?>'
)
_CAPTION = re.compile(
    r"(?P<caption>!\[[^\]]*\]\([^)\s]*figures/(?P<name>[^)\s]+)\.svg\)[^\n]*\n\n"
    r"/// caption\n.*?)\n///",
    re.S,
)
# A block of code and the link to its file, before what it prints.
_PRINTS = re.compile(
    r'(<div class="language-python highlight)(">(?:(?!</div>).)*</div>\s*<p class="source)'
    r'(">(?:(?!</p>).)*</p>\s*<div class=")(?=language-text)',
    re.S,
)
_LISTED = re.compile(r"^  - (.+)$", re.M)
_QUOTED = re.compile(r"'([^']+)'")

_serving = False
_problems: list[Problem] = []
_figures: dict[str, str] = {}  # by file name below docs/, e.g. figures/line/lines.svg
_proofs: dict[str, str] = {}  # by page and name, e.g. line.md#lines: where the proof is published


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether the site is being served; gather MkDocs's own warnings about links."""
    global _serving
    _serving = command == "serve"
    for name in ("mkdocs.structure.pages", "mkdocs.structure.nav"):
        logging.getLogger(name).addFilter(_gather_warning)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the site build the same from any working directory."""
    snippets = Path(config.config_file_path).parent / "snippets"
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [str(snippets)]
    config.extra_css.insert(0, _MATHJAX_CSS)
    config.extra["typeset"] = True  # so that the theme brings no script for it
    if config.extra.get("diet"):
        config.mdx_configs["pymdownx.highlight"]["extend_pygments_lang"] = diet.languages()
    return config


@event_priority(50)  # before mkdocs-jupyter looks for notebooks
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Run every snippet, check what came out, and add it and the editions to the site's files."""
    for left in [file for file in files if file.src_uri.startswith(export.EXPORTED)]:
        files.remove(left)  # written for Zensical, at some time; here it is made anew
    root = Path(config.config_file_path).parent
    runs = runner.run_all(checks.scripts(root))
    _problems[:] = checks.check_runs(root, runs) + checks.check_pages(root, runs)
    _figures.clear()
    for script, run in runs.items():
        # While serving, a page keeps its last good figure until the script runs again.
        good = runner.last_good(script) or run
        for name, svg in zip(checks.figure_names(root, script, good), good.figures, strict=True):
            _figures[name] = figures.polish(svg, name.removesuffix(".svg"))
            files.append(File.generated(config, name, content=_figures[name]))
        download = script.relative_to(root).as_posix()
        files.append(File.generated(config, download, abs_src_path=str(script)))
    files.append(File.generated(config, _MATHJAX_CSS, content=equations.stylesheet()))
    _check_styles(files, config)
    _add_proofs(root, files, config)
    editions.add(files, config, sound=not _problems, serving=_serving)
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Let a failure in the notebook be reported as all others are."""
    if page.file.src_uri == notebook.NAME:
        page.edit_url = None  # nobody wrote it
        render = page.render

        def guarded(config: MkDocsConfig, files: Files) -> None:
            page.content = ""
            with editions.reporting(_problems):
                render(config, files)

        page.render = guarded
    return page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name the file under every block of code and every figure, and lead to checks and editions."""
    uri = page.file.src_uri
    page.update_date = "1970-01-01"  # MkDocs takes today's, and dates sitemap.xml.gz by it
    if uri == notebook.NAME:
        return markdown
    markdown = _CAPTION.sub(lambda found: _with_origin(found, uri, files), markdown)
    parts, at = [], 0
    for fence in pages.fences(markdown):
        include = fence.include
        if (
            include
            and fence.language == "python"
            and files.get_file_from_path(f"snippets/{include.path}")
        ):
            path = pages.relative(f"snippets/{include.path}", uri)
            text = f"Part of {include.path}" if include.section else f"Download {include.path}"
            link = f'[{text}]({path}){{ .download download="{posixpath.basename(path)}" }}'
            prints = f'--8<-- "{include.path[:-3]}.txt"' in markdown
            if prints and files.get_file_from_path("checks.md"):
                link += f" [checked]({pages.relative('checks.md', uri)}#outputs){{ .checked }}"
            source = f"{fence.indent}{link}\n{fence.indent}{{: .source }}"
            parts += [markdown[at : fence.end], f"\n\n{source}\n"]
            at = fence.end
    return "".join([*parts, markdown[at:], editions.links(page, files)])


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the figures inline and typeset the equations."""
    if page.file.src_uri == notebook.NAME:
        html, problems = editions.show_notebook(html, page, config, files) if html else ("", [])
        _problems.extend(problems)
        return html
    html = _IMAGE.sub(lambda image: _inline(image, page, files), html)
    html = _PRINTS.sub(r"\1 prints\2 prints\3printed ", html)
    start = f"{page.file.src_uri}#"
    marks = {
        name.removeprefix(start): get_relative_url(url, page.url)
        for name, url in _proofs.items()
        if name.startswith(start)
    }
    html, errors = equations.typeset(html, marks)
    source = page.file.content_string
    for error in errors:
        line = equations.line_of_tex(source, error.tex)
        cause = f"MathJax cannot typeset the equation `{error.tex}`: {error.reason}"
        remedy = "correct the TeX, or define what it uses"
        _problems.append(Problem(f"docs/{page.file.src_uri}", line, cause, remedy))
    if page.present_anchor_ids is not None:  # links to equations are as good as links to headings
        page.present_anchor_ids.update(re.findall(r'id="(mjx-eqn:[^"]+)"', html))
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the air out of the heaviest page, which has a style sheet of its own: it loads whole."""
    if page.file.src_uri != notebook.NAME:
        return notebook_page.reload(output)
    return notebook_page.alone(notebook_page.calm(notebook_page.squeeze(output)))


@event_priority(100)
def _on_context_before_search(context: dict, *, page: Page, **_: object) -> None:
    """Let the search read the page with its equations in plain characters."""
    page.meta["_published"] = page.content
    page.content = searching.searchable(page.content)


@event_priority(-100)
def _on_context_after_search(context: dict, *, page: Page, **_: object) -> None:
    """Publish the page as it was, without the marks for the search."""
    page.content = page.meta.pop("_published").replace(' data-search-exclude=""', "")


on_page_context = CombinedEvent(_on_context_before_search, _on_context_after_search)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Before anything is written: stop if anything does not hold, and say all of it at once."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.validate_anchor_links(files=files, log_level=logging.WARNING)
    if _problems:
        if not _serving:
            raise PluginError(report(_problems))
        log.error(report(_problems))  # the author goes on writing, and reads this in the terminal
    if config.extra.get("diet"):
        _slim(env, config, files)
    return env


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable
) -> LiveReloadServer:
    """Reload when a proof is saved."""
    folder = Path(config.config_file_path).parent / "tests" / "proofs"
    if folder.is_dir():
        server.watch(str(folder))
    return server


def _check_styles(files: Files, config: MkDocsConfig) -> None:
    settings = Path(config.config_file_path).read_text(encoding="utf-8")
    for name in config.extra_css:
        file = files.get_file_from_path(name)
        if file:
            _problems.extend(diet.check(f"docs/{name}", file.content_string))
        else:
            cause = f"`extra_css` names {name}, which is not there"
            remedy = "correct the name, or write the file below docs/"
            _problems.append(Problem("mkdocs.yml", line_of(settings, name), cause, remedy))


def _slim(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Put the site on the diet, before anything of it is written."""
    sheets = [name for name in config.extra_css if name in files.src_uris]
    named = {it.src_uri: it for it in files if it.src_uri.startswith("assets/")}
    named |= {name: files.src_uris[name] for name in sheets}
    pages = [file.page for file in files.documentation_pages() if file.page]
    asked = {name: config[name] for name in ("extra", "plugins", "repo_url") if config[name]}
    asked["plugins"] = list(config.plugins)
    settings = f"{asked} {dict(config.theme)} {[page.meta for page in pages]}"
    slim = diet.slim(
        {name: file.content_bytes for name, file in named.items()},
        sheets,
        [page.content or "" for page in pages],
        settings,
    )
    for name, content in slim.files.items():
        if name in named:
            files.remove(named[name])
        if content is not None:
            files.append(File.generated(config, name, content=content))
    if slim.sheet:
        config.extra_css = [name for name in config.extra_css if name not in sheets]
    for problem in slim.problems:
        log.warning(problem)
    env.globals["diet"] = slim


def _add_proofs(root: Path, files: Files, config: MkDocsConfig) -> None:
    """Add the proofs of every chapter to the site, to read and to download."""
    _proofs.clear()
    folder = root / "tests" / "proofs"
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        chapter = files.get_file_from_path(f"{name}.md")
        if chapter is None:
            continue
        uri, download = f"proofs/{name}.md", f"proofs/{name}.py"
        title = pages.title(chapter.content_string)
        parts = list(proofs.parts(path))
        chapter_link = pages.relative(f"{name}.md", uri)
        text = proofs.page(parts, title, chapter_link, posixpath.basename(download))
        file = File.generated(config, uri, content=text)
        files.append(file)
        files.append(File.generated(config, download, abs_src_path=str(path)))
        for part in parts:
            if part.kind:
                _proofs[f"{name}.md#{part.name}"] = f"{file.url}#{part.anchor}"


def _with_origin(found: re.Match[str], uri: str, files: Files) -> str:
    """A caption with a last line that names the figure's snippet and leads to its check."""
    name = found["name"]
    snippet = re.sub(r"-\d+$", "", name)
    if files.get_file_from_path(f"snippets/{snippet}.py") is None:
        return found[0]
    link = pages.relative(f"snippets/{snippet}.py", uri)
    origin = f"[Drawn by {snippet}.py]({link}){{ .origin download }}"
    proof = _proofs.get(f"{uri}#{name}")
    if proof:
        _, _, anchor = proof.partition("#")
        origin += f" [checked]({pages.relative(f'proofs/{uri}', uri)}#{anchor}){{ .checked }}"
    return f"{found['caption']}\n\n{origin}\n{{: .drawn }}\n///"


def _inline(image: re.Match[str], page: Page, files: Files) -> str:
    """The figure in place of its image; the image itself where there is no such figure."""
    if image["play"] and not files.get_file_from_path(f"javascripts/figures/{image['view']}.js"):
        name, mark = f"docs/{page.file.src_uri}", image["play"].strip()
        cause = f"no script makes a figure move that is marked {mark}"
        remedy = f"write docs/javascripts/figures/{image['view']}.js, or correct the name"
        _problems.append(Problem(name, line_of(page.file.content_string, mark), cause, remedy))
    name = posixpath.normpath(posixpath.join(page.url, image["src"]))
    if name not in _figures:
        return image[0]
    svg = figures.inline(_figures[name], unescape(image["alt"]))
    return svg.replace("<svg", f"<svg{image['play'] or ''}", 1)


def _gather_warning(record: logging.LogRecord) -> bool:
    """Turn MkDocs's warning about a link or the navigation into a problem that names the line."""
    if record.levelno < logging.WARNING:
        return True
    message = record.getMessage()
    omitted = _LISTED.findall(message)  # pages that the navigation leaves out
    if omitted:
        cause, remedy = "the navigation does not show this page", "add it to `nav` in mkdocs.yml"
        _problems.extend(Problem(f"docs/{name}", 1, cause, remedy) for name in omitted)
        return False
    quoted = _QUOTED.findall(message)
    if message.startswith("Doc file"):
        name, needle, before = f"docs/{quoted[0]}", quoted[1], r"(?:\]\(<?|\]: *<?|[\"'])"
    else:
        name, needle, before = "mkdocs.yml", quoted[0] if quoted else "", r"[\s:\"']"
    text = Path(__file__).parents[2].joinpath(name).read_text(encoding="utf-8")
    link = re.search(rf"{before}{re.escape(needle)}(?=[\s)>\"'])", text)
    line = line_of(text, link[0] if link else needle)
    remedy = "correct the link, or add what it points to"
    if "figures/" in needle:
        remedy = "name a figure that a snippet shows: figures/page/name.svg is page/name.py's first"
    _problems.append(Problem(name, line, message, remedy))
    return False
