"""The open timeline: what the window's panels show, and the one way to change it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.language import tr

Edit: TypeAlias = Callable[[Timeline], Timeline]

READ_ONLY = "This timeline is read-only. Duplicate it to edit the copy."


class TimelineDocument(QObject):
    """Panels read `timeline`, `playhead` and `selection`, and listen to the signals.

    Every edit goes through `apply`: one undo step, which gives back the selection and the
    playhead too. Times are ints in flicks and travel as `object`: they overflow a C int.
    """

    changed = Signal(object)  # Timeline
    playhead_changed = Signal(object)  # int, flicks
    selection_changed = Signal(object)  # frozenset[str], item ids
    refused = Signal(str)  # why an edit was not made, for the status bar
    read_only_changed = Signal(bool)
    history_changed = Signal()  # what undo and redo would do
    shown = Signal()  # after timeline, selection and playhead: once, where several changed

    def __init__(self, timeline: Timeline | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        # Not to be followed directly: it signals once more while it is being destroyed.
        self.undo_stack.indexChanged.connect(self.history_changed)
        self._state = _State(timeline or Timeline(), 0, frozenset())
        self._read_only = False
        self._loads = 0
        self._gestures = count(1)

    @property
    def timeline(self) -> Timeline:
        return self._state.timeline

    @property
    def playhead(self) -> int:
        """Flicks; always the start of a frame."""
        return self._state.playhead

    @property
    def selection(self) -> frozenset[str]:
        """The ids of the selected items."""
        return self._state.selection

    @property
    def loads(self) -> int:
        """Counts `load`: what was begun for an earlier timeline does not belong in this one."""
        return self._loads

    @property
    def is_read_only(self) -> bool:
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        if read_only != self._read_only:
            self._read_only = read_only
            self.read_only_changed.emit(read_only)

    def load(self, timeline: Timeline) -> None:
        """Show another timeline: no undo past this, nothing selected, the playhead at 0."""
        self._loads += 1
        self.undo_stack.clear()
        self._show(_State(timeline, 0, frozenset()))

    def new_gesture(self) -> int:
        """A number for `apply`: edits that carry the same one make one undo step."""
        return next(self._gestures)

    def apply(
        self,
        text: str,
        edit: Edit,
        *,
        selection: Iterable[str] | None = None,
        playhead: int | None = None,
        gesture: int = -1,
    ) -> bool:
        """Make `edit` one undo step called `text`; False, and `refused`, if it is not allowed.

        `selection` is what is selected afterwards; by default what still exists stays so.
        `playhead` is where it stands afterwards, if not where it is.
        """
        if self._read_only:
            self.refused.emit(tr(READ_ONLY))
            return False
        try:
            timeline = edit(self.timeline)
        except EditError as error:
            self.refused.emit(str(error))
            return False
        chosen = self.selection if selection is None else frozenset(selection)
        time = self.playhead if playhead is None else _on_frame(playhead, timeline)
        after = _State(timeline, time, _existing(chosen, timeline))
        if timeline != self.timeline:
            self.undo_stack.push(_Swap(tr(text), self._show, self._state, after, gesture))
        else:
            self._show(after)
        return True

    def undo(self) -> None:
        if not self._read_only:
            self.undo_stack.undo()

    def redo(self) -> None:
        if not self._read_only:
            self.undo_stack.redo()

    def set_playhead(self, time: int) -> None:
        """Move to the frame that is on the screen at `time`; before 0 is 0."""
        self._show(_State(self.timeline, _on_frame(time, self.timeline), self.selection))

    def select(self, ids: Iterable[str]) -> None:
        """Select these items and nothing else; ids that do not exist are left out."""
        chosen = _existing(frozenset(ids), self.timeline)
        self._show(_State(self.timeline, self.playhead, chosen))

    def _show(self, state: "_State") -> None:
        before, self._state = self._state, state
        if state.timeline is not before.timeline:
            self.changed.emit(state.timeline)
            _forget_places(before.timeline, state.timeline)
        if state.selection != before.selection:
            self.selection_changed.emit(state.selection)
        if state.playhead != before.playhead:
            self.playhead_changed.emit(state.playhead)
        self.shown.emit()


@dataclass(frozen=True, slots=True)
class _State:
    timeline: Timeline
    playhead: int
    selection: frozenset[str]


class _Swap(QUndoCommand):
    """Whole states are swapped: they share structure, so it is cheap and cannot drift."""

    def __init__(
        self,
        text: str,
        show: Callable[[_State], None],
        before: _State,
        after: _State,
        gesture: int,
    ) -> None:
        super().__init__(text)
        self._show_state = show
        self._before = before
        self._after = after
        self._gesture = gesture

    def redo(self) -> None:
        self._show_state(self._after)

    def undo(self) -> None:
        self._show_state(self._before)

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Swap) or other.id() != self.id():
            return False
        self._after = other._after
        self.setObsolete(self._after.timeline == self._before.timeline)
        return True


def _on_frame(time: int, timeline: Timeline) -> int:
    return frame_start(frame_at(max(0, time), timeline.rate), timeline.rate)


def _forget_places(before: Timeline, after: Timeline) -> None:
    """Of tracks that are kept for undo only."""
    shown = {id(track) for track in after.tracks}
    for track in before.tracks:
        if id(track) not in shown:
            track.forget_places()


def _existing(ids: frozenset[str], timeline: Timeline) -> frozenset[str]:
    return frozenset[str]().union(*(track.places.keys() & ids for track in timeline.tracks))
