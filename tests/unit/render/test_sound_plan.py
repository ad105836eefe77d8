"""Voices: which clips are heard, from which sample to which."""

from fractions import Fraction

from timeline_studio.render.sound_plan import Fade, plan_sound
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track, Transition
from timeline_studio.timeline.time import FLICKS_PER_SECOND

SECOND = FLICKS_PER_SECOND
RATE = 48_000


def clip(name: str, start: float, duration: float, **properties: object) -> Clip:
    return Clip(
        id=name,
        start=round(start * SECOND),
        duration=round(duration * SECOND),
        media=MediaReference(url="file:///x.wav"),
        **properties,
    )


def track(*items: Clip, name: str = "a", **properties: object) -> Track:
    return Track(id=name, kind="audio", items=items, **properties)


def voices(*tracks: Track) -> list[tuple[str, int, int]]:
    found = plan_sound(Timeline(tracks=tracks), RATE)
    return [(voice.clip.id, voice.start, voice.end) for voice in found]


def test_voices_come_in_order_over_all_tracks() -> None:
    assert voices(track(clip("late", 2, 1)), track(clip("early", 1, 0.5), name="b")) == [
        ("early", 48_000, 72_000),
        ("late", 96_000, 144_000),
    ]


def test_muted_tracks_and_disabled_clips_are_silent() -> None:
    muted = track(clip("muted", 0, 1), muted=True)
    assert voices(muted, track(clip("off", 0, 1, enabled=False), name="b")) == []


def test_solo_silences_the_others() -> None:
    solo = track(clip("solo", 0, 1), name="b", solo=True)
    assert [name for name, _, _ in voices(track(clip("other", 0, 1)), solo)] == ["solo"]


def test_muted_wins_over_solo() -> None:
    solo = track(clip("solo", 0, 1), name="b", solo=True, muted=True)
    assert [name for name, _, _ in voices(track(clip("other", 0, 1)), solo)] == ["other"]


def test_a_freeze_frame_is_silent() -> None:
    assert voices(track(clip("frozen", 0, 1, speed=Fraction(0)))) == []


def test_a_dissolve_reaches_into_the_handles() -> None:
    cut = Transition(id="t", cut=SECOND, in_offset=SECOND // 4, out_offset=SECOND // 2)
    row = track(clip("a", 0, 1), clip("b", 1, 1), transitions=(cut,))
    first, second = plan_sound(Timeline(tracks=(row,)), RATE)
    fade = Fade(36_000, 72_000)
    assert (first.end, first.fade_in, first.fade_out) == (72_000, None, fade)
    assert (second.start, second.origin, second.fade_in) == (36_000, 48_000, fade)
