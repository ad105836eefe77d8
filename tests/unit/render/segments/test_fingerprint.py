"""Equal names for equal pictures, and other names for all that is seen."""

from fractions import Fraction
from typing import Any

import msgspec
import pytest

from timeline_studio.render import ExportOptions
from timeline_studio.render.plan import PicturePlan
from timeline_studio.render.segments.division import Segment
from timeline_studio.render.segments.fingerprint import Fingerprints
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.effect import Blur, Exposure
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import (
    Clip,
    MediaReference,
    Timeline,
    Title,
    Track,
    Transition,
)
from timeline_studio.timeline.time import frame_start

RATE = Fraction(25)
SEGMENT = Segment(100, 50)


def at(frame: int) -> int:
    return frame_start(frame, RATE)


def clip(**changes: Any) -> Clip:
    fields: dict[str, Any] = {
        "id": "clip",
        "start": at(100),
        "duration": at(50),
        "media": MediaReference(url="upload:1"),
        "source_start": at(7),
    }
    return Clip(**{**fields, **changes})


def title(**changes: Any) -> Title:
    fields: dict[str, Any] = {"id": "title", "start": at(110), "duration": at(20), "text": "Hello"}
    return Title(**{**fields, **changes})


def film(*items: Clip, over: Title | None = None, **changes: Any) -> Timeline:
    tracks = [Track(id="v", kind="video", items=items)]
    if over is not None:
        tracks.append(Track(id="t", kind="video", items=(over,)))
    fields: dict[str, Any] = {"rate": RATE, "width": 320, "height": 180, "tracks": tuple(tracks)}
    return Timeline(**{**fields, **changes})


def name(
    timeline: Timeline,
    segment: Segment = SEGMENT,
    options: ExportOptions | None = None,
    content: str = "A",
) -> str:
    plan = PicturePlan(timeline)
    return Fingerprints(timeline, plan, options or ExportOptions(), lambda _: content).of(segment)


FILM = film(clip(), over=title())


@pytest.mark.parametrize(
    "other",
    [
        film(clip(id="x", name="Other name", link="l"), over=title(id="y", name="T")),
        film(clip(start=at(80), duration=at(90), source_start=at(7 - 20)), over=title()),
        film(clip(effects=(Blur(enabled=False), Exposure())), over=title()),
    ],
    ids=["names", "the same clip, cut elsewhere", "effects that change nothing"],
)
def test_what_is_not_seen_does_not_count(other: Timeline) -> None:
    assert name(other) == name(FILM)


def test_a_segment_that_moved_as_a_whole_keeps_its_name() -> None:
    moved = film(clip(start=at(300)), over=title(start=at(310)))
    assert name(moved, Segment(300, 50)) == name(FILM)


@pytest.mark.parametrize(
    "other",
    [
        film(clip(source_start=at(8)), over=title()),
        film(clip(speed=Fraction(2)), over=title()),
        film(clip(), over=title(text="Hello!")),
        film(clip(), over=title(start=at(111))),
        film(clip(), over=title(duration=at(21))),
        film(clip()),
        film(clip(), over=title(), width=322),
        film(clip(), over=title(), rate=Fraction(24)),
    ],
)
def test_all_that_is_seen_counts(other: Timeline) -> None:
    assert name(other) != name(FILM)


KEYS = (Keyframe(0, 0.5), Keyframe(at(30), 1.0))
FADE = Fade(at(10))


@pytest.mark.parametrize(
    "changes",
    [
        {"opacity": 0.5},
        {"opacity": KEYS},
        {"blend": "screen"},
        {"effects": (Blur(),)},
        {"effects": (Blur(radius=KEYS),)},
        {"transform": Transform(flip_x=True)},
        {"transform": Transform(x=KEYS)},
        {"fade_in": FADE},
        {"fade_out": FADE},
        {"fade_out": FADE, "duration": at(48)},
        {"fade_in": Fade(at(10), at(2))},
        {"opacity": KEYS, "start": at(99), "source_start": at(6), "duration": at(51)},
    ],
    ids=str,
)
def test_what_changes_a_picture_counts(changes: dict[str, Any]) -> None:
    names = {
        name(film(clip(), over=title())),
        name(film(clip(opacity=KEYS), over=title())),
        name(film(clip(fade_out=FADE), over=title())),
    }
    changed = name(film(clip(**changes), over=title()))
    again = {"opacity": KEYS}, {"fade_out": FADE}
    assert (changed not in names) is (changes not in again)


def test_what_moves_keeps_its_name_when_all_of_it_moves() -> None:
    effects = {"opacity": KEYS, "fade_in": FADE, "fade_out": FADE}
    here = film(clip(**effects), over=title(fade_out=FADE))
    there = film(clip(start=at(300), **effects), over=title(start=at(310), fade_out=FADE))
    assert name(there, Segment(300, 50)) == name(here)


def test_a_fade_elsewhere_in_the_clip_does_not_count() -> None:
    plain, faded = (
        clip(start=at(80), duration=at(100)),
        clip(start=at(80), duration=at(100), fade_in=FADE, fade_out=FADE),
    )
    assert name(film(faded)) == name(film(plain))


def test_a_dissolve_counts() -> None:
    cut = (clip(duration=at(25)), clip(id="b", start=at(125), duration=at(25), source_start=at(90)))
    plain = film(*cut)
    (track,) = plain.tracks
    names = {name(plain)}
    for length in (5, 6):
        fade = Transition(id="d", cut=at(125), in_offset=at(length), out_offset=at(5))
        dissolved = msgspec.structs.replace(track, transitions=(fade,))
        names.add(name(msgspec.structs.replace(plain, tracks=(dissolved,))))
    assert len(names) == 3


def test_a_transition_s_kind_and_what_its_kind_can_be_told_count() -> None:
    cut = (clip(duration=at(25)), clip(id="b", start=at(125), duration=at(25), source_start=at(90)))
    plain = film(*cut)
    (track,) = plain.tracks

    def named(**look: object) -> str:
        transition = Transition(id="t", cut=at(125), in_offset=at(5), out_offset=at(5), **look)
        crossed = msgspec.structs.replace(track, transitions=(transition,))
        return name(msgspec.structs.replace(plain, tracks=(crossed,)))

    looks = [
        {},
        {"kind": "wipe"},
        {"kind": "wipe", "direction": "left"},
        {"kind": "wipe", "softness": 0.5},
        {"kind": "push"},
        {"kind": "dip"},
        {"kind": "dip", "color": "#FFFFFF"},
    ]
    assert len({named(**look) for look in looks}) == len(looks)
    assert named(color="#FFFFFF") == named()


def test_the_encoders_settings_and_the_files_bytes_count() -> None:
    names = {
        name(FILM),
        name(FILM, options=ExportOptions(crf=23)),
        name(FILM, options=ExportOptions(preset="fast")),
        name(FILM, content="B"),
    }
    assert len(names) == 4
