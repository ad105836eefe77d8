"""The editor's QActions: text, key, and when they can work. Menus and toolbar show them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence

from timeline_studio.ui.commands.actions import made_action, set_text
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.action_spec import ActionSpec, Can, Menu
from timeline_studio.ui.editor.action_table import ActionTable
from timeline_studio.ui.editor.caption_commands import CaptionCommands
from timeline_studio.ui.editor.clipboard_commands import ClipboardCommands
from timeline_studio.ui.editor.effect_commands import EffectCommands
from timeline_studio.ui.editor.marker_commands import MarkerCommands
from timeline_studio.ui.editor.mode_toggles import TOGGLES
from timeline_studio.ui.editor.nudge_commands import FAR, WORDS
from timeline_studio.ui.editor.placement import How
from timeline_studio.ui.editor.range_commands import RangeCommands
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.editor.source_commands import SourceCommands
from timeline_studio.ui.editor.speed_commands import SpeedCommands
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.transition_commands import TransitionCommands
from timeline_studio.ui.editor.walking_commands import WalkingCommands
from timeline_studio.ui.language import tr

Source: TypeAlias = Callable[[How], None]
"""Puts what is chosen in the media bin on the timeline."""


class EditorActions(QObject):
    """`actions["split"]`; `menu("Clip")` lists those of a menu in order, with lines between.

    The shell offers a source for insert, overwrite and append; they are disabled without one.
    """

    def __init__(
        self,
        document: TimelineDocument,
        view: TimelineView,
        points: RangePoints,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._view = view
        self._source: Source | None = None
        self._has_source: Can = bool
        self._has_chosen: Can = bool
        self.captions = CaptionCommands(document, view.mode, self)
        self.speed = SpeedCommands(document, view.mode, self)
        self.source = SourceCommands(document, view.mode, self)
        self._table = ActionTable(
            document,
            view,
            points,
            captions=self.captions,
            speed=self.speed,
            source=self.source,
            take=self._take,
            can_take=self._can_take,
            can_choose=self._can_choose,
        )
        view.is_key_of = self.is_key_of
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, int] = {}
        for number, group in enumerate(self._table.groups()):
            self._add(group, number)
        self._add_toggles()
        for signal in (
            document.shown,
            document.read_only_changed,
            view.mode.changed,
            view.pointing.selected,
            points.changed,
            QGuiApplication.clipboard().dataChanged,
        ):
            signal.connect(self.refresh)
        document.history_changed.connect(self._refresh_history)
        self.refresh()
        self._refresh_history()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def is_key_of(self, name: str, event: QKeyEvent) -> bool:
        """Whether the event's key alone calls the action."""
        return QKeySequence(event.key()) in self._actions[name].shortcuts()

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def described(self) -> Iterator[tuple[ActionSpec, QAction]]:
        for name, spec in self._specs.items():
            yield spec, self._actions[name]

    def menu(self, menu: Menu) -> list[QAction]:
        names = [name for name, spec in self._specs.items() if spec.menu == menu]
        entries: list[QAction] = []
        for _, group in groupby(names, lambda name: self._groups[name]):
            if entries:
                line = QAction(self)
                line.setSeparator(True)
                entries.append(line)
            entries += [self._actions[name] for name in group]
        return entries

    @property
    def walking(self) -> WalkingCommands:
        return self._table.walking

    @property
    def clipboard(self) -> ClipboardCommands:
        return self._table.clipboard

    @property
    def markers(self) -> MarkerCommands:
        return self._table.markers

    @property
    def effects(self) -> EffectCommands:
        return self._table.effects

    @property
    def transitions(self) -> TransitionCommands:
        return self._table.transitions

    @property
    def range(self) -> RangeCommands:
        return self._table.range

    def offer_source(
        self, source: Source | None, can: Can | None = None, *, has_chosen: Can | None = None
    ) -> None:
        """What insert, overwrite and append call; `can` says whether there is any material,
        `has_chosen` whether some is chosen in the bin. Call `refresh` when that changes."""
        self._source = source
        self._has_source = can or (lambda: source is not None)
        self._has_chosen = has_chosen or self._has_source
        self.refresh()

    def refresh(self) -> None:
        """Enable what can work now."""
        self._enable(self._specs)
        mode = self._view.mode
        set_text(self["delete"], "Ripple Delete" if mode.is_rippling else "Delete")
        set_text(self["delete_other"], "Delete" if mode.is_rippling else "Ripple Delete")
        word = WORDS[mode.tool]
        set_text(self["nudge_back"], tr("{word} Left", word=word))
        set_text(self["nudge_on"], tr("{word} Right", word=word))
        set_text(self["nudge_far_back"], tr("{word} Left {frames} Frames", word=word, frames=FAR))
        set_text(self["nudge_far_on"], tr("{word} Right {frames} Frames", word=word, frames=FAR))
        for toggle in TOGGLES:
            self[toggle.name].setChecked(toggle.is_on(mode))

    def _refresh_history(self) -> None:
        stack = self._document.undo_stack
        self._enable(("undo", "redo"))
        set_text(self["undo"], f"Undo {stack.undoText()}".strip())
        set_text(self["redo"], f"Redo {stack.redoText()}".strip())

    def _enable(self, names: Iterable[str]) -> None:
        is_editable = not self._document.is_read_only
        for name in names:
            spec = self._specs[name]
            can = (is_editable or not spec.is_edit) and (spec.can is None or spec.can())
            self._actions[name].setEnabled(can)

    def _add(self, group: Sequence[ActionSpec], number: int) -> None:
        for spec in group:
            self._specs[spec.name] = spec
            self._actions[spec.name] = self._made(spec)
            self._groups[spec.name] = number

    def _add_toggles(self) -> None:
        mode, first = self._view.mode, len(self._groups)
        for toggle in TOGGLES:
            spec = ActionSpec(
                toggle.name, toggle.menu, toggle.text, toggle.keys, lambda: None, is_edit=False
            )
            self._add([spec], first + toggle.group)
            action = self._actions[toggle.name]
            action.setCheckable(True)
            set_mode = toggle.set
            action.triggered.connect(lambda on, set_mode=set_mode: set_mode(mode, on))

    def _made(self, spec: ActionSpec) -> QAction:
        action = made_action(
            self,
            spec.name,
            spec.text,
            spec.keys,
            tip=spec.tip,
            is_everywhere=spec.is_everywhere,
        )
        run = spec.run
        action.triggered.connect(lambda: run())  # noqa: PLW0108 - without the checked state
        return action

    def _can_take(self) -> bool:
        return self._source is not None and self._has_source()

    def _can_choose(self) -> bool:
        return self._has_chosen()

    def _take(self, how: How) -> None:
        if self._source:
            self._source(how)
