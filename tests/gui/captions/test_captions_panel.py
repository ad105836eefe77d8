"""The Captions tab and the field on the timeline: real keys and clicks, one undo step each."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.timeline import Caption, Generator, Timeline, Track, edits
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.captions.captions_panel import CaptionsPanel
from timeline_studio.ui.captions.cues_model import END, START, TEXT
from timeline_studio.ui.captions.shift_popover import ShiftPopover
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.caption_commands import CaptionCommands
from timeline_studio.ui.editor.caption_field import CaptionField
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.theme import Theme


def _caption(name: str, start: float, end: float, text: str) -> Caption:
    return Caption(
        id=name, start=int(start * SECOND), duration=int((end - start) * SECOND), text=text
    )


@pytest.fixture
def document(qtbot: QtBot) -> TimelineDocument:
    """Three captions over ten seconds of black."""
    black = Generator(id="black", start=0, duration=10 * SECOND)
    items = (
        _caption("one", 1, 3, "Hello there. How are you?"),
        _caption("two", 3, 5, "Fine"),
        _caption("three", 6, 6.5, "This is said far too fast to be read"),
    )
    tracks = (
        Track(id="V1", kind="video", name="V1", items=(black,)),
        Track(id="C1", kind="caption", name="C1", language="en", items=items),
    )
    return TimelineDocument(Timeline(rate=Fraction(25), tracks=tracks))


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, theme: Theme) -> CaptionsPanel:
    mode = EditingMode()
    made = CaptionsPanel(document, mode, CaptionCommands(document, mode, mode), theme)
    mode.setParent(made)
    qtbot.addWidget(made)
    made.resize(300, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def press(panel: CaptionsPanel) -> Callable[[str], None]:
    """Click a button by its name."""

    def pressed(name: str) -> None:
        QTest.mouseClick(panel.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    return pressed


def _rows(document: TimelineDocument) -> list[tuple[float, float, str]]:
    return [
        (item.start / SECOND, item.end / SECOND, item.text)
        for track in document.timeline.caption_tracks
        for item in track.items
    ]


def _shown(panel: CaptionsPanel) -> list[list[str]]:
    model = panel.model
    return [
        [model.index(row, column).data() for column in (START, END, TEXT)]
        for row in range(model.rowCount())
    ]


def _field(panel: CaptionsPanel) -> CaptionField:
    return panel.table.findChild(CaptionField)


def _type_time(qtbot: QtBot, panel: CaptionsPanel, row: int, column: int, words: str) -> None:
    """F2, the words, Return: as at a keyboard."""
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(row, column))
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    editor = panel.table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.table.findChild(QLineEdit) is None)


def test_it_lists_when_and_what_and_warns_of_what_is_hard_to_read(panel: CaptionsPanel):
    assert _shown(panel) == [
        ["0:01.000", "0:03.000", "Hello there. How are you?"],
        ["0:03.000", "0:05.000", "Fine"],
        ["0:06.000", "0:06.500", "This is said far too fast to be read"],
    ]
    tips = [
        panel.model.index(row, TEXT).data(Qt.ItemDataRole.ToolTipRole).count("⚠")
        for row in range(3)
    ]
    assert tips == [0, 0, 2]
    assert panel.fields.language.currentText() == "English"


def test_words_are_written_with_the_keyboard(panel: CaptionsPanel, document: TimelineDocument):
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(1, START))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    field = _field(panel)
    QTest.keyClicks(field, "Very")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "well")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert _rows(document)[1] == (3, 5, "Very\nwell")
    document.undo()
    assert _rows(document)[1] == (3, 5, "Fine")


def test_escape_drops_the_words(panel: CaptionsPanel, document: TimelineDocument):
    panel.table.setFocus()
    panel.begin_editing("two")
    QTest.keyClicks(_field(panel), "Nonsense")
    QTest.keyClick(_field(panel), Qt.Key.Key_Escape)
    assert _rows(document)[1] == (3, 5, "Fine")
    assert not document.undo_stack.canUndo()


def test_times_are_typed_and_nonsense_is_refused(
    panel: CaptionsPanel, document: TimelineDocument, qtbot: QtBot
):
    _type_time(qtbot, panel, 1, END, "0:05.5")
    _type_time(qtbot, panel, 1, START, "3,25")
    assert _rows(document)[1] == (3.25, 5.5, "Fine")
    with qtbot.waitSignal(document.refused) as refused:
        _type_time(qtbot, panel, 1, START, "soon")
    assert refused.args == ["“soon” is not a time like 1:02.345"]
    with qtbot.waitSignal(document.refused):
        _type_time(qtbot, panel, 1, END, "9")
    assert _rows(document)[1] == (3.25, 5.5, "Fine")


def test_list_and_timeline_share_the_selection_and_the_playhead(
    panel: CaptionsPanel, document: TimelineDocument
):
    document.select(["two"])
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [1]
    panel.table.setFocus()
    QTest.mouseClick(
        panel.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.table.visualRect(panel.model.index(2, TEXT)).center(),
    )
    assert document.selection == {"three"}
    assert document.playhead == 6 * SECOND


def test_a_caption_is_split_at_the_playhead_where_a_sentence_ends(
    panel: CaptionsPanel, document: TimelineDocument, press: Callable[[str], None]
):
    document.select(["one"])
    document.set_playhead(2 * SECOND)
    press("caption-split")
    assert _rows(document)[:2] == [(1, 2, "Hello there."), (2, 3, "How are you?")]


def test_one_word_is_not_split(
    panel: CaptionsPanel,
    document: TimelineDocument,
    press: Callable[[str], None],
    qtbot: QtBot,
):
    document.select(["two"])
    with qtbot.waitSignal(document.refused) as refused:
        press("caption-split")
    assert refused.args == ["The caption is one word: there is nothing to split"]


def test_captions_are_merged_with_the_next_or_as_selected(
    panel: CaptionsPanel, document: TimelineDocument, press: Callable[[str], None]
):
    document.select(["one"])
    press("caption-merge")
    assert _rows(document)[0] == (1, 5, "Hello there. How are you?\nFine")
    document.select(["one", "three"])
    press("caption-merge")
    assert len(_rows(document)) == 1


def test_what_cannot_be_done_is_disabled(panel: CaptionsPanel, document: TimelineDocument):
    document.select(["three"])
    assert (panel.split.isEnabled(), panel.merge.isEnabled()) == (True, False)
    document.select([])
    document.set_playhead(9 * SECOND)
    assert (panel.split.isEnabled(), panel.merge.isEnabled()) == (False, False)
    document.set_read_only(True)
    assert not panel.add.isEnabled()
    assert not panel.fields.burned_in.isEnabled()


def test_a_caption_is_added_at_the_playhead_and_none_over_another(
    panel: CaptionsPanel,
    document: TimelineDocument,
    press: Callable[[str], None],
    qtbot: QtBot,
):
    document.set_playhead(5 * SECOND)
    press("caption-add")
    assert _rows(document)[2] == (5, 6, "Caption")
    with qtbot.waitSignal(document.refused) as refused:
        press("caption-add")
    assert "A caption is here already" in refused.args[0]


def test_the_first_caption_makes_its_track(
    panel: CaptionsPanel, document: TimelineDocument, qtbot: QtBot
):
    document.load(Timeline(rate=Fraction(25), tracks=document.timeline.tracks[:1]))
    assert panel.empty.isVisible()
    QTest.mouseClick(panel.empty.link, Qt.MouseButton.LeftButton)
    assert _rows(document) == [(0, 3, "Caption")]
    assert panel.table.isVisible()


def test_the_track_is_burned_in_and_its_language_said(
    panel: CaptionsPanel, document: TimelineDocument
):
    fields = panel.fields
    QTest.mouseClick(fields.burned_in, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    assert document.timeline.caption_tracks[0].burned_in
    fields.language.setFocus()
    QTest.keyClicks(fields.language, "German")
    assert document.timeline.caption_tracks[0].language == "deu"
    while document.undo_stack.canUndo():
        document.undo()
    track = document.timeline.caption_tracks[0]
    assert (track.language, track.burned_in) == ("en", False)
    assert (fields.language.currentText(), fields.burned_in.isChecked()) == ("English", False)


def test_all_captions_shift_by_what_is_typed(
    panel: CaptionsPanel, document: TimelineDocument, qtbot: QtBot
):
    popover = ShiftPopover(panel.more)
    popover.shifted.connect(panel.commands.shift)
    popover.open()
    popover.field.setText("later")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert popover.problem.isVisible()
    popover.field.setText("-0.5")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert [start for start, _, _ in _rows(document)] == [0.5, 2.5, 5.5]


def test_delete_takes_the_selected_captions_away(panel: CaptionsPanel, document: TimelineDocument):
    document.select(["one", "three"])
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert _rows(document) == [(3, 5, "Fine")]


def test_a_locked_track_cannot_be_edited(panel: CaptionsPanel, document: TimelineDocument):
    track = document.timeline.caption_tracks[0]
    document.apply("Lock", lambda t: edits.set_track(t, track.id, locked=True))
    flags = panel.model.flags(panel.model.index(0, TEXT))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not panel.fields.language.isEnabled()
