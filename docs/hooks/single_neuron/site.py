"""The whole site as one value: pages, runs, figures, files to add, and what does not hold."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import FileSystemBytecodeCache

from . import checking, drawing, editions, notebook, play, practice, truths
from .exercise import Practice
from .pages import Address
from .problems import Problem
from .reading import Project, settings
from .running import TIME_LIMIT, Memory, Run, begin, parsed, run_all

ROUTE = "<!-- route -->"  # on a page: the chapters, as the navigation lists them


class Templates(FileSystemBytecodeCache):
    """Compiled templates, also of a folder whose name this Python cannot read."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template's compiled form is known by."""
        return super().get_cache_key(name, ascii(filename))


@dataclass
class Kept:
    """What is kept of a project for as long as its process lives: what has not changed stays.

    The good runs of its scripts; what was made of each page, with what it was made of, for its
    other editions and as HTML; and a folder for compiled templates and what notebooks printed.
    """

    runs: Memory = field(default_factory=Memory)
    editions: dict[str, tuple] = field(default_factory=dict)
    pages: dict[str, tuple] = field(default_factory=dict)
    folder: TemporaryDirectory = field(default_factory=TemporaryDirectory)

    @staticmethod
    @functools.cache
    def of(_: Path) -> Kept:
        """What is kept of the project in this folder."""
        return Kept()


@dataclass(frozen=True)
class Site:
    """What a build knows, once everything was read, run and checked.

    `project` has the pages as they are built, with those that the build makes. `figures` are SVG by
    name, `files` what is to be added to the pages that somebody wrote, and `proofs` the places and
    kinds of published proofs by page and name, such as line.md#decision-point.
    """

    project: Project
    runs: Mapping[Path, Run]
    figures: Mapping[str, str]
    files: Mapping[str, str | Path]
    proofs: Mapping[str, tuple[str, str]]
    practice: Practice
    problems: tuple[Problem, ...] = ()

    @classmethod
    def make(cls, root: Path, config: Mapping[str, object] | None = None) -> Site:
        """Read, run and check the project in `root`.

        `config` are the settings of mkdocs.yml, read from there if they are not given.
        """
        begin()
        config = settings(root) if config is None else config
        project, kept = Project.read(root, config.get("nav")), Kept.of(root)
        project = project.without(config.get("exclude_docs"))
        limit = checking.time_limit(config) or TIME_LIMIT
        flat = config.get("use_directory_urls", True) is False
        address = Address(str(config.get("site_url") or "/"), flat)
        with ThreadPoolExecutor(1) as aside:  # while the scripts run, all that does not need them
            running = aside.submit(run_all, project.scripts, limit, kept.runs)
            problems = [*project.problems, *checking.check_pages(project)]
            problems += checking.check_settings(project, config)
            track = practice.of(project, limit)
            proofs = truths.publish(project)
            files = {**proofs.files, **proofs.pages}
            files |= {script.relative_to(root).as_posix(): script for script in project.scripts}
            files |= practice.files(track, address.whole)
            project = fill(project.with_pages(proofs.pages), track, proofs.marks)
            problems += [*checking.check_equations(project), *track.problems, *proofs.problems]
            if not problems and all(parsed(project.text(it)) for it in project.scripts):
                about = f"# {config.get('site_name')}\n\n> {config.get('site_description')}\n"
                files |= editions.make(project, address, about, kept.editions)
            runs = running.result()
        problems += checking.check_runs(project, runs)
        if not track.problems:  # else what was not read is not shown
            problems += checking.check_left_out(project, runs)
        figures = _figures(project, runs, kept.runs)
        made = {*files, *figures, notebook.NAME}
        problems += checking.check_links(project, made, config)
        return cls(project, runs, figures, files, proofs.places, track, tuple(problems))


def fill(project: Project, track: Practice, marks: Mapping[str, str]) -> Project:
    """The project with what the build writes at the marks on its pages."""
    texts = {
        uri: play.fill(practice.fill(page.text, track), project)
        for uri, page in project.pages.items()
    }
    for mark, words in {ROUTE: _route(project), **marks}.items():
        texts = {uri: text.replace(mark, words) for uri, text in texts.items()}
    return project.with_pages(texts)  # what has not changed is not read again


def _route(project: Project) -> str:
    """The chapters by the navigation's sections, with what each is about."""
    parts = []
    chapters = [(entry, page) for entry, page in project.listed if entry.chapter]
    for section, listed in groupby(chapters, lambda pair: pair[0].section):
        parts += [f"\n### {section}\n"]
        for entry, page in listed:
            about = page.meta.get("route", page.meta.get("description", ""))
            parts.append(f"- [{entry.title or page.title}]({entry.uri})\n  {about}")
    return "\n".join(parts).strip("\n")


def _figures(project: Project, runs: Mapping[Path, Run], memory: Memory) -> dict[str, str]:
    """Every figure by its name; while serving, a script's last good ones until it runs again."""
    figures = {}
    for script, run in runs.items():
        good = memory[script][1] if script in memory else run
        names = checking.figure_names(project.root, script, good)
        for name, svg in zip(names, good.figures, strict=True):
            figures[name] = drawing.polish(svg, name.removesuffix(".svg"))
    return figures
