"""The commands in this process, over a real studio: quick, and the same code as the program's."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from keyring_file import FileKeyring
from media_factory import stamped_video
from timeline_studio.app.composition import work
from timeline_studio.app.doctor import diagnose
from timeline_studio.app.program import Program
from timeline_studio.cli import CliContext, build_cli, run_cli
from timeline_studio.settings import Home, SystemSecrets
from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media, items_for
from timeline_studio.workflows.projects import create_project


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Commands:
    context: CliContext
    captured: Callable[[], Any]

    def run(self, *arguments: object) -> Said:
        code = run_cli(build_cli(self.context), [str(argument) for argument in arguments])
        said = self.captured()
        return Said(code, said.out, said.err)

    def json(self, *arguments: object) -> Any:
        """The one document that a command prints, and nothing beside it."""
        said = self.run(*arguments, "--json")
        assert (said.code, said.err) == (0, "")
        assert said.out.count("\n") == 1
        return json.loads(said.out)

    def text(self, *arguments: object) -> str:
        said = self.run(*arguments)
        assert (said.code, said.err) == (0, "")
        return said.out

    def refusal(self, *arguments: object) -> str:
        """The one line of a command that is refused."""
        said = self.run(*arguments)
        assert (said.code, said.out) == (1, "")
        assert said.err.count("\n") == 1
        return said.err.strip()


@pytest.fixture
def windows() -> list[int | None]:
    """The projects that a window was asked for."""
    return []


@pytest.fixture
def context(studio: Studio, home: Home, windows: list[int | None]) -> CliContext:
    def open_window(project_id: int | None) -> int:
        windows.append(project_id)
        return 0

    program = Program(home, SystemSecrets(FileKeyring(home.root / "keyring.json"), environ={}))
    return CliContext(
        open_studio=lambda: studio,
        work=work,
        serve_worker=lambda: None,
        open_window=open_window,
        diagnose=lambda: diagnose(program),
        desk=program.desk,
        use_account=program.use,
        account=lambda: program.account,
    )


@pytest.fixture
def commands(context: CliContext, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(context, capsys.readouterr)


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    return stamped_video(
        tmp_path / "beach.mp4", frames=25, rate=Fraction(25), size=(160, 90), clicks_at=[0.5]
    )


@pytest.fixture
def project_of(studio: Studio) -> Callable[[Path], int]:
    """A named project that shows all of a file."""

    def make(path: Path) -> int:
        (upload,) = import_media(studio, [path])
        picture, sound = items_for(studio, upload)
        assert picture is not None
        assert sound is not None
        timeline = empty_timeline(rate=Fraction(25))
        video, audio = timeline.tracks
        timeline = append_linked(timeline, {video.id: picture, audio.id: sound})
        return create_project(studio, "Beach", timeline).id

    return make
