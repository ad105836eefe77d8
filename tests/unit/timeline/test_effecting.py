"""Values and keyframes of items, fades, and what cutting and stretching makes of them."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline_studio.timeline import DocumentError, EditError, Timeline, edits
from timeline_studio.timeline.effects.animation import INTERPOLATIONS, Keyframe, value_at
from timeline_studio.timeline.effects.fade import Fade, share_in, share_out, visible
from timeline_studio.timeline.effects.properties import has_property, names_on, property_of
from timeline_studio.timeline.effects.transform import AS_IT_IS, Transform
from timeline_studio.timeline.model import Caption, Clip, Item, MediaReference, Title, Track
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.validation import validate

RAMP = (
    Keyframe(100, 0.0),
    Keyframe(200, 1.0, "ease"),
    Keyframe(300, 0.5, "hold"),
    Keyframe(400, 0),
)


def test_a_value_is_exact_at_keyframes_and_goes_between_them_as_they_say() -> None:
    assert [value_at(RAMP, key.time) for key in RAMP] == [0, 1, 0.5, 0]
    assert (value_at(RAMP, 0), value_at(RAMP, 125), value_at(RAMP, 399)) == (0, 0.25, 0.5)
    assert value_at(RAMP, 225) == pytest.approx(1 - 0.5 * (3 / 16 - 2 / 64))
    assert value_at(RAMP, 900) == 0
    assert value_at(0.7, 5) == 0.7


def _item(timeline: Timeline, item_id: str = "A") -> Any:
    return find_item(timeline, item_id)[1]


def _looks(item: Item, time: int) -> list[float]:
    """All that can be seen of it at the timeline's time."""
    assert not isinstance(item, Caption)
    at = time - item.start
    names = ("x", "opacity", "gain_db")
    values = [value_at(property_of(item, name), at) for name in names]
    return [*values, share_in(item.fade_in, at), share_out(item.fade_out, item.duration - at)]


@given(data=st.data())
def test_both_halves_of_a_split_look_as_the_whole_did(data: st.DataObject) -> None:
    keys = data.draw(
        st.dictionaries(
            st.integers(-50, 150),
            st.tuples(st.floats(-1, 1), st.sampled_from(INTERPOLATIONS)),
            min_size=1,
            max_size=4,
        )
    )
    moving = tuple(Keyframe(time, *keys[time]) for time in sorted(keys))
    fades = st.none() | st.builds(Fade, st.integers(20, 150), st.integers(0, 19))
    clip = Clip(
        id="A",
        start=1000,
        duration=100,
        media=MediaReference(url="upload:1"),
        transform=Transform(x=moving),
        opacity=moving,
        gain_db=moving,
        fade_in=data.draw(fades),
        fade_out=data.draw(fades),
    )
    whole = Timeline(tracks=(Track(id="V1", kind="video", items=(clip,)),))
    cut = data.draw(st.integers(1001, 1099))

    halves = edits.split(whole, ["A"], cut)

    left, right = halves.tracks[0].items
    for time in range(1000, 1100):
        half = left if time < cut else right
        assert _looks(half, time) == pytest.approx(_looks(clip, time), abs=1e-12)
    assert edits.join_through(halves, "V1", cut) == whole


def test_clips_that_look_different_are_not_joined(draw, second) -> None:
    timeline = edits.split(draw(V1="AAAA"), ["A"], 2 * second)
    changed = edits.set_property(timeline, ["A"], "opacity", 0.5, time=0)
    with pytest.raises(EditError, match="do not go on"):
        edits.join_through(changed, "V1", 2 * second)


def test_a_value_is_set_for_good_until_there_is_a_keyframe(draw, second) -> None:
    timeline = draw(V1=".AAAA")

    still = edits.set_property(timeline, ["A"], "opacity", 0.5, time=3 * second)
    moving = edits.add_keyframe(still, ["A"], "opacity", 2 * second, "ease")
    set_again = edits.set_property(moving, ["A"], "opacity", 1, time=3 * second)

    assert _item(still).opacity == 0.5
    assert _item(moving).opacity == (Keyframe(second, 0.5, "ease"),)
    assert _item(set_again).opacity == (
        Keyframe(second, 0.5, "ease"),
        Keyframe(2 * second, 1.0, "ease"),
    )


