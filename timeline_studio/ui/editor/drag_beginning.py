"""From a grip on a clip to the drag that it begins, with what it snaps to."""

from collections.abc import Iterable

from timeline_studio.timeline.edits import Reach
from timeline_studio.timeline.model import Item, Timeline, Track
from timeline_studio.timeline.selection import forward_from, with_partners
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.edge_drag import EdgeDrag, trim_drag
from timeline_studio.ui.editor.gesture import Pointer
from timeline_studio.ui.editor.grips import Grip
from timeline_studio.ui.editor.snapping import SnapTargets, snap_targets
from timeline_studio.ui.editor.tool_drags import (
    dissolve_pull,
    ripple_drag,
    roll_drag,
    slide_drag,
    slip_drag,
)


class DragBeginning:
    """Of clips that are trimmed or shifted in place; moving them is a `MoveDrag`."""

    def __init__(self, document: TimelineDocument) -> None:
        self._document = document

    def drag(
        self,
        grip: Grip,
        track: Track,
        item: Item,
        ids: frozenset[str],
        at: Pointer,
        *,
        with_links: bool,
        reach: Reach,
    ) -> EdgeDrag:
        """`item` lies on `track` and was pressed `at`; `ids` is what is selected;
        `reach` is a ripple's."""
        timeline, side = self._timeline, grip.side
        edge = item.start if side == "start" else item.end
        if grip.kind == "slip":
            return slip_drag(timeline, item, ids, at, with_links=with_links)
        if grip.kind == "slide":
            near = self._targets(ids)
            return slide_drag(timeline, item, ids, at, near, with_links=with_links)
        if grip.kind == "dissolve":
            return dissolve_pull(timeline, track.id, edge, at, with_sound=with_links)
        if grip.kind == "roll":
            pair = [each.id for each in track.items if edge in (each.start, each.end)]
            near = self._targets(pair)
            return roll_drag(timeline, track, edge, at, near, with_links=with_links)
        if grip.kind == "ripple":
            near = self._targets((item.id, *forward_from(timeline, edge)))
            return ripple_drag(timeline, item, side, at, near, with_links=with_links, reach=reach)
        near = self._targets([item.id])
        return trim_drag(timeline, item, side, at, near, with_links=with_links)

    def _targets(self, without: Iterable[str]) -> SnapTargets:
        """All but these and their partners, which move with them."""
        moved = with_partners(self._timeline, without)
        return snap_targets(self._timeline, self._document.playhead, without=moved)

    @property
    def _timeline(self) -> Timeline:
        return self._document.timeline
