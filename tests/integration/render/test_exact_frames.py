"""Frame n of the film shows the source frame whose time covers it."""

import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from media_factory import read_stamp, stamped_video
from timeline_studio.render import ExportOptions
from timeline_studio.timeline.time import FLICKS_PER_SECOND

RATES = [Fraction(rate) for rate in ("24", "25", "30000/1001", "30", "50", "60")]
Make = Callable[..., Any]


def covering(seconds: Fraction, rate: Fraction) -> int:
    """The source frame that is on the screen."""
    return math.floor(seconds * rate)


def stamps(rendered: Any) -> list[int | None]:
    return [read_stamp(picture) for picture in rendered.pictures]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_cuts_gaps_and_dissolves_are_exact(
    rate: Fraction, film: Make, render: Make, tmp_path: Path
) -> None:
    first = stamped_video(tmp_path / "a.mp4", frames=40, rate=rate, bframes=2, gop=12)
    other = stamped_video(tmp_path / "b.mp4", frames=40, rate=rate, bframes=2, start_number=1000)
    plan = film(rate)
    timeline = plan.timeline(
        (
            plan.clip(first, 0, 7, source=plan.time(13)),
            plan.clip(other, 7, 5, source=plan.time(5)),
            plan.clip(first, 15, 10, source=plan.time(2)),
            plan.dissolve(25, 4, 4),
            plan.clip(other, 25, 10, source=plan.time(20)),
        )
    )
    found = stamps(render(timeline))
    cut = [*range(13, 20), *range(1005, 1010)]
    assert found[:12] == cut
    assert found[12:15] == [None] * 3
    assert found[15:21] == list(range(2, 8))
    assert found[29:] == list(range(1024, 1030))
    assert len(found) == 35


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_both_sides_of_a_dissolve_are_exact(
    rate: Fraction, film: Make, picture_at: Make, tmp_path: Path
) -> None:
    outgoing = stamped_video(tmp_path / "a.mp4", frames=40, rate=rate, bframes=2, gop=12, crf=1)
    incoming = stamped_video(
        tmp_path / "b.mp4", frames=40, rate=rate, bframes=2, start_number=1000, crf=1
    )
    plan = film(rate)
    left, right = plan.clip(outgoing, 0, 10), plan.clip(incoming, 10, 10, source=plan.time(12))
    dissolve = plan.timeline((left, plan.dissolve(10, 3, 3), right))
    alone = {
        "left": plan.timeline((plan.clip(outgoing, 0, 20),)),
        "right": plan.timeline((plan.clip(incoming, 0, 20, source=plan.time(2)),)),
    }
    for index, frame in enumerate(range(7, 13)):
        share = (index + 0.5) / 6
        before, after = picture_at(alone["left"], frame), picture_at(alone["right"], frame)
        assert read_stamp(before) == frame
        assert read_stamp(after) == 1000 + frame + 2
        expected = (1 - share) * before + share * after
        assert abs(picture_at(dissolve, frame) - expected).mean() < 2.5


@pytest.mark.parametrize("source_rate", RATES, ids=str)
@pytest.mark.parametrize("rate", [Fraction(24), Fraction(30000, 1001), Fraction(60)], ids=str)
def test_a_source_of_another_rate_is_shown_by_its_times(
    source_rate: Fraction, rate: Fraction, film: Make, render: Make, tmp_path: Path
) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=90, rate=source_rate)
    plan = film(rate)
    start = Fraction(1, 3)
    offset = round(start * FLICKS_PER_SECOND)
    found = stamps(render(plan.timeline((plan.clip(source, 0, 24, source=offset),))))
    assert found == [covering(start + n / rate, source_rate) for n in range(24)]


def test_a_variable_rate_is_shown_by_its_times(film: Make, render: Make, tmp_path: Path) -> None:
    times = [Fraction(t, 1000) for t in (0, 10, 100, 140, 145, 400, 700, 733)]
    source = stamped_video(tmp_path / "a.mp4", frames=8, vfr_times=times)
    plan = film(Fraction(30))
    found = stamps(render(plan.timeline((plan.clip(source, 0, 24),))))
    assert found == [max(i for i, t in enumerate(times) if t <= Fraction(n, 30)) for n in range(24)]


def test_coarse_times_do_not_move_a_frame(film: Make, render: Make, tmp_path: Path) -> None:
    rate = Fraction(60000, 1001)  # Matroska rounds times to milliseconds
    source = stamped_video(tmp_path / "a.mkv", frames=60, rate=rate)
    plan = film(rate)
    found = stamps(render(plan.timeline((plan.clip(source, 0, 50, source=plan.time(7)),))))
    assert found == list(range(7, 57))


def test_where_media_runs_out_its_edge_picture_holds(
    film: Make, render: Make, tmp_path: Path
) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=5)
    plan = film(Fraction(30))
    found = stamps(render(plan.timeline((plan.clip(source, 0, 8, source=-plan.time(2)),))))
    assert found == [0, 0, 0, 1, 2, 3, 4, 4]


@pytest.mark.parametrize(
    ("speed", "source", "expected"),
    [
        ("0", 10, [10] * 6),
        ("2", 4, [4, 6, 8, 10, 12, 14]),
        ("1/2", 4, [4, 4, 5, 5, 6, 6]),
        ("10", 0, [0, 10, 20, 30, 40, 50]),
        ("1/10", 9, [9] * 6),
        ("-1", 30, [30, 29, 28, 27, 26, 25]),
        ("-3", 30, [30, 27, 24, 21, 18, 15]),
    ],
)
def test_a_speed_is_a_map_of_times(
    speed: str, source: int, expected: list[int], film: Make, render: Make, tmp_path: Path
) -> None:
    media = stamped_video(tmp_path / "a.mp4", frames=60, bframes=2, gop=12)
    plan = film(Fraction(30))
    clip = plan.clip(media, 0, 6, source=plan.time(source), speed=Fraction(speed))
    assert stamps(render(plan.timeline((clip,)))) == expected


def test_the_rate_that_is_asked_for_is_the_film_s(film: Make, render: Make, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=30)
    plan = film(Fraction(30))
    options = ExportOptions(rate=Fraction(15), preset="ultrafast")
    found = stamps(render(plan.timeline((plan.clip(source, 0, 21),)), options))
    assert found == list(range(0, 21, 2))


def test_many_short_clips_of_one_file_are_exact(film: Make, render: Make, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "a.mp4", frames=90, bframes=2, gop=30)
    plan = film(Fraction(30))
    firsts = [(n * 37) % 85 for n in range(24)]
    clips = [plan.clip(source, n * 3, 3, source=plan.time(at)) for n, at in enumerate(firsts)]
    found = stamps(render(plan.timeline(tuple(clips))))
    assert found == [at + offset for at in firsts for offset in range(3)]