def test_keyframes_are_moved_and_removed(draw, second) -> None:
    timeline = draw(V1="AAAA")
    for at, value in ((0, 0.0), (second, 0.5), (2 * second, 1.0)):
        timeline = edits.add_keyframe(timeline, ["A"], "x", at)
        timeline = edits.set_property(timeline, ["A"], "x", value, time=at)

    moved = edits.change_keyframe(timeline, "A", "x", second, to=2 * second)
    fewer = edits.remove_keyframe(timeline, ["A"], "x", 2 * second)
    none = edits.remove_keyframe(edits.remove_keyframe(fewer, ["A"], "x", 0), ["A"], "x", second)

    assert _item(moved).transform.x == (Keyframe(0, 0.0), Keyframe(2 * second, 0.5))
    assert [key.time for key in _item(fewer).transform.x] == [0, second]
    assert _item(none).transform.x == 0.5
    assert edits.reset_properties(timeline, ["A"], ["x"]) == draw(V1="AAAA")
    for time, to in ((5, second), (second, 5 * second)):
        with pytest.raises(EditError, match="keyframe"):
            edits.change_keyframe(timeline, "A", "x", time, to=to)


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_value_must_be_in_its_range(value, draw) -> None:
    with pytest.raises(EditError, match="opacity must be between 0 and 1"):
        edits.set_property(draw(V1="A"), ["A"], "opacity", value, time=0)


def test_what_has_no_such_property_is_left_alone(draw, second) -> None:
    timeline = edits.place_on_top(draw(V1="A"), a_title(second), 0)
    changed = edits.set_property(timeline, ["A", "title"], "gain_db", -6, time=0)
    assert _item(changed).gain_db == -6
    assert not has_property(_item(changed, "title"), "pan")
    with pytest.raises(EditError, match="has a gain"):
        edits.set_property(timeline, ["title"], "gain_db", -6, time=0)


def a_title(second: int) -> Item:
    return Title(id="title", start=0, duration=second, text="Hello")


def test_fades_keep_to_the_edges_that_are_trimmed(draw, second) -> None:
    timeline = edits.set_fade(draw(V1="AAAA"), ["A"], "in", second)
    timeline = edits.set_fade(timeline, ["A"], "out", 2 * second)

    trimmed = edits.trim(timeline, "A", start=second, end=3 * second)

    assert _item(trimmed).fade_in == Fade(second)
    assert _item(trimmed).fade_out == Fade(2 * second)
    assert visible(_item(trimmed).fade_in) == second
    assert _item(edits.set_fade(trimmed, ["A"], "in", 0)).fade_in is None
    with pytest.raises(EditError, match="too short for this fade"):
        edits.set_fade(timeline, ["A"], "in", 5 * second)
    with pytest.raises(EditError, match="shorter than nothing"):
        edits.set_fade(timeline, ["A"], "in", -1)


def test_a_fade_that_was_cut_off_comes_back_with_its_pictures(draw, second) -> None:
    timeline = edits.set_fade(draw(V1="AAAA"), ["A"], "in", 2 * second)
    right = edits.split(timeline, ["A"], second).tracks[0].items[1]
    cut = edits.lift(edits.split(timeline, ["A"], second), ["A"])
    cut_id = cut.tracks[0].items[0].id

    assert right.fade_in == Fade(2 * second, second)
    assert _item(edits.trim(cut, cut_id, start=0), cut_id).fade_in == Fade(2 * second)
    assert _item(edits.trim(cut, cut_id, start=2 * second), cut_id).fade_in is None


