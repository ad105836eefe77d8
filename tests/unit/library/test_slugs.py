"""Slugs: short words that are safe in addresses and file names, whatever a name holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.library.slugs import free_slug, is_slug, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("The Sea", "the-sea"),
        ("Été à la Mer!", "ete-a-la-mer"),
        ("Mum's films", "mums-films"),
        ("../../etc/passwd", "etc-passwd"),
        ("'; DROP TABLE spaces; --", "drop-table-spaces"),
        ("a\x00b", "a-b"),
        ("🎬🌊", "space"),
        ("海", "space"),
        ("x" * 255, "x" * 80),
    ],
)
def test_a_slug_says_what_the_name_says(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text())
def test_whatever_the_name_its_slug_is_one(name: str) -> None:
    assert is_slug(slug_of(name))


@pytest.mark.parametrize(
    "text", ["", "Sea", "a b", "../a", "a--b", "-a", "a-", "é", "a\n", "a" * 192]
)
def test_what_is_no_slug_is_told(text: str) -> None:
    assert not is_slug(text)


def test_a_taken_slug_gets_the_first_free_number() -> None:
    assert free_slug("Sea", set()) == "sea"
    assert free_slug("Sea", {"sea", "sea-2", "sea-4"}) == "sea-3"
