"""A browser for the tests, and a server that sends the site as GitHub Pages does."""

from __future__ import annotations

import gzip
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urlsplit

import project
import pytest
from playwright.sync_api import Browser, sync_playwright

# The first is the same browser without windows, and does the tests in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

_TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}
_TEXT = (".css", ".html", ".ipynb", ".js", ".json", ".md", ".svg", ".txt", ".xml")


def find() -> str:
    """The path of the machine's Chromium; without one, skip, or fail where CI promises one."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    reason = f"no browser: none of {', '.join(NAMES)} is in PATH"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def launched() -> Iterator[Browser]:
    """A running browser without a window."""
    path = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def in_two(
    addresses: Sequence[str], work: Callable[[Browser, Sequence[str]], list[str]]
) -> list[str]:
    """Do the work on two halves of the pages at once, each with a browser of its own.

    Returns all that was found.
    """
    find()

    def half(part: Sequence[str]) -> list[str]:
        with launched() as browser:
            return work(browser, part)

    with ThreadPoolExecutor(2) as pool:
        return list(chain.from_iterable(pool.map(half, (addresses[::2], addresses[1::2]))))


def axe() -> str:
    """The source of axe-core, which finds barriers to accessibility."""
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


class Server:
    """Serves a built site below a path, packed with gzip, as if it had been built for there."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.missed: list[str] = []  # the addresses that were asked for and are not there
        self._answers: dict[str, tuple[str, bytes] | None] = {}
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}/single-neuron/"

    @contextmanager
    def running(self) -> Iterator[Server]:
        """Serve until the end of the block."""
        with self._http:
            threading.Thread(target=self._http.serve_forever, daemon=True).start()
            try:
                yield self
            finally:
                self._http.shutdown()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Send the file that was asked for, or the page that says it is not there."""
        path = unquote(urlsplit(request.path).path)
        found = self._read(path)
        status = 200
        if found is None:
            self.missed.append(path)
            found, status = self._read("/single-neuron/404.html"), 404
        kind, body = found
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Encoding", "gzip")
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Cache-Control", "max-age=600")
        request.end_headers()
        request.wfile.write(body)

    def weight(self, url: str) -> int:
        """How many bytes the body of an answer has on its way."""
        found = self._read(unquote(urlsplit(url).path))
        return len(found[1]) if found else 0

    def _read(self, path: str) -> tuple[str, bytes] | None:
        """Type and packed bytes of a file of the site."""
        if path not in self._answers:
            self._answers[path] = self._load(path)
        return self._answers[path]

    def _load(self, path: str) -> tuple[str, bytes] | None:
        file = self.site / path.removeprefix("/single-neuron/")
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if not path.startswith("/single-neuron/") or not file.is_file():
            return None
        data = file.read_bytes()
        if file.suffix in _TEXT:
            data = data.replace(project.URL.encode(), self.url.encode())
        if file.name == "404.html":
            data = data.replace(b'"/', b'"/single-neuron/')
        kind = _TYPES.get(file.suffix, "text/plain; charset=utf-8")
        return kind, gzip.compress(data, 6, mtime=0)  # as hard as most servers do