def test_what_is_overwritten_leaves_the_rest_as_it_was(draw, new_clip, second) -> None:
    timeline = edits.set_fade(draw(V1="AAAA"), ["A"], "out", 2 * second)

    rest = edits.overwrite(timeline, "V1", new_clip("B", 1), 3 * second)

    assert _item(rest).fade_out == Fade(2 * second, second)


def test_keyframes_and_fades_run_as_slowly_as_their_clip(draw, second) -> None:
    timeline = edits.add_keyframe(draw(V1="AAAA"), ["A"], "x", 2 * second)
    timeline = edits.set_fade(timeline, ["A"], "in", second)

    slow = edits.set_speed(timeline, ["A"], Fraction(1, 2))

    assert _item(slow).transform.x == (Keyframe(4 * second, 0.0),)
    assert _item(slow).fade_in == Fade(2 * second)


def test_a_freeze_frame_looks_as_the_picture_did_that_it_holds(draw, second) -> None:
    timeline = edits.add_keyframe(draw(V1="AAAA"), ["A"], "x", 0)
    timeline = edits.set_property(timeline, ["A"], "x", 1, time=4 * second)
    timeline = edits.set_fade(timeline, ["A"], "in", second)

    frozen = edits.freeze_frame(timeline, "A", 2 * second, second).tracks[0].items[1]

    assert (frozen.transform.x, frozen.fade_in) == (0.5, None)


def test_attributes_are_pasted_with_the_look(draw, second) -> None:
    timeline = edits.set_fade(draw(V1="AABB"), ["A"], "in", second)
    timeline = edits.set_flip(timeline, ["A"], across=True)
    timeline = edits.set_blend(timeline, ["A"], "screen")
    timeline = edits.set_property(timeline, ["A"], "pan", -1, time=0)

    pasted = _item(edits.paste_attributes(timeline, ["B"], _item(timeline)), "B")
    plain = edits.paste_attributes(timeline, ["B"], _item(timeline), {"enabled"})

    assert (pasted.fade_in, pasted.blend, pasted.pan) == (Fade(second), "screen", -1)
    assert pasted.transform == Transform(flip_x=True)
    assert plain == timeline
    assert _item(edits.set_flip(timeline, ["A"], across=False)).transform is AS_IT_IS


def test_material_that_is_replaced_looks_as_the_old_did(draw, new_clip, second) -> None:
    timeline = edits.set_property(draw(V1="A"), ["A"], "scale", 2, time=0)
    assert _item(edits.replace_material(timeline, {"A": new_clip("X", 1)})).transform.scale == 2


def test_all_gains_change_with_their_keyframes(draw, second) -> None:
    timeline = edits.add_keyframe(draw(A1="A"), ["A"], "gain_db", 0)
    assert _item(edits.change_gains(timeline, -3)).gain_db == (Keyframe(0, -3.0),)


def test_captions_have_nothing_of_this(second) -> None:
    timeline = edits.add_caption_track(
        Timeline(), [Caption(id="said", start=0, duration=second, text="Hello")]
    )
    with pytest.raises(EditError, match="captions"):
        edits.set_blend(timeline, ["said"], "screen")
    assert names_on("caption") == ()
    assert names_on("audio") == ("gain_db", "pan")
    assert "opacity" in names_on("video")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"opacity": ()}, "no keyframe"),
        ({"opacity": float("nan")}, "not finite"),
        ({"transform": Transform(x=(Keyframe(0, float("inf")),))}, "not finite"),
        ({"opacity": (Keyframe(5, 1.0), Keyframe(5, 0.0))}, "out of order"),
        ({"fade_in": Fade(0)}, "fade without a length"),
        ({"fade_out": Fade(10, 10)}, "fade without a length"),
        ({"opacity": (Keyframe(2**54, 1.0),)}, "147 days"),
    ],
)
def test_a_look_must_be_whole(changes, message, draw) -> None:
    timeline = draw(V1="A")
    track = timeline.tracks[0]
    broken = replace(track, items=(replace(track.items[0], **changes),))
    with pytest.raises(DocumentError, match=message):
        validate(replace(timeline, tracks=(broken,)))
