"""The practice: a check that knows the mistakes, downloads that run alone, and two notebooks."""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import numpy as np
import pytest
from mutants import in_script
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from project import ROOT
from single_neuron import exercise, practice
from single_neuron.exercise import Exercise
from single_neuron.problems import Problem

pytestmark = pytest.mark.slow

TEXTS = {path.stem: path.read_text("utf-8") for path in (ROOT / exercise.FOLDER).glob("*.py")}
PAGE = (ROOT / "docs" / "practice.md").read_text(encoding="utf-8")
NAMES = practice.listed(PAGE)
PROGRAM = ROOT / "snippets" / "or-gate" / "program.txt"
ADDRESS = "https://example.org/practice/"

EQUIVALENT = {  # changes of a solution that no check could tell, with the reason
    ("slope", "h=1e-5", "h=2e-5"): "a nudge of twice the size, and an error below the eighth digit",
}

STYLES = {  # right answers, each as somebody else would write it
    "weighted_sum": [
        "def weighted_sum(x, w, b):\n    z = b\n    for i in range(len(x)):\n"
        "        z += w[i] * x[i]\n    return z",
        "weighted_sum = lambda x, w, b: np.dot(x, w) + b",
        "weighted_sum = lambda x, w, b: np.einsum('j,j', x, w) + b",
        "weighted_sum = lambda x, w, b: b + sum(float(p) * q for p, q in zip(x, w))",
        "weighted_sum = lambda x, w, b: np.sum(x * w) + b",
    ],
    "sigmoid": [
        "sigmoid = lambda z: 0.5 * (1 + np.tanh(z / 2))",
        "sigmoid = lambda z: np.exp(-np.logaddexp(0, -z))",
        "sigmoid = lambda z: (1 + np.e ** -z) ** -1",
        "def sigmoid(z):\n    e = np.exp(-np.abs(z))\n"
        "    return np.where(z < 0, e / (1 + e), 1 / (1 + e))",
    ],
    "predict": [
        "predict = lambda X, w, b: [float(sigmoid(row @ w + b)) for row in X]",
        "predict = lambda X, w, b: sigmoid(np.einsum('ij,j->i', X, w) + b)",
        "predict = lambda X, w, b: sigmoid((X * w).sum(axis=1) + b)",
        "def predict(X, w, b):\n    y_hat = np.empty(len(X))\n    for i in range(len(X)):\n"
        "        y_hat[i] = 1 / (1 + np.exp(-np.dot(X[i], w) - b))\n    return y_hat",
    ],
    "binary_cross_entropy": [
        "def binary_cross_entropy(y, y_hat, eps=1e-8):\n    total = 0\n"
        "    for label, p in zip(y, y_hat):\n"
        "        total -= np.log(p + eps) if label == 1 else np.log(1 - p + eps)\n"
        "    return total / len(y)",
        "binary_cross_entropy = lambda y, y_hat, eps=1e-8: "
        "-np.log(np.where(y == 1, y_hat, 1 - y_hat) + eps).mean()",
        "binary_cross_entropy = lambda y, y_hat, eps=1e-8: "
        "-(y @ np.log(y_hat + eps) + (1 - y) @ np.log(1 - y_hat + eps)) / y.size",
    ],
    "loss_from_logits": [
        "loss_from_logits = lambda y, z: "
        "np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))",
        "loss_from_logits = lambda y, z: np.logaddexp(0, np.where(y == 1, -z, z)).mean()",
        "loss_from_logits = lambda y, z: "
        "sum(np.logaddexp(0, a) - t * a for t, a in zip(y, z)) / len(y)",
    ],
    "slope": [
        "def slope(f, at, h=1e-5):\n    above, below = f(at + h), f(at - h)\n"
        "    return (above - below) / (at + h - (at - h))",
        "slope = lambda f, at, h=1e-5: 0.5 * (f(at + h) / h - f(at - h) / h)",
        "slope = lambda f, at, h=1e-5: "
        "np.mean([(f(at + h) - f(at)) / h, (f(at) - f(at - h)) / h])",
    ],
    "gradient": [
        "def gradient(X, y, w, b):\n    dw, db, N = np.zeros(len(w)), 0, len(X)\n"
        "    for row, label in zip(X, y):\n        error = sigmoid(row @ w + b) - label\n"
        "        dw += error * row / N\n        db += error / N\n    return dw, db",
        "def gradient(X, y, w, b):\n    dz = predict(X, w, b) - y\n"
        "    return np.einsum('i,ij->j', dz, X) / y.size, dz.sum() / y.size",
        "def gradient(X, y, w, b):\n    dz = predict(X, w, b) - y\n"
        "    return [np.mean(X * dz[:, None], axis=0), np.mean(dz)]",
        "def gradient(X, y, w, b):\n    dz = (predict(X, w, b) - y) / len(X)\n"
        "    return np.dot(dz, X).tolist(), float(dz.sum())",
    ],
    "step": [
        "def step(X, y, w, b, lr=0.1):\n    dw, db = gradient(X, y, w, b)\n"
        "    return [v - lr * d for v, d in zip(w, dw)], b - lr * db",
        "def step(X, y, w, b, lr=0.1):\n    w = w.astype(float)\n"
        "    dw, db = gradient(X, y, w, b)\n    w -= lr * dw\n    b -= lr * db\n    return w, b",
        "step = lambda X, y, w, b, lr=0.1: "
        "tuple(p - lr * d for p, d in zip((w, b), gradient(X, y, w, b)))",
    ],
    "train": [
        "def train(X, y, w, b, lr=0.1, epochs=1000):\n    losses, epoch = [], 0\n"
        "    while epoch < epochs:\n"
        "        losses += [binary_cross_entropy(y, predict(X, w, b))]\n"
        "        dw, db = gradient(X, y, w, b)\n"
        "        w, b, epoch = w - lr * dw, b - lr * db, epoch + 1\n    return w, b, losses",
        "def train(X, y, w, b, lr=0.1, epochs=1000):\n    losses = np.zeros(epochs)\n"
        "    for epoch in range(epochs):\n        z = np.dot(X, w) + b\n"
        "        losses[epoch] = np.mean(np.logaddexp(0, z) - y * z)\n"
        "        w, b = step(X, y, w, b, lr=lr)\n    return [w, b, losses]",
        "def train(X, y, w, b, lr=0.1, epochs=1000):\n"
        "    path = [(w, b)]\n    for _ in range(epochs):\n"
        "        path.append(step(X, y, *path[-1], lr))\n"
        "    return *path[-1], [binary_cross_entropy(y, predict(X, *at)) for at in path[:-1]]",
    ],
    "run_it": [
        "def run_it():\n    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])\n"
        "    y = X.max(axis=1)\n    np.random.seed(42)\n    w = np.random.rand(2)\n"
        "    b = np.random.rand()\n    w, b, losses = train(X, y, w, b)\n"
        "    for epoch, loss in enumerate(losses):\n        if epoch % 100 == 0:\n"
        "            print('Epoch ' + str(epoch) + ', Loss:', loss)\n"
        "    print('Final weights:', str(w) + ', Final bias:', b)\n"
        "    print('Predictions:', predict(X, w, b))\n"
        "    print('Rounded Predictions (0 or 1):', predict(X, w, b).round())",
        "def run_it():\n    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])\n"
        "    y = np.array([0, 1, 1, 1])\n    random = np.random.RandomState(42)\n"
        "    w, b = random.rand(2), random.rand()\n    for epoch in range(0, 1000, 100):\n"
        "        w, b, losses = train(X, y, w, b, epochs=100)\n"
        "        print(f'Epoch {epoch}, Loss: {losses[0]}')\n"
        "    print(f'Final weights: {w}, Final bias: {b}')\n    y_hat = predict(X, w, b)\n"
        "    print(f'Predictions: {y_hat}\\nRounded Predictions (0 or 1): {np.rint(y_hat)}')",
        "def run_it():\n    X = np.array([[i, j] for i in (0, 1) for j in (0, 1)])\n"
        "    y = X[:, 0] | X[:, 1]\n    np.random.seed(42)\n"
        "    *w, b = np.random.rand(3)\n    w, b, losses = train(X, y, np.array(w), b)\n"
        "    for epoch in range(10):\n"
        "        print(f'Epoch {100 * epoch}, Loss: {losses[100 * epoch]:.16f}')\n"
        "    print(f'Final weights: {w}, Final bias: {b}\\nPredictions: {predict(X, w, b)}')\n"
        "    print(f'Rounded Predictions (0 or 1): {np.round(predict(X, w, b))}')",
    ],
    "and_gate": [
        "def and_gate(X):\n    w, b, _ = train(X, X[:, 0] * X[:, 1], np.zeros(2), 0, 1, 100)\n"
        "    return predict(X, w, b).tolist()",
        "def and_gate(X):\n    y = np.array([0, 0, 0, 1])\n    w, b = np.zeros(2), 0.0\n"
        "    for _ in range(100):\n        w, b = step(X, y, w, b, 1.0)\n"
        "    return sigmoid(X @ w + b)",
        "def and_gate(X):\n    y = np.all(X, axis=1).astype(int)\n"
        "    return predict(X, *train(X, y, np.array([0, 0]), 0, lr=1.0, epochs=100)[:2])",
    ],
    "xor_gate": [
        "def xor_gate(X, w, b, epochs):\n    y = np.array([0, 1, 1, 0])\n"
        "    for _ in range(epochs):\n        w, b = step(X, y, w, b, 1)\n    z = X @ w + b\n"
        "    return np.mean(np.logaddexp(0, z) - y * z), sigmoid(z)",
        "def xor_gate(X, w, b, epochs):\n    y = X[:, 0] ^ X[:, 1]\n"
        "    losses = train(X, y, w, b, 1.0, epochs + 1)[2]\n"
        "    w, b, _ = train(X, y, w, b, 1.0, epochs)\n    return [losses[-1], predict(X, w, b)]",
        "def xor_gate(X, w, b, epochs):\n    y = np.sum(X, axis=1) % 2\n"
        "    w, b, _ = train(X, y, w, b, lr=1.0, epochs=epochs)\n"
        "    return binary_cross_entropy(y, predict(X, w, b)), predict(X, w, b).tolist()",
    ],
    "alike": [
        "def alike(X, value):\n    y = np.array([0, 1, 1, 0])\n    W1 = value * np.ones((2, 2))\n"
        "    return train_network(X, y, W1, np.zeros(2), value * np.ones(2), 0)[0]",
        "def alike(X, value):\n    y = X[:, 0] ^ X[:, 1]\n"
        "    W1 = np.array([[value, value], [value, value]])\n"
        "    trained = train_network(X, y, W1, np.array([0, 0]), np.array([value, value]), 0.0)\n"
        "    return trained[0].tolist()",
        "def alike(X, value):\n    W1, w2 = np.zeros((2, 2)) + value, np.zeros(2) + value\n"
        "    W1, *_ = train_network(X, [0, 1, 1, 0], W1, np.zeros(2), w2, 0.0)\n    return W1",
    ],
    "rates": [
        "rates = lambda X, y, tried: "
        "[train(X, y, np.zeros(2), 0.0, lr, 50)[2][-1] for lr in tried]",
        "def rates(X, y, tried):\n    last = np.zeros(len(tried))\n"
        "    for i in range(len(tried)):\n"
        "        last[i] = train(X, y, np.zeros(X.shape[1]), 0, tried[i], 50)[2][49]\n"
        "    return last",
        "def rates(X, y, tried):\n    last = []\n    for lr in tried:\n"
        "        w, b, _ = train(X, y, np.zeros(2), 0.0, lr, 49)\n"
        "        last.append(binary_cross_entropy(y, predict(X, w, b)))\n    return tuple(last)",
    ],
    "wrong_label": [
        "def wrong_label(X, y, row):\n    y = np.array(y)\n    y[row] = not y[row]\n"
        "    return predict(X, *train(X, y, np.zeros(2), 0.0, 1.0, 100)[:2])",
        "def wrong_label(X, y, row):\n    wrong = np.where(np.arange(4) == row, 1 - y, y)\n"
        "    w, b, _ = train(X, wrong, np.zeros(2), 0, 1, 100)\n    return sigmoid(X @ w + b)",
        "def wrong_label(X, y, row):\n    wrong = np.abs(y - np.eye(4)[row])\n"
        "    w, b, _ = train(X, wrong, np.zeros(2), 0.0, lr=1.0, epochs=100)\n"
        "    return predict(X, w, b).tolist()",
    ],
}


