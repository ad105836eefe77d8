"""In and out points by key, and what is done with the time between them."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_studio.timeline import edits
from timeline_studio.timeline.selection import bounds
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, looking
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.navigation import Navigation
from timeline_studio.ui.editor.range_points import RangePoints


@dataclass(frozen=True)
class MarkedPlace:
    """Something that plays, and has an in and an out point."""

    document: TimelineDocument
    points: RangePoints


class RangeCommands:
    """Lift and extract work on the target tracks, between the points. The points are set where
    `elsewhere` says, if anywhere: the source monitor's keys are the same."""

    def __init__(
        self,
        document: TimelineDocument,
        mode: EditingMode,
        points: RangePoints,
        navigation: Navigation,
    ) -> None:
        self._document = document
        self._mode = mode
        self._points = points
        self._navigation = navigation
        self._here = MarkedPlace(document, points)
        self.elsewhere: Callable[[], MarkedPlace | None] = lambda: None

    def marking(self) -> list[ActionSpec]:
        return [
            looking("mark_in", "Mark", "Set In Point", "I", self.set_in, is_everywhere=True),
            looking("mark_out", "Mark", "Set Out Point", "O", self.set_out, is_everywhere=True),
            looking(
                "mark_clip", "Mark", "Mark Selected Clips", "X", self.mark_clips, can=self._chosen
            ),
            looking("clear_points", "Mark", "Clear In and Out", "Alt+X", self.clear),
            looking(
                "go_to_in", "Mark", "Go to In Point", "Shift+I", self.go_to_in, is_everywhere=True
            ),
            looking(
                "go_to_out",
                "Mark",
                "Go to Out Point",
                "Shift+O",
                self.go_to_out,
                is_everywhere=True,
            ),
        ]

    def cutting(self) -> list[ActionSpec]:
        can = self.can_cut
        return [
            ActionSpec("lift_range", "Mark", "Lift Range", ";", self.lift, can),
            ActionSpec("extract_range", "Mark", "Extract Range", "'", self.extract, can),
        ]

    def set_in(self) -> None:
        place = self._place
        place.points.set_start(place.document.playhead)

    def set_out(self) -> None:
        """After the picture that is on the screen, so that it is the last one."""
        place = self._place
        timeline, time = place.document.timeline, place.document.playhead
        is_past = time >= timeline.duration > 0
        place.points.set_end(time if is_past else time + frame_start(1, timeline.rate))

    def mark_clips(self) -> None:
        self._points.set(*bounds(self._document.timeline, self._document.selection))

    def clear(self) -> None:
        self._place.points.clear()

    def go_to_in(self) -> None:
        if self._place.points.start is not None:
            self._go(self._place.points.start)

    def go_to_out(self) -> None:
        """To the last picture before the out point."""
        place = self._place
        if place.points.end is not None:
            self._go(place.points.end - frame_start(1, place.document.timeline.rate))

    def can_cut(self) -> bool:
        return self._points.stretch is not None and self._document.timeline.end > 0

    def lift(self) -> None:
        """Leaves a gap."""
        if stretch := self._points.stretch:
            tracks = [track.id for track in self._mode.targets(self._document.timeline)]
            if self._document.apply(
                "Lift range", lambda timeline: edits.lift_range(timeline, tracks, *stretch)
            ):
                self._points.clear()

    def extract(self) -> None:
        """Closes up; what is linked to what moves comes along."""
        if stretch := self._points.stretch:
            tracks = [track.id for track in self._mode.targets(self._document.timeline)]
            links, reach = self._mode.is_linking, self._mode.reach
            if self._document.apply(
                "Extract range",
                lambda timeline: edits.extract_range(
                    timeline, tracks, *stretch, with_links=links, reach=reach
                ),
                playhead=stretch[0],
            ):
                self._points.clear()

    @property
    def _place(self) -> MarkedPlace:
        return self.elsewhere() or self._here

    def _go(self, time: int) -> None:
        if self._place is self._here:
            self._navigation.go(time)
        else:
            self._place.document.set_playhead(time)

    def _chosen(self) -> bool:
        return bool(self._document.selection)
