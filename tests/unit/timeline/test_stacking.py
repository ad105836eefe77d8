"""Stacks of effects: adding, ordering, changing, and what cutting and stretching makes of them."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from timeline_studio.timeline import DocumentError, EditError, Timeline, edits
from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.effects.checking import MOST_EFFECTS
from timeline_studio.timeline.effects.curve import Curve
from timeline_studio.timeline.effects.effect import (
    STRAIGHT,
    Blur,
    ChromaKey,
    Contrast,
    Curves,
    Effects,
    Exposure,
    Lut,
    Saturation,
)
from timeline_studio.timeline.effects.properties import (
    described,
    has_property,
    property_of,
    with_property,
)
from timeline_studio.timeline.effects.stack import addressed
from timeline_studio.timeline.otio import read_otio, write_otio
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.validation import validate

BLUR = r"\"kind\":\"blur\""
"""As a string within OTIO's JSON."""


def _item(timeline: Timeline, item_id: str = "A") -> Any:
    return find_item(timeline, item_id)[1]


def _stack(timeline: Timeline, item_id: str = "A") -> Effects:
    stack: Effects = _item(timeline, item_id).effects
    return stack


def test_effects_are_stacked_in_order_and_found_by_kind_and_number(draw) -> None:
    timeline = draw(V1="AB")
    for effect in (Blur(), Exposure(), Blur(radius=0.1)):
        timeline = edits.add_effect(timeline, ["A"], effect)

    assert _stack(timeline) == (Blur(), Exposure(), Blur(radius=0.1))
    assert [address for address, _ in addressed(_stack(timeline))] == [
        "blur.1",
        "exposure.1",
        "blur.2",
    ]
    assert _stack(edits.move_effect(timeline, ["A"], "exposure.1", -1))[0] == Exposure()
    assert _stack(edits.move_effect(timeline, ["A"], "blur.1", 9))[-1] == Blur()
    assert _stack(edits.remove_effect(timeline, ["A"], "blur.1"))[-1] == Blur(radius=0.1)
    assert _stack(timeline, "B") == ()


def test_one_change_reaches_all_that_have_the_effect(draw) -> None:
    timeline = edits.add_effect(draw(V1="ABC"), ["A", "B"], Saturation())

    grey = edits.set_property(timeline, ["A", "B", "C"], "saturation.1.amount", 0, time=0)
    off = edits.enable_effects(grey, ["A", "B", "C"], False)
    on = edits.enable_effects(off, ["B"], True, "saturation.1")

    assert _stack(grey) == _stack(grey, "B") == (Saturation(amount=0.0),)
    assert _stack(off) == (Saturation(amount=0.0, enabled=False),)
    assert (_stack(on, "A")[0].enabled, _stack(on, "B")[0].enabled) == (False, True)
    assert _stack(grey, "C") == ()


def test_an_effect_is_changed_within_what_it_can_be(draw) -> None:
    timeline = edits.add_effect(draw(V1="A"), ["A"], Curves())
    timeline = edits.add_effect(timeline, ["A"], ChromaKey())
    bent = ((0.0, 0.0), (0.5, 0.7), (1.0, 1.0))

    changed = edits.change_effect(timeline, ["A"], "curves.1", master=bent)
    changed = edits.change_effect(changed, ["A"], "chroma_key.1", color="#2040F0", spill=1.0)
    reset = edits.reset_effect(
        edits.reset_effect(changed, ["A"], "curves.1"), ["A"], "chroma_key.1"
    )

    assert _stack(changed) == (Curves(master=bent), ChromaKey(color="#2040F0", spill=1.0))
    assert _stack(reset) == (Curves(), ChromaKey(color="#2040F0"))
    with pytest.raises(EditError, match="not a colour"):
        edits.change_effect(timeline, ["A"], "chroma_key.1", color="green")
    with pytest.raises(EditError, match="has such an effect"):
        edits.change_effect(timeline, ["A"], "lut.1", name="x")


def test_effects_are_for_pictures(draw) -> None:
    timeline = draw(V1="A", A1="B")
    with pytest.raises(EditError, match="effects are for pictures"):
        edits.add_effect(timeline, ["B"], Blur())
    assert _stack(edits.add_effect(timeline, ["A", "B"], Blur()), "B") == ()


def test_a_stack_has_an_end(draw) -> None:
    timeline = draw(V1="A")
    for _ in range(MOST_EFFECTS):
        timeline = edits.add_effect(timeline, ["A"], Blur())
    with pytest.raises(EditError, match="remove one first"):
        edits.add_effect(timeline, ["A"], Blur())
    crowded = replace(_item(timeline), effects=_stack(timeline) * 2)
    track = replace(timeline.tracks[0], items=(crowded,))
    with pytest.raises(DocumentError, match="more than 32 effects"):
        validate(replace(timeline, tracks=(track,)))