@functools.cache
def _practice() -> exercise.Practice:
    """All exercises; each is run to be read, so not before a test asks."""
    return exercise.read(TEXTS, NAMES)


def _exercises() -> dict[str, Exercise]:
    return {each.name: each for each in _practice().exercises}


def _mistakes(each: Exercise) -> dict[str, str]:
    """By what the check says: a mistake as the code of a reader who makes it."""
    text = TEXTS[each.name]
    tree = ast.parse(text)
    after = text.count("\n", 0, text.index("CALLS = "))  # helpers of the mistakes stand there too
    body = [node for node in tree.body if node.lineno > after + 1]
    names = next(n.value.elts for n in body if ast.unparse(n).startswith("MISTAKES = "))
    mistakes = {name.id for name in names}
    helpers = [n for n in tree.body if isinstance(n, ast.Import)]
    helpers += [n for n in body if isinstance(n, ast.FunctionDef) and n.name not in mistakes]
    helpers += [n for n in body if isinstance(n, ast.Assign) and "SHOW" not in ast.unparse(n)]
    shared = "\n".join(ast.unparse(n) for n in helpers if "MISTAKES" not in ast.unparse(n))
    also = [n.module for n in tree.body if isinstance(n, ast.ImportFrom) and n.module in NAMES]
    also = [_exercises()[name].solution for name in also if name not in each.needs]
    made = {}
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name in mistakes:
            says = " ".join(ast.get_docstring(node).split())
            node.name = each.name
            made[says] = "\n\n".join([*also, shared, ast.unparse(node)])
    return made


