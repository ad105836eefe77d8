"""Languages by code and name, and what makes captions hard to read."""

import pytest

from timeline_studio.timeline import Caption
from timeline_studio.timeline.captions import (
    LANGUAGES,
    find_language,
    language_name,
    letters_a_second,
    long_code,
    warnings_of,
)
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("en", "eng"),
        ("ENG", "eng"),
        ("en-GB", "eng"),
        ("pt_BR", "por"),
        ("German", "deu"),
        ("ger", "deu"),
        ("Norwegian Bokmål", "nob"),
    ],
)
def test_a_language_is_found_by_its_codes_and_its_name(word, code):
    found = find_language(word)
    assert found is not None
    assert found.long == code


@pytest.mark.parametrize("word", ["", "xx", "Klingon", "final"])
def test_what_is_no_language_is_not_found(word):
    assert find_language(word) is None


def test_every_language_has_codes_of_its_own():
    assert len(LANGUAGES) > 180
    for part in ("short", "long", "name"):
        assert len({getattr(each, part) for each in LANGUAGES}) == len(LANGUAGES)


def test_a_code_has_a_name_and_three_letters():
    assert (language_name("de"), long_code("de")) == ("German", "deu")
    assert (language_name(""), long_code("")) == ("Unknown language", "und")
    assert (language_name("tlh"), long_code("tlh")) == ("tlh", "tlh")


def _caption(text: str, seconds: float = 3) -> Caption:
    return Caption(id="c", start=0, duration=round(seconds * SECOND), text=text)


def test_how_fast_a_caption_is_to_be_read():
    assert letters_a_second(_caption("ten letter\n  ten letter", 2)) == 10


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        (_caption("All is well"), []),
        (_caption("This is said within one second", 1), ["30 letters a second: more than 20"]),
        (_caption("x" * 43), ["a line of 43 letters: more than 42"]),
        (_caption("a\nb\nc"), ["3 lines: more than 2"]),
        (_caption("No!", 0.5), ["on for less than 5/6 of a second"]),
        (_caption(" \n"), ["says nothing"]),
    ],
)
def test_what_is_hard_to_read_is_said(caption, words):
    assert warnings_of(caption) == words
