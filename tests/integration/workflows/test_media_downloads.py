"""Footage that lies in S3 only is fetched while the timeline is shown; until then clips say so."""

import dataclasses
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from s3_server import BUCKET, S3Server
from timeline_studio.library import Upload
from timeline_studio.storage import OutgoingStore, S3Options, S3Store, StorageUnreachable, is_here
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.track_index import TrackIndex
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.elements.toasts import Toasts
from timeline_studio.ui.media_downloads import MediaDownloads
from timeline_studio.ui.shell.download_line import DownloadLine
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import (
    MediaNotHereError,
    import_media,
    items_for,
    reference_to,
    resolver_here,
)


@pytest.fixture
def store_on(s3_server: S3Server, tmp_path: Path) -> Callable[[str], OutgoingStore]:
    """The bucket as a computer of this name sees it, with a cache of its own."""
    s3_server.empty(BUCKET)

    def make(computer: str) -> OutgoingStore:
        here = tmp_path / computer
        options = S3Options(endpoint=s3_server.endpoint, attempts=2)
        remote = S3Store(
            BUCKET,
            cache=here / "cache",
            journals=here / "journals",
            options=options,
            client_factory=lambda _options: s3_server.client,
        )
        return OutgoingStore(remote, here / "outgoing")

    return make


@pytest.fixture
def first(studio: Studio, store_on: Callable[[str], OutgoingStore]) -> Studio:
    return dataclasses.replace(studio, media_store=store_on("first"))


@pytest.fixture
def upload(first: Studio, footage: Path) -> Upload:
    """Imported on the first computer, and sent."""
    (made,) = import_media(first, [footage])
    assert isinstance(first.media_store, OutgoingStore)
    first.media_store.push(made.s3_key)
    return made


@pytest.fixture
def second(first: Studio, upload: Upload, store_on: Callable[[str], OutgoingStore]) -> Studio:
    """Another computer on the same library."""
    return dataclasses.replace(first, media_store=store_on("second"))


@pytest.fixture
def cut(first: Studio, upload: Upload) -> Timeline:
    picture, _ = items_for(first, upload)
    assert picture is not None
    return Timeline(tracks=(Track(id="v", kind="video", items=(picture,)),))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[BackgroundTasks]:
    made = BackgroundTasks()
    yield made
    made.wait_idle()
    made.close()


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[TimelineDocument]:
    parent = QObject()
    yield TimelineDocument(parent=parent)
    parent.deleteLater()


def test_it_is_fetched_with_progress_and_then_shown(
    qtbot: QtBot,
    second: Studio,
    upload: Upload,
    cut: Timeline,
    document: TimelineDocument,
    tasks: BackgroundTasks,
) -> None:
    downloads = MediaDownloads(second, tasks, document)
    resolve = resolver_here(second)
    clips = ClipPictures(resolve, tasks, second.home.cache, document)
    away: list[frozenset[str]] = []
    told: list[tuple[str, float]] = []
    downloads.away_changed.connect(away.append)
    downloads.away_changed.connect(clips.set_away)
    downloads.progressed.connect(lambda name, share: told.append((name, share)))
    media = reference_to(upload)
    with pytest.raises(MediaNotHereError, match=r"“beach\.mp4” is being downloaded"):
        resolve(media)
    assert clips.picture(media, 0, 45) is None
    document.load(cut)
    qtbot.waitUntil(lambda: len(away) == 2, timeout=10_000)
    assert away == [frozenset({media.url}), frozenset()]
    assert told[-1] == ("beach.mp4", 1.0)
    assert resolve(media).stat().st_size == upload.size_bytes
    assert not clips.is_missing(media.url)
    qtbot.waitUntil(lambda: clips.picture(media, 0, 45) is not None, timeout=10_000)


def test_what_is_here_is_not_fetched_again(
    first: Studio, cut: Timeline, document: TimelineDocument, tasks: BackgroundTasks
) -> None:
    downloads = MediaDownloads(first, tasks, document)
    document.load(cut)
    assert tasks.wait_idle()
    assert downloads.away == frozenset()


def test_offline_it_says_why(
    qtbot: QtBot,
    second: Studio,
    cut: Timeline,
    document: TimelineDocument,
    tasks: BackgroundTasks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    downloads = MediaDownloads(second, tasks, document)

    def refuse(_key: str, **_options: object) -> Path:
        raise StorageUnreachable("S3 does not answer.")

    monkeypatch.setattr(second.media_store, "fetch", refuse)
    with qtbot.waitSignal(downloads.failed) as failed:
        document.load(cut)
    assert failed.args == ["S3 does not answer."]


def test_a_clip_that_is_away_looks_so(cut: Timeline) -> None:
    index = TrackIndex(cut.tracks[0], lambda _url: False, lambda _url: True)
    viewport = Viewport()
    viewport.set_size(1000, 300)
    viewport.set_content(cut.duration, cut.rate, 300)
    (box,) = index.visible(viewport, 0, 1000).boxes(1)
    assert box.style == ("video", "away")


def test_a_folder_of_this_computer_has_all(studio: Studio) -> None:
    assert is_here(studio.media_store, "whatever")


def test_a_download_is_told_cancelled_and_taken_up_again(
    qtbot: QtBot,
    second: Studio,
    upload: Upload,
    cut: Timeline,
    document: TimelineDocument,
    tasks: BackgroundTasks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the status bar; the file comes slowly until the test lets it go."""
    go_on = threading.Event()
    fetch = second.media_store.fetch

    def fetch_slowly(key: str, *, progress: Callable[[int], None]) -> Path:
        progress((upload.size_bytes or 0) // 2)
        assert go_on.wait(10)
        progress((upload.size_bytes or 0) // 2)
        return fetch(key, progress=progress)

    monkeypatch.setattr(second.media_store, "fetch", fetch_slowly)
    window = QWidget()
    qtbot.addWidget(window)
    downloads = MediaDownloads(second, tasks, document)
    toasts = Toasts(window, Theme.load("dark"))
    line = DownloadLine(downloads, toasts)
    line.setParent(window)
    window.show()
    assert not line.isVisible()
    document.load(cut)
    qtbot.waitUntil(line.isVisible)
    assert line.words.text() == "Downloading beach.mp4: 50%"
    line.cancel.click()
    assert not line.isVisible()
    go_on.set()
    assert tasks.wait_idle()
    assert not is_here(second.media_store, upload.s3_key)
    assert downloads.away
    (toast,) = toasts.shown
    assert toast.text.text() == "1 file is still in the cloud only."
    again = next(b for b in toast.findChildren(QPushButton) if b.text() == "Download")
    again.click()
    qtbot.waitUntil(lambda: not downloads.away, timeout=10_000)
    assert is_here(second.media_store, upload.s3_key)
    assert not line.isVisible()