def _says(each: Exercise, code: str) -> str:
    """What the downloaded file says to a reader who wrote this."""
    file = practice.download(_practice(), each, ADDRESS)
    assert file.count(each.blank) == 1
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(file.replace(each.blank, code), each.name, "exec"), {"__name__": "__main__"})
    return printed.getvalue().strip()


def _runs(folder: Path, each: Exercise, code: str) -> str:
    """The same, by the command line in an empty folder."""
    file = folder / f"{each.name}.py"
    text = practice.download(_practice(), each, ADDRESS).replace(each.blank, code)
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", file.name]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, ""), (each.name, code)
    return ran.stdout.strip()


@pytest.fixture
def each(request: pytest.FixtureRequest) -> Exercise:
    """The exercise of this name."""
    return _exercises()[request.param]


every = pytest.mark.parametrize("each", NAMES, indirect=True)


def test_all_exercises_can_be_read_and_are_on_the_page() -> None:
    """Each file of the folder, in the order of the page."""
    assert _practice().problems == ()
    assert sorted([*NAMES, exercise.CHECKER]) == sorted(TEXTS)
    filled = practice.fill(PAGE, _practice())
    assert "<!-- exercise" not in filled
    for each in _exercises().values():
        assert f"{{ #{each.place} data-exercise=" in filled
        assert len(each.hints) == 3


