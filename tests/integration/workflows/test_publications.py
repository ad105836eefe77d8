"""Publishing as a creator does it, on both databases: spaces, who sees what, and the feeds."""

import dataclasses
from collections.abc import Iterator

import pytest

from timeline_studio.library import Library, LibraryError, NotFound, Space
from timeline_studio.workflows import Studio, publications
from timeline_studio.workflows.publications import PublicationError

HOSTILE_NAMES = [
    "../../etc/passwd",
    "a\x00b",
    "👩‍👩‍👧 & 🎬",
    "x" * 255,
    "'); DROP TABLE spaces; --",
    "<script>alert(1)</script>",
]


@pytest.fixture
def mine(studio: Studio, address: str) -> Iterator[Studio]:
    with Library.open(address) as library:
        yield dataclasses.replace(studio, library=library)


@pytest.fixture
def theirs(mine: Studio) -> Studio:
    return dataclasses.replace(mine, user_id=2)


@pytest.fixture
def sea(mine: Studio) -> Space:
    return publications.add_space(mine, "The sea")


@pytest.fixture
def completed(mine: Studio) -> int:
    return production(mine, "Trailer")


def production(studio: Studio, name: str, status: str = "completed") -> int:
    with studio.unit_of_work() as work:
        upload = work.uploads.add(
            s3_bucket="media", s3_key=f"videos/{name}.mp4", original_filename=f"{name}.mp4"
        )
        made = work.productions.add(upload.id, name)
        work.productions.update(made.id, status=status, output_prefix=f"2026-11/21/{name}/01/")
        return made.id


def test_a_published_production_is_in_the_feeds_until_it_is_unpublished(
    mine: Studio, theirs: Studio, sea: Space, completed: int
) -> None:
    made = publications.publish(mine, completed, sea.id)

    for feed in (publications.global_feed(theirs), publications.space_feed(theirs, "the-sea")):
        (entry,) = feed
        assert (entry.publication_id, entry.name) == (made.id, "Trailer")
        assert entry.output_prefix == "2026-11/21/Trailer/01/"
    (row,) = publications.list_publications(mine)
    assert (row.name, row.space.slug, row.publication.status) == ("Trailer", "the-sea", "published")
    assert publications.list_publications(theirs) == []
    ((space, count),) = [(row.space, row.published) for row in publications.list_spaces(theirs)]
    assert (space.name, count) == ("The sea", 1)

    publications.unpublish(mine, made.id)

    assert publications.global_feed(theirs) == publications.space_feed(theirs, "the-sea") == []
    assert publications.list_publications(mine) == []
    (row,) = publications.list_publications(mine, include_unpublished=True)
    assert row.publication.unpublished_at is not None
    assert publications.list_spaces(mine)[0].published == 0


def test_publishing_again_is_the_same_publication(mine: Studio, sea: Space, completed: int) -> None:
    first = publications.publish(mine, completed, sea.id)
    again = publications.publish(mine, completed, sea.id)

    assert (again.id, again.published_at) == (first.id, first.published_at)


def test_what_is_not_completed_is_not_published(mine: Studio, sea: Space) -> None:
    for status, advice in (("processing", "Wait until"), ("queued", "Wait"), ("failed", "Retry")):
        made = production(mine, f"A {status} one", status)
        with pytest.raises(PublicationError, match=f"“A {status} one” cannot .*{advice}"):
            publications.publish(mine, made, sea.id)

    assert publications.list_publications(mine, include_unpublished=True) == []


def test_who_sees_a_publication_is_changed_one_thing_at_a_time(
    mine: Studio, sea: Space, completed: int
) -> None:
    made = publications.publish(mine, completed, sea.id)

    publications.change_publication(mine, made.id, visible_in_global=False)
    assert publications.global_feed(mine) == []
    assert len(publications.space_feed(mine, "the-sea")) == 1
    publications.change_publication(mine, made.id, visible_in_global=True, visibility="members")
    assert publications.global_feed(mine) == []
    publications.change_publication(mine, made.id, visibility="public", visible_in_space=False)
    assert len(publications.global_feed(mine)) == 1
    assert publications.space_feed(mine, "the-sea") == []


def test_a_deleted_production_is_nowhere(mine: Studio, sea: Space, completed: int) -> None:
    publications.publish(mine, completed, sea.id)
    publications.publish(mine, completed, publications.add_space(mine, "Air").id)

    with mine.unit_of_work() as work:
        assert publications.unpublish_all(work, completed) == 2
        work.productions.request_deletion(completed)

    assert publications.global_feed(mine) == []
    with pytest.raises(PublicationError, match="is being deleted"):
        publications.publish(mine, completed, sea.id)
    with mine.unit_of_work() as work:
        work.productions.delete(completed)
    publications.remove_space(mine, sea.id)
    assert [row.space.name for row in publications.list_spaces(mine)] == ["Air"]


def test_anothers_is_not_found(mine: Studio, theirs: Studio, sea: Space, completed: int) -> None:
    made = publications.publish(mine, completed, sea.id)

    with pytest.raises(NotFound, match="publication"):
        publications.unpublish(theirs, made.id)
    with pytest.raises(NotFound, match="publication"):
        publications.change_publication(theirs, made.id, visibility="public")
    with pytest.raises(NotFound, match="production"):
        publications.publish(theirs, completed, sea.id)

    (row,) = publications.list_publications(mine)
    assert (row.publication.status, row.publication.visibility) == ("published", "inherit")


def test_spaces_take_any_name_and_do_no_harm(mine: Studio, completed: int) -> None:
    for name in HOSTILE_NAMES:
        space = publications.add_space(mine, f"  {name}\n")
        publications.publish(mine, completed, space.id)
        assert space.name == name.replace("\x00", " ")
        assert set(space.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert publications.find_space(mine, space.slug).id == space.id
        assert len(publications.space_feed(mine, space.slug)) == 1

    assert len(publications.list_spaces(mine)) == len(HOSTILE_NAMES)
    for text in (*HOSTILE_NAMES, "%", "' OR ''='"):
        with pytest.raises(NotFound):
            publications.space_feed(mine, text)


def test_a_name_that_is_none_is_refused(mine: Studio, sea: Space) -> None:
    for name, words in ((" \x00\n ", "needs a name"), ("x" * 256, "at most 255 characters")):
        with pytest.raises(PublicationError, match=words):
            publications.add_space(mine, name)
        with pytest.raises(PublicationError, match=words):
            publications.rename_space(mine, sea.id, name)

    assert [row.space.name for row in publications.list_spaces(mine)] == ["The sea"]


def test_a_name_that_no_database_keeps_is_refused(mine: Studio) -> None:
    with pytest.raises(LibraryError, match="not valid Unicode"):
        publications.add_space(mine, "lone \ud800 half")


def test_a_space_is_renamed_and_removed(mine: Studio, theirs: Studio, sea: Space) -> None:
    assert publications.rename_space(theirs, sea.id, "Ocean").slug == "the-sea"
    assert publications.find_space(mine, "the-sea").name == "Ocean"

    publications.remove_space(mine, sea.id)

    assert publications.list_spaces(theirs) == []


def test_a_word_that_is_no_visibility_is_refused() -> None:
    assert publications.visibility_of("members") == "members"
    with pytest.raises(PublicationError, match="Choose inherit, members, public"):
        publications.visibility_of("everyone'; --")
