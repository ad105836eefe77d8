"""What the canvas paints, and how little of a long film it touches."""

import time
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from timeline_studio.media import Waveform
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track, Transition
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor.filmstrip import bucket_frames, tiles
from timeline_studio.ui.editor.gesture import seconds_frames
from timeline_studio.ui.editor.ruler_steps import LABEL_DISTANCE, TICK_DISTANCE, steps
from timeline_studio.ui.editor.snapping import SnapTargets
from timeline_studio.ui.editor.track_index import TrackIndex
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.editor.waveform_tiles import WaveColors, draw_levels, levels

FRAME = SECOND // 25


def clip(item_id: str, start: int, duration: int, **options) -> Clip:
    media = options.pop("media", MediaReference(url="upload:1"))
    return Clip(id=item_id, start=start, duration=duration, media=media, **options)


def long_film(clips: int, tracks: int) -> Timeline:
    """Clips of 0.96 s, one a second."""
    return Timeline(
        rate=Fraction(25),
        tracks=tuple(
            Track(
                id=f"T{number}",
                kind="video" if number < tracks // 2 else "audio",
                items=tuple(
                    clip(f"{number}.{index}", index * SECOND, 24 * FRAME, name=f"clip {index}")
                    for index in range(clips // tracks)
                ),
            )
            for number in range(tracks)
        ),
    )


def at_scale(pixels_a_second: float, left: int = 0, width: int = 1000) -> Viewport:
    viewport = Viewport()
    viewport.set_size(width, 300)
    viewport.set_content(3600 * SECOND, Fraction(25), 300)
    viewport.zoom_to(SECOND / pixels_a_second, 0)
    viewport.scroll_to(left)
    return viewport


class TestTenThousandClips:
    @pytest.fixture
    def view(self, panel, document):
        document.load(long_film(10_000, 10))
        return panel.view

    @pytest.mark.parametrize("pixels_a_second", [40, 100, 400])
    def test_only_what_is_visible_is_painted(self, view, pixels_a_second):
        view.viewport.zoom_to(SECOND / pixels_a_second, 0)
        view.viewport.scroll_to(5000)
        view.repaint()
        rows = view.layout_of_tracks.rows.between(view.viewport.top, view.height())
        seen = view.width() / pixels_a_second + 2
        assert 0 < view.painted <= seen * len(rows)

    def test_seen_as_a_whole_thin_clips_are_painted_together(self, view):
        view.viewport.fit()
        view.repaint()
        assert 0 < view.painted < 4000

    def test_a_repaint_is_quick(self, view):
        """8 ms is the aim; the bound has room for a slow and busy machine."""
        view.viewport.zoom_to(SECOND / 60, 0)
        view.repaint()
        times = []
        for step in range(9):
            view.viewport.scroll_to(1000 + 37 * step)
            began = time.perf_counter()
            view.repaint()
            times.append(time.perf_counter() - began)
        assert sorted(times)[4] < 0.040

    def test_the_playhead_repaints_a_strip(self, view, document, qtbot):
        view.viewport.zoom_to(SECOND / 100, 0)
        view.viewport.scroll_to(0)
        view.repaint()
        whole = view.painted
        qtbot.wait(1)
        document.set_playhead(3 * SECOND)
        qtbot.waitUntil(lambda: view.painted < whole / 2)


class TestTrackIndex:
    def test_wide_items_by_themselves_thin_ones_together(self):
        track = Track(
            id="V1",
            kind="video",
            items=(
                clip("wide", 0, SECOND),
                *(clip(f"thin{n}", SECOND + n * FRAME, FRAME) for n in range(20)),
                clip("off", 5 * SECOND, FRAME, enabled=False),
            ),
        )
        boxes, runs = TrackIndex(track, lambda _: False).visible(at_scale(50), 0, 1000)
        assert [(box.item.id, box.left, box.right) for box in boxes] == [("wide", 0, 50)]
        assert [(run.style, run.left, run.right) for run in runs] == [
            (("video", "disabled"), 250, 252),
            (("video", "normal"), 50, 90),
        ]

    def test_what_is_missing_looks_so(self):
        track = Track(id="V1", kind="video", items=(clip("a", 0, SECOND),))
        (box,), _ = TrackIndex(track, lambda url: url == "upload:1").visible(at_scale(50), 0, 100)
        assert box.style == ("video", "missing")

    def test_outside_nothing(self):
        track = Track(id="V1", kind="video", items=(clip("a", 0, SECOND),))
        assert TrackIndex(track, bool).visible(at_scale(50, left=500), 0, 1000) == ([], [])


class TestFilmstrip:
    def test_a_picture_stands_for_a_power_of_two_of_frames(self):
        assert bucket_frames(SECOND / 100, Fraction(25), 75) == 16
        assert bucket_frames(FRAME / 120, Fraction(25), 75) == 1

    def test_pictures_stand_still_when_it_scrolls(self):
        item = clip("a", 0, 60 * SECOND, source_start=3 * FRAME)
        still, moved = at_scale(100, left=1000), at_scale(100, left=1010)
        before = {
            (tile.time, tile.left)
            for tile in tiles(item, Fraction(25), still, width=75, across=(100, 800))
        }
        after = {
            (tile.time, tile.left + 10)
            for tile in tiles(item, Fraction(25), moved, width=75, across=(100, 800))
        }
        assert len(before & after) >= len(before) - 1

    def test_the_first_is_the_clips_exact_first_frame(self):
        item = clip("a", SECOND, 10 * SECOND, source_start=3 * FRAME)
        first, second, *_ = tiles(item, Fraction(25), at_scale(100), width=75, across=(0, 900))
        assert (first.left, first.time) == (100, 3 * FRAME)
        assert second.time == 16 * FRAME

    def test_a_faster_clip_shows_later_pictures(self):
        item = clip("a", 0, 10 * SECOND, speed=Fraction(2))
        times = [
            tile.time
            for tile in tiles(item, Fraction(25), at_scale(100), width=75, across=(0, 300))
        ]
        assert times[1] == 32 * FRAME

    def test_a_freeze_frame_shows_one(self):
        item = clip("a", 0, 10 * SECOND, speed=Fraction(0), source_start=SECOND)
        times = {
            tile.time
            for tile in tiles(item, Fraction(25), at_scale(100), width=75, across=(0, 900))
        }
        assert times == {SECOND}


class TestWaveform:
    def wave(self) -> Waveform:
        high = np.zeros(400, np.float32)
        high[100:200] = 0.5
        return Waveform(100, -high, high, high / 2)

    def test_columns_have_their_loudest_peak(self):
        peaks, rms = levels(self.wave(), 0, SECOND / 10, 40, 0.0)
        assert peaks[5] == 0
        assert peaks[10:20] == pytest.approx(0.5)
        assert rms[15] == pytest.approx(0.25)

    def test_gain_scales_it(self):
        peaks, _ = levels(self.wave(), SECOND, SECOND / 10, 5, 6.0206)
        assert peaks == pytest.approx(1.0, abs=1e-4)

    def test_zoomed_in_and_beyond_the_end(self):
        peaks, _ = levels(self.wave(), SECOND, SECOND / 1000, 50, 0.0)
        assert peaks == pytest.approx(0.5)
        assert not levels(self.wave(), 10 * SECOND, SECOND / 10, 5, 0.0)[0].any()

    def test_backwards(self):
        peaks, _ = levels(self.wave(), 2 * SECOND, -SECOND / 10, 20, 0.0)
        assert peaks[1:9] == pytest.approx(0.5)
        assert not peaks[11:].any()

    def test_what_clips_is_red(self):
        red, green, blue = QColor("#ff0000"), QColor("#00ff00"), QColor("#0000ff")
        colors = WaveColors(peak=green, rms=blue, clipping=red)
        image = draw_levels(np.float32([1.2, 0.25]), np.float32([0.04, 0.04]), 20, colors)
        assert image.pixelColor(0, 0) == red
        assert image.pixelColor(0, 10) == green
        assert image.pixelColor(0, 19) == blue
        assert image.pixelColor(1, 8).alpha() == 0
        assert image.pixelColor(1, 11) == green


class TestRuler:
    @pytest.mark.parametrize("rate", [Fraction(24), Fraction(30000, 1001), Fraction(60)])
    def test_labels_can_be_read_at_any_zoom(self, rate):
        for exponent in range(-7, 14):
            scale = SECOND / 2.0 ** (exponent - 5)
            step = steps(scale, rate)
            frame = SECOND / float(rate) / scale
            is_longest = step.label == 36_000 * round(rate)
            assert step.label * frame >= LABEL_DISTANCE or is_longest
            assert step.label % step.tick == 0
            assert step.tick * frame >= TICK_DISTANCE or step.tick == step.label


class TestSnapping:
    def test_the_nearest_target_within_reach(self):
        targets = SnapTargets({0: "", 100: "", 130: "Marker"})
        assert targets.nearest([112], 20).shift == -12
        assert targets.nearest([112, 128], 20).shift == 2
        assert targets.nearest([128], 20).label == "Marker"
        assert targets.nearest([60], 20) is None
        assert targets.nearest([100], -1) is None


def test_bubbles_show_seconds_and_frames():
    assert seconds_frames(-SECOND - 3 * FRAME, Fraction(25), sign=True) == "-01:03"
    assert seconds_frames(75 * SECOND, Fraction(25)) == "75:00"


class TestLooks:
    def pixel(self, view, point: QPoint) -> QColor:
        image: QImage = view.grab().toImage()
        return image.pixelColor(point)

    def test_selected_disabled_and_locked_clips_look_different(self, panel, document, hand):
        looks = [panel.view.grab().toImage()]
        document.select(["c"])
        looks.append(panel.view.grab().toImage())
        document.select([])
        off = replace(hand.item("c"), enabled=False)
        document.apply("Off", lambda t: edits.replace_item(t, off))
        looks.append(panel.view.grab().toImage())
        track = document.timeline.tracks[0]
        document.apply("Lock", lambda t: edits.change_track(t, replace(track, locked=True)))
        looks.append(panel.view.grab().toImage())
        assert all(one != other for one, other in pairwise(looks))

    def test_the_selection_frames_a_clip(self, panel, document, hand, theme):
        document.select(["c"])
        left = hand.point(6, "V1", 20)
        assert self.pixel(panel.view, left) == theme.color("select")

    def test_missing_media_is_striped_and_a_click_asks_for_it(
        self, panel, document, hand, qtbot, pictures, theme
    ):
        panel.view.repaint()  # asks for pictures, of which there are none
        assert pictures.is_missing("upload:1")
        body = self.pixel(panel.view, hand.point(7, "V1", 8))
        assert body == theme.clip("video").strip or body.red() > body.blue()
        with qtbot.waitSignal(panel.relink_requested) as asked:
            hand.click(hand.over("c"))
        assert asked.args == ["c"]

    def test_a_dissolve_darkens_its_clips(self, panel, document, hand):
        spot = hand.point(1.2, "V1", 32)
        before = self.pixel(panel.view, spot)
        dissolve = Transition(id="d", cut=2 * SECOND, in_offset=SECOND, out_offset=SECOND)
        track = replace(document.timeline.tracks[0], transitions=(dissolve,))
        tracks = (track, *document.timeline.tracks[1:])
        document.load(replace(document.timeline, tracks=tracks))
        assert self.pixel(panel.view, spot).lightness() <= before.lightness()
