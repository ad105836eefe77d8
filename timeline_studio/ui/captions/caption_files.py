"""SRT and WebVTT files: chosen or dropped, read in the background, put on a track of their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.timeline.captions import SUFFIXES, ReadCaptions
from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.queries import track_label
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import READ_ONLY, TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.language import tr
from timeline_studio.workflows.caption_files import (
    past_end,
    read_caption_file,
    with_captions,
    write_caption_file,
)

_READ = "Captions (*.srt *.vtt)"
_WRITTEN = "SubRip (*.srt);;WebVTT (*.vtt)"
_MOST_NOTES = 3


class CaptionFiles(QObject):
    """`said` tells what came of it, `failed` what a user can do about it."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        document: TimelineDocument,
        mode: EditingMode,
        tasks: BackgroundTasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._mode = mode
        self._tasks = tasks
        self._window = window

    def choose_import(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import captions", "", _READ)
        self.bring_in([Path(name) for name in names])

    def choose_export(self) -> None:
        if self._track is None:
            self.failed.emit("There are no captions to export: import some, or add one (C).")
            return
        name, _ = QFileDialog.getSaveFileName(self._window, "Export captions", "", _WRITTEN)
        if name:
            self.hand_out(Path(name))

    def bring_in(self, paths: Sequence[Path]) -> None:
        """A new track for each file."""
        for path in paths:
            self._read(path, self._document.loads)

    def hand_out(self, path: Path) -> None:
        """Write the target track; a name without an end becomes an SRT."""
        track = self._track
        if track is None:
            return
        target = path if path.suffix else path.with_suffix(SUFFIXES[0])
        self._tasks.run(
            lambda: write_caption_file(track, target),
            done=lambda count: self.said.emit(
                tr(
                    "Saved {counted_words} to {target}",
                    counted_words=_counted(count),
                    target=target,
                )
            ),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    @property
    def _track(self) -> Track | None:
        return self._mode.target(self._document.timeline, "caption")

    def _read(self, path: Path, loads: int) -> None:
        self._tasks.run(
            lambda: read_caption_file(path),
            done=lambda read: self._place(path, read, loads),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _place(self, path: Path, read: ReadCaptions, loads: int) -> None:
        if loads != self._document.loads:
            self.failed.emit(
                tr(
                    "Another timeline was opened meanwhile, so {name} was not imported. "
                    "Import it again.",
                    name=path.name,
                )
            )
            return
        if self._document.is_read_only:
            self.failed.emit(READ_ONLY)
            return

        def edit(timeline: Timeline) -> Timeline:
            return with_captions(timeline, read)

        if self._document.apply("Import captions", edit):
            self._tell(path, read)

    def _tell(self, path: Path, read: ReadCaptions) -> None:
        timeline = self._document.timeline
        track = timeline.caption_tracks[-1]
        self._mode.set_target(track)
        late = past_end(timeline, read)
        notes = [*read.notes, *([late] if late else [])]
        words = f"{_counted(len(read.captions))} of {path.name} on {track_label(timeline, track)}"
        if not notes:
            self.said.emit(f"{words}.")
            return
        more = f"\nand {len(notes) - _MOST_NOTES} more" if len(notes) > _MOST_NOTES else ""
        self.failed.emit(f"{words}, but:\n" + "\n".join(notes[:_MOST_NOTES]) + more)


def is_caption_file(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def _counted(count: int) -> str:
    return "1 caption" if count == 1 else f"{count} captions"
