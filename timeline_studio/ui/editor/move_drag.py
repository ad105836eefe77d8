"""Dragging clips along their track and across tracks of their kind; with Alt, copies."""

from dataclasses import dataclass

from msgspec.structs import replace

from timeline_studio.timeline import edits
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Item, Timeline, Track, new_id
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import Feedback, Ghost, Pointer, on_frame, seconds_frames
from timeline_studio.ui.editor.snapping import Snap, SnapTargets


@dataclass(frozen=True, slots=True)
class _Step:
    """How far: flicks, and tracks of the grabbed clip's kind."""

    by: int = 0
    tracks: int = 0


class MoveDrag:
    """Moves the items `ids`; the pointer pressed `grabbed`, which lies on `track`."""

    def __init__(
        self,
        timeline: Timeline,
        ids: frozenset[str],
        grabbed: Item,
        track: Track,
        press: Pointer,
        *,
        targets: SnapTargets,
        is_copy: bool = False,
    ) -> None:
        self.preview = timeline
        self.feedback = Feedback()
        self._timeline = timeline
        self._grabbed = grabbed
        self._press = press
        self._targets = targets
        peers = [other.id for other in timeline.tracks if other.kind == track.kind]
        self._peers = peers
        self._levels = {track_id: level for level, track_id in enumerate(peers)}
        self._level = self._levels[track.id]
        self._moved = [
            (other, item) for other in timeline.tracks for item in other.items if item.id in ids
        ]
        self._first = min(item.start for _, item in self._moved)
        self._last = max(item.end for _, item in self._moved)
        self._copy_ids = {item.id: new_id() for _, item in self._moved} if is_copy else {}
        self._copy_links = {item.link: new_id() for _, item in self._moved if item.link}
        self._step = _Step()
        self._refusal = ""

    def move(self, pointer: Pointer) -> None:
        by, snap = self._shift(pointer)
        step = _Step(by, self._track_steps(pointer))
        if step != self._step:
            self._step = step
            self._try()
        self.feedback = Feedback(
            seconds_frames(by, self._timeline.rate, sign=True),
            self._grabbed.start + by,
            self._refusal,
            snap,
            self._ghosts() if self._refusal else (),
            selection=frozenset(self._copy_ids.values()) or None,
        )

    def finish(self, document: TimelineDocument) -> None:
        if self._step != _Step():
            text = "Copy clips" if self._copy_ids else "Move clips"
            chosen = self._copy_ids.values() or None
            document.apply(text, self._edit, selection=chosen)

    def _shift(self, pointer: Pointer) -> tuple[int, Snap | None]:
        wanted = self._grabbed.start + pointer.time - self._press.time
        by = on_frame(wanted, self._timeline.rate) - self._grabbed.start
        edges = (self._grabbed.start, self._grabbed.end, self._first, self._last)
        snap = self._targets.nearest((edge + by for edge in edges), pointer.radius)
        if snap and by + snap.shift >= -self._first:
            return by + snap.shift, snap
        return max(by, -self._first), None

    def _track_steps(self, pointer: Pointer) -> int:
        """Tracks up or down, as far as every moved clip finds one; over no track of this
        kind, as before."""
        if pointer.is_constrained:
            return 0
        level = self._levels.get(pointer.row.track.id) if pointer.row else None
        if level is None:
            return self._step.tracks
        levels = [self._levels[track.id] for track, _ in self._moved if track.id in self._levels]
        room = len(self._peers) - 1 - max(levels)
        return min(room, max(-min(levels), level - self._level))

    def _try(self) -> None:
        try:
            self.preview, self._refusal = self._edit(self._timeline), ""
        except EditError as error:
            self.preview, self._refusal = self._timeline, str(error)

    def _edit(self, timeline: Timeline) -> Timeline:
        goals = {item.id: self._goal(track) for track, item in self._moved}
        if not self._copy_ids:
            by = self._step.by
            return edits.move(timeline, list(goals), by=by, to_track=goals, with_links=False)
        for _, item in self._moved:
            copy = replace(
                item,
                id=self._copy_ids[item.id],
                link=self._copy_links[item.link] if item.link else None,
                start=item.start + self._step.by,
            )
            timeline = edits.overwrite(timeline, goals[item.id], copy, copy.start)
        return timeline

    def _goal(self, track: Track) -> str:
        level = self._levels.get(track.id)
        return track.id if level is None else self._peers[level + self._step.tracks]

    def _ghosts(self) -> tuple[Ghost, ...]:
        by = self._step.by
        return tuple(
            Ghost(self._goal(track), item.start + by, item.end + by) for track, item in self._moved
        )
