"""What a dragged edge sticks to: edges of other clips, the playhead, markers, the beginning."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from timeline_studio.timeline.model import Timeline

SNAP_RADIUS = 8
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Snap:
    """Add `shift` flicks, and the edge lies on `time`. `label` says on what, if not on a clip."""

    time: int
    shift: int
    label: str = ""


class SnapTargets:
    """Sorted once when a drag begins; `radius` is flicks."""

    def __init__(self, labels: dict[int, str]) -> None:
        self._labels = labels
        self._times = sorted(labels)

    def nearest(self, edges: Iterable[int], radius: float) -> Snap | None:
        """The smallest shift that brings one of `edges` onto a target within `radius`."""
        best: Snap | None = None
        for edge in edges:
            at = bisect_left(self._times, edge)
            for target in self._times[max(0, at - 1) : at + 1]:
                shift = target - edge
                if abs(shift) <= (radius if best is None else abs(best.shift) - 1):
                    best = Snap(target, shift, self._labels[target])
        return best


def snap_targets(
    timeline: Timeline, playhead: int | None, *, without: frozenset[str] = frozenset()
) -> SnapTargets:
    """Everything to stick to but the items `without`: they are the ones that move."""
    labels = {0: ""}
    for track in timeline.tracks:
        for item in track.items:
            if item.id not in without:
                labels[item.start] = labels[item.end] = ""
    for marker in timeline.markers:
        labels[marker.time] = f"Marker: {marker.name}" if marker.name else "Marker"
    if playhead is not None:
        labels[playhead] = "Playhead"
    return SnapTargets(labels)
