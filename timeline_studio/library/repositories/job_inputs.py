"""What the queue reads in the inputs of its jobs: whose each is, and where it may run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, or_, true

from timeline_studio.library.tables import MediaJob

ANYWHERE: Final = "anywhere"
_USER, _PLACE = "userId", "place"


@dataclass(frozen=True)
class JobScope:
    """The jobs that a library shows and takes up: one user's.

    `place` says where the files lie that they need: ANYWHERE, or the mark of one computer's
    folder. It is None in a database that nobody shares. A server's queue is the web application's
    too, whose jobs have no place: they are left to it.
    """

    user_id: int
    place: str | None = None

    def stamped(self, job_input: Mapping[str, Any]) -> dict[str, Any]:
        place = {} if self.place is None else {_PLACE: self.place}
        return {**job_input, _USER: self.user_id, **place}

    def is_shown(self) -> ColumnElement[bool]:
        """Not another user's; what says nothing of a user is nobody's secret."""
        user = MediaJob.input_json[(_USER,)].as_integer()
        return or_(user.is_(None), user == self.user_id)

    def is_runnable(self) -> ColumnElement[bool]:
        if self.place is None:
            return self.is_shown()
        place = MediaJob.input_json[(_PLACE,)].as_string()
        return and_(self.is_shown(), place.in_({ANYWHERE, self.place}))


def input_has(wanted: Mapping[str, Any]) -> ColumnElement[bool]:
    """Whether a job's input has all these values, nested ones included."""
    return and_(true(), *(_equals(path, value) for path, value in _leaves(wanted)))


def _leaves(
    tree: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*above, name))
        else:
            yield (*above, name), value


def _equals(path: tuple[str, ...], value: str | int | bool) -> ColumnElement[bool]:
    found = MediaJob.input_json[path]
    if isinstance(value, bool):
        found = found.as_boolean()
    elif isinstance(value, int):
        found = found.as_integer()
    else:
        found = found.as_string()
    return and_(found == value)
