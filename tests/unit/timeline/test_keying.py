"""Single keyframes: put, changed, moved and shaped."""

import pytest

from timeline_studio.timeline import EditError, edits
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.properties import property_of
from timeline_studio.timeline.queries import find_item


def _keys(timeline, name: str = "opacity"):
    return property_of(find_item(timeline, "A")[1], name)


def test_a_keyframe_is_put_changed_and_shaped(draw, second) -> None:
    timeline = edits.put_keyframe(draw(V1=".AAAA"), "A", "opacity", 2 * second, 0.5)
    timeline = edits.put_keyframe(timeline, "A", "opacity", 3 * second, 1.0, interpolation="ease")

    moved = edits.change_keyframe(timeline, "A", "opacity", 2 * second, to=4 * second, value=0.2)
    shaped = edits.change_keyframe(timeline, "A", "opacity", 3 * second, interpolation="hold")
    over = edits.change_keyframe(timeline, "A", "opacity", 2 * second, to=3 * second)

    assert _keys(timeline) == (Keyframe(second, 0.5), Keyframe(2 * second, 1.0, "ease"))
    assert _keys(moved) == (Keyframe(2 * second, 1.0, "ease"), Keyframe(3 * second, 0.2))
    assert _keys(shaped)[1] == Keyframe(2 * second, 1.0, "hold")
    assert _keys(over) == (Keyframe(2 * second, 0.5),)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"to": 0}, "must stay within it"),
        ({"value": 2.0}, "opacity must be between 0 and 1"),
        ({"value": float("nan")}, "between"),
    ],
)
def test_a_keyframe_stays_within_its_clip_and_its_range(changes, message, draw, second) -> None:
    timeline = edits.put_keyframe(draw(V1=".AAAA"), "A", "opacity", 2 * second, 0.5)
    with pytest.raises(EditError, match=message):
        edits.change_keyframe(timeline, "A", "opacity", 2 * second, **changes)


def test_what_is_not_there_cannot_be_changed(draw, second) -> None:
    timeline = draw(V1="AAAA")
    with pytest.raises(EditError, match="no keyframe there"):
        edits.change_keyframe(timeline, "A", "opacity", second, value=0.5)
    with pytest.raises(EditError, match="has no blur radius"):
        edits.put_keyframe(timeline, "A", "blur.1.radius", second, 0.1)


def test_a_keyframe_that_was_cut_off_can_be_shaped(draw, second) -> None:
    """It lies outside of the clip, and stays there."""
    timeline = edits.put_keyframe(draw(V1="AAAA"), "A", "opacity", second, 0.5)
    right = edits.lift(edits.split(timeline, ["A"], 2 * second), ["A"])
    item = right.tracks[0].items[0]
    shaped = edits.change_keyframe(right, item.id, "opacity", second, interpolation="hold")
    assert property_of(shaped.tracks[0].items[0], "opacity") == (Keyframe(-second, 0.5, "hold"),)
