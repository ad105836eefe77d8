"""What the canvas paints, and how little of a long film it touches."""

from fractions import Fraction
from itertools import groupby, pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from timeline_studio.media import Waveform
from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.model import (
    Clip,
    MediaReference,
    Timeline,
    Title,
    Track,
    Transition,
)
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor.columns import NOTHING, columns
from timeline_studio.ui.editor.filmstrip import bucket_frames, tiles
from timeline_studio.ui.editor.gesture import seconds_frames
from timeline_studio.ui.editor.ruler_steps import LABEL_DISTANCE, TICK_DISTANCE, steps
from timeline_studio.ui.editor.snapping import SnapTargets
from timeline_studio.ui.editor.track_index import STYLES, THIN, TrackIndex
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


def film_of_all_kinds() -> Timeline:
    """Names, words, colours, stripes, a lock, a dissolve's cut; media that does not exist."""
    pictures = (
        clip("a", 0, 3 * SECOND, source_start=5 * SECOND, fade_in=Fade(SECOND)),
        clip("b", 3 * SECOND, 2 * SECOND, source_start=5 * SECOND, name="A long name to elide"),
        clip("c", 6 * SECOND, SECOND, enabled=False),
        *(clip(f"s{n}", (10 + n) * SECOND // 2 + 3 * SECOND, SECOND // 3) for n in range(9)),
    )
    words = Title(id="t", start=SECOND, duration=5 * SECOND, text="Words")
    sound = tuple(clip(f"x{n}", 2 * n * SECOND, 2 * SECOND, speed=Fraction(2)) for n in range(5))
    return Timeline(
        rate=Fraction(25),
        tracks=(
            Track(id="V1", kind="video", items=pictures),
            Track(id="V2", kind="video", items=(words,)),
            Track(id="A1", kind="audio", items=sound),
            Track(
                id="A2",
                kind="audio",
                items=tuple(clip(f"y{n}", n * SECOND, SECOND) for n in range(4)),
                locked=True,
            ),
        ),
    )


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
        assert 0 < view.painted <= (seen + 1) * len(rows)  # a row's blocks are one

    def test_seen_as_a_whole_thin_clips_are_painted_together(self, view):
        view.viewport.fit()
        view.repaint()
        assert 0 < view.painted < 40

    def test_the_playhead_repaints_a_strip(self, view, document, qtbot):
        view.viewport.zoom_to(SECOND / 100, 0)
        view.viewport.scroll_to(0)
        view.repaint()
        whole = view.painted
        qtbot.wait(1)
        document.set_playhead(3 * SECOND)
        qtbot.waitUntil(lambda: view.painted < whole / 2)


class TestTrackIndex:
    def test_wide_items_by_themselves_all_of_them_as_columns(self):
        track = Track(
            id="V1",
            kind="video",
            items=(
                clip("wide", 0, SECOND),
                *(clip(f"thin{n}", SECOND + n * FRAME, FRAME) for n in range(20)),
                clip("off", 5 * SECOND, FRAME, enabled=False),
            ),
        )
        shown = TrackIndex(track, lambda _: False).visible(at_scale(50), 0, 1000)
        boxes = shown.boxes(THIN)
        assert [(box.item.id, box.left, box.right) for box in boxes] == [("wide", 0, 50)]
        found = columns(shown, 0, 300)
        styles = [None if n == NOTHING else STYLES[n] for n in found.styles.tolist()]
        assert [(style, len(list(run))) for style, run in groupby(styles)] == [
            (("video", "normal"), 90),
            (None, 160),
            (("video", "disabled"), 2),
            (None, 48),
        ]
        assert np.flatnonzero(found.is_edge).tolist() == [0, 49]

    def test_what_is_missing_looks_so(self):
        track = Track(id="V1", kind="video", items=(clip("a", 0, SECOND),))
        index = TrackIndex(track, lambda url: url == "upload:1")
        (box,) = index.visible(at_scale(50), 0, 100).boxes(THIN)
        assert box.style == ("video", "missing")

    def test_outside_nothing(self):
        track = Track(id="V1", kind="video", items=(clip("a", 0, SECOND),))
        assert TrackIndex(track, bool).visible(at_scale(50, left=500), 0, 1000).items == ()

    def test_a_new_version_is_indexed_as_from_the_beginning(self):
        items = tuple(clip(f"c{n}", n * SECOND, SECOND) for n in range(9))
        old = Track(id="V1", kind="video", items=items)
        cut = edits.split(Timeline(tracks=(old,)), ["c4"], 4 * SECOND + 10 * FRAME).tracks[0]
        before = TrackIndex(old, lambda _: False)
        grown = TrackIndex(cut, lambda _: False, before=before).visible(at_scale(50), 0, 999)
        anew = TrackIndex(cut, lambda _: False).visible(at_scale(50), 0, 999)
        assert grown.items == anew.items == cut.items
        for one, other in ((grown.lefts, anew.lefts), (grown.rights, anew.rights)):
            assert one.tolist() == other.tolist()
        assert grown.styles.tolist() == anew.styles.tolist()


class TestStrips:
    """What is kept of the rows must be what painting them anew gives, to the pixel."""

    @pytest.fixture
    def view(self, panel, document):
        document.load(film_of_all_kinds())
        panel.view.viewport.zoom_to(SECOND / 90, 0)
        return panel.view

    @pytest.fixture
    def is_true(self, view, panel, theme):
        def is_true() -> bool:
            kept = view.grab().toImage()
            panel.set_theme(theme)  # forgets what was painted
            return kept == view.grab().toImage()

        return is_true

    @pytest.mark.parametrize("way", [(40,), (40, -25), (300, 1, 1), (5000, -4990), (-10,)])
    def test_scrolling(self, view, is_true, way):
        view.viewport.scroll_to(200)
        view.repaint()
        for step in way:
            view.viewport.scroll_to(view.viewport.left + step)
            view.repaint()
        assert is_true()

    @pytest.mark.parametrize(
        "edit",
        [
            lambda t: edits.split(t, ["a"], SECOND),
            lambda t: edits.ripple_delete(t, ["a"]),
            lambda t: edits.move(t, ["c"], by=2 * SECOND),
            lambda t: edits.add_transition(t, "V1", 3 * SECOND, SECOND),
            lambda t: edits.set_track(t, "A1", locked=True),
            lambda t: edits.replace_item(t, replace(t.tracks[1].items[0], text="Other words")),
            lambda t: edits.add_track(t, "video"),
        ],
    )
    def test_edits_and_back(self, view, document, is_true, edit):
        view.viewport.scroll_to(60)
        view.repaint()
        document.apply("Edit", edit)
        view.repaint()
        assert is_true()
        document.undo()
        view.repaint()
        assert is_true()

    def test_an_edit_paints_only_what_changed(self, view, document):
        view.repaint()
        document.apply("Nudge", lambda t: edits.move(t, ["c"], by=FRAME))
        view.repaint()
        assert 0 < view.painted < 8

    def test_a_playhead_that_moves_paints_no_clip(self, view, document, qtbot):
        view.repaint()
        document.set_playhead(2 * SECOND)
        qtbot.waitUntil(lambda: view.painted == 0)


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
