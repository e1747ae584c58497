"""What several test files share: one build of the site, a browser, and a server for it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import browser
import project
import pytest
from browser import Server
from playwright.sync_api import Browser

# Longest first.
_LONGEST = ("browser", "mutants", "play", "look", "styles", "practice", "site", "newcomer")
_NEEDS_A_SITE = {"site", "server", "chromium"}
_ANYWHERE = ("truths", "proofs", "functions")  # any core takes any of these tests


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark as slow what needs the whole site or a browser, and tell pytest-xdist what stays
    together: the tests of a file, which share what they prepared.
    """
    if _NEEDS_A_SITE.intersection(getattr(item, "fixturenames", ())):
        item.add_marker("slow")
    if item.path.stem.removeprefix("test_") not in _ANYWHERE:
        item.add_marker(pytest.mark.xdist_group(item.path.stem))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no core is idle in the end."""
    ranks = {f"test_{name}": rank for rank, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.stem, len(ranks)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site as readers get it, built once for all tests and all of xdist's workers."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    log = shared / "site.log"
    try:
        (shared / "site").mkdir()  # whoever can is the first, and builds
    except FileExistsError:
        while not log.exists():
            time.sleep(0.1)
    else:
        built = project.build(project.ROOT, shared / "site", "--strict")
        said = f"exit code {built.exit_code}\n{built.log}"
        (shared / "site.unfinished").write_text(said, encoding="utf-8")
        (shared / "site.unfinished").rename(log)
    said = log.read_text(encoding="utf-8")
    assert said.startswith("exit code 0\n"), said
    assert "WARNING" not in said
    return shared / "site"


@pytest.fixture(scope="module")  # its event loop is in the way of those that other files start
def chromium() -> Iterator[Browser]:
    """The machine's browser."""
    with browser.launched() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    """The built site below a path."""
    with Server(site).running() as server:
        yield server
