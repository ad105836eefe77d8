"""What a check finds of pictures: odd sources, gaps, missing media. Each with its negative."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from media_factory import stamped_video, tone
from timeline_studio.timeline.edits import lift, move, ripple_delete
from timeline_studio.timeline.model import (
    Caption,
    Generator,
    MediaReference,
    Timeline,
    Track,
    new_id,
)
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import resolver
from timeline_studio.workflows.preflight import Finding, fix_all, relinked

Check = Callable[..., list[Finding]]
Film = Callable[..., Timeline]
FRAME = frame_start(1, Fraction(25))


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


@pytest.fixture
def beach(tmp_path: Path) -> Path:
    """As good as footage gets: two seconds, constant rate, even size, sound."""
    return stamped_video(
        tmp_path / "beach.mp4", frames=50, rate=25, size=(160, 90), clicks_at=[0.1, 0.9, 1.7]
    )


@pytest.fixture
def film_of_beach(film: Film, beach: Path) -> Timeline:
    return film(beach, beach)


def test_a_good_timeline_has_no_finding(check: Check, film_of_beach: Timeline) -> None:
    assert check(film_of_beach) == []


def test_a_timeline_without_a_name_cannot_be_sent(check: Check, film_of_beach: Timeline) -> None:
    (finding,) = check(film_of_beach, None)
    assert finding.is_blocker
    assert finding.code == "unnamed"
    assert finding.fix is not None
    assert finding.fix.action == "name"
    assert codes(check(film_of_beach, "   ")) == {"unnamed"}


def test_an_empty_timeline_cannot_be_sent(check: Check, film: Film) -> None:
    (finding,) = check(film())
    assert finding.is_blocker
    assert finding.code == "empty"


def test_missing_media_is_named_with_where_it_is_used(
    check: Check, film_of_beach: Timeline, studio: Studio
) -> None:
    first = film_of_beach.tracks[0].items[0]
    resolver(studio)(first.media).unlink()
    (finding,) = [each for each in check(film_of_beach) if each.is_blocker]
    assert finding.code == "missing_media"
    assert "“beach.mp4” is missing" in finding.message
    assert "Used at 00:00:00:00." in finding.message
    assert (finding.time, finding.item_id) == (0, first.id)
    assert finding.fix is not None
    assert finding.fix.action == "relink"


def test_relinked_media_is_missing_no_more(
    check: Check, film: Film, beach: Path, studio: Studio
) -> None:
    timeline = film(beach)
    gone = timeline.tracks[0].items[0].media
    resolver(studio)(gone).unlink()
    again = film(beach).tracks[0].items[0].media
    assert check(relinked(timeline, gone.url, again), code="missing_media") == []


def test_media_that_nobody_sees_stops_nothing(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach)
    missing = MediaReference(url="upload:999", name="gone.mp4")
    video, audio = timeline.tracks
    clip = replace(video.items[0], id=new_id(), link=None, media=missing)
    hidden = replace(video, id=new_id(), items=(clip,), hidden=True)
    (finding,) = check(replace(timeline, tracks=(video, hidden, audio)))
    assert (finding.code, finding.severity) == ("missing_media", "warning")


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("variable_rate", {"vfr_times": [0, 0.04, 0.05, 0.2, 0.4, 0.5, 1, 1.1, 1.9, 2]}),
        ("odd_size", {"size": (161, 91), "pix_fmt": "yuv444p"}),
        ("low_resolution", {"size": (96, 54)}),
        ("rate_mismatch", {"rate": 30}),
        ("interlaced", {"codec": "mpeg2video", "codec_options": {"flags": "+ildct+ilme"}}),
        ("hdr", {"codec_options": {"color_trc": "smpte2084"}}),
    ],
)
def test_odd_footage_is_told(
    check: Check, film: Film, tmp_path: Path, code: str, options: dict[str, object]
) -> None:
    plain = {"frames": 10, "rate": 25, "size": (160, 90)}
    odd = stamped_video(tmp_path / "odd.mp4", **(plain | options))
    timeline = film(odd)
    (finding,) = check(timeline, code=code)
    assert not finding.is_blocker
    assert "“odd.mp4”" in finding.message
    assert finding.item_id == timeline.tracks[0].items[0].id


@pytest.mark.parametrize("rate", [25, 50, Fraction(25, 2)])
def test_rates_that_fit_each_other_are_fine(
    check: Check, film: Film, tmp_path: Path, rate: Fraction
) -> None:
    even = stamped_video(tmp_path / "even.mp4", frames=20, rate=rate, size=(160, 90))
    assert check(film(even), code="rate_mismatch") == []


def test_footage_enlarged_a_little_is_fine(check: Check, film: Film, tmp_path: Path) -> None:
    small = stamped_video(tmp_path / "small.mp4", frames=10, rate=25, size=(128, 72))
    assert check(film(small), code="low_resolution") == []


def test_a_gap_is_found_and_closed(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach, beach)
    timeline = lift(timeline, [timeline.tracks[0].items[1].id])
    (finding,) = check(timeline, code="gap")
    assert finding.message == "Black for 2.0 s, at 00:00:02:00."
    assert finding.time == 2 * FLICKS_PER_SECOND
    assert finding.fix is not None
    assert finding.fix.edit is not None
    closed = finding.fix.edit(timeline)
    assert closed.duration == 4 * FLICKS_PER_SECOND
    assert check(closed) == []


def test_a_gap_of_a_single_frame_is_found(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach)
    later = [track.items[1].id for track in timeline.tracks]
    (finding,) = check(move(timeline, later, by=FRAME), code="gap")
    assert "a single frame" in finding.message


def test_black_before_the_first_picture_is_found(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach)
    timeline = lift(timeline, [timeline.tracks[0].items[0].id])
    (finding,) = check(timeline, code="black_start")
    assert finding.time == 0


def test_sound_that_outlasts_the_picture_is_found(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach)
    last = timeline.tracks[0].items[1].id
    (finding,) = check(lift(timeline, [last], with_links=False), code="black_end")
    assert finding.fix is None


def test_a_gap_that_sound_keeps_open_is_told_without_a_fix(
    check: Check, film: Film, beach: Path
) -> None:
    timeline = film(beach, beach, beach)
    middle = timeline.tracks[0].items[1].id
    (finding,) = check(lift(timeline, [middle], with_links=False), code="gap")
    assert finding.fix is None
    assert finding.has_place


def test_a_gap_over_another_track_is_none(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach, beach)
    middle = timeline.tracks[0].items[1]
    timeline = lift(timeline, [middle.id])
    video, audio = timeline.tracks
    fill = Generator(id=new_id(), start=middle.start, duration=middle.duration)
    below = replace(video, id=new_id(), items=(fill,))
    assert check(replace(timeline, tracks=(below, video, audio)), code="gap") == []


def test_sound_alone_is_a_film_without_a_picture(check: Check, film: Film, tmp_path: Path) -> None:
    (finding,) = check(film(tone(tmp_path / "music.wav", amplitude=0.2)))
    assert finding.code == "no_picture"


def test_all_gaps_close_at_once(check: Check, film: Film, beach: Path) -> None:
    timeline = film(*[beach] * 7)
    items = timeline.tracks[0].items
    timeline = lift(timeline, [items[at].id for at in (1, 3, 5)])
    findings = check(timeline, code="gap")
    assert len(findings) == 3
    closed = fix_all(findings)(timeline)
    assert closed.duration == 8 * FLICKS_PER_SECOND
    assert check(closed) == []


def test_of_many_gaps_the_first_are_told(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach)
    video, audio = timeline.tracks
    flashes = tuple(
        Generator(id=new_id(), start=number * 2 * FRAME, duration=FRAME) for number in range(30)
    )
    timeline = replace(timeline, tracks=(replace(video, items=flashes), replace(audio, items=())))
    findings = check(timeline, code="gap")
    assert len(findings) == 20
    assert findings[-1].message.endswith("And 9 more like this.")


def test_fixing_what_is_gone_by_now_is_refused(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach, beach)
    gapped = lift(timeline, [timeline.tracks[0].items[1].id])
    findings = check(gapped, code="gap")
    closed = ripple_delete(gapped, [gapped.tracks[0].items[1].id])
    with pytest.raises(Exception, match="no gap"):
        fix_all(findings)(closed)


def test_captions_over_black_are_no_picture(check: Check, film: Film, beach: Path) -> None:
    timeline = film(beach, beach, beach)
    middle = timeline.tracks[0].items[1]
    words = Caption(id="c", start=middle.start, duration=middle.duration, text="Waves")
    captions = Track(id=new_id(), kind="caption", items=(words,), burned_in=True)
    timeline = lift(timeline, [middle.id])
    (finding,) = check(replace(timeline, tracks=(*timeline.tracks, captions)), code="gap")
    assert finding.time == middle.start
