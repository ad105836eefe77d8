"""Parts of a file that is still being made, on their way to S3."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from threading import Condition, Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from timeline_studio.storage.s3_client import MOST_PARTS
from timeline_studio.storage.s3_journal import GROWING, SentPart, UploadJournal, UploadPlan
from timeline_studio.storage.s3_multipart import MultipartRequests
from timeline_studio.storage.s3_parts import Pace, PartReader, StoppedError
from timeline_studio.storage.store import StorageError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_log = logging.getLogger(__name__)
_MOST_THREADS = 2  # each holds one part in memory
_PATIENCE_SECONDS = 60.0


class GrowingUpload:
    """Whole parts that stay as they are go out, on threads of their own; the journal notes each,
    so that whoever stores the whole file need not send it again.

    A network that fails ends this and nothing else: the file is sent later then.
    """

    def __init__(
        self,
        connect: Callable[[], S3Client],
        bucket: str,
        key: str,
        journal: UploadJournal,
        *,
        pace: Pace,
        part_size: int,
        content_type: str,
        parallel: int,
    ) -> None:
        self._connect, self._bucket, self._key = connect, bucket, key
        self._journal = journal
        self._pace, self._part_size, self._content_type = pace, part_size, content_type
        self._parallel = min(parallel, _MOST_THREADS)
        self._changed = Condition()
        self._path: Path | None = None
        self._waiting: list[int] = []
        self._last_told = 0
        self._is_ended = False
        self._stop = Event()
        self._opening = Lock()
        self._requests: MultipartRequests | None = None
        self._plan: UploadPlan | None = None
        self._noted: dict[int, SentPart] = {}
        self._threads: list[Thread] = []

    def begins(self) -> None:
        with self._changed:
            self._path = None
            self._waiting.clear()
            self._last_told = 0

    def reached(self, path: Path, start: int, end: int) -> None:
        first = max(self._last_told + 1, -(-start // self._part_size) + 1)
        numbers = range(first, min(end // self._part_size, MOST_PARTS) + 1)
        if not numbers:
            return
        with self._changed:
            self._path = path
            self._waiting += numbers
            self._last_told = numbers[-1]
            self._changed.notify_all()
        while len(self._threads) < self._parallel:
            name = f"s3-growing-{len(self._threads)}"
            self._threads.append(Thread(target=self._run, name=name, daemon=True))
            self._threads[-1].start()

    def closes(self) -> None:
        with self._changed:
            self._path = None
            self._waiting.clear()

    def end(self) -> None:
        """Let the parts that are on their way arrive, within a minute; the journal stays where
        there is anything to note in it."""
        with self._changed:
            self._is_ended = True
            self._waiting.clear()
            self._changed.notify_all()
        self._join(monotonic() + _PATIENCE_SECONDS)
        with self._changed:  # nobody notes anything from here on
            self._stop.set()
        if self._plan is None and not self._journal.was_left:
            self._journal.remove()

    def leave(self) -> None:
        """The process ends: what has arrived is noted, and nothing more."""
        with self._changed:
            self._is_ended = True
            self._stop.set()
            self._changed.notify_all()

    def give_up(self) -> None:
        """Nobody wants the file: free what was sent of it, by an earlier process too."""
        self._stop.set()
        self.end()
        plan, _ = self._journal.read()
        with suppress(StorageError):  # without a network the bucket's lifecycle does it
            if plan is not None:
                self._reached().abort(plan)
            elif self._journal.was_left:
                self._reached().abort_unknown()
        self._journal.remove()

    def _join(self, deadline: float) -> None:
        for thread in self._threads:
            thread.join(max(0.0, deadline - monotonic()))

    def _run(self) -> None:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 -- loaded late

        try:
            while (found := self._next()) is not None:
                self._bring(*found)
        except StoppedError:
            pass
        except (BotoCoreError, ClientError, StorageError, OSError) as error:
            _log.info("%s is not sent any further while it is made: %s", self._key, error)
            with self._changed:
                self._is_ended = True
                self._changed.notify_all()

    def _next(self) -> tuple[int, bytes] | None:
        """A part's number and its bytes; None once nothing more is to be sent. Read while nobody
        can say that the file closes: then it must not be open."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_ended or self._waiting)
            if self._is_ended or self._path is None:
                return None
            number = self._waiting.pop(0)
            with self._path.open("rb") as stream:
                stream.seek((number - 1) * self._part_size)
                return number, stream.read(self._part_size)

    def _bring(self, number: int, data: bytes) -> None:
        requests, plan = self._opened()
        digest = hashlib.sha256(data).digest()
        known = self._noted.get(number)
        if known is not None and known.sha256 == digest.hex():
            return
        body = PartReader(
            BytesIO(data), 0, len(data), pace=self._pace, stop=self._stop, sent=lambda _count: None
        )
        part = requests.send(plan, number, body, len(data), digest)
        with self._changed:
            if not self._stop.is_set():
                self._journal.add(part)

    def _opened(self) -> tuple[MultipartRequests, UploadPlan]:
        """What an earlier process began is gone on with."""
        with self._opening:
            if self._requests is None or self._plan is None:
                self._requests = self._reached()
                self._plan = self._resumed(self._requests) or self._begun(self._requests)
            return self._requests, self._plan

    def _reached(self) -> MultipartRequests:
        """Raises StorageError."""
        return self._requests or MultipartRequests(self._connect(), self._bucket, self._key)

    def _resumed(self, requests: MultipartRequests) -> UploadPlan | None:
        plan, noted = self._journal.read()
        if plan is None:
            if self._journal.was_left:
                requests.abort_unknown()
            return None
        there = requests.parts_there(plan) if plan.is_growing else None
        if there is None or plan.part_size != self._part_size:
            requests.abort(plan)
            return None
        self._noted = {n: part for n, part in noted.items() if there.get(n) == part.etag}
        return plan

    def _begun(self, requests: MultipartRequests) -> UploadPlan:
        upload_id, replaces = requests.begin(self._part_size, self._content_type)
        plan = UploadPlan(upload_id, GROWING, GROWING, self._part_size, replaces)
        self._journal.begin(plan)
        return plan
