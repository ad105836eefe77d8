"""Captions burned into the picture, and captions that are not."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import msgspec
import numpy as np

from timeline_studio.render.rendered_items import rendered_items
from timeline_studio.timeline.model import Caption, Generator, Timeline, Track

Make = Callable[..., Any]
RATE = Fraction(25)


def _captioned(film: Make, *, burned_in: bool = True, hidden: bool = False) -> Timeline:
    """A second of grey; a caption from frame 5 until before 12, and one that outlasts it."""
    plan = film(RATE)
    grey = Generator(id="grey", start=0, duration=plan.time(25), color="#808080")
    first = Caption(
        id="one", start=plan.time(5), duration=plan.time(12) - plan.time(5), text="Hello"
    )
    last = Caption(id="two", start=plan.time(20), duration=plan.time(40), text="Bye", place="top")
    track = Track(id="C1", kind="caption", items=(first, last), burned_in=burned_in, hidden=hidden)
    timeline = plan.timeline((grey,))
    return msgspec.structs.replace(timeline, tracks=(*timeline.tracks, track))


def _differing(pictures: list[np.ndarray]) -> list[tuple[bool, bool]]:
    """Of each picture, whether its upper and its lower half show more than grey."""
    return [
        tuple(bool((np.abs(half.astype(int) - 128) > 40).any()) for half in (p[:90], p[90:]))
        for p in pictures
    ]


def test_burned_in_captions_are_in_exactly_their_frames(film: Make, render: Make):
    rendered = render(_captioned(film))

    shown = _differing([rendered.rgb(n) for n in range(len(rendered.pictures))])

    assert len(shown) == 25  # the last caption makes it no longer
    assert [n for n, (_, lower) in enumerate(shown) if lower] == list(range(5, 12))
    assert [n for n, (upper, _) in enumerate(shown) if upper] == list(range(20, 25))


def test_the_monitors_picture_is_the_exports(film: Make, picture_at: Make):
    pictures = [picture_at(_captioned(film), n) for n in (4, 5, 11, 12, 20)]
    assert _differing(pictures) == [
        (False, False),
        (False, True),
        (False, True),
        (False, False),
        (True, False),
    ]


def test_captions_that_are_sent_beside_it_leave_the_picture_alone(film: Make, render: Make):
    beside = render(_captioned(film, burned_in=False)).path.read_bytes()
    hidden = render(_captioned(film, hidden=True)).path.read_bytes()
    timeline = _captioned(film)
    without = render(msgspec.structs.replace(timeline, tracks=timeline.tracks[:1]))
    assert beside == hidden == without.path.read_bytes()


def test_only_burned_in_captions_are_part_of_what_is_rendered(film: Make):
    names = [{each.id for each in rendered_items(_captioned(film, burned_in=on))} for on in (1, 0)]
    assert names == [{"grey", "one", "two"}, {"grey"}]


def test_a_disabled_caption_is_not_seen(film: Make, picture_at: Make):
    timeline = _captioned(film)
    off = tuple(msgspec.structs.replace(each, enabled=False) for each in timeline.tracks[1].items)
    track = msgspec.structs.replace(timeline.tracks[1], items=off)
    timeline = msgspec.structs.replace(timeline, tracks=(timeline.tracks[0], track))
    assert _differing([picture_at(timeline, 6)]) == [(False, False)]