@every
def test_the_blank_is_not_written_yet(each: Exercise) -> None:
    """It says so, and nothing else."""
    assert _says(each, each.blank).startswith(f"{each.name}: not written yet. ")


@every
def test_the_solution_is_right(each: Exercise) -> None:
    """In its own file and in the download."""
    assert _says(each, each.solution) == f"{each.name}: all right."


@every
def test_every_mistake_gets_its_own_sentence(each: Exercise) -> None:
    """And not another's; there are at least five, and any console can print what is said."""
    mistakes = _mistakes(each)
    assert len(mistakes) >= 5
    for says, code in mistakes.items():
        said = _says(each, code)
        assert said.partition("\n")[0] == f"{each.name}: not yet. {says}"
        assert said.isascii()


@every
def test_every_mutant_of_the_solution_is_refused(each: Exercise) -> None:
    """But for those that are listed with a reason."""
    equal = {(old, new) for name, old, new in EQUIVALENT if name == each.name}
    survivors = []
    for start, end, new in in_script(each.solution):
        mutant = each.solution[:start] + new + each.solution[end:]
        if any(each.solution.replace(*change) == mutant for change in equal):
            continue
        if "all right" in _says(each, mutant):
            survivors.append(mutant)
    assert survivors == []


@every
def test_right_answers_in_another_style_pass(each: Exercise) -> None:
    """Loops, other functions of NumPy, plain lists, a lambda."""
    assert len(STYLES[each.name]) >= 3
    for style in STYLES[each.name]:
        assert _says(each, style) == f"{each.name}: all right.", style


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def predict(X, w, b):\n    return X @ w @ b", "in line 32: return X @ w @ b"),
        ("def predict(X, w, b):\n    return sigmoid(X @ w + b) + 0.25", "should give"),
        ("def predict(X, w, b):\n    sigmoid(X @ w + b)", "`return` is missing"),
        ("def predict(X, w, b):\n    return {'y': 1}", "stops with TypeError"),
        ("def predict(X, w, b):\n    return 'yes'", "gives yes"),
        ("def predict(X, w, b):\n    return [[1, 2], [3]]", "gives"),
        ("def predict():\n    return 1", "stops with TypeError"),
        ("predict = 3", "TypeError"),
    ],
)
def test_an_answer_that_nobody_foresaw_is_told_where_it_differs(
    code: str, said: str, tmp_path: Path
) -> None:
    """The call, what should come and what came; the line, if it raised; never a traceback."""
    printed = _runs(tmp_path, _exercises()["predict"], code)
    assert said in printed
    assert "all right" not in printed
    assert "Traceback" not in printed


