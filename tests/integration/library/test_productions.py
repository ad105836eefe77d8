"""Productions, each user's own."""

from collections.abc import Callable
from typing import Any

import pytest

from timeline_studio.library import Library, NotFound, Production


@pytest.fixture
def production(library: Library, rows: Any) -> Production:
    with library.unit_of_work(1) as work:
        made: Production = work.productions.add(
            rows.upload(work, modified_filename="Beach").id, config={"profile": "both"}
        )
    return made


def test_a_new_production_is_queued_with_a_ulid_of_its_own(
    library: Library, production: Production
) -> None:
    with library.unit_of_work(1) as work:
        again = work.productions.add(production.upload_id, "Again")

    assert (production.status, production.config) == ("queued", {"profile": "both"})
    assert (again.name, again.config) == ("Again", None)
    assert len(production.ulid) == 26
    assert again.ulid > production.ulid


def test_a_production_is_found_by_its_ulid(library: Library, production: Production) -> None:
    with library.unit_of_work(1) as work:
        assert work.productions.get_by_ulid(production.ulid).id == production.id


def test_updates_are_kept_and_dated(library: Library, production: Production) -> None:
    with library.unit_of_work(1) as work:
        work.productions.update(production.id, status="processing", config={"a": [1, {"b": None}]})

    with library.unit_of_work(1) as work:
        kept = work.productions.get(production.id)
        assert (kept.status, kept.config) == ("processing", {"a": [1, {"b": None}]})
        assert kept.updated_at > production.created_at


def test_a_status_that_does_not_exist_is_a_bug(library: Library, production: Production) -> None:
    with pytest.raises(Exception, match="asleep"), library.unit_of_work(1) as work:
        work.productions.update(production.id, status="asleep")


def test_productions_come_in_pages_with_their_uploads(
    library: Library, production: Production
) -> None:
    with library.unit_of_work(1) as work:
        for _ in range(4):
            work.productions.add(production.upload_id)

        page = work.productions.list(limit=2, before_id=5)
        assert [one.id for one, _ in page] == [4, 3]
        assert {upload.name for _, upload in page} == {"Beach"}
        assert len(work.productions.list()) == 5


def test_productions_are_searched_by_the_name_that_is_shown(
    library: Library, production: Production
) -> None:
    with library.unit_of_work(1) as work:
        named = work.productions.add(production.upload_id, "Trailer")

        assert [one.id for one, _ in work.productions.list(search="beach")] == [production.id]
        assert [one.id for one, _ in work.productions.list(search="TRAIL")] == [named.id]


def test_what_is_unfinished_is_listed_oldest_first(
    library: Library, production: Production
) -> None:
    with library.unit_of_work(1) as work:
        for status in ("completed", "pending", "failed", "processing", "pending_media"):
            made = work.productions.add(production.upload_id)
            work.productions.update(made.id, status=status)

        assert [one.status for one in work.productions.unfinished()] == [
            "queued",
            "pending",
            "processing",
            "pending_media",
        ]


@pytest.mark.parametrize(
    "reach",
    [
        lambda work, theirs: work.productions.get(theirs.id),
        lambda work, theirs: work.productions.get_by_ulid(theirs.ulid),
        lambda work, theirs: work.productions.update(theirs.id, name="mine"),
    ],
    ids=["get", "get_by_ulid", "update"],
)
def test_anothers_production_is_not_found(
    library: Library, production: Production, reach: Callable[[Any, Production], object]
) -> None:
    with library.unit_of_work(2) as work:
        with pytest.raises(NotFound, match="production"):
            reach(work, production)
        assert work.productions.list() == []
        assert work.productions.unfinished() == []
    with library.unit_of_work(1) as work:
        assert work.productions.get(production.id).name is None
