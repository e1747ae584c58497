"""The machine's own Chromium, and a server that has the site below a path, as GitHub Pages does."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

PATH = "/a/path/"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class _Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PATH)) if PATH in path else "/nowhere"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a built site on a free port; gives its address, which ends in a slash."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PATH}"
        server.shutdown()


def missing(what: str) -> None:
    """Skip the test for want of something, and say so; where everything has to be there, fail."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not installed")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
