"""What can be done with captions by menu, key and button: each one method."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline import edits
from timeline_studio.timeline.captions.parting import parting
from timeline_studio.timeline.model import Caption, Marker, Timeline, Track, new_id
from timeline_studio.timeline.queries import poster_marker
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode

NEW_DURATION = 3 * FLICKS_PER_SECOND
NEW_TEXT = "Caption"


class CaptionCommands(QObject):
    """Works on the target caption track, and on the captions that are selected there."""

    added = Signal(str)  # item id: its words are still to be written

    def __init__(
        self, document: TimelineDocument, mode: EditingMode, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._mode = mode

    @property
    def track(self) -> Track | None:
        return self._mode.target(self._document.timeline, "caption")

    def add(self) -> None:
        """At the playhead; the first one makes the track too."""
        start = self._document.playhead
        caption = Caption(id=new_id(), start=start, duration=NEW_DURATION, text=NEW_TEXT)
        target = self.track

        def edit(timeline: Timeline) -> Timeline:
            if target is None:
                return edits.add_caption_track(timeline, [caption])
            return edits.add_caption(timeline, target.id, caption)

        if self._document.apply("Add caption", edit, selection=[caption.id]):
            self.added.emit(caption.id)

    def can_split(self) -> bool:
        return self._meant() is not None

    def split(self) -> None:
        """The selected caption, else the one at the playhead; there, or in its middle. The words
        are parted by the time, where a sentence, a phrase or a word ends."""
        caption = self._meant()
        if caption is None:
            return
        playhead = self._document.playhead
        is_inside = caption.start < playhead < caption.end
        time = playhead if is_inside else caption.start + caption.duration // 2
        at = parting(caption.text, (time - caption.start) / caption.duration)

        def edit(timeline: Timeline) -> Timeline:
            if at is None:
                raise edits.EditError("The caption is one word: there is nothing to split")
            return edits.split_caption(timeline, caption.id, time, at)

        self._document.apply("Split caption", edit)

    def can_merge(self) -> bool:
        return len(self._chosen()) > 1 or self._follower() is not None

    def merge(self) -> None:
        """The selected captions; a single one with the next."""
        chosen = self._chosen()
        follower = self._follower()
        ids = [each.id for each in chosen]
        if len(ids) == 1 and follower is not None:
            ids.append(follower.id)
        self._document.apply("Merge captions", lambda timeline: edits.merge_captions(timeline, ids))

    def shift(self, by: int) -> None:
        """All captions of the track, in flicks."""
        track = self.track
        if track is not None:
            self._document.apply(
                "Shift captions", lambda timeline: edits.shift_captions(timeline, track.id, by)
            )

    def delete(self) -> None:
        ids = [each.id for each in self._chosen()]
        self._document.apply(
            "Delete captions", lambda timeline: edits.lift(timeline, ids, with_links=False)
        )

    def add_track(self) -> None:
        self._document.apply(
            "Add caption track", lambda timeline: edits.add_track(timeline, "caption")
        )

    def set_poster(self) -> None:
        """Have the picture at the playhead stand for the whole; an unnamed marker moves there."""
        time = self._document.playhead
        old = poster_marker(self._document.timeline)
        here = next((m for m in self._document.timeline.markers if m.time == time), None)

        def edit(timeline: Timeline) -> Timeline:
            if old is not None and not old.name:
                timeline = edits.remove_marker(timeline, old.id)
            if here is not None and here != old:
                return edits.choose_poster(timeline, here.id)
            return edits.add_marker(timeline, Marker(id=new_id(), time=time, is_poster=True))

        if here is None or here != old:
            self._document.apply("Choose poster", edit)

    def _chosen(self) -> list[Caption]:
        """The selected captions, in time order; of several tracks none."""
        ids = self._document.selection
        runs = [
            [item for item in track.items if item.id in ids and isinstance(item, Caption)]
            for track in (self._document.timeline.caption_tracks if ids else ())
        ]
        found = [run for run in runs if run]
        return found[0] if len(found) == 1 else []

    def _meant(self) -> Caption | None:
        chosen = self._chosen()
        if chosen:
            return chosen[0] if len(chosen) == 1 else None
        time, track = self._document.playhead, self.track
        items = track.items if track else ()
        found = (item for item in items if item.start <= time < item.end)
        return next((item for item in found if isinstance(item, Caption)), None)

    def _follower(self) -> Caption | None:
        """What comes next after the one that is selected."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return None
        for track in self._document.timeline.caption_tracks:
            if chosen[0] in track.items:
                after = track.items[track.items.index(chosen[0]) + 1 :]
                return next((item for item in after if isinstance(item, Caption)), None)
        return None
