"""Trims to the playhead, joins, freeze frames and closed gaps: each one method."""

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, Timeline, Track
from timeline_studio.timeline.queries import find_item, gap_at, item_at
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec
from timeline_studio.ui.editor.cut_finding import meant_cut, splittable
from timeline_studio.ui.editor.timeline_view import TimelineView

FREEZE_DURATION = 2 * FLICKS_PER_SECOND


class TrimCommands:
    """Works on the selected clips under the playhead, else on those of the target tracks."""

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        self._document = document
        self._view = view
        self._mode = view.mode

    def trimming(self) -> list[ActionSpec]:
        under = self.can_trim
        return [
            ActionSpec("trim_head", "Clip", "Ripple Head to Playhead", "Q", self.trim_head, under),
            ActionSpec("trim_tail", "Clip", "Ripple Tail to Playhead", "W", self.trim_tail, under),
            ActionSpec(
                "cut_head", "Clip", "Trim Head to Playhead", "Shift+Q", self.cut_head, under
            ),
            ActionSpec(
                "cut_tail", "Clip", "Trim Tail to Playhead", "Shift+W", self.cut_tail, under
            ),
            ActionSpec("join", "Clip", "Join Through Edit", "Ctrl+J", self.join, self.can_join),
            ActionSpec("freeze", "Clip", "Freeze Frame", "Shift+R", self.freeze, self.can_freeze),
        ]

    def closing(self) -> list[ActionSpec]:
        return [
            ActionSpec("close_gap", "Edit", "Close Gap", "G", self.close_gap, self.can_close_gap),
            ActionSpec(
                "close_all_gaps",
                "Edit",
                "Close All Gaps",
                "Shift+G",
                self.close_all_gaps,
                lambda: self._timeline.end > 0,
            ),
        ]

    def can_trim(self) -> bool:
        return bool(self._under())

    def trim_head(self) -> None:
        """What is before the playhead goes, and its time; the playhead stays on its picture."""
        ids, time, links = self._under(), self._document.playhead, self._mode.is_linking
        reach = self._mode.reach
        start = max((find_item(self._timeline, each)[1].start for each in ids), default=time)
        self._document.apply(
            "Ripple head to playhead",
            lambda timeline: edits.trim_head(timeline, ids, time, with_links=links, reach=reach),
            playhead=start,
        )

    def trim_tail(self) -> None:
        ids, time, links = self._under(), self._document.playhead, self._mode.is_linking
        reach = self._mode.reach
        self._document.apply(
            "Ripple tail to playhead",
            lambda timeline: edits.trim_tail(timeline, ids, time, with_links=links, reach=reach),
        )

    def cut_head(self) -> None:
        """Leaves a gap."""
        ids, time, links = self._under(), self._document.playhead, self._mode.is_linking
        self._document.apply(
            "Trim head to playhead",
            lambda timeline: edits.trim_head(timeline, ids, time, ripple=False, with_links=links),
        )

    def cut_tail(self) -> None:
        """Leaves a gap."""
        ids, time, links = self._under(), self._document.playhead, self._mode.is_linking
        self._document.apply(
            "Trim tail to playhead",
            lambda timeline: edits.trim_tail(timeline, ids, time, ripple=False, with_links=links),
        )

    def can_join(self) -> bool:
        return self._cut() is not None

    def join(self) -> None:
        """The two clips at the cut nearest to the playhead, where one goes on in the other."""
        found, links = self._cut(), self._mode.is_linking
        if found:
            self._document.apply(
                "Join through edit",
                lambda timeline: edits.join_through(timeline, *found, with_links=links),
            )

    def can_freeze(self) -> bool:
        return self._pictured() is not None

    def freeze(self) -> None:
        """Hold the picture under the playhead for two seconds; drag its end for more."""
        item, time, links = self._pictured(), self._document.playhead, self._mode.is_linking
        reach = self._mode.reach
        if item:
            self._document.apply(
                "Freeze frame",
                lambda timeline: edits.freeze_frame(
                    timeline, item.id, time, FREEZE_DURATION, with_links=links, reach=reach
                ),
            )

    def can_close_gap(self) -> bool:
        return self._gap() is not None

    def close_gap(self) -> None:
        """The gap that was clicked, else the one under the playhead."""
        found, links, reach = self._gap(), self._mode.is_linking, self._mode.reach
        if found and self._document.apply(
            "Close gap", lambda t: edits.close_gap(t, *found, with_links=links, reach=reach)
        ):
            self._view.pointing.forget_gap()

    def close_all_gaps(self) -> None:
        """All the time in which no track that is not locked has anything."""
        tracks = [track.id for track in self._timeline.tracks if not track.locked]
        reach = self._mode.reach
        self._document.apply(
            "Close all gaps", lambda t: edits.close_all_gaps(t, tracks, reach=reach)
        )

    def _under(self) -> list[str]:
        targets = self._mode.targets(self._timeline)
        playhead, selection = self._document.playhead, self._document.selection
        return splittable(self._timeline, playhead, selection, targets)

    def _cut(self) -> tuple[str, int] | None:
        target = self._mode.target(self._timeline, "video")
        return meant_cut(self._timeline, self._document.playhead, self._document.selection, target)

    def _pictured(self) -> Clip | None:
        """The selected clip under the playhead, else the target track's."""
        time, chosen = self._document.playhead, self._document.selection
        found = [item_at(track, time) for track in self._timeline.video_tracks if not track.locked]
        target = self._mode.target(self._timeline, "video")
        clips = [item for item in found if isinstance(item, Clip) and item.speed]
        named = next((item for item in reversed(clips) if item.id in chosen), None)
        if named or target is None:
            return named
        item = item_at(target, time)
        return item if item in clips and isinstance(item, Clip) else None

    def _gap(self) -> tuple[str, int] | None:
        if self._view.pointing.gap:
            gap = self._view.pointing.gap
            return gap.track_id, gap.start
        time = self._document.playhead
        tracks: list[Track] = self._mode.targets(self._timeline)
        return next(((track.id, time) for track in tracks if gap_at(track, time)), None)

    @property
    def _timeline(self) -> Timeline:
        return self._document.timeline