def test_each_download_runs_by_itself(tmp_path: Path) -> None:
    """In an empty folder: blank, solved, and with a mistake."""

    def run(each: Exercise) -> None:
        folder = tmp_path / each.name
        folder.mkdir()
        assert "not written yet" in _runs(folder, each, each.blank)
        assert _runs(folder, each, each.solution) == f"{each.name}: all right."
        says, code = next(iter(_mistakes(each).items()))
        assert says in _runs(folder, each, code)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, _exercises().values()))


# The notebook


def _executed(notebook: NotebookNode) -> NotebookNode:
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return notebook


def _notebook(solved: bool) -> NotebookNode:
    made = practice.notebook(_practice(), solved, lambda place: f"{ADDRESS}{place}")
    return nbformat.reads(made, as_version=4)


def _printed(notebook: NotebookNode, cell: str) -> str:
    (found,) = [each for each in notebook.cells if each.id == cell]
    assert all(output.output_type == "stream" for output in found.outputs)
    return "".join(output.text for output in found.outputs)


def test_the_solved_notebook_prints_the_thirteen_lines() -> None:
    """To the letter, from the reader's own functions; every check says that all is right."""
    ran = _executed(_notebook(solved=True))
    for each in _exercises().values():
        assert _printed(ran, f"{each.place}-check") == f"{each.name}: all right.\n"
    assert _printed(ran, "run-it-show") == PROGRAM.read_text(encoding="utf-8")


def test_the_blank_notebook_waits() -> None:
    """Nothing in it raises, from top to bottom."""
    ran = _executed(_notebook(solved=False))
    for each in _exercises().values():
        assert "not written yet" in _printed(ran, f"{each.place}-check")


def test_a_notebook_that_does_not_run_is_a_problem() -> None:
    """With what its kernel said, in plain letters, and without the way there."""
    broken = nbformat.writes(new_notebook(cells=[new_code_cell("1 / 0")]))
    ran = practice.solve(broken).result()
    assert isinstance(ran, Problem)
    assert ran.file == "docs/practice.md"
    assert ran.cause.endswith("does not run: ZeroDivisionError: division by zero")


def test_the_notebook_knows_every_mistake_too() -> None:
    """One after the other in one kernel, each followed by the solution."""
    notebook = _notebook(solved=True)
    cells, expected = [], {}
    for cell in notebook.cells:
        for each in _exercises().values():
            if cell.id != f"{each.place}-code":
                continue
            for number, (says, code) in enumerate(_mistakes(each).items()):
                ids = f"{each.place}-{number}", f"{each.place}-{number}-check"
                check = f'check({each.name}, KNOWN["{each.name}"])'
                cells += [new_code_cell(code, id=ids[0]), new_code_cell(check, id=ids[1])]
                expected[ids[1]] = says
        cells.append(cell)
    notebook.cells = cells
    ran = _executed(notebook)
    for cell, says in expected.items():
        assert says in _printed(ran, cell)


