"""Putting uploads on the timeline: appended, inserted, overwritten, dropped somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from timeline_studio.library import Upload
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Timeline, Track, TrackKind
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.placement import How, Pair, placed
from timeline_studio.ui.language import tr
from timeline_studio.workflows.media import format_for, items_for
from timeline_studio.workflows.studio import Studio

WORDS: dict[How, str] = {
    "insert": "Insert",
    "overwrite": "Overwrite",
    "append": "Append",
    "on_top": "Place on top",
    "replace": "Replace with",
}


@dataclass(frozen=True)
class Prepared:
    """Linked items at time 0; `format` (rate, width, height) only for an empty timeline."""

    pairs: tuple[Pair, ...]
    format: tuple[Fraction, int, int] | None


class MediaPlacement(QObject):
    """Files are looked at in the background; the edit itself is one undo step."""

    failed = Signal(str)
    placed = Signal(object)  # list[int]: the uploads' ids

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        document: TimelineDocument,
        mode: EditingMode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._mode = mode

    def place(
        self,
        uploads: Sequence[Upload],
        how: How,
        *,
        track_id: str = "",
        time: int | None = None,
        loads: int | None = None,
    ) -> None:
        """At `time` (flicks), by default the playhead, on `track_id` or the target tracks. The
        first clip of an empty timeline gives it its format.

        `loads` is the document's when this was asked for, by default now: uploads never go to a
        timeline that was opened since.
        """
        asked = self._document.loads if loads is None else loads
        if not uploads or self._is_another(asked):
            return
        name = uploads[0].name if len(uploads) == 1 else f"{len(uploads)} items"
        timeline = self._document.timeline
        start = self._document.playhead if time is None else time
        ids = [upload.id for upload in uploads]

        def put(found: Prepared) -> None:
            if not self._is_another(asked):
                text = tr("{verb} {name}", verb=WORDS[how], name=name)
                self._apply(text, found, how, start, track_id)
                self.placed.emit(ids)

        self._tasks.run(
            lambda: prepare(self._studio, uploads, timeline),
            done=put,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def drop(self, upload_ids: Sequence[int], track_id: str, time: int) -> None:
        """Over what is at `time` of that track."""
        loads = self._document.loads

        def find() -> list[Upload]:
            with self._studio.reading() as work:
                return [work.uploads.get(upload_id) for upload_id in upload_ids]

        self._tasks.run(
            find,
            done=lambda uploads: self.place(
                uploads, "overwrite", track_id=track_id, time=time, loads=loads
            ),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _is_another(self, loads: int) -> bool:
        if loads == self._document.loads:
            return False
        self.failed.emit(
            "Another timeline was opened meanwhile, so the clip was not placed. Drag it from "
            "the media bin."
        )
        return True

    def _apply(self, text: str, found: Prepared, how: How, start: int, track_id: str) -> None:
        tracks = self._targets(track_id)
        chosen, reach = self._document.selection, self._mode.reach

        def edit(timeline: Timeline) -> Timeline:
            if found.format is not None and timeline.duration == 0:
                rate, width, height = found.format
                timeline = edits.set_format(timeline, rate=rate, width=width, height=height)
            return placed(
                timeline,
                found.pairs,
                how,
                start,
                video_track=tracks["video"],
                audio_track=tracks["audio"],
                selection=chosen,
                reach=reach,
            )

        added = [item.id for pair in found.pairs for item in pair if item is not None]
        self._document.apply(text, edit, selection=chosen if how == "replace" else added)

    def _targets(self, wished: str) -> dict[TrackKind, str]:
        timeline = self._document.timeline
        tracks: dict[TrackKind, str] = {}
        for kind in ("video", "audio"):
            target: Track | None = self._mode.target(timeline, kind)
            tracks[kind] = target.id if target else ""
        for track in timeline.tracks:
            if track.id == wished:
                tracks[track.kind] = wished
        return tracks


def prepare(studio: Studio, uploads: Sequence[Upload], timeline: Timeline) -> Prepared:
    """Look at the files. An empty timeline takes the format of the first picture."""
    formats = (format_for(studio, upload) for upload in uploads)
    found = next(filter(None, formats), None) if timeline.duration == 0 else None
    rate = found[0] if found else timeline.rate
    return Prepared(tuple(items_for(studio, upload, rate=rate) for upload in uploads), found)
