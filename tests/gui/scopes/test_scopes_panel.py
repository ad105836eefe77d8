"""The panel shows the scope of what the monitor shows."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from timeline_studio.ui.monitor.picture import Picture
from timeline_studio.ui.scopes import ScopesPanel
from timeline_studio.ui.scopes.drawing import pixels_of
from timeline_studio.ui.scopes.graticule import vector_targets


@pytest.fixture
def panel(qtbot, tasks, theme) -> ScopesPanel:
    panel = ScopesPanel(tasks, theme)
    qtbot.addWidget(panel)
    panel.resize(400, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def choose(qtbot, panel):
    def chosen(title: str) -> None:
        button = next(b for b in panel.tabs.buttons if b.text() == title)
        qtbot.waitUntil(button.isVisible)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return chosen


def picture_of(color: QColor) -> Picture:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(color)
    return Picture(0, image)


def brightest(panel: ScopesPanel) -> QPoint:
    pixels = pixels_of(panel.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    light = pixels.astype(np.int64).sum(axis=2)
    rows, columns = np.nonzero(light >= light.max() - 30)
    return QPoint(round(columns.mean()), round(rows.mean()))


def test_the_waveform_of_grey_is_a_line_at_its_level(panel, tasks):
    panel.follow(picture_of(QColor(191, 191, 191)))
    assert tasks.wait_idle()

    area = panel.view.area
    assert abs(brightest(panel).y() - (area.bottom() - 0.75 * area.height())) <= 2


@pytest.mark.parametrize(("name", "color"), [("R", "#BF0000"), ("B", "#0000BF"), ("Yl", "#BFBF00")])
def test_a_bar_lies_in_its_box_of_the_vectorscope(panel, tasks, choose, name, color):
    choose("Vectorscope")
    bare = panel.view.grab().toImage()
    panel.follow(picture_of(QColor(color)))
    assert tasks.wait_idle()

    now = panel.view.grab().toImage()
    form = QImage.Format.Format_RGB32
    change = pixels_of(now.convertToFormat(form)).astype(int) - pixels_of(
        bare.convertToFormat(form)
    )
    rows, columns = np.nonzero(change.sum(axis=2) > 60)
    across, down = vector_targets()[name]
    area = panel.view.area
    assert abs(columns.mean() - (area.left() + across * area.width())) <= 2
    assert abs(rows.mean() - (area.top() + down * area.height())) <= 2


def test_every_scope_can_be_chosen(panel, tasks, choose):
    panel.follow(picture_of(QColor(200, 60, 90)))
    seen = []
    for title in ("Histogram", "Vectorscope", "Parade", "Waveform"):
        choose(title)
        assert tasks.wait_idle()
        seen.append(panel.view.grab().toImage())
        assert title in panel.view.toolTip()

    assert all(a != b for n, a in enumerate(seen) for b in seen[n + 1 :])


def test_of_many_pictures_the_newest_is_shown(panel, tasks):
    for level in (0, 60, 120, 255):
        panel.follow(picture_of(QColor(level, level, level)))
    assert tasks.wait_idle()

    assert abs(brightest(panel).y() - panel.view.area.top()) <= 2


def test_nothing_is_counted_while_it_is_hidden(panel, tasks):
    panel.hide()
    panel.follow(picture_of(QColor(255, 255, 255)))
    assert tasks.is_idle

    panel.show()
    assert tasks.wait_idle()

    assert abs(brightest(panel).y() - panel.view.area.top()) <= 2


def test_a_picture_that_could_not_be_made_changes_nothing(panel, tasks):
    panel.follow(picture_of(QColor(255, 255, 255)))
    assert tasks.wait_idle()
    before = panel.view.grab().toImage()

    panel.follow(Picture(0, error="The media is missing."))

    assert tasks.is_idle
    assert panel.view.grab().toImage() == before
