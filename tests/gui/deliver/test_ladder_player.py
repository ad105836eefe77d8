"""A production plays in its panel, from the rung that is chosen."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from media_factory import stamped_video
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.productions.productions_panel import ProductionsPanel
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.sends import FINAL, get_production, start_send

Serve = Callable[[Studio, Callable[[], bool]], None]


@pytest.fixture
def uploads(studio: Studio, tmp_path: Path) -> list[Upload]:
    """Large enough for several rungs."""
    film = stamped_video(tmp_path / "beach.mp4", frames=25, rate=Fraction(25), size=(1280, 720))
    return import_media(studio, [film])


@pytest.fixture
def production_id(studio: Studio, uploads: list[Upload], serve: Serve) -> int:
    made = start_send(studio, uploads[0].id)
    serve(studio, lambda: get_production(studio, made).production.status in FINAL)
    return made


@pytest.fixture
def panel(
    qtbot: QtBot, studio: Studio, tasks: BackgroundTasks, theme: Theme, production_id: int
) -> Iterator[ProductionsPanel]:
    shown = ProductionsPanel(studio, tasks, theme, UploadPictures(studio, tasks))
    qtbot.addWidget(shown)
    shown.set_detail_width(400)
    shown.resize(1200, 700)
    shown.show()
    shown.refresh()
    assert tasks.wait_idle()
    yield shown
    shown.close()
    assert tasks.wait_idle()


def test_it_plays_and_goes_on_in_another_rung_where_it_was(
    qtbot: QtBot, panel: ProductionsPanel, tasks: BackgroundTasks
) -> None:
    player = panel.player
    panel.call_action("play")
    assert player.isVisible()
    assert not panel.detail.picture.isVisible()
    qtbot.waitUntil(lambda: player.is_playing, timeout=10_000)
    assert player.rungs.count() > 1
    best = player.document.timeline.height
    player.play_button.click()
    assert not player.is_playing
    player.playback.seek(player.document.timeline.duration // 2)
    time = player.document.playhead
    player.rungs.setCurrentIndex(player.rungs.count() - 1)
    player.rungs.activated.emit(player.rungs.currentIndex())
    assert tasks.wait_idle()
    assert player.document.timeline.height < best
    assert player.document.playhead == pytest.approx(time, abs=705_600_000 // 20)
    assert not player.is_playing


def test_another_row_puts_the_player_away(
    qtbot: QtBot,
    panel: ProductionsPanel,
    studio: Studio,
    uploads: list[Upload],
    tasks: BackgroundTasks,
) -> None:
    panel.call_action("play")
    qtbot.waitUntil(lambda: panel.player.is_playing, timeout=10_000)
    panel.choose(start_send(studio, uploads[0].id))
    assert tasks.wait_idle()
    assert not panel.player.isVisible()
    assert panel.detail.picture.isVisibleTo(panel.detail)
    assert not panel.player.is_playing


def test_a_ladder_that_is_gone_says_so(
    qtbot: QtBot, panel: ProductionsPanel, studio: Studio, tasks: BackgroundTasks
) -> None:
    for found in list(studio.output_store.list()):
        studio.output_store.delete(found.key)
    with qtbot.waitSignal(panel.failed) as failed:
        panel.findChild(QPushButton, "detail-play").click()
    assert "nothing to play" in failed.args[0]
