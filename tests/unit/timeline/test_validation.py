"""The rules of a timeline."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import (
    Clip,
    DocumentError,
    Generator,
    Marker,
    MediaReference,
    Timeline,
    Title,
    Track,
    Transition,
    edits,
)
from timeline_studio.timeline.validation import validate

TITLE = Title(id="t", start=0, duration=1, text="Hi")
CLIP = Clip(id="c", start=0, duration=1, media=MediaReference(url="file:///c.mp4", name="c.mp4"))


def _on_v(*items, **fields):
    return Timeline(tracks=(Track(id="v", kind="video", items=items, **fields),))


def test_an_edited_timeline_is_valid(draw, second):
    timeline = edits.add_transition(draw(V="AABB", A="aabb"), "V", 2 * second, second)

    assert validate(timeline) is None


@pytest.mark.parametrize(
    ("timeline", "message"),
    [
        (Timeline(rate=Fraction(0)), "rate is 0"),
        (Timeline(width=-2), "width and height"),
        (Timeline(sample_rate=0), "sample rate"),
        (Timeline(tracks=(Track(id="v", kind="video"),) * 2), "Two tracks have the same id “v”"),
        (_on_v(TITLE, replace(TITLE, start=1)), "Two items have the same id “t”"),
        (_on_v(replace(TITLE, id="")), "item has no id"),
        (_on_v(replace(TITLE, start=-1)), "“untitled title” on V1 starts before"),
        (_on_v(replace(TITLE, duration=0)), "has no length"),
        (_on_v(replace(TITLE, duration=2**60)), "“untitled title” on V1 has a time of more than"),
        (_on_v(replace(CLIP, source_start=-(2**60))), "“c.mp4” on V1 has a time of more than"),
        (Timeline(markers=(Marker(id="m", time=2**60),)), "Marker “” of .* a time of more than"),
        (_on_v(replace(TITLE, size=float("nan"))), "not finite"),
        (_on_v(replace(TITLE, color="red")), "“red” is not a colour"),
        (_on_v(Generator(id="g", start=0, duration=1, color="#12")), "not a colour"),
        (Timeline(tracks=(Track(id="a", kind="audio", items=(TITLE,)),)), "on A1 has no sound"),
        (Timeline(markers=(Marker(id="m", time=0),) * 2), "same id “m”"),
        (Timeline(markers=(Marker(id="m", time=0, duration=-1),)), "negative length"),
    ],
)
def test_what_is_wrong_is_named(timeline, message):
    with pytest.raises(DocumentError, match=message):
        validate(timeline)


def test_items_must_be_in_order_and_apart(draw, second):
    track = draw(V="AABB").tracks[0]
    first, last = track.items

    with pytest.raises(DocumentError, match="V: “A” is out of order after “B”"):
        validate(Timeline(tracks=(replace(track, items=(last, first)),)))
    with pytest.raises(DocumentError, match="V: “A” and “B” overlap"):
        validate(Timeline(tracks=(replace(track, items=(first, replace(last, start=second))),)))


def test_a_clip_must_name_its_media(draw):
    track = draw(V="A").tracks[0]
    clip = track.items[0]
    nameless = replace(clip, media=replace(clip.media, url=""))

    with pytest.raises(DocumentError, match="names no media"):
        validate(Timeline(tracks=(replace(track, items=(nameless,)),)))


@pytest.mark.parametrize(
    ("cut", "before", "after", "message"),
    [
        (1, 1, 1, "not on a cut"),
        (0, 0, 1, "not on a cut"),
        (5, 1, 1, "not on a cut"),
        (2, 0, 0, "no length"),
        (2, -1, 2, "negative"),
        (2, 3, 0, "from “A” to “B” is longer"),
        (2, 0, 2, "longer"),
    ],
)
def test_a_transition_must_fit_on_its_cut(draw, second, cut, before, after, message):
    track = draw(V="AAB.C").tracks[0]
    transition = Transition(
        id="t", cut=cut * second, in_offset=before * second, out_offset=after * second
    )

    with pytest.raises(DocumentError, match=message):
        validate(Timeline(tracks=(replace(track, transitions=(transition,)),)))
