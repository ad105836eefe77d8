"""Feeds: newest first, page by page, with old rows, and nothing that cannot be watched."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from timeline_studio.library import FeedEntry, Library, NotFound, Space, SpacePublication

NOON = datetime.fromisoformat("2026-11-21T12:00:00")


class Showing:
    """Publishes for user 1 with just what a test cares about; gives the publication's id."""

    def __init__(self, library: Library, rows: Any, space: Space) -> None:
        self._library = library
        self._rows = rows
        self._space = space

    def production(
        self,
        name: str,
        *,
        upload: Mapping[str, object] | None = None,
        status: str = "completed",
        output_prefix: str | None = "2026-11/21/aa/01/",
        publication: Mapping[str, object] | None = None,
    ) -> int:
        with self._library.unit_of_work(1) as work:
            made = work.productions.add(self._rows.upload(work, **(upload or {})).id, name)
            work.productions.update(made.id, status=status, output_prefix=output_prefix)
            shown = work.publications.publish(made.id, self._space.id)
            work.publications.update(shown.id, **(publication or {}))
        return shown.id

    def legacy(self, name: str, *, upload: Mapping[str, object], **publication: object) -> int:
        """As the web application wrote it before there were productions."""
        columns: dict[str, object] = {"status": "published", "visible_in_global": True}
        with self._library.unit_of_work(1) as work:
            old = SpacePublication(
                upload_id=self._rows.upload(work, modified_filename=name, **upload).id,
                space_id=self._space.id,
                **(columns | publication),
            )
            work._session.add(old)
            work._session.flush()
        return old.id


@pytest.fixture
def sea(library: Library) -> Space:
    with library.unit_of_work(1) as work:
        return work.spaces.add("The sea")


@pytest.fixture
def showing(library: Library, rows: Any, sea: Space) -> Showing:
    return Showing(library, rows, sea)


@pytest.fixture(params=["of the space", "of all"])
def read(
    request: pytest.FixtureRequest, library: Library, sea: Space
) -> Callable[..., list[FeedEntry]]:
    """Either feed, as another user reads it."""

    def ask(**page: Any) -> list[FeedEntry]:
        with library.unit_of_work(2, read_only=True) as work:
            if request.param == "of all":
                return work.feeds.of_all(**page)
            return work.feeds.of_space(sea.id, **page)

    return ask


def names(entries: list[FeedEntry]) -> list[str]:
    return [entry.name for entry in entries]


def test_what_is_published_is_shown_to_others_with_its_own_output(
    showing: Showing, read: Callable[..., list[FeedEntry]], sea: Space
) -> None:
    showing.production(
        "Trailer",
        output_prefix="2026-11/21/aa/01/",
        upload={
            "description": "At the beach",
            "video_role": "export",
            "output_prefix": "2024-05/01/aa/",
        },
    )

    (entry,) = read()

    assert (entry.name, entry.description) == ("Trailer", "At the beach")
    assert entry.output_prefix == "2026-11/21/aa/01/"
    assert entry.published_at is not None
    assert entry.space.name == sea.name
    assert entry.production is not None
    assert entry.production.upload_id == entry.upload.id
    assert entry.is_export is True


