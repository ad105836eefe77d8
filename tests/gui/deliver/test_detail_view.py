"""A row in full: it fits its place at every height, and its values can be read and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_studio.ui.deliver.detail_view import DetailView
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.elements.wrapped_text import WrappedText
from timeline_studio.ui.theme import Theme

ULID = "01M7Y96SS8QQE6PAFMNG7FFHN8"
FILE = "2026-11-21_12-34-56_final_final_v7_really_the_last_one_of_all.mp4"


@pytest.fixture
def detail(qtbot: QtBot, theme: Theme) -> DetailView:
    made = DetailView(theme)
    qtbot.addWidget(made)
    made.setFixedWidth(320)
    made.show_row(
        name="Lake day",
        description="",
        kind="video",
        picture=None,
        facts=[("File", FILE), ("ULID", ULID), ("Size", "12 MB")],
        actions=[RowAction(name, name, lambda: None) for name in ("Play", "Send", "Delete")],
    )
    made.show()
    return made


def values(detail: DetailView) -> list[WrappedText]:
    return detail.findChildren(WrappedText)


def test_it_comes_to_rest_at_every_height(detail: DetailView) -> None:
    """Where the page just fits, a scrollbar must not come and go without end."""
    page = detail.widget().sizeHint().height()
    for height in range(page - 60, page + 60):
        detail.resize(320, height)
        QApplication.processEvents()
        assert detail.picture.height() == detail.picture.width() * 9 // 16


def test_long_values_wrap_where_they_have_no_spaces(detail: DetailView) -> None:
    QApplication.processEvents()
    file, ulid, size = values(detail)
    assert file.toPlainText() == FILE
    for value in (file, ulid, size):
        assert value.document().idealWidth() <= value.width()
        assert value.document().size().height() <= value.height() + 1
    assert file.height() >= 2 * size.height()


def test_a_value_is_copied_as_it_is(detail: DetailView) -> None:
    _, ulid, _ = values(detail)
    ulid.setFocus()
    QTest.keyClick(ulid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(ulid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ULID
