"""Footage in the source monitor: opened, matched to the timeline, cut in by its points."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from timeline_studio.library import Upload
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import (
    Clip,
    Item,
    MediaReference,
    Timeline,
    Track,
    TrackKind,
    empty_timeline,
    new_id,
)
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor import How, TimelinePanel, placed
from timeline_studio.ui.editor.placement import Pair
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.source import Material, Source
from timeline_studio.ui.shell.placement import WORDS
from timeline_studio.workflows.media import format_for, items_for, upload_id_of
from timeline_studio.workflows.studio import Studio


class SourceFlow(QObject):
    """Three-point editing: `cut_in` puts what the source's points mean where the timeline's
    points, else its playhead, say."""

    failed = Signal(str)

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        document: TimelineDocument,
        panel: TimelinePanel,
        source: Source,
    ) -> None:
        super().__init__(panel)
        self._studio = studio
        self._tasks = tasks
        self._document = document
        self._panel = panel
        self._source = source

    def open(self, upload: Upload) -> None:
        self._show(lambda: _material(self._studio, upload), None)

    def match(self, media: MediaReference, time: int) -> None:
        """Open the footage that a clip shows, at `time` of it."""
        upload_id = upload_id_of(media)
        if upload_id is None:
            self.failed.emit(
                tr(
                    "“{name}” is not in the library: import it to open it as a source.",
                    name=media.name,
                )
            )
            return

        def find() -> Material:
            with self._studio.reading() as work:
                upload = work.uploads.get(upload_id)
            return _material(self._studio, upload)

        self._show(find, time)

    def cut_in(self, how: How) -> None:
        """One step; what was put there is selected."""
        material = self._source.material
        if material is None:
            return
        pair = _copied(material)
        text = f"{WORDS[how]} {next(item.name for item in pair if item)}"
        chosen = self._document.selection
        added = [item.id for item in pair if item]
        self._document.apply(
            text,
            lambda timeline: self._cut(timeline, pair, how, material.timeline),
            selection=chosen if how == "replace" else added,
        )

    def _cut(
        self,
        timeline: Timeline,
        pair: Pair,
        how: How,
        shown: Timeline,
    ) -> Timeline:
        if timeline.duration == 0:
            timeline = edits.set_format(
                timeline, rate=shown.rate, width=shown.width, height=shown.height
            )
        targets = {track.kind: track.id for track in self._panel.mode.targets(timeline)}
        if how in ("insert", "overwrite") and all(isinstance(i, Clip) for i in pair if i):
            return self._by_points(timeline, pair, how, targets)
        trimmed = tuple(self._trimmed(item, timeline) if item else None for item in pair)
        return placed(
            timeline,
            [(trimmed[0], trimmed[1])],
            how,
            self._document.playhead,
            video_track=targets.get("video", ""),
            audio_track=targets.get("audio", ""),
            selection=self._document.selection,
            reach=self._panel.mode.reach,
        )

    def _by_points(
        self,
        timeline: Timeline,
        pair: Pair,
        how: How,
        targets: dict[TrackKind, str],
    ) -> Timeline:
        clips: dict[str, Clip] = {}
        kinds: tuple[TrackKind, ...] = ("video", "audio")
        for kind, item in zip(kinds, pair, strict=True):
            if isinstance(item, Clip):
                if kind not in targets:
                    timeline = edits.add_track(timeline, kind)
                    targets[kind] = next(
                        track.id for track in timeline.tracks if track.kind == kind
                    )
                clips[targets[kind]] = item
        return edits.three_point(
            timeline,
            clips,
            self._points(timeline, next(iter(clips.values()))),
            playhead=self._document.playhead,
            how="insert" if how == "insert" else "overwrite",
            reach=self._panel.mode.reach,
        )

    def _points(self, timeline: Timeline, clip: Clip) -> edits.Points:
        """The source's length in whole frames of the timeline, but where both of its points
        say how long."""
        mine, theirs = self._panel.points, self._source.points
        if mine.stretch:
            return edits.Points(theirs.start, theirs.end, mine.start, mine.end)
        trimmed = self._trimmed(clip, timeline)
        start = trimmed.source_start if isinstance(trimmed, Clip) else 0
        return edits.Points(start, start + trimmed.duration, mine.start, mine.end)

    def _trimmed(self, item: Item, timeline: Timeline) -> Item:
        """What of it is between the source's points."""
        if not isinstance(item, Clip):
            return item
        start = self._source.points.start or 0
        end = self._source.points.end
        end = item.duration if end is None else min(end, item.duration)
        frames = max(1, frame_at(max(0, end - start), timeline.rate))
        return replace(item, source_start=start, duration=frame_start(frames, timeline.rate))

    def _show(self, find: Callable[[], Material], time: int | None) -> None:
        self._tasks.run(
            find,
            done=lambda material: self._source.open(material, time),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )


def _copied(material: Material) -> Pair:
    """With ids of their own: the same footage may be cut in again and again."""
    link = new_id()

    def copy(item: Item | None) -> Item | None:
        return item and replace(item, id=new_id(), link=link if item.link else None)

    return copy(material.picture), copy(material.sound)


def _material(studio: Studio, upload: Upload) -> Material:
    """All of the footage, on a timeline of its own rate and size."""
    picture, sound = items_for(studio, upload)
    found = format_for(studio, upload)
    timeline = empty_timeline(name=upload.name)
    if found is not None:
        rate, width, height = found
        timeline = edits.set_format(timeline, rate=rate, width=width, height=height)
    tracks = [
        Track(id=new_id(), kind="video", items=(picture,)) if picture else None,
        Track(id=new_id(), kind="audio", items=(sound,)) if sound else None,
    ]
    shown = replace(timeline, tracks=tuple(track for track in tracks if track))
    return Material(upload.id, shown, picture, sound)
