"""While writing, a save costs what it changed, and a mistake costs nothing but a message."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import project
import pytest
from project import DEADLINE, block

pytestmark = pytest.mark.slow

_SNIPPET = """import matplotlib.pyplot as plt

with open({trace!r}, "a") as trace:
    trace.write("run\\n")
plt.plot([1, 2])
plt.title("{title}")
plt.show()
"""


# Two builds in one process, as they follow each other while serving, with changes between them.
_TWICE = """
import json, sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

def make(site):
    config = load_config(site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)

first, second, changes = sys.argv[1:]
make(first)
for name, (old, new) in json.loads(changes).items():
    path = Path(name)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
make(second)
"""


class Server:
    """A `mkdocs serve` of the project in `root`; its terminal and traces of runs go to `logs`."""

    def __init__(self, root: Path, logs: Path) -> None:
        self.root, self.logs = root, logs
        self.terminal = logs / "terminal"

    def start(self) -> None:
        """Serve at a free port; return when the first page is there."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{address}/"
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
        with self.terminal.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=self.root, env=project.environment(), stdout=log, stderr=log
            )
        self.wait_until(lambda: self.shows("", "</html>"))

    def stop(self) -> None:
        """End the server as an author does, with Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:  # what a shell runs in the background ignores Ctrl+C
            self.process.kill()
            self.process.wait()

    def get(self, path: str = "") -> str:
        """Return a page; raise `OSError` where there is none."""
        with urllib.request.urlopen(self.url + path, timeout=DEADLINE) as answer:
            return answer.read().decode()

    def said(self) -> str:
        """Return what stands in the terminal."""
        return self.terminal.read_text(encoding="utf-8")

    def runs(self, name: str) -> int:
        """Count how often a snippet has run: each run leaves a line."""
        return len(self._trace(name).read_text(encoding="utf-8").splitlines())

    def save(self, name: str, text: str) -> None:
        """Save a file of the project, in one step as editors do."""
        project.write(self.logs, {"saved": text})
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.logs / "saved").replace(self.root / name)

    def save_snippet(self, name: str, title: str, then: str = "") -> None:
        """Save a snippet that draws `title`, and does `then`."""
        code = _SNIPPET.format(trace=str(self._trace(name)), title=title) + then
        self.save(f"snippets/{name}/draw.py", code)

    def save_page(self, name: str, text: str) -> None:
        """Save a page that shows the snippet of its name and the text."""
        caption = "\n\n/// caption\nDrawn by the code above.\n///\n"
        figure = f"\n![A line](figures/{name}/draw.svg){caption}"
        self.save(f"docs/{name}.md", f"# {name}\n{block(f'{name}/draw.py')}{figure}\n{text}\n")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Return once it holds, fail if it never does."""
        end = time.monotonic() + DEADLINE
        while not holds():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)

    def shows(self, path: str, text: str) -> bool:
        """Tell whether the page now holds the text."""
        try:
            return text in self.get(path)
        except urllib.error.URLError:  # it is not serving yet
            return False

    def error_after(self, length: int) -> str:
        """Wait for a build that reports an error; return what came after `length` characters."""

        def new() -> str:
            return self.said()[length:]

        self.wait_until(lambda: "Reloading browsers" in new().partition("ERROR")[2])
        return new()

    def _trace(self, name: str) -> Path:
        return self.logs / f"{name}.trace"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a project of two pages with a snippet each."""
    root = project.copy(tmp_path_factory.mktemp("served"), {"docs/index.md": "", "docs/b.md": ""})
    served = Server(root, tmp_path_factory.mktemp("logs"))
    for name in ("index", "b"):
        served.save_page(name, "the first text")
        served.save_snippet(name, "the first title")
    try:
        served.start()
        yield served
    finally:
        served.stop()


@pytest.mark.skipif(not project.DIET, reason="without the diet, pages link every sheet")
def test_the_author_sees_the_styles_that_the_reader_gets(server: Server) -> None:
    """The one sheet, also after a page was saved."""
    for text in ("the first text", "another text"):
        server.save_page("b", text)
        server.wait_until(lambda text=text: server.shows("b/", text))
        head = server.get("b/").partition("</head>")[0]
        assert "<style>" in head
        assert 'rel="stylesheet"' not in head


def test_saving_a_page_runs_no_snippet(server: Server) -> None:
    """Prose shows at once: what has not changed is not run again."""
    before = server.runs("index"), server.runs("b")
    server.save_page("index", "a second text")
    server.wait_until(lambda: server.shows("", "a second text"))
    assert (server.runs("index"), server.runs("b")) == before


def test_saving_a_snippet_runs_that_one_and_shows_what_it_draws(server: Server) -> None:
    """The others keep their figures."""
    before = server.runs("index"), server.runs("b")
    server.save_snippet("b", "a second title")
    server.wait_until(lambda: server.shows("b/", ">a second title<"))
    assert (server.runs("index"), server.runs("b")) == (before[0], before[1] + 1)


def test_saving_reloads_the_page_in_the_browser(server: Server) -> None:
    """The page asks the server for its newest version, and is told when there is one."""
    script = re.search(r"livereload\((\d+), (\d+)\);", server.get())
    assert script
    server.save_page("index", "a third text")
    answer = server.get(f"livereload/{script[1]}/{script[2]}")  # it comes when the site is built
    assert int(answer) > int(script[1])
    assert server.shows("", "a third text")


def test_a_snippet_that_fails_is_reported_and_the_next_good_save_recovers(server: Server) -> None:
    """The terminal names file, line and error; the last good figure stays on the page meanwhile."""
    server.save_snippet("b", "a good title")
    server.wait_until(lambda: server.shows("b/", ">a good title<"))
    length = len(server.said())
    server.save_snippet("b", "a bad title", then="1 / 0\n")
    message = server.error_after(length)
    assert "snippets/b/draw.py:8: it ended with exit code 1" in message
    assert "ZeroDivisionError: division by zero" in message
    assert ">a good title<" in server.get("b/")
    assert server.shows("", "text")

    length = len(server.said())
    server.save_snippet("b", "a mended title")
    server.wait_until(lambda: server.shows("b/", ">a mended title<"))
    assert "ERROR" not in server.said()[length:]


def test_a_page_that_fails_is_reported_and_the_next_good_save_recovers(server: Server) -> None:
    """A slip in an equation or a link does not stop the server."""
    length = len(server.said())
    server.save_page("index", r"$\nowhere$ and [a dead link](nowhere.md)")
    message = server.error_after(length)
    assert r"docs/index.md:13: MathJax cannot typeset the equation `\nowhere`" in message
    assert "docs/index.md:13: a link leads to 'nowhere.md', and there is no such file" in message
    assert "a dead link" in server.get()

    length = len(server.said())
    server.save_page("index", "a mended $t$ext")
    server.wait_until(lambda: server.shows("", "a mended <"))
    assert "ERROR" not in server.said()[length:]
    assert "mjx-container" in server.get()


@pytest.mark.parametrize(
    "changes",
    [
        {"docs/index.md": ("A price", "The price")},
        {"snippets/index/sum.py": ("[0, 1], [2, total]", "[0, 1], [3, total]")},
        {"docs/deep/other.md": ("# Other", "# Another")},
        {"settings.yml": ("permalink: true", "permalink: §")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_kept_is_what_would_be_made_anew(changes: dict, tmp_path: Path) -> None:
    """After a word, a drawing, a title or a setting has changed."""
    root, site, fresh = (tmp_path / name for name in ("project", "site", "fresh"))
    project.copy(root, project.SOUND)
    command = [sys.executable, "-c", _TWICE, tmp_path / "before", site, json.dumps(changes)]
    subprocess.run(command, cwd=root, env=project.environment(), check=True, timeout=DEADLINE)
    assert project.build(root, fresh, "--strict").exit_code == 0
    assert _contents(site) == _contents(fresh) != _contents(tmp_path / "before")


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
