"""Playback is composed as finely as was chosen, or as the computer keeps up with."""

import pytest

from timeline_studio.ui.monitor.drops import DropCount
from timeline_studio.ui.monitor.picture import fit
from timeline_studio.ui.monitor.quality import PlaybackQuality, at_share

HD = (1920, 1080)


def watched(quality: PlaybackQuality, frames: int, dropped: int = 0) -> bool:
    """Whether the quality changed while so many frames were shown."""
    return sum(quality.watch(dropped) for _ in range(frames)) > 0


@pytest.mark.parametrize(
    ("share", "room", "composed"),
    [
        (1.0, (1920, 1080), (1920, 1080)),
        (0.5, (1920, 1080), (960, 540)),
        (0.25, (1920, 1080), (480, 270)),
        (0.5, (640, 360), (640, 360)),
        (0.25, (640, 360), (480, 270)),
    ],
)
def test_a_share_of_the_timelines_lines_and_never_more_than_are_seen(share, room, composed):
    size = fit(HD, *room)

    coarse = at_share(size, HD, share)

    assert coarse.composed == composed
    assert (coarse.width, coarse.height) == (size.width, size.height)


@pytest.mark.parametrize(("chosen", "share"), [("full", 1.0), ("half", 0.5), ("quarter", 0.25)])
def test_what_was_chosen_stays_whatever_is_dropped(chosen, share):
    quality = PlaybackQuality()
    quality.choose(chosen)

    assert not watched(quality, 100, dropped=2)
    assert quality.share == share


def test_auto_goes_down_with_dropped_frames_and_no_lower_than_a_quarter():
    quality = PlaybackQuality()
    shares = []
    for _ in range(60):
        quality.watch(1)
        shares.append(quality.share)

    assert shares == sorted(shares, reverse=True)
    assert set(shares) == {1.0, 0.5, 0.25}


def test_what_changing_the_level_drops_says_nothing():
    quality = PlaybackQuality()
    assert watched(quality, 3, dropped=1)

    assert not watched(quality, 10, dropped=5)

    assert quality.share == 0.5


def test_a_lone_dropped_frame_changes_nothing():
    quality = PlaybackQuality()
    for _ in range(20):
        assert not quality.watch(1)
        assert not watched(quality, 40)

    assert quality.share == 1.0


def test_auto_tries_the_finer_level_again_each_time_after_longer():
    quality = PlaybackQuality()
    waits = []
    for _ in range(3):
        next(count for count in range(20) if quality.watch(1))
        assert quality.share == 0.5
        waits.append(next(count for count in range(5000) if quality.watch(0)))
        assert quality.share == 1.0

    assert waits == sorted(set(waits))


def test_what_is_left_out_is_counted_in_steps_of_the_speed():
    drops = DropCount()
    drops.start(1)
    assert [drops.show(frame) for frame in (10, 11, 13, 14, 20)] == [0, 0, 1, 0, 5]
    assert (drops.dropped, drops.shown) == (6, 5)

    drops.start(-4)
    assert [drops.show(frame) for frame in (40, 36, 28)] == [0, 0, 1]


def test_a_jump_leaves_nothing_out():
    drops = DropCount()
    drops.start(1)
    drops.show(10)
    drops.jump(1)

    assert drops.show(50) == 0
    assert drops.dropped == 0
