"""What a timeline was before: kept as it changes, named, and brought back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from timeline_studio.library import UnitOfWork, VersionRow
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import Timeline
from timeline_studio.workflows.names import stored_name
from timeline_studio.workflows.studio import Studio

KEPT_EVERY = timedelta(minutes=1)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def list_versions(studio: Studio, project_id: int) -> list[VersionRow]:
    """The newest first; what is stored now is not among them."""
    with studio.reading() as uow:
        return uow.versions.list(project_id)


def version_timeline(studio: Studio, version_id: int) -> Timeline:
    """Raises NotFound, or DocumentError when it cannot be read."""
    with studio.reading() as uow:
        document = uow.versions.document(version_id)
    return from_json(document)


def keep_version(studio: Studio, project_id: int, name: str | None = None) -> VersionRow:
    """The timeline as it is stored now. One with a name stays for ever. Raises NotFound."""
    return studio.run(lambda uow: uow.versions.keep(project_id, name=stored_name(name)))


def name_version(studio: Studio, version_id: int, name: str) -> VersionRow:
    """Without a name it may be thinned out again. Raises NotFound."""
    return studio.run(lambda uow: uow.versions.rename(version_id, stored_name(name)))


def keep_before_saving(uow: UnitOfWork, project_id: int) -> None:
    """Keep what a save is about to replace, unless something was kept a moment ago.

    So the first edit after a pause keeps how the timeline rested.
    """
    newest = uow.versions.newest(project_id)
    saved_at = uow.projects.saved_at(project_id)
    if newest is None or saved_at - newest.saved_at >= KEPT_EVERY:
        uow.versions.keep(project_id)
        uow.versions.forget(thinned(uow.versions.list(project_id), saved_at))


def thinned(versions: Sequence[VersionRow], now: datetime) -> list[int]:
    """The ids of those that may go: all of a day are kept, one an hour of a week, one a day of
    what is older, and all that have a name. `versions` are the newest first.

    ::

        now      a day ago          a week ago
        ||||||||||  |  |  |  |  |  |  |      |      |      |
    """
    gone: list[int] = []
    periods: set[tuple[bool, datetime]] = set()
    for version in versions:
        age = now - version.saved_at
        if version.name is not None or age < _DAY:
            continue
        hour = version.saved_at.replace(minute=0, second=0, microsecond=0)
        period = (True, hour) if age < _WEEK else (False, hour.replace(hour=0))
        if period in periods:
            gone.append(version.id)
        periods.add(period)
    return gone