def test_keyframes_of_effects_are_cut_and_stretched_with_their_clip(draw, second) -> None:
    timeline = edits.add_effect(draw(V1="AAAA"), ["A"], Blur())
    name = "blur.1.radius"
    timeline = edits.add_keyframe(timeline, ["A"], name, second, "ease")
    timeline = edits.set_property(timeline, ["A"], name, 0.2, time=3 * second)

    right = edits.split(timeline, ["A"], 2 * second).tracks[0].items[1]
    slow = edits.set_speed(timeline, ["A"], Fraction(1, 2))
    frozen = edits.freeze_frame(timeline, "A", 2 * second, second).tracks[0].items[1]

    assert property_of(right, name) == (
        Keyframe(-second, 0.01, "ease"),
        Keyframe(second, 0.2, "ease"),
    )
    assert property_of(_item(slow), name)[1].time == 6 * second
    assert property_of(frozen, name) == pytest.approx(0.105)
    joined = edits.join_through(edits.split(timeline, ["A"], 2 * second), "V1", 2 * second)
    assert joined == timeline


def test_effects_are_pasted_and_documented(draw) -> None:
    timeline = edits.add_effect(draw(V1="AB"), ["A"], Lut(digest="ab" * 20, name="Teal.cube"))
    pasted = edits.paste_attributes(timeline, ["B"], _item(timeline))
    assert _stack(pasted, "B") == _stack(timeline)
    assert from_json(to_json(pasted)) == pasted


def test_effects_come_back_from_otio_and_one_that_cannot_be_read_is_kept(
    draw, tmp_path: Path
) -> None:
    timeline = edits.add_effect(draw(V1="A"), ["A"], Blur(radius=0.2))
    timeline = edits.add_effect(timeline, ["A"], Exposure(stops=(Keyframe(5, 1.0),)))
    path, again = tmp_path / "cut.otio", tmp_path / "again.otio"
    write_otio(timeline, path)
    assert _stack(read_otio(path)) == _stack(timeline)

    text = path.read_text("utf-8")
    assert text.count(BLUR) == 1
    path.write_text(text.replace(BLUR, BLUR.replace("blur", "smear")), "utf-8")
    strange = read_otio(path)
    write_otio(strange, again)

    assert _stack(strange) == _stack(timeline)[1:]
    assert BLUR.replace("blur", "smear") in again.read_text("utf-8")


def test_a_number_of_an_effect_is_named_in_words(draw) -> None:
    assert described("lut.1.amount").title == "LUT amount"
    assert described("chroma_key.2.spill").title == "chroma key spill"
    with pytest.raises(KeyError):
        described("blur.1.colour")
    plain = _item(draw(V1="A"))
    assert not has_property(plain, "blur.1.radius")
    with pytest.raises(AttributeError):
        with_property(plain, "blur.1.radius", 0.1)


@pytest.mark.parametrize(
    ("effect", "message"),
    [
        (Blur(radius=-0.1), "blur radius that is not between 0 and 0.25"),
        (Contrast(amount=(Keyframe(0, 1.0), Keyframe(9, 9.0))), "between 0 and 4"),
        (Lut(digest="../../etc/passwd"), "not named by what it holds"),
        (ChromaKey(color="#00FF0080"), "not a colour"),
        (Curves(red=((0.0, 0.0),)), "red curve of 1 points"),
        (Curves(blue=((0.5, 0.0), (0.5, 1.0))), "out of order"),
        (Curves(green=((0.0, 0.0), (1.0, 1.5))), "outside of 0 to 1"),
    ],
)
def test_an_effect_that_cannot_be_is_refused(effect, message, draw) -> None:
    timeline = draw(V1="A")
    broken = replace(timeline.tracks[0], items=(replace(_item(timeline), effects=(effect,)),))
    with pytest.raises(DocumentError, match=message):
        validate(replace(timeline, tracks=(broken,)))
    with pytest.raises(EditError, match=message):
        edits.add_effect(timeline, ["A"], effect)


def test_every_kind_of_effect_says_what_it_does() -> None:
    for name, kind in EFFECT_KINDS.items():
        assert kind.name == name
        assert kind.title
        assert kind.words
        assert all(n.low <= n.default <= n.high for n in kind.numbers.values())


def test_a_curve_goes_through_its_points_and_never_swings_beyond_them() -> None:
    steps = Curve(((0.0, 0.0), (0.3, 0.9), (0.4, 0.9), (1.0, 1.0)))
    values = [steps.at(i / 200) for i in range(201)]
    assert values == pytest.approx(sorted(values))
    assert max(values) <= 1
    assert (steps.at(0.3), values[70], values[-1]) == (0.9, pytest.approx(0.9), 1.0)
    assert [Curve(STRAIGHT).at(x) for x in (0, 0.25, 1)] == [0, 0.25, 1]
    level = Curve(((0.2, 0.3), (0.8, 0.1)))
    assert (level.at(0), level.at(1)) == (0.3, 0.1)
