"""Runs tasks in forks of itself, and kills a fork with SIGKILL at a moment that was chosen.

A moment lies before and after everything that becomes lasting: a commit, a file that takes its
place, a request to a server. Started by `faults.Forks`; a line of JSON in, a line of JSON out.
"""

import importlib
import json
import os
import re
import signal
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import botocore.httpsession
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

_WRITES = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM|CREATE \w+|ALTER TABLE|DROP \w+)\s+(\S+)")


class Moments:
    """Writes each moment's name down, and ends the process at the `occurrence`-th of `name`."""

    def __init__(self, log: Path, name: str | None, occurrence: int) -> None:
        self._log = log.open("a", encoding="utf-8")
        self._wanted = name, occurrence
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, name: str) -> None:
        with self._lock:
            self._seen[name] += 1
            self._log.write(name + "\n")
            self._log.flush()
            if (name, self._seen[name]) == self._wanted:
                os.kill(os.getpid(), signal.SIGKILL)


def watch(moments: Moments, home: Path) -> None:
    """From now on, everything lasting is a moment."""
    _watch_commits(moments)
    _watch_files(moments, home)
    _watch_requests(moments)


def _watch_commits(moments: Moments) -> None:
    written: dict[int, list[str]] = {}

    @event.listens_for(Engine, "before_cursor_execute")
    def _note(
        connection: Any, _cursor: Any, statement: str, _parameters: Any, _context: Any, _many: bool
    ) -> None:
        found = _WRITES.match(statement)
        if found:
            words = f"{found[1].split()[0]} {found[2].strip('`')}"
            written.setdefault(id(connection.connection.dbapi_connection), []).append(words)

    commit = DefaultDialect.do_commit

    def do_commit(self: DefaultDialect, connection: Any) -> None:
        raw = getattr(connection, "dbapi_connection", connection)
        words = written.pop(id(raw), [])
        name = "commit " + ", ".join(dict.fromkeys(words))
        if words:
            moments("before " + name)
        commit(self, connection)
        if words:
            moments("after " + name)

    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]


def _watch_files(moments: Moments, home: Path) -> None:
    replace, unlink = os.replace, os.unlink

    def is_kept(path: Any) -> bool:
        """Caches and work folders may be lost at any time."""
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
        inside = Path(text).is_relative_to(home)
        return inside and not {"cache", "work", "logs", "locks"} & set(Path(text).parts)

    def watched_replace(source: Any, target: Any, **more: Any) -> None:
        name = f"file {_kind(target)}"
        if is_kept(target):
            moments("before " + name)
        replace(source, target, **more)
        if is_kept(target):
            moments("after " + name)

    def watched_unlink(path: Any, **more: Any) -> None:
        unlink(path, **more)
        if is_kept(path) and "store" in Path(path).parts:
            moments(f"after unlink {_kind(path)}")

    os.replace = watched_replace  # type: ignore[assignment]
    os.unlink = watched_unlink  # type: ignore[assignment]


def _kind(path: Any) -> str:
    """One segment is stored like another, one script of the watch page like another."""
    return f"*{Path(path).suffix}"


def _watch_requests(moments: Moments) -> None:
    session = botocore.httpsession.URLLib3Session
    send = session.send

    def watched_send(self: Any, request: Any) -> Any:
        path = re.sub(r"[0-9a-fA-F-]{10,}|\d+", "#", request.url.split("/", 3)[3].split("?")[0])
        name = f"{request.method} {path}"
        moments("before " + name)
        answer = send(self, request)
        moments("after " + name)
        return answer

    session.send = watched_send


def run(order: dict[str, Any]) -> None:
    """In the fork."""
    home = Path(order["home"])
    os.environ.update(order["environment"])
    module, _, name = order["task"].partition(":")
    task: Callable[..., Any] = getattr(importlib.import_module(module), name)
    watch(Moments(Path(order["log"]), order["moment"], order["occurrence"]), home)
    task(home, **order["arguments"])


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                run(order)
                status = 0
            except BaseException:  # noqa: BLE001 - told to the test, which fails
                Path(order["log"] + ".error").write_text(traceback.format_exc(), "utf-8")
            os._exit(status)
        _, status = os.waitpid(child, 0)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)  # noqa: T201


if __name__ == "__main__":
    for imported in sys.argv[1:]:
        importlib.import_module(imported)
    main()
