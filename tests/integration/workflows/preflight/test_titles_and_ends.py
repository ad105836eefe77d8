"""Titles outside the safe area, dissolves without handles, clips past their media."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from media_factory import stamped_video
from timeline_studio.timeline.edits import add_transition
from timeline_studio.timeline.model import Timeline, Title, Track, Transition, new_id
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start
from timeline_studio.workflows.preflight import Finding
from timeline_studio.workflows.preflight.titles import SAFE_MARGIN

Check = Callable[..., list[Finding]]
Film = Callable[..., Timeline]
FRAME = frame_start(1, Fraction(25))


@pytest.fixture
def beach(tmp_path: Path) -> Path:
    return stamped_video(
        tmp_path / "beach.mp4", frames=50, rate=25, size=(160, 90), clicks_at=[0.1, 0.9, 1.7]
    )


@pytest.fixture
def titled(film: Film, beach: Path) -> Callable[..., Timeline]:
    """The beach under a title, 640x360."""

    def make(text: str = "The beach", **properties: float) -> Timeline:
        timeline = film(beach, width=640, height=360)
        title = Title(id="title", start=0, duration=FLICKS_PER_SECOND, text=text, **properties)
        video, audio = timeline.tracks
        over = Track(id=new_id(), kind="video", items=(title,))
        return replace(timeline, tracks=(video, over, audio))

    return make


@pytest.mark.parametrize(
    "place",
    [{}, {"y": 0.85}, {"x": 0.3, "y": 0.2}, {"text": "A long line that must wrap " * 6}],
)
def test_titles_inside_are_fine(
    check: Check, titled: Callable[..., Timeline], place: dict[str, float]
) -> None:
    assert check(titled(**place), code="title_outside") == []


@pytest.mark.parametrize(
    "place",
    [
        {"x": 0.0},
        {"x": 1.0},
        {"y": 0.0},
        {"y": 0.98},
        {"x": 0.95, "y": 1.0, "size": 15},
    ],
)
def test_titles_outside_are_found_and_moved_inside(
    check: Check, titled: Callable[..., Timeline], place: dict[str, float]
) -> None:
    timeline = titled(**place)
    (finding,) = check(timeline, code="title_outside")
    assert finding.item_id == "title"
    assert finding.fix is not None
    assert finding.fix.edit is not None
    assert check(finding.fix.edit(timeline), code="title_outside") == []


def test_a_title_keeps_its_size_where_moving_is_enough(
    check: Check, titled: Callable[..., Timeline]
) -> None:
    timeline = titled(x=0.0)
    (finding,) = check(timeline, code="title_outside")
    assert finding.fix is not None
    assert finding.fix.edit is not None
    moved = finding.fix.edit(timeline).tracks[1].items[0]
    assert (moved.size, moved.y) == (8.0, pytest.approx(0.5, abs=0.02))
    assert moved.x > SAFE_MARGIN


def test_a_hidden_title_is_not_looked_at(check: Check, titled: Callable[..., Timeline]) -> None:
    timeline = titled(x=0.0)
    video, over, audio = timeline.tracks
    hidden = replace(timeline, tracks=(video, replace(over, hidden=True), audio))
    assert check(hidden, code="title_outside") == []


def with_dissolve(timeline: Timeline, in_frames: int, out_frames: int) -> Timeline:
    """On the first cut of the picture, whatever media there is."""
    video, *others = timeline.tracks
    dissolve = Transition(
        id="dissolve",
        cut=video.items[0].end,
        in_offset=in_frames * FRAME,
        out_offset=out_frames * FRAME,
    )
    return replace(timeline, tracks=(replace(video, transitions=(dissolve,)), *others))


def trimmed(timeline: Timeline, frames: int) -> Timeline:
    """The picture's clips with so many frames of handles at each of their ends, in place."""
    video, *others = timeline.tracks
    first, second = video.items
    spare = frames * FRAME
    first = replace(first, duration=first.duration - spare)
    second = replace(second, start=first.end, source_start=spare, duration=second.duration - spare)
    return replace(timeline, tracks=(replace(video, items=(first, second)), *others))


def test_dissolves_with_handles_are_fine(check: Check, film: Film, beach: Path) -> None:
    timeline = trimmed(film(beach, beach), 10)
    timeline = add_transition(
        timeline, timeline.tracks[0].id, timeline.tracks[0].items[0].end, 10 * FRAME
    )
    assert check(timeline, code="no_handles") == []


def test_a_dissolve_without_any_handles_becomes_a_cut(
    check: Check, film: Film, beach: Path
) -> None:
    timeline = with_dissolve(film(beach, beach), 5, 5)
    (finding,) = check(timeline, code="no_handles")
    assert "needs 5 frames more" in finding.message
    assert finding.fix is not None
    assert finding.fix.text == "Make It a Cut"
    assert finding.fix.edit is not None
    assert finding.fix.edit(timeline).tracks[0].transitions == ()


def test_a_dissolve_with_short_handles_is_shortened(check: Check, film: Film, beach: Path) -> None:
    timeline = with_dissolve(trimmed(film(beach, beach), 3), 5, 5)
    (finding,) = check(timeline, code="no_handles")
    assert finding.fix is not None
    assert finding.fix.text == "Shorten"
    assert finding.fix.edit is not None
    (dissolve,) = finding.fix.edit(timeline).tracks[0].transitions
    assert (dissolve.in_offset, dissolve.out_offset) == (3 * FRAME, 3 * FRAME)


def test_a_clip_past_the_end_of_its_media_is_trimmed(check: Check, film: Film, beach: Path) -> None:
    """The timeline believes in three seconds; the file has two."""
    timeline = film(beach)

    def longer(track: Track) -> Track:
        (clip,) = track.items
        media = replace(clip.media, duration=3 * FLICKS_PER_SECOND)
        return replace(track, items=(replace(clip, media=media, duration=3 * FLICKS_PER_SECOND),))

    timeline = replace(timeline, tracks=tuple(longer(track) for track in timeline.tracks))
    findings = check(timeline, code="past_media")
    assert [each.item_id for each in findings] == [track.items[0].id for track in timeline.tracks]
    assert "goes on 25 frames after its last" in findings[0].message
    assert findings[0].fix is not None
    assert findings[0].fix.edit is not None
    right = findings[0].fix.edit(timeline)
    assert {track.end for track in right.tracks} == {2 * FLICKS_PER_SECOND}
    assert check(right, code="past_media") == []
