"""Takes the pictures of the window in this folder: `make screenshots`.

Everything in them is real: footage that is imported, timelines that the worker exports and
transcodes, in a home that is deleted afterwards.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from camera import LARGE, SMALL, Shown, choose_clip, handle_events, save, wait_until, window_on
from footage import make_footage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from states import take_states

from timeline_studio.app.composition import open_studio
from timeline_studio.app.worker_process import WorkerProcess
from timeline_studio.library import Upload
from timeline_studio.settings import Home
from timeline_studio.timeline import edits
from timeline_studio.timeline.captions import read_captions
from timeline_studio.timeline.model import Marker, Timeline, empty_timeline, new_id
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.application import start_application
from timeline_studio.ui.shell.send_stages import TRANSCODE
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports, start_export
from timeline_studio.workflows.media import format_for, import_media, items_for
from timeline_studio.workflows.outbox import list_outbox, pause_entry
from timeline_studio.workflows.projects import create_project, open_project, save_timeline
from timeline_studio.workflows.publications import add_space
from timeline_studio.workflows.reports import report_of
from timeline_studio.workflows.sample import create_sample_project
from timeline_studio.workflows.sends import cancel_production, get_production, start_send

RATE = Fraction(25)
SPOKEN = """1
00:00:00,400 --> 00:00:02,600
Every morning he looks at the meadow.

2
00:00:03,000 --> 00:00:05,200
Nobody has been here yet.