# What the tasks say


SAID = {  # the numbers of a task, each with what computes them
    "weighted_sum": [("`70`", "weighted_sum(np.array([2, 3]), np.array([10, 15]), 5)")],
    "sigmoid": [("`0.5`", "sigmoid(0.0)"), ("[0.119 0.881]", "sigmoid(np.array([-2.0, 2.0]))")],
    "predict": [("[0.378 0.622 0.622 0.818]", "predict(X, np.array([1.0, 1.0]), -0.5)")],
    "binary_cross_entropy": [("0.2798", "binary_cross_entropy(y, y_hat)")],
    "loss_from_logits": [
        ("0.6931", "loss_from_logits(y, np.zeros(4))"),
        ("it is 800", "loss_from_logits(np.array([0]), np.array([800.0]))"),
    ],
    "slope": [("`6.0`", "slope(lambda w: w**2, 3.0)")],
    "gradient": [
        ("[0.5 -0.5 -0.5 -0.5]", "predict(X, np.zeros(2), 0.0) - y"),
        ("[-0.25 -0.25]", "gradient(X, y, np.zeros(2), 0.0)[0]"),
        ("and `-0.25`", "gradient(X, y, np.zeros(2), 0.0)[1]"),
    ],
    "step": [
        ("[0.025 0.025]", "step(X, y, np.zeros(2), 0.0)[0]"),
        ("`0.025`", "step(X, y, np.zeros(2), 0.0)[1]"),
    ],
    "train": [
        ("0.6931", "train(X, y, np.zeros(2), 0.0)[2][0]"),
        ("0.071", "train(X, y, np.zeros(2), 0.0, epochs=3)[1]"),
    ],
    "xor_gate": [("0.6931", "xor_gate(X, np.array([5.0, -2.0]), 1.0, 400)[0]")],
    "rates": [("0.4059", "rates(X, y, [0.1])[0]")],
    "wrong_label": [("[0.074 0.05 0.967 0.95]", "wrong_label(X, y, 1)")],
}


