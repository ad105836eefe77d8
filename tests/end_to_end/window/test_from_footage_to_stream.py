"""The whole job in the window: footage in, a cut timeline, a master, a verified stream."""

import re
from pathlib import Path
from urllib.request import urlopen

import av
import pytest
from PySide6.QtCore import Qt

from media_factory import read_stamp
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.projects import list_projects
from timeline_studio.workflows.sends import list_productions, outputs_of
from window_driver import CTRL, SHIFT, WORK_MS, WindowDriver

CUT = [(0.0, 1.0), (1.0, 3.0), (3.0, 4.0)]
"""Beach 0–1 s, lake whole, lake 0–1 s: four seconds, 100 pictures."""
NUMBERS = [*range(25), *range(1000, 1050), *range(1000, 1025)]
ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")


def test_from_an_empty_home_to_a_finished_production(
    desk, worker: WorkerProcess, beach: Path, lake: Path
) -> None:
    window = desk.open()
    starts_empty(window)
    imports_footage(window, beach, lake)
    cuts(window)
    exports(window)
    sends_to_hls(window)
    plays(window, desk)
    goes_back_to_the_timeline(window)
    window.close()
    again = desk.open()
    has_kept_everything(again)
    library_is_right(again)
    master_is_exact(again)
    stream_is_right(again)


def starts_empty(window: WindowDriver) -> None:
    panels = window.window.panels
    assert window.name == "Untitled"
    assert window.shape == [[], []]
    assert window.workspace == "Edit"
    assert window.sees(panels.media.empty)
    assert [project.id for project in list_projects(window.studio)] == [window.project_id]


def imports_footage(window: WindowDriver, beach: Path, lake: Path) -> None:
    window.import_files(beach)
    window.drop_files(lake)
    window.wait(lambda: window.thumbnail("beach.mp4") and window.thumbnail("lake.mp4"))
    assert not window.sees(window.window.panels.media.empty)


def cuts(window: WindowDriver) -> None:
    window.append("beach.mp4")
    assert window.shape == [[(0, 3)], [(0, 3)]]
    assert (window.timeline.rate, window.timeline.width, window.timeline.height) == (25, 640, 360)
    window.append("lake.mp4")
    window.wait(lambda: window.seconds == 5)
    window.key(Qt.Key.Key_Z, SHIFT)  # show it all
    window.drag_to_timeline("lake.mp4", 5)
    whole = [(0, 3), (3, 5), (5, 7)]
    assert window.shape == [whole, whole]

    window.key(Qt.Key.Key_Z, SHIFT)
    window.click_ruler(1)
    window.key(Qt.Key.Key_S)
    split = [(0, 1), (1, 3), (3, 5), (5, 7)]
    assert window.shape == [split, split]

    window.drag_edge(0, 3, "end", 6)
    trimmed = [*split[:3], (5, 6)]
    assert window.shape == [trimmed, trimmed]

    window.drag_item(0, 3, 0.4)
    moved = [*split[:3], (5.4, 6.4)]
    assert window.shape == [moved, moved]

    window.key(Qt.Key.Key_Z, CTRL)
    assert window.shape == [trimmed, trimmed]
    window.key(Qt.Key.Key_Z, CTRL)
    assert window.shape == [split, split]
    window.key(Qt.Key.Key_Z, CTRL)
    assert window.shape == [whole, whole]
    window.key(Qt.Key.Key_Z, CTRL | SHIFT)
    window.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.shape == [trimmed, trimmed]

    window.click_item(0, 1)
    window.key(Qt.Key.Key_Delete, SHIFT)
    assert window.shape == [CUT, CUT]
    window.wait_saved()
    assert re.fullmatch(r"Saved \d\d:\d\d", window.saved)


