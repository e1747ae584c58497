"""What several test files share: one build of the site, a browser, and a server for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser
import project
import pytest
from browser import Server
from filelock import FileLock
from playwright.sync_api import Browser
from proving import about

# The whole site, a browser, or all snippets run once more than for the build's own report.
_SLOW = {"site", "server", "chromium", "reading"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark as slow what needs one of these."""
    if _SLOW.intersection(getattr(item, "fixturenames", ())):
        item.add_marker("slow")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bring the truths of a page together: several tests ask for the same proofs, and of two
    processes each would have to carry them out.
    """
    items.sort(key=lambda item: (item.path, about(item)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The whole site as readers get it, built once for all tests, in whichever process they run."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent  # which all processes share
    with FileLock(folder / "site.lock"):
        if not (folder / "site").exists():
            built = project.build(project.ROOT, folder / "new", "--strict")
            assert built.exit_code == 0, built.log
            assert "WARNING" not in built.log
            built.site.rename(folder / "site")
    return folder / "site"


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
