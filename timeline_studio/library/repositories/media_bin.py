"""How a user keeps footage in order: folders, favourites, what was used last."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.errors import LibraryError
from timeline_studio.library.repositories.rows import one_at_a_time, only
from timeline_studio.library.tables import MediaFolder, MediaPlace, Upload

_LONGEST_NAME = 191


@dataclass(frozen=True)
class Shelf:
    """Some of the footage: `favourites`, what was `recent`ly used, or one folder."""

    kind: Literal["favourites", "recent", "folder"]
    folder_id: int | None = None


def on_shelf(query: Select[Upload], shelf: Shelf) -> Select[Upload]:
    """`query` of uploads, narrowed to those on `shelf`."""
    query = query.join(MediaPlace, MediaPlace.upload_id == Upload.id)
    if shelf.kind == "favourites":
        return query.where(MediaPlace.is_favourite.is_(True))
    if shelf.kind == "folder":
        return query.where(MediaPlace.folder_id == shelf.folder_id)
    recent = query.where(MediaPlace.used_at.is_not(None)).order_by(None)
    return recent.order_by(MediaPlace.used_at.desc(), Upload.id.desc())


class MediaBin:
    """Names of folders are told apart without regard to case. Methods that take a folder or an
    upload raise NotFound where the user has none such."""

    def __init__(self, session: Session, user_id: int, now: Clock) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now

    def folders(self) -> list[MediaFolder]:
        """By name."""
        return [*self._session.scalars(self._mine().order_by(MediaFolder.name, MediaFolder.id))]

    def add_folder(self, name: str) -> MediaFolder:
        """Raises LibraryError where there is one of that name, or none is given."""
        folder = MediaFolder(user_id=self._user_id, name=self._free_name(name))
        self._session.add(folder)
        self._session.flush()
        return folder

    def rename_folder(self, folder_id: int, name: str) -> MediaFolder:
        """Raises LibraryError as `add_folder` does."""
        folder = self._folder(folder_id)
        folder.name = self._free_name(name, besides=folder_id)
        self._session.flush()
        return folder

    def remove_folder(self, folder_id: int) -> None:
        """What lies in it lies in no folder then."""
        folder = self._folder(folder_id)
        for place in self._session.scalars(
            select(MediaPlace).where(MediaPlace.folder_id == folder_id)
        ):
            place.folder_id = None
        self._session.flush()
        self._session.delete(folder)
        self._session.flush()

    def move(self, upload_ids: Collection[int], folder_id: int | None) -> None:
        """Into a folder; None takes them out of any."""
        if folder_id is not None:
            self._folder(folder_id)
        self._change(upload_ids, folder_id=folder_id)

    def mark(self, upload_ids: Collection[int], *, is_favourite: bool) -> None:
        self._change(upload_ids, is_favourite=is_favourite)

    def note_use(self, upload_ids: Collection[int]) -> None:
        self._change(upload_ids, used_at=self._now())

    def note_content(self, upload_id: int, sample: str) -> None:
        self._change([upload_id], content=sample)

    def places(self, upload_ids: Collection[int]) -> dict[int, MediaPlace]:
        """By upload; those that were never put anywhere are left out."""
        query = select(MediaPlace).where(
            MediaPlace.user_id == self._user_id, MediaPlace.upload_id.in_(upload_ids)
        )
        return {place.upload_id: place for place in self._session.scalars(query)}

    def _change(self, upload_ids: Collection[int], **columns: Any) -> None:
        for upload_id in sorted(set(upload_ids)):
            mine = select(Upload).where(Upload.user_id == self._user_id, Upload.id == upload_id)
            only(self._session, mine, f"upload {upload_id}")
            there = select(MediaPlace).where(MediaPlace.upload_id == upload_id)
            place = self._session.scalars(there).one_or_none()
            if place is None:
                place = MediaPlace(upload_id=upload_id, user_id=self._user_id, is_favourite=False)
                self._session.add(place)
            for name, value in columns.items():
                setattr(place, name, value)
        self._session.flush()

    def _folder(self, folder_id: int) -> MediaFolder:
        query = self._mine().where(MediaFolder.id == folder_id)
        return only(self._session, query, f"folder {folder_id} of the media bin")

    def _free_name(self, wanted: str, *, besides: int | None = None) -> str:
        name = " ".join(wanted.split())[:_LONGEST_NAME]
        if not name:
            raise LibraryError("A folder needs a name: type one.")
        one_at_a_time(self._session)
        same = self._mine().where(
            func.lower(MediaFolder.name) == name.lower(), MediaFolder.id != (besides or 0)
        )
        if self._session.scalars(same.limit(1)).first() is not None:
            raise LibraryError(f"There is a folder “{name}” already. Choose another name.")
        return name

    def _mine(self) -> Select[MediaFolder]:
        return select(MediaFolder).where(MediaFolder.user_id == self._user_id)