@pytest.mark.parametrize("name", SAID)
def test_the_numbers_of_a_task_are_right(name: str) -> None:
    """As rounded as they are written."""
    each = _exercises()[name]
    space = {"np": np, "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), "y": np.array([0, 1, 1, 1])}
    for part in [*(_exercises()[need] for need in each.needs), each]:
        exec(part.code, space)
    if name == "binary_cross_entropy":
        space |= {"y": np.array([1, 0, 1]), "y_hat": np.array([0.9, 0.2, 0.6])}
    for words, call in SAID[name]:
        assert words in " ".join(each.task.split())
        numbers = re.findall(r"-?\d+(?:\.\d+)?", words)
        for number, value in zip(numbers, np.ravel(eval(call, space)), strict=True):
            decimals = len(number.partition(".")[2])
            assert abs(float(number) - value) <= 0.5001 * 10**-decimals, (words, call)


CLAIMED = {  # what a reason says and no check computes
    "sigmoid": [("e^z / (1 + e^z)", "np.isnan(np.exp(1000.0) / (1 + np.exp(1000.0)))")],
    "binary_cross_entropy": [
        ("costs 18.42", "round(float(-np.log(1e-8)), 2) == 18.42"),
    ],
    "loss_from_logits": [("σ(37)", "1 - sigmoid(37.0) == 0")],
    "gradient": [
        (
            "your own `slope` finds the same numbers",
            "abs(slope(lambda b: binary_cross_entropy(y, predict(X, np.ones(2), b)), 0.5)"
            " - gradient(X, y, np.ones(2), 0.5)[1]) < 1e-7",
        )
    ],
    "and_gate": [
        (
            "far lower than for OR",
            "train(X, X.min(1), np.zeros(2), 0.0, 1.0, 100)[1]"
            " < train(X, y, np.zeros(2), 0.0, 1.0, 100)[1] - 3",
        )
    ],
    "xor_gate": [
        (
            "every loss and every answer stays the same",
            "np.allclose(train(X, X[:, 0] ^ X[:, 1], np.array([2.0, -1.0]), 0.5)[2],"
            " train(X, 1 - (X[:, 0] ^ X[:, 1]), np.array([2.0, -1.0]), 0.5)[2])",
        )
    ],
    "alike": [
        ("stay equal for ever", "np.array_equal(*alike(X, 0.3)) and np.any(alike(X, 0.3) != 0.3)"),
        ("no number moves at all", "not np.any(alike(X, 0.0))"),
    ],
    "rates": [("the fastest of the three", "np.argmin(rates(X, y, [0.1, 1.0, 5.0])) == 2")],
    "wrong_label": [
        ("\"x₁\" or \"x₂\"", "np.array_equal(wrong_label(X, y, 1).round(), X[:, 0])"),
        ("\"x₁\" or \"x₂\"", "np.array_equal(wrong_label(X, y, 2).round(), X[:, 1])"),
        ("it learns nothing", "np.allclose(wrong_label(X, y, 3), 0.5)"),
    ],
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("name", CLAIMED)
def test_what_a_reason_claims_is_true(name: str) -> None:
    """Computed with the solutions."""
    space = {"np": np, "X": np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), "y": np.array([0, 1, 1, 1])}
    for each in _exercises().values():
        exec(each.code, space)
    for words, claim in CLAIMED[name]:
        assert words in " ".join(_exercises()[name].why.split())
        assert eval(claim, space), claim


# When an exercise is not in order


@pytest.mark.parametrize(
    ("change", "line", "cause"),
    [
        (("return w @ x + b  #", "return w @ @ #"), 23, "it is not Python"),
        (("HINTS = ", "HINT = "), 1, "it lacks HINTS"),
        (("def weighted_sum(", "def weighed_sum("), 1, "defines weighted_sum"),
        (("import numpy as np", "from step import step"), 15, "it needs step"),
        (("import numpy as np", "import numpy as np; 1 / 0"), 15, "ZeroDivisionError: division"),
        (("import numpy as np", "raise SystemExit(3)"), 15, "SystemExit: 3"),
        (('WHY = """', 'WHY = 3 or """'), 1, "AttributeError: 'int'"),
    ],
)
def test_what_must_be_mended_is_said(change: tuple[str, str], line: int, cause: str) -> None:
    """With file and line."""
    texts = {**TEXTS, "weighted_sum": TEXTS["weighted_sum"].replace(*change, 1)}
    (problem,) = exercise.read(texts, ["weighted_sum"]).problems
    assert (problem.file, problem.line) == ("snippets/practice/weighted_sum.py", line)
    assert cause in problem.cause


def test_an_exercise_that_does_not_end() -> None:
    """It does not hold up the build for ever, nor the exercises after it."""
    endless = "\nimport time\nwhile True:\n    time.sleep(9)\n"
    texts = {**TEXTS, "sigmoid": TEXTS["sigmoid"] + endless}
    read = exercise.read(texts, ["sigmoid", "weighted_sum"], time_limit=3)
    assert [each.name for each in read.exercises] == ["weighted_sum"]
    assert [problem.cause for problem in read.problems] == ["it still ran after 3 seconds"]


def test_exercises_without_their_check() -> None:
    """One problem, which names the file."""
    (problem,) = exercise.read({"weighted_sum": TEXTS["weighted_sum"]}, ["weighted_sum"]).problems
    assert problem.file == "snippets/practice/checking.py"


def test_what_follows_from_a_broken_exercise_is_not_said() -> None:
    """One exercise that fails is one problem, though others need it."""
    texts = {**TEXTS, "sigmoid": "raise"}
    assert "from sigmoid import" in texts["predict"]
    read = exercise.read(texts, ["sigmoid", "weighted_sum", "predict"])
    assert [each.name for each in read.exercises] == ["weighted_sum"]
    assert [problem.file for problem in read.problems] == ["snippets/practice/sigmoid.py"]


def test_an_exercise_that_is_listed_and_not_there() -> None:
    """It is named, and the others are read."""
    read = exercise.read(TEXTS, ["weighted_sum", "nothing"])
    assert [each.name for each in read.exercises] == ["weighted_sum"]
    assert [problem.file for problem in read.problems] == ["snippets/practice/nothing.py"]
