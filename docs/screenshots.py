"""Takes the pictures in this folder: `make screenshots`. Each is the real window on a real home."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import tempfile
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from timeline_studio.app.composition import open_studio, work
from timeline_studio.library import Project
from timeline_studio.settings import Home, Preferences, resource
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.application import start_application
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import start_export
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.projects import create_project, rename_project
from timeline_studio.workflows.sample import create_sample_project
from timeline_studio.workflows.sends import FINAL, get_production, start_send

DOCS = Path(__file__).parent
SETTLE_MS = 2_500
LAPTOP, DESKTOP = (1280, 800), (1920, 1080)


def main() -> None:
    theme = Theme.load("dark")
    start_application(theme)
    with tempfile.TemporaryDirectory() as folder:
        empty = open_studio(Home(Path(folder) / "empty"))
        take(empty, theme, None, "window-empty")
        empty.library.close()
        studio = open_studio(Home(Path(folder) / "home"))
        project = furnish(studio, Path(folder))
        take(studio, theme, project, "window-edit", show=show_edit)
        take(studio, theme, project, "window-edit-1920", size=DESKTOP, show=show_edit)
        for panel in ("exports", "uploads", "productions"):
            show = opener(f"show_{panel}")
            take(studio, theme, project, f"window-{panel}", show=show)
        take(studio, theme, project, "window-send", show=opener("send"))
        studio.library.close()


def furnish(studio: Studio, folder: Path) -> Project:
    """Footage of several kinds, two projects, exports, and productions in several states."""
    project = rename_project(studio, create_sample_project(studio).id, "A day in the meadow")
    create_project(studio, "Lake, first cut")
    import_media(studio, [portrait_clip(folder), poster(folder), birdsong(folder)])
    jobs = [start_export(studio, project.id, name) for name in ("Teaser", None)]
    work(studio, lambda: all(studio.queue.get(job).is_finished for job in jobs))
    results = [studio.queue.get(job).result or {} for job in jobs]
    masters = [result["resultUploadId"] for result in results]
    sent = [start_send(studio, master) for master in masters]
    sent.append(start_send(studio, masters[0], profile="hls-both", name="Teaser, both shapes"))
    work(studio, lambda: all(get_production(studio, p).production.status in FINAL for p in sent))
    start_send(studio, masters[1], name="Next week's version")
    return project


def portrait_clip(folder: Path) -> Path:
    """The middle of the sample, upright."""
    path = folder / "meadow-portrait.mp4"
    with (
        av.open(str(resource("sample/bigbuckbunny.mp4"))) as source,
        av.open(str(path), "w") as out,
    ):
        stream = out.add_stream("libx264", rate=25, options={"crf": "20", "preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = 404, 720, "yuv420p"
        for index, frame in enumerate(source.decode(video=0)):
            pixels = np.ascontiguousarray(frame.to_ndarray(format="rgb24")[:, 200:604])
            picture = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            picture.pts, picture.time_base = index, Fraction(1, 25)
            out.mux(stream.encode(picture))
        out.mux(stream.encode(None))
    return path


def poster(folder: Path) -> Path:
    path = folder / "poster.png"
    with av.open(str(resource("sample/bigbuckbunny.mp4"))) as source:
        source.seek(3 * av.time_base)
        frame = next(source.decode(video=0)).reformat(format="rgb24")
    encoder = av.CodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, "rgb24"
    encoder.time_base = Fraction(1, 25)
    path.write_bytes(b"".join(bytes(packet) for packet in encoder.encode(frame)))
    return path


def birdsong(folder: Path) -> Path:
    """Twelve seconds of chirps."""
    path = folder / "birdsong.wav"
    rate = 48_000
    time = np.arange(12 * rate) / rate
    chirp = np.sin(2 * np.pi * (2_000 + 900 * np.sin(2 * np.pi * 7 * time)) * time)
    envelope = np.maximum(0, np.sin(2 * np.pi * 0.8 * time)) ** 3
    samples = (chirp * envelope * 20_000).astype(np.int16)
    with av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_s16le", rate=rate, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None], format="s16", layout="mono")
        frame.sample_rate = rate
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def take(
    studio: Studio,
    theme: Theme,
    project: Project | None,
    name: str,
    *,
    size: tuple[int, int] = LAPTOP,
    show: Callable[[MainWindow], None] | None = None,
) -> None:
    """Open the window, let it come to rest, and save its picture."""
    tasks = BackgroundTasks()
    window = MainWindow(
        studio,
        Preferences(studio.home.preferences),
        tasks,
        theme,
        project_id=project.id if project else None,
    )
    window.resize(*size)
    window.show()
    settle()
    if show is not None:
        show(window)
        settle()
    picture = window.grab()
    for over in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if over.isWindow() and over.isVisible():  # popovers are windows of their own
            over.render(picture, over.pos() - window.pos())
    picture.save(str(DOCS / f"{name}.png"))
    window.close()
    tasks.close()
    print(f"docs/{name}.png")


def show_edit(window: MainWindow) -> None:
    """The playhead in the third clip, which is selected."""
    timeline = window.document.timeline
    window.document.set_playhead(int(2.6 * FLICKS_PER_SECOND))
    clip = timeline.video_tracks[0].items[2]
    linked = [i.id for track in timeline.tracks for i in track.items if i.link == clip.link]
    window.document.select(frozenset(linked))


def opener(action: str) -> Callable[[MainWindow], None]:
    return lambda window: window.shell_actions[action].trigger()


def settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
