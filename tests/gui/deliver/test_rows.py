"""The table of the Deliver panels: sorting by value, searching, fitting, one row button."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import ROW, STATE, Column, State, nothing
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.deliver.rows_view import RowsView
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio


@dataclass(frozen=True)
class Film:
    id: int
    name: str
    seconds: int


FILMS = [Film(1, "Lake", 100), Film(2, "beach", 9), Film(3, "Dune", 20)]


@pytest.fixture
def view(qtbot: QtBot, studio: Studio, tasks: BackgroundTasks, theme: Theme) -> RowsView:
    columns = [
        Column[Film]("Name", lambda film: film.name, 260, is_main=True),
        Column[Film](
            "Length", lambda film: f"{film.seconds} s", 90, sort=lambda film: film.seconds, yields=1
        ),
        Column[Film]("State", lambda _: "Ready", 120, state=lambda _: State("done", "ok", "Ready")),
        Column[Film]("", nothing, 100, button=lambda _: "Play"),
    ]
    model = RowsModel(
        columns,
        UploadPictures(studio, tasks),
        identity=lambda film: film.id,
        upload_of=lambda film: (film.id, "audio"),
    )
    model.show(FILMS)
    made = RowsView(theme, model)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.model_under_test = model  # type: ignore[attr-defined]
    return made


def shown(view: RowsView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press_head(view: RowsView, column: int) -> None:
    head = view.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(column) + 10, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_rows_come_in_the_library_s_order(view: RowsView) -> None:
    assert shown(view) == ["Lake", "beach", "Dune"]


def test_a_head_sorts_by_value_not_by_wording(view: RowsView) -> None:
    press_head(view, 1)
    assert shown(view) == ["beach", "Dune", "Lake"]
    press_head(view, 1)
    assert shown(view) == ["Lake", "Dune", "beach"]


def test_names_sort_without_regard_to_case(view: RowsView) -> None:
    press_head(view, 0)
    assert shown(view) == ["beach", "Dune", "Lake"]


def test_a_click_on_the_row_button_is_for_that_row(view: RowsView, qtbot: QtBot) -> None:
    cell = view.visualRect(view.model().index(2, 3))
    with qtbot.waitSignal(view.button_pressed) as pressed:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert pressed.args[0].name == "Dune"


def test_a_click_beside_the_button_only_selects(view: RowsView, qtbot: QtBot) -> None:
    cell = view.visualRect(view.model().index(1, 0))
    with qtbot.assertNotEmitted(view.button_pressed):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert view.current_row().name == "beach"


def test_return_presses_the_button_of_the_current_row(view: RowsView, qtbot: QtBot) -> None:
    view.selectRow(0)
    with qtbot.waitSignal(view.button_pressed) as pressed:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert pressed.args[0].name == "Lake"


def test_a_refresh_keeps_the_selection(view: RowsView) -> None:
    view.choose(3)
    view.model_under_test.show([Film(4, "New", 1), *FILMS])  # type: ignore[attr-defined]
    assert view.current_row().name == "Dune"


def test_a_refresh_of_the_same_rows_changes_cells_only(view: RowsView, qtbot: QtBot) -> None:
    model = view.model_under_test  # type: ignore[attr-defined]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show([Film(1, "Lake day", 100), *FILMS[1:]])
    assert shown(view)[0] == "Lake day"


def test_narrow_tables_give_up_columns_that_yield(view: RowsView) -> None:
    assert not view.isColumnHidden(1)
    view.resize(500, 400)
    assert view.isColumnHidden(1)
    assert not view.isColumnHidden(2)
    assert not view.isColumnHidden(3)


def test_a_state_is_an_icon_a_colour_and_a_word(view: RowsView) -> None:
    state = view.model().index(0, 2).data(STATE)
    assert (state.icon, state.color, state.word) == ("done", "ok", "Ready")
    assert view.model().index(0, 2).data(ROW) == FILMS[0]


def test_rows_that_come_and_go_leave_the_others_alone(view: RowsView, qtbot: QtBot) -> None:
    model = view.model_under_test  # type: ignore[attr-defined]
    view.choose(3)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([Film(5, "Newest", 1), Film(4, "New", 1), FILMS[0], FILMS[2], Film(0, "Old", 1)])
    assert shown(view) == ["Newest", "New", "Lake", "Dune", "Old"]
    assert view.current_row().name == "Dune"


def test_rows_in_another_order_keep_the_selection_too(view: RowsView) -> None:
    view.choose(3)
    view.model_under_test.show([FILMS[2], FILMS[0]])  # type: ignore[attr-defined]
    assert shown(view) == ["Dune", "Lake"]
    assert view.current_row().name == "Dune"