def test_a_feed_says_what_is_an_export_as_every_list_does(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    showing.production("Clip", upload={"video_role": "source", "s3_key": "renders/a.mp4"})
    showing.production("Cut", upload={"s3_key": "renders/2025-02/03/cc/video.mp4"})
    showing.production("Old cut", upload={"s3_key": "old/renders/video.mp4"})
    showing.production("Old clip", upload={"s3_key": "2024-05/01/aa/video.mp4"})

    entries = read()

    assert {one.name for one in entries if one.is_export} == {"Cut", "Old cut"}
    assert all(one.is_export is one.upload.is_export for one in entries)


def test_a_production_without_an_output_of_its_own_shows_its_uploads(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    showing.production("Old", output_prefix=None, upload={"output_prefix": "2024-05/01/aa/"})
    showing.production("Lost", output_prefix=None)

    assert [(one.name, one.output_prefix) for one in read()] == [("Old", "2024-05/01/aa/")]


def test_publications_older_than_productions_are_shown_as_the_oldest(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    done = {"output_prefix": "2024-05/01/aa/", "mediaconvert_job_id": "1-a", "status": "completed"}
    showing.legacy("First", upload=done)
    showing.legacy("Second", upload=done | {"status": "uploaded"})
    showing.legacy("Dated", upload=done, published_at=datetime.fromisoformat("2024-05-01"))
    showing.production("New")

    entries = read()

    assert names(entries) == ["New", "Dated", "Second", "First"]
    assert [one.production for one in entries[1:]] == [None, None, None]
    assert {one.output_prefix for one in entries[1:]} == {"2024-05/01/aa/"}
    assert entries[-1].published_at is None


def test_what_an_old_upload_did_not_finish_is_not_shown(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    for status in ("signed", "uploading", "failed", "queued", "processing"):
        showing.legacy("Old", upload={"output_prefix": "2024-05/01/aa/", "status": status})

    assert read() == []


def test_what_is_not_completed_is_not_shown(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    for status in ("pending_media", "pending", "queued", "processing", "failed"):
        showing.production("Trailer", status=status)

    assert read() == []


def test_what_is_not_published_is_not_shown(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    for status in ("draft", "pending", "approved", "unpublished", "rejected"):
        showing.legacy("Old", upload={"output_prefix": "a/"}, status=status)
        showing.production("New", publication={"status": status})

    assert read() == []


def test_what_is_to_be_deleted_is_not_shown(
    showing: Showing, read: Callable[..., list[FeedEntry]], library: Library
) -> None:
    shown = showing.production("Trailer")
    with library.unit_of_work(1) as work:
        production_id = work.publications.get(shown).production_id
        assert production_id is not None
        work.productions.request_deletion(production_id)

    assert read() == []
    with library.unit_of_work(1) as work:
        assert work.publications.list() == []
        work.productions.delete(production_id)
    assert read() == []


def test_each_feed_shows_what_is_visible_in_it(
    showing: Showing, library: Library, sea: Space
) -> None:
    showing.production("Everywhere", publication={"visibility": "public"})
    showing.production("Members", publication={"visibility": "members"})
    showing.production("Only here", publication={"visible_in_global": False})
    showing.production("Only there", publication={"visible_in_space": False})
    showing.production(
        "Nowhere", publication={"visible_in_space": False, "visible_in_global": False}
    )

    with library.unit_of_work(2) as work:
        of_space = names(work.feeds.of_space(sea.id))
        of_all = names(work.feeds.of_all())

    assert of_space == ["Only here", "Members", "Everywhere"]
    assert of_all == ["Only there", "Everywhere"]


def test_a_space_shows_nothing_of_another(showing: Showing, library: Library) -> None:
    showing.production("Trailer")
    with library.unit_of_work(2) as work:
        air = work.spaces.add("Air")

        assert work.feeds.of_space(air.id) == []


def test_a_production_in_several_spaces_is_shown_to_all_once_as_published_last(
    showing: Showing, library: Library, sea: Space
) -> None:
    first = showing.production("Trailer")
    showing.production("Teaser")
    with library.unit_of_work(1) as work:
        production_id = work.publications.get(first).production_id
        assert production_id is not None
        air, members = work.spaces.add("Air"), work.spaces.add("Members")
        again = work.publications.publish(production_id, air.id)
        work.publications.publish(production_id, members.id, visibility="members")

    with library.unit_of_work(2) as work:
        assert [(one.name, one.space.name) for one in work.feeds.of_all()] == [
            ("Trailer", "Air"),
            ("Teaser", "The sea"),
        ]
        assert names(work.feeds.of_space(sea.id)) == ["Teaser", "Trailer"]
    with library.unit_of_work(1) as work:
        work.publications.unpublish(again.id)
        assert [(one.name, one.space.name) for one in work.feeds.of_all()] == [
            ("Teaser", "The sea"),
            ("Trailer", "The sea"),
        ]


def test_pages_follow_each_other_without_gap_or_repeat(
    showing: Showing, read: Callable[..., list[FeedEntry]]
) -> None:
    """Also within one moment, which the web application's whole seconds make likely, and across
    rows without any."""
    moments = [NOON, NOON, NOON + timedelta(seconds=1), NOON - timedelta(seconds=1), NOON]
    for number, moment in enumerate(moments):
        showing.production(f"New {number}", publication={"published_at": moment})
    for number in range(3):
        showing.legacy(f"Old {number}", upload={"output_prefix": "a/"})
    everything = [entry.publication_id for entry in read()]

    for size in (1, 2, 3):
        pages: list[int] = []
        while page := read(limit=size, before_id=pages[-1] if pages else None):
            assert len(page) <= size
            pages += [entry.publication_id for entry in page]
        assert pages == everything
    assert names(read()) == [
        "New 2",
        "New 4",
        "New 1",
        "New 0",
        "New 3",
        "Old 2",
        "Old 1",
        "Old 0",
    ]


def test_a_page_goes_on_from_what_was_unpublished_meanwhile(
    showing: Showing, read: Callable[..., list[FeedEntry]], library: Library
) -> None:
    ids = [showing.production(f"Take {number}") for number in range(3)]
    with library.unit_of_work(1) as work:
        work.publications.unpublish(ids[1])

    assert [one.publication_id for one in read(before_id=ids[1])] == [ids[0]]
    with pytest.raises(NotFound, match=r"no publication 99 .*from its beginning"):
        read(before_id=99)
