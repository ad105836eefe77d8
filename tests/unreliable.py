"""Faults by chance, the same for the same seed: of stores, transcoders and the database."""

import random
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import OperationalError
from typing import Any, ClassVar

from pymysql.err import OperationalError as ServerError
from sqlalchemy import event

from mediaconvert_server import BROKEN, INTERNAL, LOST_ANSWER, LOST_REQUEST, THROTTLED, Fault
from timeline_studio.library import Library
from timeline_studio.productions import (
    TranscodeJobNotFound,
    Transcoder,
    TranscoderUnreachable,
    TranscodeStatus,
)
from timeline_studio.storage import ObjectStore, StorageError, StorageUnreachable, StoredObject

MORE_THAN_THE_CLIENT_REPEATS = 4
_DEADLOCK = 1213


class Chance:
    """Draws faults while `is_on`, and counts them by name."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self.drawn: Counter[str] = Counter()
        self.is_on = False

    def draw(self, rate: float, *names: str) -> str | None:
        with self._lock:
            if not self.is_on or self._random.random() >= rate:
                return None
            name = self._random.choice(names)
            self.drawn[name] += 1
            return name

    @contextmanager
    def on(self) -> Iterator[None]:
        self.is_on = True
        try:
            yield
        finally:
            self.is_on = False


class UnreliableStore:
    """`store`, whose answers are late, lost or refusals: `writing` and `reading` say how often."""

    def __init__(
        self, store: ObjectStore, chance: Chance, *, writing: float, reading: float
    ) -> None:
        self.bucket = store.bucket
        self._store = store
        self._chance = chance
        self._writing, self._reading = writing, reading

    def put_file(
        self,
        key: str,
        source: Path,
        *,
        move: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> StoredObject:
        return self._write(
            key, lambda: self._store.put_file(key, source, move=move, progress=progress)
        )

    def put_bytes(self, key: str, data: bytes) -> StoredObject:
        return self._write(key, lambda: self._store.put_bytes(key, data))

    def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        self._before_reading(key)
        return self._store.get(key, start=start, end=end)

    def fetch(self, key: str, *, progress: Callable[[int], None] | None = None) -> Path:
        self._before_reading(key)
        return self._store.fetch(key, progress=progress)

    def head(self, key: str) -> StoredObject:
        self._before_reading(key)
        return self._store.head(key)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        self._before_reading(prefix)
        return self._store.list(prefix)

    def delete(self, key: str) -> None:
        self._before_reading(key)
        self._store.delete(key)

    def delete_prefix(self, prefix: str) -> int:
        self._before_reading(prefix)
        return self._store.delete_prefix(prefix)

    def uri(self, key: str) -> str:
        return self._store.uri(key)

    def _before_reading(self, key: str) -> None:
        if fault := self._chance.draw(self._reading, "throttled", "broken", "dropped"):
            raise StorageUnreachable(f"The store cannot give {key}: {fault}. It is asked again.")

    def _write(self, key: str, put: Callable[[], StoredObject]) -> StoredObject:
        fault = self._chance.draw(
            self._writing, "throttled", "broken", "dropped", "answer lost", "disk full"
        )
        if fault == "disk full":
            raise StorageError(f"Cannot store {key}: the disk is full. Free some space.")
        stored = put() if fault in {None, "answer lost"} else None
        if stored is None or fault is not None:
            raise StorageUnreachable(f"The store did not take {key}: {fault}. It is asked again.")
        return stored


class FaultsByChance(deque[Fault]):
    """The faults that wait for one operation of the MediaConvert server: drawn, not queued. One
    in four goes on for longer than the client repeats its request."""

    _KINDS: ClassVar = {
        "throttled": THROTTLED,
        "unavailable": BROKEN,
        "internal": INTERNAL,
        "answer lost": LOST_ANSWER,
        "request lost": LOST_REQUEST,
    }

    def __init__(self, chance: Chance, rate: float) -> None:
        super().__init__()
        self._chance, self._rate = chance, rate

    def __bool__(self) -> bool:
        if not len(self) and (fault := self._chance.draw(self._rate, *self._KINDS)):
            lasts = self._chance.draw(0.25, "outage")
            self.extend([self._KINDS[fault]] * (MORE_THAN_THE_CLIENT_REPEATS if lasts else 1))
        return len(self) > 0


class UnreliableTranscoder(Transcoder):
    """Jobs are done as soon as they are there. It knows no tokens: who submits twice has two
    jobs, so that an answer that was lost must be looked for."""

    poll_seconds = (0.0, 0.0)

    def __init__(
        self, engine: Callable[[dict[str, Any]], None], chance: Chance, *, rate: float
    ) -> None:
        self._engine, self._chance, self._rate = engine, chance, rate
        self._states: dict[str, TranscodeStatus] = {}
        self._metadata: dict[str, dict[str, str]] = {}

    def jobs_of(self, **metadata: str) -> list[str]:
        return [job for job, told in self._metadata.items() if metadata.items() <= told.items()]

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        fault = self._chance.draw(self._rate, "throttled", "broken", "dropped", "answer lost")
        if fault in {None, "answer lost"}:
            job_id = f"job-{len(self._metadata)}"
            self._metadata[job_id] = metadata
            self._states[job_id] = self._made(settings)
        if fault is not None:
            raise TranscoderUnreachable(f"The transcoder said nothing to {token}: {fault}.")
        return job_id

    def status(self, job_id: str) -> TranscodeStatus:
        self._before_answering(job_id)
        if job_id not in self._states:
            raise TranscodeJobNotFound(f"There is no job {job_id}.")
        return self._states[job_id]

    def cancel(self, job_id: str) -> None:
        self._before_answering(job_id)

    def find(
        self,
        *,
        metadata: dict[str, str],
        input_uri: str | None = None,
        since: datetime | None = None,
    ) -> str | None:
        self._before_answering(str((metadata, input_uri, since)))
        return next(iter(self.jobs_of(**metadata)), None)

    def _made(self, settings: dict[str, Any]) -> TranscodeStatus:
        if self._chance.draw(self._rate / 5, "transcode failed"):
            return TranscodeStatus("ERROR", error="The picture is damaged. Retry the production.")
        self._engine(settings)
        return TranscodeStatus("COMPLETE", 100)

    def _before_answering(self, question: str) -> None:
        if fault := self._chance.draw(self._rate, "throttled", "broken", "dropped"):
            raise TranscoderUnreachable(f"The transcoder does not answer {question}: {fault}.")


@contextmanager
def unreliable_database(library: Library, chance: Chance, rate: float) -> Iterator[None]:
    """Some writes meet a full disk; on a server, a deadlock."""
    engine = library._engine
    is_file = engine.dialect.name == "sqlite"

    def refuse(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        is_write = statement.startswith(("INSERT", "UPDATE", "DELETE"))
        if not is_write or not chance.draw(rate, "database refused"):
            return
        if is_file:
            raise OperationalError("database or disk is full")
        raise ServerError(_DEADLOCK, "Deadlock found when trying to get lock")

    event.listen(engine, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", refuse)
