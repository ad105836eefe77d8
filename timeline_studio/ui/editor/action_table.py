"""All actions of the editor in the order of the menus; a line parts the groups."""

from collections.abc import Callable
from typing import TypeAlias

from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, Can, looking
from timeline_studio.ui.editor.caption_commands import CaptionCommands
from timeline_studio.ui.editor.clipboard_commands import ClipboardCommands
from timeline_studio.ui.editor.commands import EditCommands
from timeline_studio.ui.editor.effect_commands import EffectCommands
from timeline_studio.ui.editor.grouping_commands import GroupingCommands
from timeline_studio.ui.editor.marker_commands import MarkerCommands
from timeline_studio.ui.editor.mode_toggles import next_reach
from timeline_studio.ui.editor.navigation import Navigation
from timeline_studio.ui.editor.nudge_commands import NudgeCommands
from timeline_studio.ui.editor.placement import How
from timeline_studio.ui.editor.range_commands import RangeCommands
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.editor.selecting_commands import SelectingCommands
from timeline_studio.ui.editor.source_commands import SourceCommands
from timeline_studio.ui.editor.speed_commands import SpeedCommands
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.transition_commands import TransitionCommands
from timeline_studio.ui.editor.trim_commands import TrimCommands
from timeline_studio.ui.editor.walking_commands import WalkingCommands

Group: TypeAlias = list[ActionSpec]


class ActionTable:
    """`take` puts chosen material on the timeline, where `can_take`; `can_choose`: whether any
    is chosen in the media bin."""

    def __init__(
        self,
        document: TimelineDocument,
        view: TimelineView,
        points: RangePoints,
        *,
        captions: CaptionCommands,
        speed: SpeedCommands,
        source: SourceCommands,
        take: Callable[[How], None],
        can_take: Can,
        can_choose: Can,
    ) -> None:
        mode = view.mode
        self._document = document
        self._mode = mode
        self._take = take
        self._can_take = can_take
        self._can_choose = can_choose
        self._captions = captions
        self._speed = speed
        self._source = source
        self._edits = EditCommands(document, view)
        self._trims = TrimCommands(document, view)
        self._grouping = GroupingCommands(document)
        self.transitions = TransitionCommands(document, view)
        self.effects = EffectCommands(document)
        self._nudges = NudgeCommands(document, mode)
        self.clipboard = ClipboardCommands(document, mode)
        self._selecting = SelectingCommands(document, mode)
        self._navigation = Navigation(document, view.viewport)
        self.walking = WalkingCommands(document, view)
        self.markers = MarkerCommands(document, self._navigation)
        self.range = RangeCommands(document, mode, points, self._navigation)

    def groups(self) -> list[Group]:
        return [
            self._history(),
            self.clipboard.specs(),
            [*self._deleting(), *self._trims.closing()],
            self._selecting.specs(),
            self._splitting(),
            [*self._trims.trimming(), *self._speed.specs()],
            self._clips(),
            self.effects.specs(),
            self._nudges.specs(),
            self._source.specs(self._can_choose),
            self._material(),
            self._tracks(),
            self._captioning(),
            self.range.marking(),
            self.range.cutting(),
            self._marks(),
            self._moving(),
            self._zooming(),
        ]

    def _history(self) -> Group:
        document, stack = self._document, self._document.undo_stack
        return [
            ActionSpec("undo", "Edit", "Undo", "Ctrl+Z", document.undo, stack.canUndo),
            ActionSpec("redo", "Edit", "Redo", "Ctrl+Shift+Z", document.redo, stack.canRedo),
        ]

    def _deleting(self) -> Group:
        do = self._edits
        return [
            ActionSpec(
                "delete",
                "Edit",
                "Delete",
                "Del; Backspace",
                do.delete,
                do.can_delete,
                is_everywhere=False,
            ),
            ActionSpec(
                "delete_other",
                "Edit",
                "Ripple Delete",
                "Shift+Del",
                do.delete_other,
                do.has_selection,
                is_everywhere=False,
            ),
        ]

    def _splitting(self) -> Group:
        do = self._edits
        return [
            ActionSpec("split", "Clip", "Split at Playhead", "S; Ctrl+B", do.split, do.can_split),
            ActionSpec(
                "split_all",
                "Clip",
                "Split All Tracks",
                "Ctrl+Shift+B",
                do.split_all,
                do.can_split_all,
            ),
        ]

    def _clips(self) -> Group:
        do = self._edits
        chosen = do.has_selection
        return [
            *self.transitions.specs(),
            *self._grouping.specs(),
            ActionSpec("disable", "Clip", "Enable or Disable", "D", do.disable, chosen),
        ]

    def _material(self) -> Group:
        can, take = self._can_take, self._take
        return [
            ActionSpec("insert", "Timeline", "Insert", ",", lambda: take("insert"), can),
            ActionSpec("overwrite", "Timeline", "Overwrite", ".", lambda: take("overwrite"), can),
            ActionSpec("append", "Timeline", "Append", "E", lambda: take("append"), can),
            ActionSpec(
                "on_top", "Timeline", "Place on Top", "Shift+.", lambda: take("on_top"), can
            ),
            ActionSpec(
                "replace",
                "Timeline",
                "Replace Selected Clips",
                "Shift+,",
                lambda: take("replace"),
                lambda: can() and self._edits.has_selection(),
            ),
            ActionSpec("title", "Timeline", "Add Title", "", self._edits.add_title),
        ]

    def _tracks(self) -> Group:
        do = self._edits
        return [
            looking(
                "next_reach",
                "Timeline",
                "Ripple Further or Less Far",
                "Alt+R",
                lambda: next_reach(self._mode),
            ),
            ActionSpec("add_video_track", "Timeline", "Add Video Track", "", do.add_video_track),
            ActionSpec("add_audio_track", "Timeline", "Add Audio Track", "", do.add_audio_track),
        ]

    def _captioning(self) -> Group:
        do = self._captions
        return [
            ActionSpec("add_caption", "Timeline", "Add Caption", "C", do.add),
            ActionSpec("split_caption", "Timeline", "Split Caption", "", do.split, do.can_split),
            ActionSpec("merge_captions", "Timeline", "Merge Captions", "", do.merge, do.can_merge),
            ActionSpec("add_caption_track", "Timeline", "Add Caption Track", "", do.add_track),
        ]

    def _marks(self) -> Group:
        poster = self._captions.set_poster
        return [
            *self.markers.specs(),
            ActionSpec("poster", "Mark", "Use This Picture as Poster", "Shift+M", poster),
        ]

    def _moving(self) -> Group:
        go = self._navigation
        return [
            looking("previous_edit", "Mark", "Previous Edit Point", "Up", go.previous_edit),
            *self.walking.specs(),
            looking("next_edit", "Mark", "Next Edit Point", "Down", go.next_edit),
            looking("frame_back", "Mark", "One Frame Back", "Left", go.frame_back),
            looking("frame_on", "Mark", "One Frame Forward", "Right", go.frame_on),
            looking("to_start", "Mark", "Go to Start", "Home", go.to_start),
            looking("to_end", "Mark", "Go to End", "End", go.to_end),
        ]

    def _zooming(self) -> Group:
        go = self._navigation
        return [
            looking("zoom_in", "View", "Zoom In", "=; +", go.zoom_in, is_everywhere=True),
            looking("zoom_out", "View", "Zoom Out", "-", go.zoom_out, is_everywhere=True),
            looking("fit", "View", "Fit Timeline", "Shift+Z", go.fit, is_everywhere=True),
        ]
