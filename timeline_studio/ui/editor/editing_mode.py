"""How the pointer and the keys work now: tool, snapping, linking, ripple, targets, transition."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from timeline_studio.timeline.edits import LINKED, Reach
from timeline_studio.timeline.model import Timeline, Track, TrackKind
from timeline_studio.timeline.transition_look import TransitionLook
from timeline_studio.ui.editor.clocks import ClockName

Tool: TypeAlias = Literal["select", "blade", "ripple", "roll", "slip", "slide"]

HELD_MS = 400
"""A tool's key that is down for longer chooses the tool for that time only."""


class EditingMode(QObject):
    """Toolbar, actions, headers and canvas share one; `changed` tells the others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool: Tool = "select"
        self._tool_before: Tool = "select"
        self._tool_since = QElapsedTimer()
        self.is_snapping = True
        self.is_linking = True
        self.is_rippling = False
        self.reach = LINKED
        self.clock: ClockName = "timecode"
        self.transition = TransitionLook()
        self._targets: dict[TrackKind, str] = {}

    def set_tool(self, tool: Tool) -> None:
        if tool != self.tool:
            self._tool_before = self.tool
            self._tool_since.start()
        self.tool = tool
        self.changed.emit()

    @property
    def has_held_tool(self) -> bool:
        """Whether the tool was chosen so long ago that its key, if still down, is being held."""
        return self._tool_since.isValid() and self._tool_since.elapsed() >= HELD_MS

    def let_tool_go(self) -> None:
        """Its key was released: after a while that was for as long as it was held."""
        if self.has_held_tool:
            self.set_tool(self._tool_before)
        self._tool_since.invalidate()

    def set_snapping(self, on: bool) -> None:
        self.is_snapping = on
        self.changed.emit()

    def set_linking(self, on: bool) -> None:
        """Whether what is linked is selected and edited together."""
        self.is_linking = on
        self.changed.emit()

    def set_rippling(self, on: bool) -> None:
        """Whether Delete closes the gap."""
        self.is_rippling = on
        self.changed.emit()

    def set_transition(self, look: TransitionLook) -> None:
        """What the key for a transition adds."""
        self.transition = look
        self.changed.emit()

    def set_reach(self, reach: Reach) -> None:
        """What a ripple moves besides the tracks that it is on."""
        self.reach = reach
        self.changed.emit()

    def set_clock(self, clock: ClockName) -> None:
        """How moments are written over the timeline."""
        self.clock = clock
        self.changed.emit()

    def set_target(self, track: Track) -> None:
        """New material of this track's kind goes to `track` from now on."""
        self._targets[track.kind] = track.id
        self.changed.emit()

    def target(self, timeline: Timeline, kind: TrackKind) -> Track | None:
        """Where new material goes: the chosen track, else the first of its kind."""
        tracks = [track for track in timeline.tracks if track.kind == kind]
        chosen = self._targets.get(kind)
        return next(
            (track for track in tracks if track.id == chosen), tracks[0] if tracks else None
        )

    def targets(self, timeline: Timeline) -> list[Track]:
        """The target tracks of pictures and sound: what keys work on where nothing is selected."""
        kinds: tuple[TrackKind, ...] = ("video", "audio")
        return [track for kind in kinds if (track := self.target(timeline, kind))]
