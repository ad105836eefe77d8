"""Kills a task at each of its lasting moments, one run a moment."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

HERE = Path(__file__).parent
# The second segment is stored like the first; the second commit of its kind is another step's.
_MOST_OF_A_KIND = {"commit": 4, "change": 1, "file": 1, "unlink": 1, "request": 3}


class Moment(NamedTuple):
    """The `occurrence`-th time, from 1, that `name` happens; a name may be `before` or `after`
    alone, for any."""

    name: str
    occurrence: int


@dataclass(frozen=True)
class Task:
    """`function` is `module:name` of a function that takes the home's path and `arguments`."""

    function: str
    home: Path
    arguments: dict[str, Any] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Computer:
    """A home where an account is chosen, whose secrets are in the environment."""

    home: Path
    environment: dict[str, str]

    def task(self, function: str, **arguments: Any) -> Task:
        return Task(f"fault_tasks:{function}", self.home, arguments, self.environment)


@dataclass(frozen=True)
class Happened:
    """A moment of a run, with what it was about: a request's URL, a file's path."""

    name: str
    about: str


class Forks:
    """A process that has imported everything, has done everything once, and forks for every task.

    `warm_up` is `module:name` of a function that gets an empty folder.
    """

    def __init__(self, folder: Path, warm_up: str) -> None:
        self._folder = folder
        self._count = 0
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path]),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "fault_child.py"), warm_up, str(folder / "warm")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def moments(self, task: Task) -> list[Moment]:
        """Run it undisturbed; what was lasting on the way. Fails the test if it fails."""
        return distinct([happened.name for happened in self.finish(task)])

    def finish(self, task: Task) -> list[Happened]:
        """Run it undisturbed; all that happened."""
        code, log = self._order(task, None)
        assert code == 0, self._error()
        return read_log(log)

    def kill_at(self, task: Task, moment: Moment) -> list[Happened]:
        """All that happened until it was killed there. Where it did not come to that moment (how
        often progress is written depends on the clock) it has finished."""
        code, log = self._order(task, moment)
        assert code in {0, -signal.SIGKILL}, self._error()
        return read_log(log)

    def _order(self, task: Task, moment: Moment | None) -> tuple[int, Path]:
        self._count += 1
        log = self._folder / f"moments-{self._count}.log"
        log.touch()
        order = {
            "task": task.function,
            "home": str(task.home),
            "arguments": task.arguments,
            "environment": task.environment,
            "log": str(log),
            "moment": moment.name if moment else None,
            "occurrence": moment.occurrence if moment else 0,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline()), log

    def _error(self) -> str:
        found = sorted(self._folder.glob("*.error"), key=lambda path: path.stat().st_mtime)
        return found[-1].read_text("utf-8") if found else "the fork did not say why"


def distinct(names: list[str]) -> list[Moment]:
    """The moments at which what lasts is in a state of its own.

    Just after one thing and just before the next one the same things last; the later moment has
    more in memory to lose. So each `before` counts, and the very last `after`; and of requests
    both, for what came of one may be written down by something that is no moment.
    """
    seen: Counter[str] = Counter()
    found = []
    for number, name in enumerate(names):
        seen[name] += 1
        when, kind, *_ = name.split()
        counts = when == "before" or kind == "request" or number == len(names) - 1
        if counts and seen[name] <= _MOST_OF_A_KIND[kind]:
            found.append(Moment(name, seen[name]))
    return found


def read_log(log: Path) -> list[Happened]:
    lines = (line.partition("\t") for line in log.read_text("utf-8").splitlines())
    return [Happened(name, about) for name, _, about in lines]


def kill_at_each(
    forks: Forks,
    task: Callable[[], Task],
    check: Callable[[Path, Moment], None],
    *,
    kinds: Collection[str] = tuple(_MOST_OF_A_KIND),
) -> list[Moment]:
    """At every moment of `kinds`: a fresh task is killed there, done once more, and its home
    checked."""
    moments = [each for each in forks.moments(task()) if each.name.split()[1] in kinds]
    assert moments, "nothing lasting happened"
    for moment in moments:
        begun = task()
        forks.kill_at(begun, moment)
        forks.finish(begun)
        check(begun.home, moment)
    return moments
