"""A process that is killed again and again, and what it works on."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from fault_tasks import make_footage, make_haste, opened
from faults import Computer, Forks, Task
from mediaconvert_server import SECRET_KEY
from timeline_studio.settings import Account, Accounts, Home, SystemSecrets
from timeline_studio.settings.secrets import DATABASE_PASSWORD
from timeline_studio.workflows import Studio


@pytest.fixture(scope="session")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    with Forks(tmp_path_factory.mktemp("moments"), "fault_tasks:warm_up") as started:
        yield started


@pytest.fixture(scope="session")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_footage(tmp_path_factory.mktemp("footage") / "beach.mp4")


@pytest.fixture(autouse=True)
def haste(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here as in the forks."""
    make_haste(monkeypatch)


@dataclass
class Scene:
    """A home in a known state, copied for every run."""

    folder: Path

    def prepare(self, step: Callable[[Studio], Any]) -> Any:
        with opened(self.folder / "template") as studio:
            return step(studio)

    def tasks(self, function: str, **arguments: Any) -> Callable[[], Task]:
        numbers = count(1)

        def fresh() -> Task:
            home = self.folder / f"home-{next(numbers)}"
            shutil.copytree(self.folder / "template", home)
            return Task(f"fault_tasks:{function}", home, arguments)

        return fresh


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


@pytest.fixture
def set_up(cloud_account: Account, secrets: SystemSecrets) -> Callable[[Path], Computer]:
    """Chooses the account in a home."""

    def make(root: Path) -> Computer:
        accounts = Accounts(Home(root).accounts, secrets)
        accounts.set(cloud_account)
        accounts.choose(cloud_account.name)
        password = secrets.get(cloud_account.name, DATABASE_PASSWORD) or ""
        variables = {
            "TIMELINE_STUDIO_DATABASE_PASSWORD": password,
            "TIMELINE_STUDIO_SECRET_ACCESS_KEY": SECRET_KEY,
        }
        return Computer(root, variables)

    return make


@pytest.fixture
def computer(home: Home, set_up: Callable[[Path], Computer]) -> Computer:
    """The one of `cloud_studio`."""
    return set_up(home.root)
