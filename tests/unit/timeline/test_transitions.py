"""What a transition looks like and how it lies on its cut: edits, validation, documents, OTIO."""

import opentimelineio as otio
import pytest
from msgspec.structs import replace

from timeline_studio.timeline import DocumentError, EditError, edits
from timeline_studio.timeline.document import from_json, to_json
from timeline_studio.timeline.model import Transition
from timeline_studio.timeline.otio import read_otio, write_otio
from timeline_studio.timeline.transition_look import (
    PARAMETERS,
    TransitionLook,
    parameters_of,
    plain_look,
)
from timeline_studio.timeline.validation import validate

WIPE = TransitionLook(kind="wipe", direction="down", softness=0.1)


@pytest.fixture
def wiped(draw, second):
    return edits.add_transition(draw(V="AABB"), "V", 2 * second, second, WIPE)


def test_every_kind_has_parameters_that_are_fields():
    for kind, names in PARAMETERS.items():
        assert set(parameters_of(TransitionLook(kind=kind))) == {"kind", *names}


def test_what_does_not_count_for_a_kind_makes_no_other_look():
    red = TransitionLook(kind="wipe", color="#FF0000")

    assert parameters_of(red) == parameters_of(TransitionLook(kind="wipe"))


def test_a_transition_has_the_look_that_it_is_given(wiped):
    (transition,) = wiped.tracks[0].transitions

    assert plain_look(transition) == WIPE


def test_sounds_cross_fade_whatever_is_asked_for(draw, second):
    timeline = edits.add_transition(draw(A="aabb"), "A", 2 * second, second, WIPE)

    (transition,) = timeline.tracks[0].transitions
    assert plain_look(transition) == TransitionLook()
    with pytest.raises(EditError, match="Sounds can only cross-fade"):
        edits.change_look(timeline, transition.id, WIPE)


def test_a_changed_look_changes_nothing_else(wiped):
    (before,) = wiped.tracks[0].transitions
    push = TransitionLook(kind="push", direction="left")

    (after,) = edits.change_look(wiped, before.id, push).tracks[0].transitions

    assert plain_look(after) == push
    assert replace(after, kind="wipe", direction="down", softness=0.1) == before


@pytest.mark.parametrize(
    ("alignment", "before", "after"), [("center", 10, 11), ("start", 0, 21), ("end", 21, 0)]
)
def test_a_transition_lies_on_its_cut_as_it_is_aligned(wiped, second, alignment, before, after):
    frame = second // 25
    (old,) = wiped.tracks[0].transitions

    timeline = edits.align_transition(wiped, old.id, alignment, 21 * frame)

    (new,) = timeline.tracks[0].transitions
    assert (new.in_offset, new.out_offset) == (before * frame, after * frame)
    assert edits.alignment_of(timeline, new) == alignment


def test_one_that_was_dragged_has_no_alignment(wiped, second):
    (old,) = wiped.tracks[0].transitions

    timeline = edits.resize_transition(wiped, old.id, in_offset=second, out_offset=second // 5)

    assert edits.alignment_of(timeline, timeline.tracks[0].transitions[0]) is None


def test_a_locked_track_keeps_its_looks(wiped):
    track = wiped.tracks[0]
    locked = replace(wiped, tracks=(replace(track, locked=True),))

    with pytest.raises(EditError, match="locked"):
        edits.change_look(locked, track.transitions[0].id, TransitionLook())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"color": "red"}, "not like #RRGGBB"),
        ({"softness": 1.5}, "softness must be from 0 to 1"),
        ({"softness": float("nan")}, "softness must be from 0 to 1"),
    ],
)
def test_a_look_that_cannot_be_is_named(wiped, changes, message):
    track = wiped.tracks[0]
    broken = replace(track, transitions=(replace(track.transitions[0], **changes),))

    with pytest.raises(DocumentError, match=message):
        validate(replace(wiped, tracks=(broken,)))


@pytest.mark.parametrize("kind", sorted(PARAMETERS))
def test_documents_and_otio_files_keep_looks(wiped, tmp_path, kind):
    track = wiped.tracks[0]
    look = TransitionLook(kind=kind, direction="up", color="#AABBCC", softness=1 / 3)
    timeline = edits.change_look(wiped, track.transitions[0].id, look)

    assert from_json(to_json(timeline)) == timeline
    write_otio(timeline, tmp_path / "a.otio")
    (written,) = (
        otio.adapters.read_from_file(str(tmp_path / "a.otio"))
        .tracks[0]
        .find_children(descended_from_type=otio.schema.Transition)
    )
    expected = "SMPTE_Dissolve" if kind == "dissolve" else "Custom_Transition"
    assert written.transition_type == expected
    assert read_otio(tmp_path / "a.otio").tracks[0].transitions == timeline.tracks[0].transitions


def test_a_look_in_an_otio_file_that_others_spoilt_is_a_dissolve(wiped, tmp_path):
    write_otio(wiped, tmp_path / "a.otio")
    film = otio.adapters.read_from_file(str(tmp_path / "a.otio"))
    (written,) = film.tracks[0].find_children(descended_from_type=otio.schema.Transition)
    written.metadata["timeline_studio"]["direction"] = "sideways"
    otio.adapters.write_to_file(film, str(tmp_path / "b.otio"))

    (read,) = read_otio(tmp_path / "b.otio").tracks[0].transitions

    assert plain_look(read) == TransitionLook()


def test_an_old_document_has_dissolves(wiped):
    old = Transition(id="t", cut=2, in_offset=1, out_offset=1)

    assert plain_look(old) == TransitionLook()
