"""Kills a task at each of its lasting moments, one run a moment."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

HERE = Path(__file__).parent
_MOST_OF_A_KIND = {"file": 1, "commit": 4}  # the second segment is stored like the first


class Moment(NamedTuple):
    """The `occurrence`-th time, from 1, that `name` happens."""

    name: str
    occurrence: int


@dataclass(frozen=True)
class Task:
    """`function` is `module:name` of a function that takes the home's path and `arguments`."""

    function: str
    home: Path
    arguments: dict[str, Any] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)


class Forks:
    """A process that has imported everything, and forks for every task."""

    def __init__(self, folder: Path, *modules: str) -> None:
        self._folder = folder
        self._count = 0
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])}
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "fault_child.py"), *modules],
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
        log = self._run(task, None)
        seen: Counter[str] = Counter()
        found = []
        for name in log.read_text("utf-8").splitlines():
            seen[name] += 1
            if seen[name] <= _MOST_OF_A_KIND.get(name.split()[1], 1):
                found.append(Moment(name, seen[name]))
        return found

    def finish(self, task: Task) -> None:
        """Run it undisturbed."""
        self._run(task, None)

    def kill_at(self, task: Task, moment: Moment) -> bool:
        """Whether it came to that moment, and was killed there; else it has finished."""
        code = self._order(task, moment)[0]
        assert code in {0, -signal.SIGKILL}, self._error()
        return code != 0

    def _run(self, task: Task, moment: Moment | None) -> Path:
        code, log = self._order(task, moment)
        assert code == 0, self._error()
        return log

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


def kill_at_each(
    forks: Forks, task: Callable[[], Task], check: Callable[[Path, Moment], None]
) -> list[Moment]:
    """At every moment: a fresh task is killed there, done once more, and its home checked."""
    moments = forks.moments(task())
    assert moments, "nothing lasting happened"
    for moment in moments:
        begun = task()
        forks.kill_at(begun, moment)
        forks.finish(begun)
        check(begun.home, moment)
    return moments
