"""Transforms, opacity, gain and fades in the inspector: typed, scrubbed, keyed and reset."""

from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.model import Clip, Generator, MediaReference, Timeline, Track
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.inspector_panel import InspectorPanel
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.theme import Theme

MEDIA = MediaReference(url="upload:1", name="beach.mp4", duration=20 * SECOND)


@pytest.fixture
def document(qtbot: QtBot) -> TimelineDocument:
    """A linked clip of 7 s from 1 s on, and a colour above it."""

    def clip(item_id: str) -> Clip:
        return Clip(id=item_id, start=SECOND, duration=7 * SECOND, media=MEDIA, link="pair")

    colour = Generator(id="colour", start=0, duration=9 * SECOND, color="#102030")
    tracks = (
        Track(id="v1", kind="video", items=(clip("picture"),)),
        Track(id="v2", kind="video", items=(colour,)),
        Track(id="a1", kind="audio", items=(clip("sound"),)),
    )
    return TimelineDocument(Timeline(rate=Fraction(25), tracks=tracks))


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, theme: Theme) -> InspectorPanel:
    made = InspectorPanel(document, theme)
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.show()
    return made


def item(document: TimelineDocument, item_id: str = "picture") -> Any:
    return find_item(document.timeline, item_id)[1]


def enter(field: ScrubField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_transform_is_typed_in_pixels_and_per_cent(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["picture"])
    rows = panel.form.picture.rows
    for name, text in (("x", "192"), ("scale", "50"), ("rotation", "-90"), ("opacity", "25")):
        enter(rows[name].field, text)
    changed = item(document)
    assert (changed.transform.x, changed.transform.scale) == (0.1, 0.5)
    assert (changed.transform.rotation, changed.opacity) == (-90.0, 0.25)
    assert document.undo_stack.count() == 4
    assert item(document, "sound").transform.scale == 1


def test_a_drag_over_a_number_is_one_undo_step(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["picture"])
    line = panel.form.picture.rows["scale"].field.lineEdit()
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for x in (22, 30, 45, 60):
        QTest.mouseMove(line, QPoint(x, 10))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert item(document).transform.scale == pytest.approx(1.4)
    assert document.undo_stack.count() == 1
    document.undo()
    assert item(document).transform.scale == 1


def test_a_click_puts_the_cursor_into_the_number(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["picture"])
    line = panel.form.picture.rows["scale"].field.lineEdit()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert document.undo_stack.count() == 0
    assert line.isEnabled()


def test_keyframes_are_added_walked_and_removed(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["picture"])
    row = panel.form.picture.rows["opacity"]
    document.set_playhead(2 * SECOND)
    row.key.click()
    document.set_playhead(4 * SECOND)
    enter(row.field, "0")
    assert item(document).opacity == (Keyframe(SECOND, 1.0), Keyframe(3 * SECOND, 0.0))
    assert row.key.isChecked()
    assert not row.next.isEnabled()

    document.set_playhead(3 * SECOND)
    assert row.field.value() == 50
    assert not row.key.isChecked()
    row.previous.click()
    assert document.playhead == 2 * SECOND
    row.next.click()
    assert document.playhead == 4 * SECOND
    row.key.click()
    assert item(document).opacity == (Keyframe(SECOND, 1.0),)
    row.undo.click()
    assert item(document).opacity == 1
    assert not row.undo.isEnabled()


def test_several_items_change_together(panel: InspectorPanel, document: TimelineDocument) -> None:
    document.select(["picture", "colour"])
    row = panel.form.picture.rows["opacity"]
    enter(row.field, "40")
    assert [item(document, each).opacity for each in ("picture", "colour")] == [0.4, 0.4]
    assert document.undo_stack.count() == 1
    assert panel.form.sound.isVisible()
    document.select(["colour"])
    enter(row.field, "90")
    assert not panel.form.sound.isVisible()
    document.select(["picture", "colour"])
    assert row.field.text() == "~ 90.0 %" or row.field.text() == "~ 40.0 %"


def test_fades_go_to_the_picture_and_to_its_sound(
    panel: InspectorPanel, document: TimelineDocument, qtbot: QtBot
) -> None:
    document.select(["picture"])
    enter(panel.form.picture.fades["in"], "1.5")
    enter(panel.form.sound.fades["out"], "2")
    assert item(document).fade_in == Fade(round(1.52 * SECOND))
    assert (item(document).fade_out, item(document, "sound").fade_in) == (None, None)
    assert item(document, "sound").fade_out == Fade(2 * SECOND)
    with qtbot.waitSignal(document.refused):
        enter(panel.form.picture.fades["in"], "8")
    assert panel.form.picture.fades["in"].value() == 1.52


def test_blend_modes_flips_and_pans(panel: InspectorPanel, document: TimelineDocument) -> None:
    document.select(["picture"])
    picture = panel.form.picture
    picture.blend.setCurrentIndex(picture.blend.findData("multiply"))
    picture.blend.activated.emit(picture.blend.currentIndex())
    picture.across.click()
    enter(panel.form.sound.rows["pan"].field, "-100")
    changed = item(document)
    assert (changed.blend, changed.transform.flip_x, changed.transform.flip_y) == (
        "multiply",
        True,
        False,
    )
    assert item(document, "sound").pan == -1
    picture.across.click()
    assert not item(document).transform.flip_x


def test_a_locked_track_is_not_edited(panel: InspectorPanel, document: TimelineDocument) -> None:
    timeline = document.timeline
    locked = tuple(replace(track, locked=True) for track in timeline.tracks)
    document.load(replace(timeline, tracks=locked))
    document.select(["picture"])
    assert panel.form.picture.isVisible()
    assert not panel.form.picture.isEnabled()
