"""What MkDocs does while it builds the site: each event hands on to what knows how."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_jupyter.config import settings as notebooks
from single_neuron.running import begin

begin()  # here, so that it imports what scripts need beside what is imported below
from single_neuron import code, diet, editions, practice, tex
from single_neuron.problems import Problem, report
from single_neuron.reading import settings
from single_neuron.rendering import Rendering, reads
from single_neuron.site import Kept, Site, Templates
from single_neuron.truths import FOLDER

log = logging.getLogger("mkdocs.hooks.build")

_MATHJAX_CSS = "stylesheets/mathjax.css"
_KEPT = ("toc", "title", "present_anchor_ids")  # what MkDocs has of a page besides its HTML


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build: MkDocs asks an object of its own for everything that comes."""
    config.plugins["single-neuron"] = Build(config)
    return config


class Build(BasePlugin):
    """One build: the site that is built, and the page that MkDocs is at."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Read, run and check everything; hand the rendering to MkDocs."""
        root = Path(config.config_file_path).parent
        self.site = Site.make(root, config)
        self.uri, self.reads = "", ()
        self.kept = Kept.of(root)
        self.settings = settings(root)
        if "mkdocs-jupyter" in config.plugins:
            kept = {"cache": True, "cache_dir": self.kept.folder.name}
            config.plugins["mkdocs-jupyter"].config.update(kept)
        self.notebook = TemporaryDirectory()  # of what mkdocs-jupyter shows
        practice.clean_kernel(Path(self.notebook.name))
        notebooks.templates_dir = str(root / "docs" / "theme" / ".notebook")
        config.markdown_extensions.append(Rendering(lambda: self.site, lambda _: self.uri))
        snippets = config.mdx_configs.setdefault("pymdownx.snippets", {})
        snippets["base_path"] = [str(root / "snippets")]
        filters = [diet.Uncoloured()] if config.extra.get("diet") else []
        highlight = config.mdx_configs.setdefault("pymdownx.highlight", {})
        highlight["extend_pygments_lang"] = code.languages(filters)
        config.extra_css.insert(0, _MATHJAX_CSS)
        config.watch += [str(path) for path in root.glob(FOLDER)]  # reload when a proof is saved

    @event_priority(50)  # before mkdocs-jupyter looks for notebooks
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Stop if anything does not hold, and say all of it; add to the site what was made."""
        if self.site.problems:
            text = report(self.site.problems)
            command = click.get_current_context(silent=True)
            if command is None or command.info_name != "serve":
                raise PluginError(text)
            log.error(text)  # the author goes on writing, and reads this in the terminal
        files.append(File.generated(config, _MATHJAX_CSS, content=tex.stylesheet()))
        for name, svg in self.site.figures.items():
            files.append(File.generated(config, name, content=svg))
        for name, made in self.site.files.items():
            files.append(_file(name, made, config, files))
        solved = files.get_file_from_path(practice.SOLVED)
        if solved:  # mkdocs-jupyter wants it on the disk, and loses the place of a generated file
            self.solved = practice.solve(solved.content_string)
            files.remove(solved)
            flat = config.use_directory_urls
            files.append(File(practice.SOLVED, self.notebook.name, config.site_dir, flat))
        return files

    @event_priority(50)  # before mkdocs-jupyter looks at its notebook
    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Note which page comes, and where its Markdown stands, for the theme."""
        self.uri = page.file.src_uri
        if self.uri == practice.SOLVED:
            ran = self.solved.result()
            if isinstance(ran, Problem):
                practice.solve.cache_clear()  # the next build tries again
                raise PluginError(report([ran]))
            Path(page.file.abs_src_path).write_text(ran, "utf-8")
        page.update_date = "1970-01-01"  # MkDocs takes today's, and no two builds would be alike
        text = files.get_file_from_path(editions.markdown(self.uri))
        if text:
            page.markdown_url = text.dest_uri.rpartition("/")[2]
        return page

    def on_page_markdown(self, text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have nothing rendered where all is as it was when the page was kept."""
        self.reads = (*reads(self.site, self.uri), frozenset(files.src_uris), self.settings)
        if self.kept.pages.get(self.uri, [()])[0] != self.reads:
            return text
        self.uri = ""
        return ""

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep a page, or give back what was kept; the notebook's page has no front matter."""
        uri = page.file.src_uri
        if uri == practice.SOLVED:
            page.meta.update(practice.ABOUT_SOLVED)
        elif self.uri and not self.site.problems:
            self.kept.pages[uri] = self.reads, html, {name: getattr(page, name) for name in _KEPT}
        elif not self.uri:
            _, html, known = self.kept.pages[uri]
            vars(page).update(known)
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Put the site on the diet, before anything of it is written; keep templates compiled."""
        env.bytecode_cache = Templates(self.kept.folder.name)
        if config.extra.get("diet"):
            env.globals["diet"] = _slim(config, files)
        return env


def _file(name: str, made: str | Path, config: MkDocsConfig, files: Files) -> File:
    """A file that was made, as MkDocs wants it; a page's Markdown stands beside the page."""
    if isinstance(made, Path):
        return File.generated(config, name, abs_src_path=str(made))
    file = File.generated(config, name, content=made)
    page = files.get_file_from_path(name.removesuffix(".txt"))
    if page:
        file.dest_uri = file.url = editions.beside(page.dest_uri)
    return file


def _slim(config: MkDocsConfig, files: Files) -> diet.Slim:
    """The diet's work on MkDocs's files; what no longer fits the theme is a warning."""
    sheets = [name for name in config.extra_css if name in files.src_uris]
    named = {it.src_uri: it for it in files if it.src_uri.startswith("assets/")}
    named |= {name: files.src_uris[name] for name in sheets}
    pages = [file.page for file in files.documentation_pages() if file.page]
    asked = {name: config[name] for name in ("extra", "repo_url") if config[name]}
    settings = f"{asked} {[*config.plugins]} {dict(config.theme)} {[page.meta for page in pages]}"
    contents = {name: file.content_bytes for name, file in named.items()}
    slim = diet.slim(contents, sheets, [page.content or "" for page in pages], settings)
    for name, content in slim.files.items():
        if name in named:
            files.remove(named[name])
        if content is not None:
            files.append(File.generated(config, name, content=content))
    if slim.sheet:
        config.extra_css = [name for name in config.extra_css if name not in sheets]
    for problem in slim.problems:
        log.warning(problem)
    return slim
