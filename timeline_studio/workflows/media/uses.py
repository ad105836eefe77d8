"""Which timelines show which uploads."""

import re
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from timeline_studio.library import Project
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import MediaReference
from timeline_studio.timeline.queries import media_urls
from timeline_studio.workflows.media.references import UPLOAD_SCHEME, upload_id_of
from timeline_studio.workflows.studio import Studio

_AT_ONCE = 50
"""Documents that are read by one question, and are in memory together."""

_SETTLED = timedelta(seconds=2)
"""Another program's saves are told apart by their whole second only."""

_ANY_UPLOAD = re.compile(rf"{UPLOAD_SCHEME}(\d+)")


class MediaUses:
    """Answers for many uploads at once; threads may share it.

    What a timeline shows is remembered until it is saved again, so that a page of a list costs no
    more than the list of timelines.
    """

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._lock = threading.Lock()
        self._known: dict[int, _Known] = {}

    def timelines_of(self, upload_ids: Iterable[int]) -> dict[int, list[str]]:
        """The names of the active timelines that show each, by its id, oldest first; an upload
        that none shows is left out."""
        wanted = set(upload_ids)
        users: dict[int, list[str]] = {}
        with self._lock:
            for project in self._read():
                for upload_id in wanted & self._known[project.id].uploads:
                    users.setdefault(upload_id, []).append(project.name or "Untitled")
            now = datetime.now(UTC).replace(tzinfo=None)
            self._known = {
                key: known for key, known in self._known.items() if known.is_settled(now)
            }
        return users

    def _read(self) -> Sequence[Project]:
        """The active timelines by their ids; what each shows is known then."""
        with self._studio.reading() as uow:
            projects = sorted(uow.projects.list(), key=lambda project: project.id)
            versions = {project.id: _version(project) for project in projects}
            known = self._known
            self._known = {
                key: known[key]
                for key, version in versions.items()
                if key in known and known[key].version == version
            }
            changed = sorted(versions.keys() - self._known.keys())
            for first in range(0, len(changed), _AT_ONCE):
                documents = uow.projects.documents(changed[first : first + _AT_ONCE])
                for key, document in documents.items():
                    self._known[key] = _Known(versions[key], shown_uploads(document))
        return [project for project in projects if project.id in self._known]


class _Version(NamedTuple):
    revision: int
    updated_at: datetime


class _Known(NamedTuple):
    version: _Version
    uploads: frozenset[int]

    def is_settled(self, now: datetime) -> bool:
        return now - self.version.updated_at > _SETTLED


def shown_uploads(document: str) -> frozenset[int]:
    """The ids of the uploads that a stored timeline shows; of one that cannot be read, all that
    it names."""
    if UPLOAD_SCHEME not in document:
        return frozenset()
    try:
        urls = media_urls(from_json(document))
    except DocumentError:
        return frozenset(int(number) for number in _ANY_UPLOAD.findall(document))
    ids = (upload_id_of(MediaReference(url=url)) for url in urls)
    return frozenset(upload_id for upload_id in ids if upload_id is not None)


def _version(project: Project) -> _Version:
    return _Version(project.revision, project.updated_at)