3
00:00:06,000 --> 00:00:08,500
- What was that?
- The wind.
"""


def main() -> int:
    theme = Theme.load("dark")
    start_application(theme)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with window_on(Home(root / "empty"), theme) as shown:
            shown.take("window-empty")
        home = Home(root / "home")
        with worker_of(home):
            project_id = fill_library(home, root)
            with window_on(home, theme, project_id) as shown:
                take_edit(shown)
                take_captions(shown)
                take_deliver(shown)
                take_publishing(shown)
                take_report(shown)
                take_outbox(shown)
                take_accounts(shown)
                take_send(shown)
            take_states(home, project_id)
    return 0


# The library


def fill_library(home: Home, root: Path) -> int:
    """Footage, two timelines, their exports and productions, and one that was cancelled.
    Returns the id of the timeline to show."""
    studio = open_studio(home)
    (root / "footage").mkdir()
    files = make_footage(root / "footage")
    uploads = dict(zip(files, import_media(studio, list(files.values())), strict=True))
    project_id = longer_sample(studio, uploads)
    teaser = create_project(studio, "Vertical teaser", film_of(studio, uploads["portrait"])).id
    jobs = [start_export(studio, teaser), start_export(studio, project_id)]
    wait_until(lambda: all(studio.queue.get(job).status == "completed" for job in jobs))
    stopped = start_send(studio, uploads["closeup"].id)
    cancel_production(studio, stopped)
    space = add_space(studio, "Lake house films").id
    add_space(studio, "Members")
    exports = [row.upload.id for row in reversed(list_exports(studio))]
    sends = [start_send(studio, upload, publish_to=[space]) for upload in exports]
    wait_until(lambda: all(is_final(studio, production) for production in sends))
    wait_until(lambda: all(report_of(studio, production) for production in sends))
    fill_outbox(studio, uploads["meadow"].id)
    studio.library.close()
    return project_id


def fill_outbox(studio: Studio, upload_id: int) -> None:
    """One send that rests."""
    held = start_send(studio, upload_id, name="Meadow")
    for entry in list_outbox(studio):
        if entry.production_id == held:
            pause_entry(studio, entry)


def longer_sample(studio: Studio, uploads: dict[str, Upload]) -> int:
    project_id = create_sample_project(studio).id
    opened = open_project(studio, project_id)
    timeline = opened.timeline
    first, titles, sound = timeline.tracks
    picture, voice = items_for(studio, uploads["meadow"], rate=RATE)
    timeline = edits.append_linked(timeline, {first.id: picture, sound.id: voice})
    still, _ = items_for(studio, uploads["still"])
    timeline = edits.overwrite(timeline, titles.id, still, 4 * SECOND)
    timeline = edits.add_track(timeline, "audio", name="Music")
    _, music = items_for(studio, uploads["music"], rate=RATE)
    music_track = timeline.audio_tracks[-1].id
    timeline = edits.overwrite(timeline, music_track, music, 0)
    timeline = edits.trim(timeline, music.id, end=timeline.audio_tracks[0].end)
    timeline = edits.set_gain(timeline, music.id, -3.0)
    timeline = edits.add_marker(timeline, Marker(id=new_id(), time=3 * SECOND, name="Turn"))
    captions = read_captions(SPOKEN.encode(), "english.en.srt")
    timeline = edits.add_caption_track(timeline, captions.captions, name="English", language="eng")
    save_timeline(studio, project_id, timeline, opened.revision)
    return project_id


def film_of(studio: Studio, upload: Upload) -> Timeline:
    """All of one upload."""
    rate, width, height = format_for(studio, upload)
    timeline = edits.set_format(empty_timeline(), rate=rate, width=width, height=height)
    runs = zip(timeline.tracks, items_for(studio, upload, rate=rate), strict=True)
    return edits.append_linked(timeline, {track.id: item for track, item in runs if item})


def is_final(studio: Studio, production_id: int) -> bool:
    return get_production(studio, production_id).production.status in ("completed", "failed")


# The pictures


def take_edit(shown: Shown) -> None:
    view = shown.window.panels.timeline.view
    for name, size in (("window-edit-1920", LARGE), ("window-edit", SMALL)):
        shown.window.resize(*size)
        shown.settle()
        choose_clip(shown)
        QTest.mouseMove(view, QPoint(view.viewport.x_of(3.2 * SECOND), 64))
        shown.take(name, size)


def take_deliver(shown: Shown) -> None:
    for name in ("exports", "uploads", "productions"):
        shown.window.shell_actions[f"show_{name}"].trigger()
        shown.take(f"window-{name}")


def take_captions(shown: Shown) -> None:
    document, inspector = shown.window.document, shown.window.panels.inspector
    document.set_playhead(2 * SECOND)
    inspector.show_page("Captions")
    shown.take("window-captions")
    inspector.show_page("Inspector")


def take_publishing(shown: Shown) -> None:
    window, rows = shown.window, shown.window.panels.publications.view
    window.shell_actions["show_publications"].trigger()
    shown.settle()
    rows.setCurrentIndex(rows.model().index(0, 0))
    shown.take("window-publications")


def take_report(shown: Shown) -> None:
    productions = shown.window.panels.productions
    shown.window.shell_actions["show_productions"].trigger()
    shown.settle()
    productions.view.setCurrentIndex(productions.view.model().index(1, 0))
    productions.call_action("report")
    shown.take("window-report")
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)


def take_outbox(shown: Shown) -> None:
    shown.window.shell_actions["show_outbox"].trigger()
    shown.settle()
    rows = shown.window.panels.outbox.view
    rows.setCurrentIndex(rows.model().index(0, 0))
    shown.take("window-outbox")


def take_accounts(shown: Shown) -> None:
    """A dialog: it is pictured by itself."""
    shown.window.shell_actions["accounts"].trigger()
    dialog = shown.window.accounts.dialog
    dialog.findChild(QPushButton, "account-new").click()
    shown.settle()
    save(dialog.grab(), "window-accounts")
    dialog.close()


def take_send(shown: Shown) -> None:
    """The last timeline is exported already: its production is what runs."""
    window = shown.window
    window.shell_actions["workspace_edit"].trigger()
    shown.settle()
    window.header.send.click()
    sends = window.flows.sends
    wait_until(lambda: (sends.stages.lines[TRANSCODE].percent or 0) > 10)
    handle_events(100)
    shown.shoot("window-send")
    wait_until(lambda: sends.stages.is_finished)
    shown.settle()


@contextmanager
def worker_of(home: Home) -> Iterator[None]:
    home.prepare()
    worker = WorkerProcess(home)
    worker.start()
    try:
        yield
    finally:
        worker.close()


if __name__ == "__main__":
    sys.exit(main())
