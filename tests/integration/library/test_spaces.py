"""Spaces: everyone's, with addresses that are safe whatever their names are."""

import pytest

from timeline_studio.library import Library, LibraryError, NotFound

HOSTILE_NAMES = {
    "../../etc/passwd": "etc-passwd",
    "'; DROP TABLE spaces; --": "drop-table-spaces",
    "a\x00b": "a-b",
    "🎬🌊": "space",
    "👩‍👩‍👧 Family": "family",
    "海": "space",
    "Été à la Mer": "ete-a-la-mer",
    "%_%": "space",
    "x" * 255: "x" * 80,
}


@pytest.mark.parametrize(("name", "slug"), HOSTILE_NAMES.items())
def test_the_address_of_a_space_is_made_of_its_name(library: Library, name: str, slug: str) -> None:
    with library.unit_of_work(1) as work:
        made = work.spaces.add(name)

    with library.unit_of_work(2, read_only=True) as work:
        kept = work.spaces.get_by_slug(slug)
        assert (kept.id, kept.name, kept.type) == (made.id, name, "space")


def test_spaces_of_one_name_have_addresses_of_their_own(library: Library) -> None:
    with library.unit_of_work(1) as work:
        slugs = [work.spaces.add(name).slug for name in ("Sea", "Sea", "SEA!", "Sea 2", "Seal")]

    assert slugs == ["sea", "sea-2", "sea-3", "sea-2-2", "seal"]


def test_spaces_are_listed_by_name_for_everyone(library: Library) -> None:
    with library.unit_of_work(1) as work:
        work.spaces.add("The sea", slug="water", space_type="channel")
        work.spaces.add("Air")

    with library.unit_of_work(2) as work:
        found = [(one.name, one.slug, one.type) for one in work.spaces.list()]
    assert found == [("Air", "air", "space"), ("The sea", "water", "channel")]


@pytest.mark.parametrize("slug", ["", "Sea", "a b", "../a", "a--b", "-a", "a-", "é", "a" * 192])
def test_an_address_that_is_none_is_refused_with_one_that_is(library: Library, slug: str) -> None:
    with pytest.raises(LibraryError, match="lower-case"), library.unit_of_work(1) as work:
        work.spaces.add("Sea", slug=slug)


def test_an_address_that_is_taken_is_refused(library: Library) -> None:
    with library.unit_of_work(1) as work:
        work.spaces.add("Sea")

    with pytest.raises(LibraryError, match="“sea” already"), library.unit_of_work(1) as work:
        work.spaces.add("Another", slug="sea")


def test_a_renamed_space_keeps_its_address(library: Library) -> None:
    with library.unit_of_work(1) as work:
        space = work.spaces.add("Sea")
        work.spaces.rename(space.id, "Ocean")

    with library.unit_of_work(1) as work:
        assert work.spaces.get_by_slug("sea").name == "Ocean"


def test_what_is_not_there_is_not_found(library: Library) -> None:
    with library.unit_of_work(1) as work:
        with pytest.raises(NotFound, match="space 7"):
            work.spaces.get(7)
        with pytest.raises(NotFound, match="“sea”"):
            work.spaces.get_by_slug("sea")
        with pytest.raises(NotFound, match="space 7"):
            work.spaces.rename(7, "Sea")
        with pytest.raises(NotFound, match="space 7"):
            work.spaces.remove(7)
