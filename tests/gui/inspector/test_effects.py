"""Effects in the inspector: added, ordered, typed, bent and picked, for all that is selected."""

from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.effects.effect import (
    STRAIGHT,
    Blur,
    ChromaKey,
    Curves,
    Exposure,
    Lut,
    Vignette,
)
from timeline_studio.timeline.effects.stack import numbers_of
from timeline_studio.timeline.model import Generator, Timeline, Track
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.inspector.effect_extras import CurvesField, KeyColorField, LutField
from timeline_studio.ui.inspector.effect_words import fields_of
from timeline_studio.ui.inspector.effects_section import EffectsSection
from timeline_studio.ui.inspector.inspector_panel import InspectorPanel
from timeline_studio.ui.inspector.scrub_field import ScrubField
from timeline_studio.ui.theme import Theme


@pytest.fixture
def document() -> TimelineDocument:
    """Two colours, A with a blur and an exposure, B with an exposure."""
    a = Generator(id="A", start=0, duration=9 * SECOND, effects=(Blur(), Exposure()))
    b = Generator(id="B", start=9 * SECOND, duration=SECOND, effects=(Exposure(stops=1.0),))
    tracks = (Track(id="v1", kind="video", items=(a, b)),)
    return TimelineDocument(Timeline(rate=Fraction(25), tracks=tracks))


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, theme: Theme) -> InspectorPanel:
    made = InspectorPanel(document, theme)
    qtbot.addWidget(made)
    made.resize(300, 1400)
    made.show()
    return made


@pytest.fixture
def section(panel: InspectorPanel, document: TimelineDocument) -> EffectsSection:
    document.select(["A"])
    return panel.form.effects


def stack(document: TimelineDocument, item_id: str = "A") -> Any:
    item: Any = find_item(document.timeline, item_id)[1]
    return item.effects


def enter(field: ScrubField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def give(document: TimelineDocument, *effects: Any) -> None:
    for effect in effects:
        document.apply(
            "Add", lambda timeline, effect=effect: edits.add_effect(timeline, ["A"], effect)
        )


def test_an_effect_is_a_block_of_its_numbers(
    section: EffectsSection, document: TimelineDocument
) -> None:
    assert list(section.blocks) == ["blur.1", "exposure.1"]
    enter(section.blocks["blur.1"].rows["blur.1.radius"].field, "2.5")
    enter(section.blocks["exposure.1"].rows["exposure.1.stops"].field, "-1.25")
    assert stack(document) == (Blur(radius=0.025), Exposure(stops=-1.25))
    assert document.undo_stack.count() == 2


def test_a_number_is_keyed_as_those_of_the_transform(
    section: EffectsSection, document: TimelineDocument
) -> None:
    row = section.blocks["exposure.1"].rows["exposure.1.stops"]
    click(row.key)
    document.set_playhead(2 * SECOND)
    enter(row.field, "2")
    document.set_playhead(SECOND)
    assert stack(document)[1].stops == (Keyframe(0, 0.0), Keyframe(2 * SECOND, 2.0))
    assert row.field.value() == 1.0
    click(row.previous)
    assert document.playhead == 0


def test_effects_are_ordered_switched_reset_and_removed(
    section: EffectsSection, document: TimelineDocument
) -> None:
    give(document, Vignette(amount=0.9))
    click(section.blocks["vignette.1"].up)
    assert [type(each) for each in stack(document)] == [Blur, Vignette, Exposure]
    assert not section.blocks["blur.1"].up.isEnabled()
    click(section.blocks["vignette.1"].enabled)
    assert stack(document)[1] == Vignette(amount=0.9, enabled=False)
    click(section.blocks["vignette.1"].reset)
    assert stack(document)[1] == Vignette(enabled=False)
    click(section.blocks["vignette.1"].remove)
    assert list(section.blocks) == ["blur.1", "exposure.1"]
    assert document.undo_stack.undoText() == "Remove Vignette"


def test_of_several_those_are_shown_that_all_have(
    section: EffectsSection, document: TimelineDocument
) -> None:
    document.select(["A", "B"])
    assert list(section.blocks) == ["exposure.1"]
    field = section.blocks["exposure.1"].rows["exposure.1.stops"].field
    assert field.prefix() == "~ "
    enter(field, "0.5")
    assert stack(document)[1] == stack(document, "B")[0] == Exposure(stops=0.5)
    section.add("vignette")
    assert stack(document, "B")[-1] == stack(document)[-1] == Vignette()


def test_a_block_is_folded_and_stays_so(
    section: EffectsSection, document: TimelineDocument
) -> None:
    block = section.blocks["blur.1"]
    field = block.rows["blur.1.radius"]
    click(block.fold)
    assert not field.isVisible()
    document.select(["B"])
    document.select(["A"])
    assert not section.blocks["blur.1"].rows["blur.1.radius"].isVisible()
    click(section.blocks["blur.1"].fold)
    assert section.blocks["blur.1"].rows["blur.1.radius"].isVisible()


def test_a_curve_is_bent_by_the_mouse_in_one_step(
    section: EffectsSection, document: TimelineDocument
) -> None:
    give(document, Curves())
    steps = document.undo_stack.count()
    extra = section.blocks["curves.1"].extra
    assert isinstance(extra, CurvesField)
    click(extra.channels["red"])
    view = extra.view
    middle = QPoint(view.width() // 2, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    for by in (10, 20, 30):
        QTest.mouseMove(view, middle - QPoint(0, by))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 30))

    (start, bent, end), curves = stack(document)[-1].red, stack(document)[-1]
    assert (start, end) == STRAIGHT
    assert bent == pytest.approx((0.5, 0.72), abs=0.02)
    assert curves.master == STRAIGHT
    assert document.undo_stack.count() == steps + 1
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=middle - QPoint(0, 30))
    assert stack(document)[-1].red == STRAIGHT


