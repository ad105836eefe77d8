"""Where the words of a caption are parted when it is cut in two."""

import pytest

from timeline_studio.timeline.captions.parting import parting


@pytest.mark.parametrize(
    ("text", "share", "first"),
    [
        ("Hello there. How are you?", 0.5, "Hello there."),
        ("one two three four", 0.5, "one two"),
        ("first line\nand a longer second one", 0.5, "first line"),
        ("well, that is something else", 0.3, "well,"),
        ("one two", 0.01, "one"),
    ],
)
def test_text_is_parted_near_the_time_where_something_ends(text, share, first):
    assert text[: parting(text, share)] == first


@pytest.mark.parametrize("text", ["", "word", " word ", "\n"])
def test_one_word_is_not_parted(text):
    assert parting(text, 0.5) is None
