"""An upload and an export play in their panels; the desktop's player is in the menu."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from media_factory import stamped_jpeg, stamped_video, tone
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.exports.exports_panel import ExportsPanel
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.uploads.uploads_panel import UploadsPanel
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media

Open = Callable[[type[Any]], Any]


@pytest.fixture
def uploads(studio: Studio, tmp_path: Path) -> list[Upload]:
    """A film with sound, upright; a tone; a picture."""
    film = stamped_video(
        tmp_path / "beach.mp4", frames=25, rate=Fraction(25), size=(90, 160), clicks_at=[0.5]
    )
    sound = tone(tmp_path / "tone.wav")
    return import_media(studio, [film, sound, stamped_jpeg(tmp_path / "logo.jpg", 1)])


@pytest.fixture
def open_panel(
    qtbot: QtBot, studio: Studio, tasks: BackgroundTasks, theme: Theme, uploads: list[Upload]
) -> Iterator[Open]:
    made: list[LibraryPanel[Any]] = []

    def make(kind: type[Any]) -> Any:
        panel = kind(studio, tasks, theme, UploadPictures(studio, tasks))
        made.append(panel)
        qtbot.addWidget(panel)
        panel.set_detail_width(400)
        panel.resize(1200, 700)
        panel.show()
        panel.refresh()
        assert tasks.wait_idle()
        return panel

    yield make
    for panel in made:
        panel.close()
    assert tasks.wait_idle()


def press(panel: LibraryPanel[Any], name: str) -> None:
    button = panel.detail.findChild(QPushButton, f"detail-{name}")
    assert button is not None
    button.click()


def choose(panel: LibraryPanel[Any], upload: Upload, tasks: BackgroundTasks) -> None:
    panel.choose(upload.id)
    assert tasks.wait_idle()


def test_an_upload_plays_in_the_place_of_its_picture(
    open_panel: Open, uploads: list[Upload], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel = open_panel(UploadsPanel)
    choose(panel, uploads[0], tasks)
    press(panel, "play")
    player = panel.player
    qtbot.waitUntil(lambda: player.is_playing, timeout=10_000)
    assert player.isVisible()
    assert not panel.detail.picture.isVisible()
    assert [track.kind for track in player.document.timeline.tracks] == ["video", "audio"]
    assert (player.document.timeline.width, player.document.timeline.height) == (90, 160)
    choose(panel, uploads[1], tasks)
    assert not player.isVisible()
    assert not player.is_playing


@pytest.mark.parametrize(("number", "kind"), [(1, "audio"), (2, "video")])
def test_sound_and_pictures_are_previewed_too(
    open_panel: Open, uploads: list[Upload], tasks: BackgroundTasks, number: int, kind: str,
    qtbot: QtBot,
) -> None:  # fmt: skip
    panel = open_panel(UploadsPanel)
    choose(panel, uploads[number], tasks)
    press(panel, "play")
    qtbot.waitUntil(lambda: panel.player.is_playing, timeout=10_000)
    assert [track.kind for track in panel.player.document.timeline.tracks] == [kind]


def test_an_export_plays(
    open_panel: Open, uploads: list[Upload], studio: Studio, qtbot: QtBot
) -> None:
    with studio.unit_of_work() as work:
        work.uploads.update(uploads[0].id, video_role="export")
    panel = open_panel(ExportsPanel)
    press(panel, "play")
    qtbot.waitUntil(lambda: panel.player.is_playing, timeout=10_000)
    assert panel.player.identity == uploads[0].id


def test_a_file_that_is_gone_says_so(
    open_panel: Open, uploads: list[Upload], studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel = open_panel(UploadsPanel)
    choose(panel, uploads[0], tasks)
    studio.media_store.delete(uploads[0].s3_key)
    with qtbot.waitSignal(panel.failed) as failed:
        press(panel, "play")
    assert uploads[0].s3_key in failed.args[0]


def test_the_desktop_s_player_is_in_the_menu_only(
    open_panel: Open, uploads: list[Upload], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    panel = open_panel(UploadsPanel)
    choose(panel, uploads[0], tasks)
    assert panel.detail.findChild(QPushButton, "detail-open-outside") is None
    with qtbot.waitSignal(panel.open_requested) as asked:
        panel.call_action("open-outside")
    assert asked.args[0].id == uploads[0].id