def test_escape_gives_the_curve_back_that_was(
    section: EffectsSection, document: TimelineDocument
) -> None:
    give(document, Curves())
    extra = section.blocks["curves.1"].extra
    assert isinstance(extra, CurvesField)
    QTest.mousePress(extra.view, Qt.MouseButton.LeftButton, pos=QPoint(80, 40))
    QTest.keyClick(extra.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(extra.view, Qt.MouseButton.LeftButton, pos=QPoint(80, 40))
    assert stack(document)[-1] == Curves()
    assert document.undo_stack.undoText() == "Add"


def test_a_curve_is_bent_by_keys(section: EffectsSection, document: TimelineDocument) -> None:
    give(document, Curves())
    extra = section.blocks["curves.1"].extra
    assert isinstance(extra, CurvesField)
    extra.view.setFocus()
    QTest.keyClick(extra.view, Qt.Key.Key_Insert)
    QTest.keyClick(extra.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(extra.view, Qt.Key.Key_Right)
    assert stack(document)[-1].master[1] == pytest.approx((0.51, 0.55))
    QTest.keyClick(extra.view, Qt.Key.Key_Delete)
    QTest.keyClick(extra.view, Qt.Key.Key_PageUp)
    QTest.keyClick(extra.view, Qt.Key.Key_Down)
    assert stack(document)[-1].master == ((0.0, 0.0), (1.0, 0.99))


def test_the_keys_colour_is_picked_where_the_next_press_is(
    section: EffectsSection, document: TimelineDocument, qtbot: QtBot
) -> None:
    give(document, ChromaKey())
    steps = document.undo_stack.count()
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.setStyleSheet("background: #20B040")
    screen.resize(100, 100)
    screen.show()
    extra = section.blocks["chroma_key.1"].extra
    assert isinstance(extra, KeyColorField)

    click(extra.picker)
    assert stack(document)[-1] == ChromaKey(enabled=False)
    click(screen)

    assert stack(document)[-1] == ChromaKey(color="#20B040")
    assert document.undo_stack.count() == steps + 1
    assert QApplication.overrideCursor() is None
    click(extra.picker)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert stack(document)[-1] == ChromaKey(color="#20B040")
    assert document.undo_stack.count() == steps + 1
    assert QColor(extra.swatch.text()) == QColor("#20B040")


def test_a_lut_says_its_file_and_asks_for_another(
    section: EffectsSection, document: TimelineDocument, qtbot: QtBot
) -> None:
    give(document, Lut())
    extra = section.blocks["lut.1"].extra
    assert isinstance(extra, LutField)
    assert extra.chosen.text() == "Choose a file…"
    with qtbot.waitSignal(section.lut_requested) as asked:
        click(extra.chosen)
    assert asked.args == ["lut.1"]
    section.blocks["lut.1"].change("Choose LUT", {"digest": "ab" * 20, "name": "Teal.cube"})
    assert extra.chosen.text() == "Teal.cube"


def test_every_number_of_every_effect_has_a_word() -> None:
    for kind in EFFECT_KINDS.values():
        names = [field.name for field in fields_of(f"{kind.name}.1")]
        assert names == list(numbers_of((kind.plain,)))
        assert all(field.word for field in fields_of(f"{kind.name}.1"))
