"""Uploads are sources or exports, and each user sees only their own."""

from collections.abc import Callable
from typing import Any

import pytest

from timeline_studio.library import Library, LibraryError, NotFound, UnitOfWork, Upload

Add = Callable[..., Upload]


@pytest.fixture
def add(rows: Any) -> Add:
    made: Add = rows.upload
    return made


def names(uploads: list[Upload]) -> list[str]:
    return [upload.name for upload in uploads]


def test_a_new_upload_is_its_users_and_dated(library: Library, add: Add) -> None:
    with library.unit_of_work(7) as work:
        upload = add(work, user_id=8, width=1920)

    assert upload.user_id == 7
    assert (upload.kind, upload.status, upload.width) == ("video", "uploaded", 1920)
    assert upload.created_at.year == 2026


def test_a_key_that_is_taken_is_refused_even_when_it_is_anothers(
    library: Library, add: Add
) -> None:
    with library.unit_of_work(8) as work:
        add(work, s3_key="videos/same")

    with (
        pytest.raises(LibraryError, match=r"mine\.mp4 cannot be added: videos/same"),
        library.unit_of_work(7) as work,
    ):
        add(work, s3_key="videos/same", original_filename="mine.mp4")


def test_an_upload_that_lacks_a_needed_column_is_a_bug(library: Library) -> None:
    with pytest.raises(Exception, match="original_filename"), library.unit_of_work(1) as work:
        work.uploads.add(s3_bucket="media", s3_key="a")


def test_sources_and_exports_part_every_upload(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        add(work, modified_filename="source", video_role="source")
        add(work, modified_filename="old source", s3_key="2024-05/01/u/video.mp4")
        add(work, modified_filename="sound", kind="audio", s3_key="audio/renders/x")
        add(work, modified_filename="export", video_role="export", s3_key="videos/e.mp4")
        add(work, modified_filename="old export", s3_key="renders/2024-05/01/u/video.mp4")

        assert names(work.uploads.list_sources()) == ["sound", "old source", "source"]
        exports = [upload for upload, _ in work.uploads.list_exports()]
        assert names(exports) == ["old export", "export"]


def test_the_database_and_the_row_agree_on_what_an_export_is(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        for kind in ("video", "audio"):
            for role in (None, "source", "export"):
                for key in ("renders/x", "a/Renders/x", "videos/x"):
                    add(work, kind=kind, video_role=role, s3_key=f"{kind}{role}/{key}")
        sources = work.uploads.list_sources()
        exports = [upload for upload, _ in work.uploads.list_exports()]

    assert len(sources) + len(exports) == 18
    assert not any(upload.is_export for upload in sources)
    assert all(upload.is_export for upload in exports)


def test_sources_are_found_by_kind_and_by_the_name_that_the_user_sees(
    library: Library, add: Add
) -> None:
    with library.unit_of_work(1) as work:
        add(work, original_filename="IMG_1.mp4", modified_filename="Beach 100%")
        add(work, original_filename="IMG_2.mp4", description="on the beach")
        add(work, original_filename="beach.wav", kind="audio")
        add(work, original_filename="1000.mp4")

        search = work.uploads.list_sources
        assert names(search(search="bEACH")) == ["beach.wav", "IMG_2.mp4", "Beach 100%"]
        assert names(search(search="100%")) == ["Beach 100%"]
        assert names(search(search="IMG_1")) == []
        assert names(search(kinds=["audio"])) == ["beach.wav"]
        assert search(kinds=[]) == []
        assert len(search(search="")) == 4


def test_a_source_whose_file_was_deleted_is_not_offered(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        upload = add(work)
        work.uploads.update(upload.id, source_deleted_at=upload.created_at)

        assert work.uploads.list_sources() == []
        assert work.uploads.get(upload.id).source_deleted_at is not None


def test_lists_come_in_pages_newest_first(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        for _ in range(5):
            add(work)
        exported = [add(work, video_role="export").id for _ in range(5)]

        first = work.uploads.list_sources(limit=2)
        second = work.uploads.list_sources(limit=2, before_id=first[-1].id)
        assert [upload.id for upload in first + second] == [5, 4, 3, 2]
        page = work.uploads.list_exports(limit=2, before_id=exported[3])
        assert [upload.id for upload, _ in page] == [exported[2], exported[1]]


def test_exports_come_with_the_project_that_they_were_made_of(library: Library, add: Add) -> None:
    with library.unit_of_work(2) as work:
        theirs = work.projects.add("Theirs", timeline_json="{}")
    with library.unit_of_work(1) as work:
        film = work.projects.add("Film", timeline_json="{}")
        other = work.projects.add("Other", timeline_json="{}")
        for project_id in (None, film.id, other.id, theirs.id, 99):
            add(work, video_role="export", create_video_project_id=project_id)

        found = [project.name if project else None for _, project in work.uploads.list_exports()]
        assert found == [None, None, "Other", "Film", None]
        ((_, only),) = work.uploads.list_exports(project_id=film.id)
        assert only is not None
        assert only.name == "Film"


def test_an_upload_is_found_by_its_key(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        upload = add(work, s3_key="renders/x")

        found = work.uploads.find_by_key("media", "renders/x")
        assert found is not None
        assert found.id == upload.id
        assert work.uploads.find_by_key("output", "renders/x") is None


def test_updating_changes_columns_but_not_the_owner(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        upload = add(work)
        work.uploads.update(upload.id, modified_filename="Beach", status="completed")
        for column in ("id", "user_id", "nonsense", "is_export"):
            with pytest.raises(TypeError, match=column):
                work.uploads.update(upload.id, **{column: 5})

    with library.unit_of_work(1) as work:
        assert work.uploads.get(upload.id).name == "Beach"


def test_a_deleted_upload_is_gone_and_its_id_is_not_given_again(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        first = add(work)
    with library.unit_of_work(1) as work:
        work.uploads.delete(first.id)
    with library.unit_of_work(1) as work:
        assert add(work).id > first.id
        with pytest.raises(NotFound, match=f"upload {first.id}"):
            work.uploads.get(first.id)


def test_an_upload_that_productions_stand_on_is_not_deleted(library: Library, add: Add) -> None:
    with library.unit_of_work(1) as work:
        upload = add(work, modified_filename="Beach")
        work.productions.add(upload.id)

        with pytest.raises(LibraryError, match="Beach cannot be deleted: productions"):
            work.uploads.delete(upload.id)
        assert work.uploads.get(upload.id).id == upload.id


@pytest.mark.parametrize(
    "reach",
    [
        lambda work, row_id: work.uploads.get(row_id),
        lambda work, row_id: work.uploads.update(row_id, description="mine now"),
        lambda work, row_id: work.uploads.delete(row_id),
        lambda work, row_id: work.productions.add(row_id),
    ],
    ids=["get", "update", "delete", "productions.add"],
)
def test_anothers_upload_is_not_found(
    library: Library, add: Add, reach: Callable[[UnitOfWork, int], object]
) -> None:
    with library.unit_of_work(1) as work:
        upload = add(work, s3_key="videos/theirs")

    with library.unit_of_work(2) as work:
        with pytest.raises(NotFound, match=f"upload {upload.id}"):
            reach(work, upload.id)
        assert work.uploads.list_sources() == []
        assert work.uploads.list_exports() == []
        assert work.uploads.find_by_key("media", "videos/theirs") is None
    with library.unit_of_work(1) as work:
        assert work.uploads.get(upload.id).description is None
