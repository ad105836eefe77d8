"""Writing a site from the window, and opening the page of all productions."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from hls_ladder import write_ladder
from timeline_studio.library import Upload
from timeline_studio.productions import output_prefix
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.site_popover import SitePopover
from timeline_studio.workflows import Studio
from timeline_studio.workflows.publications import add_space, publish


@pytest.fixture
def published(studio: Studio, uploads: list[Upload]) -> str:
    """The ULID of a production that is published in a space."""
    with studio.unit_of_work() as uow:
        production = uow.productions.add(uploads[0].id, "Dunes")
        prefix = output_prefix("2026-11/21", "asset", production.ulid)
        uow.productions.update(production.id, status="completed", output_prefix=prefix)
    write_ladder(studio.home.store / studio.output_store.bucket / prefix / "l", [(160, 90)])
    publish(studio, production.id, add_space(studio, "Surfers").id)
    return production.ulid


@pytest.fixture
def choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen in the desktop's dialog."""
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_arguments: str(tmp_path / "site")
    )
    return tmp_path / "site"


@pytest.fixture
def popover(published: str, window: MainWindow, qtbot: QtBot) -> Callable[[], SitePopover]:
    def open_it() -> SitePopover:
        window.shell_actions["write_site"].trigger()
        qtbot.waitUntil(lambda: any(p.isVisible() for p in window.findChildren(SitePopover)))
        return next(p for p in window.findChildren(SitePopover) if p.isVisible())

    return open_it


def toasts(window: MainWindow) -> list[str]:
    return [toast.text.text() for toast in window.trouble.toasts.shown]


def test_a_site_is_written_and_shown(
    popover: Callable[[], SitePopover],
    window: MainWindow,
    choose: Path,
    qtbot: QtBot,
    opened_urls: list[QUrl],
) -> None:
    shown = popover()
    assert [shown.shown.itemText(row) for row in range(shown.shown.count())] == [
        "Everything that is published for everyone",
        "Surfers (1 published)",
    ]
    assert not shown.members.isVisible()
    shown.shown.setCurrentIndex(1)
    assert shown.members.isVisible()
    shown.folder.click()
    qtbot.waitUntil(lambda: bool(toasts(window)))
    assert toasts(window) == ["Wrote a site of 1 video: 6 files are new, 0 were there."]
    assert "<h1>Surfers</h1>" in (choose / "index.html").read_text()
    assert not any(p.isVisible() for p in window.findChildren(SitePopover))
    show = window.trouble.toasts.shown[0].findChild(QPushButton)
    show.click()
    assert opened_urls == [QUrl.fromLocalFile(str(choose))]


def test_writing_can_be_cancelled(
    popover: Callable[[], SitePopover],
    window: MainWindow,
    choose: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    studio: Studio,
) -> None:
    cancelled = threading.Event()
    fetch = type(studio.output_store).fetch

    def fetch_slowly(store: object, key: str, **options: object) -> Path:
        cancelled.wait(20)
        return fetch(store, key, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(type(studio.output_store), "fetch", fetch_slowly)
    shown = popover()
    shown.folder.click()
    qtbot.waitUntil(lambda: shown.stage.text() == "Dunes")
    assert window.flows.site.is_writing
    shown.cancel.click()
    cancelled.set()
    qtbot.waitUntil(lambda: bool(toasts(window)))
    assert toasts(window)[0].startswith("Stopped.")
    assert not (choose / "index.html").exists()
    assert not window.flows.site.is_writing


def test_a_folder_of_other_things_is_refused_in_words(
    popover: Callable[[], SitePopover], window: MainWindow, choose: Path, qtbot: QtBot
) -> None:
    choose.mkdir()
    (choose / "photo.jpg").write_bytes(b"mine")
    popover().folder.click()
    qtbot.waitUntil(lambda: bool(toasts(window)))
    assert "holds other things (photo.jpg)" in toasts(window)[0]


def test_the_page_of_all_productions_opens_in_the_browser(
    published: str, window: MainWindow, tasks: BackgroundTasks, opened_urls: list[QUrl]
) -> None:
    window.shell_actions["watch_feed"].trigger()
    assert tasks.wait_idle()
    window.shell_actions["watch_feed"].trigger()
    assert tasks.wait_idle()
    assert len({url.toString() for url in opened_urls}) == 1
    assert opened_urls[0].host() == "127.0.0.1"
    assert opened_urls[0].path() == "/"
