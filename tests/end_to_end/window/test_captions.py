"""Captions in the window: an SRT is dropped, written over, and reaches viewers as it was left."""

import posixpath
from pathlib import Path

import m3u8
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from media_factory import read_stamp
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.media import image_frame
from timeline_studio.timeline.captions import read_captions
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.captions.captions_panel import CaptionsPanel
from timeline_studio.workflows.captions import poster_key
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.sends import list_productions, start_send
from window_driver import SHIFT, WORK_MS, WindowDriver

MILLISECOND = FLICKS_PER_SECOND // 1000
SRT = """1
00:00:00,120 --> 00:00:00,400
Hello

2
00:00:00,480 --> 00:00:00,760
What is this?

3
no time at all
"""


def test_captions_from_a_file_to_viewers(
    desk, worker: WorkerProcess, beach: Path, tmp_path: Path
) -> None:
    srt = tmp_path / "beach.en.srt"
    srt.write_text(SRT)
    window = desk.open()
    window.import_files(beach)
    window.append("beach.mp4")

    drops_the_file(window, srt)
    writes_in_place(window)
    adds_one_with_a_key(window)
    chooses_a_poster(window)
    prefix = exports_and_sends(window)

    store = window.studio.output_store
    assert shown_to_viewers(store, prefix) == [
        (120, 400, "Good morning"),
        (480, 760, "What is this?"),
        (800, 3000, "The end"),
    ]
    poster = image_frame(store.fetch(poster_key(prefix)))
    assert read_stamp(poster.to_ndarray(format="rgb24")) == 20
    window.close()


def drops_the_file(window: WindowDriver, srt: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(srt))])
    window.drop(window.window.panels.timeline.view, data, QPoint(window.x(0.5), window.y(0)))
    window.wait(lambda: window.timeline.caption_tracks)
    window.wait(lambda: window.toasts)
    assert "2 captions of beach.en.srt on C1" in window.toasts[-1]
    assert "Line 9: this block has no times" in window.toasts[-1]
    assert window.timeline.caption_tracks[0].language == "eng"


def writes_in_place(window: WindowDriver) -> None:
    panel = window.window.panels.timeline
    window.double_click(panel.view, QPoint(window.x(0.2), window.y(0)))
    window.wait(lambda: panel.caption_text.field)
    QTest.keyClicks(panel.caption_text.field, "Good morning")
    window.key(Qt.Key.Key_Return)
    assert window.item(0, 0).text == "Good morning"


def adds_one_with_a_key(window: WindowDriver) -> None:
    window.click_ruler(0.8)
    window.key(Qt.Key.Key_C)
    field = window.window.panels.timeline.caption_text.field
    QTest.keyClicks(field, "The end")
    window.key(Qt.Key.Key_Return)
    assert window.item(0, 2).text == "The end"
    panels = window.window.panels
    panels.inspector.show_page("Captions")
    listed: CaptionsPanel = panels.captions
    assert window.sees(listed.table)
    texts = [listed.model.index(row, 2).data() for row in range(listed.model.rowCount())]
    assert texts == ["Good morning", "What is this?", "The end"]


def chooses_a_poster(window: WindowDriver) -> None:
    window.key(Qt.Key.Key_M, SHIFT)
    assert [marker.is_poster for marker in window.timeline.markers] == [True]


def exports_and_sends(window: WindowDriver) -> str:
    window.wait_saved()
    window.export("Beach")
    window.wait(lambda: list_exports(window.studio), WORK_MS)
    start_send(window.studio, list_exports(window.studio)[0].upload.id)
    window.wait(
        lambda: list_productions(window.studio)[0].production.status in {"completed", "failed"},
        WORK_MS,
    )
    production = list_productions(window.studio)[0].production
    assert production.error_message is None
    return production.output_prefix


def shown_to_viewers(store, prefix: str) -> list[tuple[int, int, str]]:
    """The cues of the rendition that the master offers, in milliseconds."""
    keys = [found.key for found in store.list(prefix) if found.key.endswith(".m3u8")]
    masters = {key: m3u8.loads(store.get(key).decode()) for key in keys}
    offered = {
        posixpath.join(posixpath.dirname(key), media.uri)
        for key, master in masters.items()
        for media in master.media
        if media.type == "SUBTITLES"
    }
    assert len(offered) == 1
    (playlist,) = offered
    cues: dict[tuple[int, int, str], None] = {}
    for segment in masters[playlist].segments:
        data = store.get(posixpath.join(posixpath.dirname(playlist), segment.uri))
        for cue in read_captions(data, segment.uri).captions if b"-->" in data else ():
            cues[cue.start // MILLISECOND, cue.end // MILLISECOND, cue.text] = None
    return list(cues)
