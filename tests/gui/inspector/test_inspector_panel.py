"""The inspector: fields show the selection, and edit it in one undo step each."""

from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.edits import replace_item
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Title, Track
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.inspector_panel import InspectorPanel
from timeline_studio.ui.theme import Theme

MEDIA = MediaReference(url="upload:1", name="beach.mp4", duration=20 * SECOND)


@pytest.fixture
def document(qtbot: QtBot) -> TimelineDocument:
    """A linked clip of 7 s, and a title above it."""

    def clip(item_id: str) -> Clip:
        return Clip(
            id=item_id, start=0, duration=7 * SECOND, name="beach.mp4", media=MEDIA, link="pair"
        )

    title = Title(id="title", start=0, duration=SECOND, name="Opening", text="A day")
    tracks = (
        Track(id="v1", kind="video", items=(clip("picture"),)),
        Track(id="v2", kind="video", items=(title,)),
        Track(id="a1", kind="audio", items=(clip("sound"),)),
    )
    return TimelineDocument(Timeline(rate=Fraction(25), tracks=tracks))


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, theme: Theme) -> InspectorPanel:
    made = InspectorPanel(document, theme)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    return made


def item(document: TimelineDocument, item_id: str) -> Any:
    return find_item(document.timeline, item_id)[1]


def test_without_a_selection_it_says_what_to_do(panel: InspectorPanel) -> None:
    assert panel.empty.isVisible()


def test_a_linked_pair_is_shown_as_one_clip(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["picture", "sound"])
    assert panel.name.text() == "beach.mp4"
    assert panel.facts.text() == "Video clip · 1920×1080 · 25 fps · 0:07"
    assert panel.form.item.times["End"].text() == "00:00:07:00"
    assert panel.form.sound.isVisible()
    assert not panel.form.title.isVisible()


def test_several_items_are_counted(panel: InspectorPanel, document: TimelineDocument) -> None:
    document.select(["picture", "title"])
    assert panel.name.text() == "2 items are selected"
    assert panel.form.picture.isVisible()
    assert not panel.form.item.isVisible()
    assert not panel.form.title.isVisible()


def test_gain_goes_to_the_sound_of_the_picture(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["picture"])
    field = panel.form.sound.gain
    field.selectAll()
    QTest.keyClicks(field, "-3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert item(document, "sound").gain_db == -3.0
    assert item(document, "picture").gain_db == 0.0
    assert document.undo_stack.undoText() == "Change gain"


def test_a_pair_runs_faster_together_and_what_is_refused_is_not_left_in_the_field(
    panel: InspectorPanel, document: TimelineDocument, qtbot: QtBot
) -> None:
    document.select(["picture", "sound"])
    field = panel.form.speed.speed
    field.selectAll()
    QTest.keyClicks(field, "-200")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [item(document, each).speed for each in ("picture", "sound")] == [-2, -2]
    field.selectAll()
    QTest.keyClicks(field, "0")
    with qtbot.waitSignal(document.refused):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == -200


def test_a_title_is_one_undo_step_however_many_letters(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["title"])
    panel.form.title.text.setFocus()
    panel.form.title.text.selectAll()
    QTest.keyClicks(panel.form.title.text, "At the lake")
    panel.form.item.name.setFocus()
    assert item(document, "title").text == "At the lake"
    document.undo()
    assert item(document, "title").text == "A day"
    assert panel.form.title.text.toPlainText() == "A day"


def test_a_title_moves_and_grows(panel: InspectorPanel, document: TimelineDocument) -> None:
    document.select(["title"])
    for field, typed in (
        (panel.form.title.across, "25"),
        (panel.form.title.down, "75"),
        (panel.form.title.letter_size, "12"),
    ):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    title = item(document, "title")
    assert (title.x, title.y, title.size) == (0.25, 0.75, 12.0)


def test_passing_through_a_field_edits_nothing(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    """Its number may be shown rounded."""
    title = item(document, "title")
    document.apply("Place", lambda t: replace_item(t, replace(title, x=1 / 3)))
    document.select(["title"])
    QTest.keyClick(panel.form.title.across, Qt.Key.Key_Return)
    assert item(document, "title").x == 1 / 3


def test_disabling_and_renaming(panel: InspectorPanel, document: TimelineDocument) -> None:
    document.select(["title"])
    QTest.mouseClick(panel.form.item.enabled, Qt.MouseButton.LeftButton, pos=_box(panel))
    panel.form.item.name.selectAll()
    QTest.keyClicks(panel.form.item.name, "Intro")
    QTest.keyClick(panel.form.item.name, Qt.Key.Key_Return)
    title = item(document, "title")
    assert not title.enabled
    assert title.name == "Intro"


def test_showing_an_item_edits_nothing(panel: InspectorPanel, document: TimelineDocument) -> None:
    before = document.timeline
    document.select(["title"])
    document.select(["picture"])
    document.select([])
    assert document.timeline is before
    assert not document.undo_stack.canUndo()


def test_thousands_of_selected_items_change_together(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    title = find_item(document.timeline, "title")[1]
    many = tuple(
        replace(title, id=f"title {n}", start=n * SECOND, duration=SECOND) for n in range(2000)
    )
    track = replace(document.timeline.tracks[1], items=many)
    document.load(replace(document.timeline, tracks=(track,)))
    document.select(item.id for item in many)
    assert panel.name.text() == "2000 items are selected"
    row = panel.form.picture.rows["opacity"]
    row.field.selectAll()
    QTest.keyClicks(row.field, "50")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert {each.opacity for each in document.timeline.tracks[0].items} == {0.5}
    assert document.undo_stack.count() == 1


def test_a_read_only_timeline_cannot_be_edited_here(
    panel: InspectorPanel, document: TimelineDocument
) -> None:
    document.select(["title"])
    document.set_read_only(True)
    assert not panel.form.isEnabled()
    document.set_read_only(False)
    assert panel.form.isEnabled()


def _box(panel: InspectorPanel) -> QPoint:
    """The check box is at the left of its label."""
    return QPoint(8, panel.form.item.enabled.height() // 2)
