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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import botocore.httpsession
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

_WRITES = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM)\s+(\S+)")
_CHANGES_TABLES = re.compile(r"\s*(CREATE(?: UNIQUE)? \w+|ALTER TABLE|DROP \w+)\s+(\S+)")
_MAY_BE_LOST = {"cache", "work", "logs", "locks", ".incoming"}
_OBJECTS = {"store", "outgoing", "journals"}
_PROMISE = ".storing"  # a note in the work folder of a file that has no row yet


class Moments:
    """Writes each moment down, and ends the process at the `occurrence`-th of `name`."""

    def __init__(self, log: Path, name: str | None, occurrence: int) -> None:
        self._log = log.open("a", encoding="utf-8")
        self._wanted = name, occurrence
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, name: str, about: str = "") -> None:
        """`name` is `before` or `after`, a kind, and what kind of thing it happens to."""
        with self._lock:
            self._log.write(f"{name}\t{about}\n")
            self._log.flush()
            for each in (name, name.partition(" ")[0]):
                self._seen[each] += 1
                if (each, self._seen[each]) == self._wanted:
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
        elif name := _change(connection, statement):
            moments("before " + name, statement.strip().splitlines()[0])

    @event.listens_for(Engine, "after_cursor_execute")
    def _changed(
        connection: Any, _cursor: Any, statement: str, _parameters: Any, _context: Any, _many: bool
    ) -> None:
        if name := _change(connection, statement):
            moments("after " + name, statement.strip().splitlines()[0])

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


def _change(connection: Any, statement: str) -> str | None:
    """A server commits at every change to a table; a file can take it back."""
    found = _CHANGES_TABLES.match(statement)
    if found is None:
        return None
    if connection.dialect.name == "sqlite":
        return f"change {found[1]}"
    return f"commit {found[1]} {found[2].strip('`')}"


def _watch_files(moments: Moments, home: Path) -> None:
    replace, unlink = os.replace, os.unlink

    def is_kept(path: Any) -> bool:
        """Caches and work folders may be lost at any time."""
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
        inside = Path(text).is_relative_to(home)
        return inside and (
            text.endswith(_PROMISE) or not _MAY_BE_LOST & set(Path(text).relative_to(home).parts)
        )

    def watched_replace(source: Any, target: Any, **more: Any) -> None:
        with _around(moments, "file", target, is_kept(target)):
            replace(source, target, **more)

    def watched_unlink(path: Any, **more: Any) -> None:
        is_object = is_kept(path) and _OBJECTS & set(Path(path).parts) and Path(path).exists()
        with _around(moments, "unlink", path, bool(is_object)):
            unlink(path, **more)

    os.replace = watched_replace  # type: ignore[assignment]
    os.unlink = watched_unlink  # type: ignore[assignment]


@contextmanager
def _around(moments: Moments, what: str, path: Any, is_lasting: bool) -> Iterator[None]:
    name = f"{what} {_kind(path)}"
    if is_lasting:
        moments("before " + name, os.fspath(path))
    yield
    if is_lasting:
        moments("after " + name, os.fspath(path))


def _kind(path: Any) -> str:
    """One segment is stored like another, one script of the watch page like another; what waits
    is not what was sent."""
    parts = Path(path).parts
    marked = parts[parts.index("outgoing") + 1] + "/" if "outgoing" in parts else ""
    return f"{marked}*{Path(path).suffix}"


def _watch_requests(moments: Moments) -> None:
    session = botocore.httpsession.URLLib3Session
    send = session.send

    def watched_send(self: Any, request: Any) -> Any:
        if request.method in {"GET", "HEAD"}:
            return send(self, request)
        name = f"request {request.method} {_kind_of_request(request.url)}"
        moments("before " + name, request.url)
        answer = send(self, request)
        moments("after " + name, request.url)
        return answer

    session.send = watched_send


def _kind_of_request(url: str) -> str:
    """Its place without what differs from one object, or one job, to another."""
    parts = urlsplit(url)
    place = re.sub(r"[^/]*\d[^/]*", "#", parts.path)
    asked = "&".join(sorted(name for name in parse_qs(parts.query, keep_blank_values=True)))
    return f"{place}?{asked}" if asked else place


def run(order: dict[str, Any]) -> None:
    """In the fork."""
    home = Path(order["home"])
    os.environ.update(order["environment"])
    watch(Moments(Path(order["log"]), order["moment"], order["occurrence"]), home)
    function_of(order["task"])(home, **order["arguments"])


def function_of(task: str) -> Callable[..., Any]:
    """By `module:name`."""
    module, _, name = task.partition(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


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
    function_of(sys.argv[1])(Path(sys.argv[2]))
    main()
