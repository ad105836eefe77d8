"""What every test may ask for: a home of its own, a studio, a queue that is served."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test may reach the user's own library, keyring or cloud account.
os.environ.pop("TIMELINE_STUDIO_HOME", None)
os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timeline_studio.app.composition import open_studio, work
from timeline_studio.settings import Home
from timeline_studio.workflows import Studio


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The window's application comes first: text drawn before it would make one without widgets,
    and a process has only one."""
    return qapp


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def studio(home: Home) -> Iterator[Studio]:
    """An empty studio of its own: SQLite, local folders, the local transcoder."""
    opened = open_studio(home)
    yield opened
    opened.library.close()


@pytest.fixture
def serve() -> Callable[[Studio, Callable[[], bool]], None]:
    """Serves a studio's queue in this process until the condition holds."""
    return work
