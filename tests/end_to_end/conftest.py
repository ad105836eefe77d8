"""The program as its user runs it: a process of its own, in a home of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from timeline_studio.app.composition import open_studio
from timeline_studio.settings import Home
from timeline_studio.workflows import Studio

_RUN = "\nimport runpy; runpy.run_module('timeline_studio', run_name='__main__')"


@dataclass(frozen=True)
class Program:
    """Runs `timeline-studio …` in `home`; `first` is Python that its process runs before it."""

    home: Path
    first: str = ""

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "TIMELINE_STUDIO_HOME": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        usual = {
            "env": self.environment,
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
        }
        program = ["-c", self.first + _RUN] if self.first else ["-m", "timeline_studio"]
        words = [os.fspath(_word(argument)) for argument in arguments]
        return subprocess.Popen([sys.executable, *program, *words], **{**usual, **options})

    def run(self, *arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def json(self, *arguments: object) -> Any:
        """The one document on standard output of a command that must succeed."""
        done = self.run(*arguments, "--json")
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return json.loads(done.stdout)

    def refusal(self, *arguments: object, **options: Any) -> str:
        """The one line of a command that must be refused."""
        done = self.run(*arguments, **options)
        assert done.returncode == 1, (done.stdout, done.stderr)
        assert done.stdout == ""
        return self.one_line(done.stderr)

    @staticmethod
    def one_line(text: str) -> str:
        """What was said on standard error: one line, never a traceback."""
        lines = text.splitlines()
        assert len(lines) == 1, text
        return lines[0]


def _word(argument: object) -> str | os.PathLike[str]:
    return argument if isinstance(argument, os.PathLike) else str(argument)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def open_home() -> Iterator[Callable[[Path], Studio]]:
    """Opens the library in a home, to look at it from here."""
    studios: list[Studio] = []

    def open_it(home: Path) -> Studio:
        studios.append(open_studio(Home(home)))
        return studios[-1]

    yield open_it
    for studio in studios:
        studio.library.close()


@pytest.fixture
def opened(program: Program, open_home: Callable[[Path], Studio]) -> Studio:
    """The library in the program's own home."""
    return open_home(program.home)
