"""What several test files share: one build of the site."""

from __future__ import annotations

from pathlib import Path

import project
import pytest


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site as readers get it, built once for all tests."""
    built = project.build(project.ROOT, tmp_path_factory.mktemp("site"), "--strict")
    assert built.exit_code == 0, built.log
    assert "WARNING" not in built.log
    return built.site
