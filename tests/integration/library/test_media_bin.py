"""Folders, favourites and what was used last: one user's, and gone with what they were about."""

from datetime import datetime, timedelta

import pytest

from timeline_studio.library import Library, LibraryError, NotFound, Shelf


def footage(library: Library, *names: str, user: int = 1) -> list[int]:
    with library.unit_of_work(user) as work:
        return [
            work.uploads.add(
                s3_bucket="media", s3_key=f"videos/{user}/{name}", original_filename=name
            ).id
            for name in names
        ]


def names_on(library: Library, shelf: Shelf, user: int = 1) -> list[str]:
    with library.unit_of_work(user, read_only=True) as work:
        return [upload.original_filename for upload in work.uploads.list_sources(shelf=shelf)]


def test_footage_lies_in_one_folder_at_most(library: Library) -> None:
    sea, sun, sand = footage(library, "sea", "sun", "sand")
    with library.unit_of_work(1) as work:
        day, night = (work.media_bin.add_folder(name).id for name in ("Day", "Night"))
        work.media_bin.move([sea, sun, sand], day)
        work.media_bin.move([sand], night)
        work.media_bin.move([sun], None)
    assert names_on(library, Shelf("folder", day)) == ["sea"]
    assert names_on(library, Shelf("folder", night)) == ["sand"]


def test_a_folder_goes_and_its_footage_stays(library: Library) -> None:
    (sea,) = footage(library, "sea")
    with library.unit_of_work(1) as work:
        day = work.media_bin.add_folder("Day").id
        work.media_bin.move([sea], day)
        work.media_bin.mark([sea], is_favourite=True)
    with library.unit_of_work(1) as work:
        work.media_bin.remove_folder(day)
        place = work.media_bin.places([sea])[sea]
        assert (place.folder_id, place.is_favourite) == (None, True)
        assert work.media_bin.folders() == []
        assert work.uploads.get(sea).original_filename == "sea"


def test_names_of_folders_differ_by_more_than_their_case(library: Library) -> None:
    with library.unit_of_work(1) as work:
        day = work.media_bin.add_folder("  Day   one ")
        assert day.name == "Day one"
        for name in ("day ONE", " "):
            with pytest.raises(LibraryError, match=r"already|needs a name"):
                work.media_bin.add_folder(name)
        assert work.media_bin.rename_folder(day.id, "DAY one").name == "DAY one"
        work.media_bin.add_folder("Air")
        with pytest.raises(LibraryError, match="“air” already"):
            work.media_bin.rename_folder(day.id, "air")
        assert [folder.name for folder in work.media_bin.folders()] == ["Air", "DAY one"]


def test_what_was_used_last_comes_first(library: Library) -> None:
    sea, sun, _ = footage(library, "sea", "sun", "sand")
    with library.unit_of_work(1) as work:
        work.media_bin.note_use([sea, sun])
    with library.unit_of_work(1) as work:
        place = work.media_bin.places([sea])[sea]
        assert isinstance(place.used_at, datetime)
        place.used_at += timedelta(minutes=1)
    assert names_on(library, Shelf("recent")) == ["sea", "sun"]
    assert names_on(library, Shelf("favourites")) == []


def test_deleted_footage_leaves_no_place(library: Library) -> None:
    (sea,) = footage(library, "sea")
    with library.unit_of_work(1) as work:
        work.media_bin.mark([sea], is_favourite=True)
    with library.unit_of_work(1) as work:
        work.uploads.delete(sea)
    with library.unit_of_work(1, read_only=True) as work:
        assert work.media_bin.places([sea]) == {}


def test_another_user_has_folders_and_marks_of_their_own(library: Library) -> None:
    (sea,) = footage(library, "sea")
    with library.unit_of_work(1) as work:
        day = work.media_bin.add_folder("Day").id
        work.media_bin.move([sea], day)
    with library.unit_of_work(2) as work:
        work.media_bin.add_folder("Day")
        assert work.media_bin.places([sea]) == {}
        for step in (
            lambda: work.media_bin.rename_folder(day, "Mine"),
            lambda: work.media_bin.remove_folder(day),
            lambda: work.media_bin.mark([sea], is_favourite=True),
        ):
            with pytest.raises(NotFound):
                step()
    assert names_on(library, Shelf("folder", day)) == ["sea"]
    assert names_on(library, Shelf("folder", day), user=2) == []
