"""Thumbnails that could not be made are made when they can be."""

import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements import pictures as module
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.workflows import Studio


def test_one_that_failed_is_tried_again_after_a_while(
    studio: Studio,
    uploads: list[Upload],
    tasks: BackgroundTasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    film = uploads[0]
    path = studio.media_store.fetch(film.s3_key)
    away = path.rename(path.with_suffix(".away"))
    pictures = UploadPictures(studio, tasks)
    with qtbot.waitSignal(pictures.ready):
        assert pictures.picture(film.id) is None
    away.rename(path)
    assert pictures.is_missing(film.id)
    assert pictures.picture(film.id) is None
    assert tasks.is_idle
    monkeypatch.setattr(module, "_AGAIN_SECONDS", 0.0)
    with qtbot.waitSignal(pictures.ready):
        assert pictures.picture(film.id) is None
    assert pictures.picture(film.id) is not None
