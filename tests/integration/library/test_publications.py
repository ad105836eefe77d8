"""Publishing: one row for a production and a space, whatever happens to it and at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import event, insert

from timeline_studio.library import (
    Library,
    LibraryError,
    NotFound,
    Production,
    Space,
    SpacePublication,
)


@pytest.fixture
def production(library: Library, rows: Any) -> Production:
    with library.unit_of_work(1) as work:
        made: Production = work.productions.add(
            rows.upload(work, modified_filename="Beach").id, name="Trailer"
        )
    return made


@pytest.fixture
def sea(library: Library) -> Space:
    with library.unit_of_work(1) as work:
        return work.spaces.add("The sea")


def publish(library: Library, production: Production, space: Space) -> SpacePublication:
    def step(work: Any) -> SpacePublication:
        published: SpacePublication = work.publications.publish(production.id, space.id)
        return published

    return library.run(1, step)


def test_a_production_is_published_in_a_space(
    library: Library, production: Production, sea: Space
) -> None:
    publish(library, production, sea)

    with library.unit_of_work(1) as work:
        ((kept, space, made, upload),) = work.publications.list()
        assert made is not None
        assert (kept.upload_id, kept.production_id, kept.space_id) == (upload.id, made.id, sea.id)
        assert (kept.status, kept.visibility, kept.owner_user_id) == ("published", "inherit", 1)
        assert (kept.visible_in_space, kept.visible_in_global) == (True, True)
        assert kept.published_at is not None
        assert kept.unpublished_at is None
        assert (space.name, made.name, upload.name) == ("The sea", "Trailer", "Beach")


def test_publishing_twice_changes_only_who_sees_it(
    library: Library, production: Production, sea: Space
) -> None:
    first = publish(library, production, sea)
    with library.unit_of_work(1) as work:
        again = work.publications.publish(
            production.id, sea.id, visibility="members", visible_in_global=False
        )

    assert (again.id, again.published_at) == (first.id, first.published_at)
    assert (again.visibility, again.visible_in_global) == ("members", False)


def test_what_is_unpublished_keeps_its_row_and_comes_back_to_it(
    library: Library, production: Production, sea: Space
) -> None:
    first = publish(library, production, sea)
    with library.unit_of_work(1) as work:
        gone = work.publications.unpublish(first.id)
        assert work.publications.list() == []
        assert len(work.publications.list(include_unpublished=True)) == 1
    assert (gone.status, gone.published_at) == ("unpublished", first.published_at)
    assert gone.unpublished_at is not None

    with library.unit_of_work(1) as work:
        assert work.publications.unpublish(first.id).unpublished_at == gone.unpublished_at
    back = publish(library, production, sea)

    assert (back.id, back.status, back.unpublished_at) == (first.id, "published", None)
    assert back.published_at is not None
    assert first.published_at is not None
    assert back.published_at > first.published_at


def test_many_that_publish_at_once_make_one_row(
    library: Library, production: Production, sea: Space
) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: publish(library, production, sea), range(8)))

    assert len({one.id for one in made}) == 1
    with library.unit_of_work(1) as work:
        assert len(work.publications.list(include_unpublished=True)) == 1


def test_many_that_publish_and_unpublish_at_once_agree_on_one_row(
    library: Library, production: Production, sea: Space
) -> None:
    first = publish(library, production, sea)

    def turn(number: int) -> None:
        if number % 2:
            publish(library, production, sea)
        else:
            library.run(1, lambda work: work.publications.unpublish(first.id))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(turn, range(8)))

    with library.unit_of_work(1) as work:
        ((kept, *_),) = work.publications.list(include_unpublished=True)
    assert (kept.unpublished_at is None) == (kept.status == "published")


def test_a_row_that_another_program_adds_in_that_moment_is_taken(
    library: Library, production: Production, sea: Space
) -> None:
    """The web application does not wait for our locks."""
    added: list[int] = []

    @event.listens_for(library._engine, "after_cursor_execute")
    def add_theirs(connection: Any, _cursor: object, said: str, *_: object) -> None:
        if "FROM space_publications" in said and not added:
            added.append(1)
            connection.execute(
                insert(SpacePublication).values(
                    upload_id=production.upload_id,
                    production_id=production.id,
                    space_id=sea.id,
                    status="pending",
                )
            )

    published = publish(library, production, sea)

    assert added
    assert (published.status, published.owner_user_id) == ("published", 1)


def test_what_a_space_rejected_is_not_published_there(
    library: Library, production: Production, sea: Space
) -> None:
    first = publish(library, production, sea)
    with library.unit_of_work(1) as work:
        work.publications.update(first.id, status="rejected")

    with pytest.raises(LibraryError, match="“The sea” has rejected"):
        publish(library, production, sea)


def test_publications_come_in_pages_and_are_searched_by_what_is_shown(
    library: Library, production: Production, sea: Space
) -> None:
    with library.unit_of_work(1) as work:
        nameless = work.productions.add(production.upload_id)
        ids = [
            work.publications.publish(made.id, space.id).id
            for made in (production, nameless)
            for space in (sea, work.spaces.add("50% off"))
        ]

        def found(**asked: Any) -> list[int]:
            return [one.id for one, *_ in work.publications.list(**asked)]

        assert found() == ids[::-1]
        assert found(limit=2) == ids[:1:-1]
        assert found(limit=2, before_id=ids[2]) == ids[1::-1]
        assert found(production_id=production.id) == [ids[1], ids[0]]
        assert found(search="TRAIL") == [ids[1], ids[0]]
        assert found(search="beach") == [ids[3], ids[2]]
        assert found(search="the SEA") == [ids[2], ids[0]]
        assert found(search="0%") == [ids[3], ids[1]]
        assert found(search="' OR 1=1 --") == []


def test_a_publication_older_than_owners_belongs_to_the_owner_of_its_upload(
    library: Library, production: Production, sea: Space
) -> None:
    with library.unit_of_work(1) as work:
        old = SpacePublication(upload_id=production.upload_id, space_id=sea.id, status="published")
        work._session.add(old)
        work._session.flush()

        ((kept, _, made, upload),) = work.publications.list()
        assert (kept.id, made, upload.name) == (old.id, None, "Beach")
        assert work.publications.unpublish(old.id).status == "unpublished"
    with library.unit_of_work(2) as work:
        assert work.publications.list(include_unpublished=True) == []


@pytest.mark.parametrize(
    "reach",
    [
        lambda publications, row_id: publications.get(row_id),
        lambda publications, row_id: publications.update(row_id, status="published"),
        lambda publications, row_id: publications.unpublish(row_id),
    ],
    ids=["get", "update", "unpublish"],
)
def test_anothers_publication_is_not_found(
    library: Library, production: Production, sea: Space, reach: Callable[[Any, int], object]
) -> None:
    publication = publish(library, production, sea)

    with library.unit_of_work(2) as work:
        with pytest.raises(NotFound, match=f"publication {publication.id}"):
            reach(work.publications, publication.id)
        assert work.publications.list(include_unpublished=True) == []
    with library.unit_of_work(1) as work:
        assert work.publications.get(publication.id).status == "published"


@pytest.mark.parametrize(
    "reach",
    [
        lambda work, production, space: work.publications.publish(production, space),
        lambda work, production, _space: work.publications.unpublish_of_production(production),
    ],
    ids=["publish", "unpublish_of_production"],
)
def test_anothers_production_is_not_found(
    library: Library,
    production: Production,
    sea: Space,
    reach: Callable[[Any, int, int], object],
) -> None:
    publish(library, production, sea)

    with library.unit_of_work(2) as work, pytest.raises(NotFound, match="production"):
        reach(work, production.id, sea.id)
    with library.unit_of_work(1) as work:
        ((kept, *_),) = work.publications.list()
        assert kept.status == "published"


def test_a_space_that_is_not_there_is_not_found(library: Library, production: Production) -> None:
    with library.unit_of_work(1) as work, pytest.raises(NotFound, match="space 99"):
        work.publications.publish(production.id, 99)


def test_a_production_is_taken_out_of_every_space(
    library: Library, production: Production, sea: Space
) -> None:
    publish(library, production, sea)
    with library.unit_of_work(1) as work:
        other = work.productions.add(production.upload_id)
        work.publications.publish(other.id, sea.id)
        work.publications.publish(production.id, work.spaces.add("Air").id)

        assert work.publications.unpublish_of_production(production.id) == 2
        assert work.publications.unpublish_of_production(production.id) == 0

    with library.unit_of_work(1) as work:
        ((_, _, left, _),) = work.publications.list()
        assert left is not None
        assert left.id == other.id


def test_a_space_is_removed_with_what_was_unpublished_and_never_with_more(
    library: Library, production: Production, sea: Space
) -> None:
    publication = publish(library, production, sea)
    with library.unit_of_work(2) as work:
        assert work.spaces.published() == {sea.id: 1}
        with pytest.raises(LibraryError, match="“The sea” cannot be removed: 1 publication"):
            work.spaces.remove(sea.id)

    with library.unit_of_work(1) as work:
        work.publications.unpublish(publication.id)
        assert work.spaces.published() == {}
        work.spaces.remove(sea.id)

    with library.unit_of_work(1) as work:
        assert work.spaces.list() == []
        assert work.publications.list(include_unpublished=True) == []


def test_a_space_that_is_removed_while_it_is_published_into_is_gone_or_full(
    library: Library, production: Production
) -> None:
    """Never half of it: whoever comes second is told."""

    def tried(step: Callable[[Any], object]) -> bool:
        try:
            library.run(1, step)
        except LibraryError:
            return False
        return True

    for number in range(4):
        with library.unit_of_work(1) as work:
            space = work.spaces.add(f"Space {number}")
        with ThreadPoolExecutor(2) as threads:
            shown = threads.submit(
                tried, lambda work, at=space.id: work.publications.publish(production.id, at)
            )
            removed = threads.submit(tried, lambda work, at=space.id: work.spaces.remove(at))
        with library.unit_of_work(1) as work:
            is_there = space.id in {one.id for one in work.spaces.list()}
        assert shown.result() is not removed.result()
        assert is_there is shown.result()
