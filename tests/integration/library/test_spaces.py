"""Spaces: everyone's, with addresses that are safe whatever their names are."""

import pytest

from timeline_studio.library import Library, LibraryError, NotFound

HOSTILE_NAMES = [
    "../../etc/passwd",
    "'; DROP TABLE spaces; --",
    "a\x00b",
    "👩‍👩‍👧 海",
    "%_%",
    "x" * 255,
]


def test_names_are_kept_to_the_letter_whatever_they_hold(library: Library) -> None:
    for name in HOSTILE_NAMES:
        with library.unit_of_work(1) as work:
            slug = work.spaces.add(name).slug
        with library.unit_of_work(2, read_only=True) as work:
            assert work.spaces.get_by_slug(slug).name == name


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


def test_an_address_that_is_none_is_refused_with_one_that_is(library: Library) -> None:
    with (
        pytest.raises(LibraryError, match=r"lower-case .* such as “the-sea”"),
        library.unit_of_work(1) as work,
    ):
        work.spaces.add("Sea", slug="../The Sea")


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