def exports(window: WindowDriver) -> None:
    window.export(name="Lake day")
    window.wait(lambda: window.chip_texts)
    assert re.fullmatch(r"1 job · \d+ %", window.chip_texts[0])
    panel = window.window.panels.exports
    window.wait(lambda: window.sees(panel.view) and window.rows(panel), WORK_MS)
    assert window.workspace == "Deliver"
    assert window.name == "Lake day"
    [row] = window.rows(panel)
    assert row[0] == "Lake day"
    assert "Verified" in row


def sends_to_hls(window: WindowDriver) -> None:
    panels = window.window.panels
    window.press_row_button(panels.exports, 0)
    window.wait(lambda: window.sees(panels.productions.view))
    assert panels.productions.view.hasFocus()
    window.wait(lambda: "Ready" in window.rows(panels.productions)[0], WORK_MS)
    [row] = window.rows(panels.productions)
    assert row[0] == "Lake day"
    assert any(ULID.fullmatch(cell or "") for cell in row)
    window.wait(lambda: window.toasts and "Ready to watch." in window.toasts[-1])


def plays(window: WindowDriver, desk) -> None:
    window.window.panels.productions.call_action("watch")
    window.wait(lambda: desk.opened_urls)
    with urlopen(desk.opened_urls[0].toString()) as page:
        assert b"Lake day" in page.read()


def goes_back_to_the_timeline(window: WindowDriver) -> None:
    """From another timeline, so that there is a way to go."""
    window.key(Qt.Key.Key_N, CTRL)
    window.wait(lambda: window.name == "Untitled")
    assert window.shape == [[], []]
    window.click(window.button("detail-open-timeline"))
    window.wait(lambda: window.name == "Lake day")
    assert window.workspace == "Edit"
    assert window.window.flows.session.project.id == window.project_id
    assert window.shape == [CUT, CUT]


def has_kept_everything(window: WindowDriver) -> None:
    assert window.name == "Lake day"
    assert window.shape == [CUT, CUT]
    assert window.banner == ""


def library_is_right(window: WindowDriver) -> None:
    studio = window.studio
    [project] = [each for each in list_projects(studio) if each.name == "Lake day"]
    [export] = list_exports(studio)
    assert export.upload.id == project.last_export_upload_id
    assert export.upload.create_video_project_id == project.id
    assert export.upload.video_role == "export"
    assert re.fullmatch(
        rf"renders/\d{{4}}-\d\d/\d\d/{export.upload.asset_uuid}/video\.mp4", export.upload.s3_key
    )
    [sent] = list_productions(studio)
    assert sent.production.status == "completed"
    assert sent.production.upload_id == export.upload.id
    assert ULID.fullmatch(sent.production.ulid)
    folder = export.upload.s3_key.removeprefix("renders/").removesuffix("video.mp4")
    assert sent.production.output_prefix == f"{folder}{sent.production.ulid}/"
    window.wait(lambda: not list(studio.home.work.iterdir()), WORK_MS)
    assert not list(studio.home.root.rglob("*.partial"))


def master_is_exact(window: WindowDriver) -> None:
    """The edited timeline, picture by picture; both streams as long as it is."""
    [export] = list_exports(window.studio)
    with av.open(str(window.studio.media_store.fetch(export.upload.s3_key))) as master:
        video, sound = master.streams.video[0], master.streams.audio[0]
        assert video.duration * video.time_base == window.seconds
        assert float(sound.duration * sound.time_base) == pytest.approx(window.seconds, abs=0.03)
        numbers = [read_stamp(picture) for picture in master.decode(video)]
    assert numbers == NUMBERS


def stream_is_right(window: WindowDriver) -> None:
    [sent] = list_productions(window.studio)
    output = outputs_of(window.studio, sent.production)
    prefix = sent.production.output_prefix
    assert output.playlists == [f"{prefix}landscape/video.m3u8"]
    assert output.posters == [f"{prefix}landscape/video_poster.0000000.jpg"]
    assert output.renditions
    for rendition in output.renditions:
        assert rendition.seconds == pytest.approx(window.seconds, abs=0.05)
