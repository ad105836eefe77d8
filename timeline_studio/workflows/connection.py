"""Test connection: everything that an account needs, tried one after the other."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from timeline_studio.errors import StudioError
from timeline_studio.library import Library, LibraryError, UpgradeNeeded
from timeline_studio.productions import (
    Transcoder,
    build_job_settings,
    load_profile,
    missing_access,
)
from timeline_studio.storage import (
    VERBS,
    LocalFolderStore,
    PermissionMissing,
    S3Store,
    StorageError,
)
from timeline_studio.storage.s3_access import Verb
from timeline_studio.workflows.accounts import AccountParts

_PROFILE = "hls-landscape"
_NOT_TRIED = "Not tried: it stands on what failed before."


@dataclass(frozen=True)
class Trial:
    """What was tried, and what came of it: `is_ok` is None where it could not be tried.
    `detail` says what there is, or what is missing and what to do."""

    what: str
    is_ok: bool | None
    detail: str = ""
    needs_upgrade: bool = False


@dataclass(frozen=True)
class Step:
    """Something to try, named before it is."""

    what: str
    run: Callable[[], Trial]


def connection_steps(parts: AccountParts) -> list[Step]:
    """In the order in which one stands on another: run all of them, in this order, on one thread.
    What they make, they take away."""
    steps = _DatabaseTrials(parts).steps()
    for role, store in (("media", parts.media_store), ("outputs", parts.output_store)):
        steps += _storage_steps(role, store)
    if parts.mediaconvert is not None:
        what = "MediaConvert: jobs and their role"
        steps.append(Step(what, partial(_try_mediaconvert, what, parts.mediaconvert, parts)))
    return steps


def try_connection(
    parts: AccountParts, *, progress: Callable[[float, str], None] | None = None
) -> list[Trial]:
    """`progress` gets 0 to 1 and what is tried next; an exception it raises cancels."""
    steps = connection_steps(parts)
    trials: list[Trial] = []
    for number, step in enumerate(steps):
        if progress is not None:
            progress(number / len(steps), step.what)
        trials.append(step.run())
    return trials


class _DatabaseTrials:
    """The library is open from the first step to the last."""

    def __init__(self, parts: AccountParts) -> None:
        self._parts = parts
        self._library: Library | None = None

    def steps(self) -> list[Step]:
        tables, user = "Database: tables", f"Database: user {self._parts.account.user_id}"
        return [
            Step(tables, partial(self._try_tables, tables)),
            Step(user, partial(self._try_user, user)),
        ]

    def _try_tables(self, what: str) -> Trial:
        try:
            self._library = self._parts.open_library()
        except StudioError as error:
            return Trial(what, False, str(error), isinstance(error, UpgradeNeeded))
        return Trial(what, True, f"{self._library.name} is up to date")

    def _try_user(self, what: str) -> Trial:
        if self._library is None:
            return Trial(what, None, _NOT_TRIED)
        try:
            with self._library as library:
                count = _written_and_taken_back(library, self._parts.account.user_id)
        except LibraryError as error:
            return Trial(what, False, str(error))
        return Trial(what, True, f"reads and writes; {count} timelines")


def _written_and_taken_back(library: Library, user_id: int) -> int:
    """How many timelines the user has. Raises LibraryError where a row cannot be written."""
    with suppress(_TakenBackError), library.unit_of_work(user_id) as work:
        work.projects.add(name="Connection test", timeline_json="{}")
        raise _TakenBackError
    with library.unit_of_work(user_id, read_only=True) as work:
        return len(work.projects.list())


class _TakenBackError(Exception):
    """Ends a unit of work without keeping anything of it."""


def _storage_steps(role: str, store: LocalFolderStore | S3Store) -> list[Step]:
    if isinstance(store, LocalFolderStore):
        what = f"Folder for {role} {store.bucket}"
        return [Step(what, partial(_try_folder, what, store))]
    return _BucketTrials(role, store).steps()


def _try_folder(what: str, store: LocalFolderStore) -> Trial:
    key = f"timeline-studio-trial/{uuid.uuid4().hex}"
    try:
        store.put_bytes(key, b"timeline-studio")
        store.get(key)
        store.delete(key)
    except StorageError as error:
        return Trial(what, False, str(error))
    return Trial(what, True, "put, get, delete")


class _BucketTrials:
    """A verb that is refused leaves the others to try; no server, no key or no bucket does not."""

    def __init__(self, role: str, store: S3Store) -> None:
        self._role = role
        self._store = store
        self._access = store.access()
        self._is_hopeless = False

    def steps(self) -> list[Step]:
        bucket = f"Bucket for {self._role} {self._store.bucket}"
        return [Step(f"{bucket}: {v}", partial(self._try, f"{bucket}: {v}", v)) for v in VERBS]

    def _try(self, what: str, verb: Verb) -> Trial:
        if self._is_hopeless:
            return Trial(what, None, _NOT_TRIED)
        try:
            self._access.try_out(verb)
        except StudioError as error:
            self._is_hopeless = not isinstance(error, PermissionMissing)
            return Trial(what, False, str(error))
        return Trial(what, True)


def _try_mediaconvert(what: str, transcoder: Transcoder, parts: AccountParts) -> Trial:
    """One real job, whose input does not exist, submitted and cancelled."""
    trial = uuid.uuid4().hex
    try:
        missing = missing_access(
            transcoder,
            build_job_settings(
                load_profile(_PROFILE, parts.profiles),
                input_uri=parts.media_store.uri(f"timeline-studio-trial/{trial}.mp4"),
                output_bucket=parts.output_store.bucket,
                date="1970-01/01",
                asset_id=trial,
                production_ulid=trial,
            ),
        )
    except StudioError as error:
        missing = [str(error)]
    return Trial(
        what, not missing, " ".join(missing) or f"takes jobs with the role {parts.account.role}"
    )
