"""Alt and the arrows: a frame at a time, what the tool does with the mouse."""

from timeline_studio.timeline import edits
from timeline_studio.timeline.edits.reshaping import Edge
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.document import Edit, TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec
from timeline_studio.ui.editor.cut_finding import meant_cut
from timeline_studio.ui.editor.editing_mode import EditingMode, Tool

FAR = 10
WORDS: dict[Tool, str] = {
    "select": "Nudge", "blade": "Nudge",
    "ripple": "Ripple", "roll": "Roll", "slip": "Slip", "slide": "Slide",
}  # fmt: skip


class NudgeCommands:
    """Works on the selection; the roll tool on the cut nearest to the playhead."""

    def __init__(self, document: TimelineDocument, mode: EditingMode) -> None:
        self._document = document
        self._mode = mode

    def specs(self) -> list[ActionSpec]:
        can = self.can_nudge
        return [
            ActionSpec("nudge_back", "Clip", "Nudge Left", "Alt+Left", lambda: self.nudge(-1), can),
            ActionSpec("nudge_on", "Clip", "Nudge Right", "Alt+Right", lambda: self.nudge(1), can),
            ActionSpec(
                "nudge_far_back",
                "Clip",
                f"Nudge Left {FAR} Frames",
                "Alt+Shift+Left",
                lambda: self.nudge(-FAR),
                can,
            ),
            ActionSpec(
                "nudge_far_on",
                "Clip",
                f"Nudge Right {FAR} Frames",
                "Alt+Shift+Right",
                lambda: self.nudge(FAR),
                can,
            ),
        ]

    def can_nudge(self) -> bool:
        if self._mode.tool == "roll":
            return self._cut() is not None
        return bool(self._document.selection)

    def nudge(self, frames: int) -> None:
        edit = self._edit(frames * frame_start(1, self._document.timeline.rate))
        if edit is not None:
            self._document.apply(WORDS[self._mode.tool], edit)

    def _edit(self, by: int) -> Edit | None:
        ids, links, tool = self._document.selection, self._mode.is_linking, self._mode.tool
        if tool == "roll":
            cut = self._cut()
            return (lambda t: edits.roll(t, *cut, by, with_links=links)) if cut else None
        if tool == "slip":
            return lambda t: edits.slip(t, ids, -by, with_links=links)
        if tool == "slide":
            return lambda t: edits.slide(t, ids, by, with_links=links)
        if tool == "ripple":
            (item_id, side), reach = self._edge(), self._mode.reach
            return lambda t: edits.ripple_trim(t, item_id, side, by, with_links=links, reach=reach)
        return lambda t: edits.move(t, ids, by=by, with_links=False)

    def _cut(self) -> tuple[str, int] | None:
        timeline = self._document.timeline
        target = self._mode.target(timeline, "video")
        return meant_cut(timeline, self._document.playhead, self._document.selection, target)

    def _edge(self) -> tuple[str, Edge]:
        """The selected edge that is nearest to the playhead; pictures come before sound."""
        timeline: Timeline = self._document.timeline
        time = self._document.playhead
        edges: list[tuple[int, bool, str, Edge]] = []
        for each in self._document.selection:
            track, item = find_item(timeline, each)
            is_sound = track.kind != "video"
            edges.append((abs(item.end - time), is_sound, item.id, "end"))
            edges.append((abs(item.start - time), is_sound, item.id, "start"))
        return min(edges)[2:]
