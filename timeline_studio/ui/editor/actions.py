"""The editor's QActions: text, key, and when they can work. Menus and toolbar show them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.caption_commands import CaptionCommands
from timeline_studio.ui.editor.commands import EditCommands
from timeline_studio.ui.editor.navigation import Navigation
from timeline_studio.ui.editor.placement import How
from timeline_studio.ui.editor.timeline_view import TimelineView

Menu: TypeAlias = Literal["Edit", "Clip", "Timeline", "Mark", "View"]
Source: TypeAlias = Callable[[How], None]
"""Puts what is chosen in the media bin on the timeline."""

_Can: TypeAlias = Callable[[], bool]


@dataclass(frozen=True)
class _Spec:
    """`is_everywhere`: the key works in the whole window, not only in the timeline panel."""

    name: str
    menu: Menu
    text: str
    keys: str
    run: Callable[[], object]
    can: _Can | None = None
    is_edit: bool = True
    is_everywhere: bool = True


class EditorActions(QObject):
    """`actions["split"]`; `menu("Clip")` lists those of a menu in order.

    The shell offers a source for insert, overwrite and append; they are disabled without one.
    """

    def __init__(
        self, document: TimelineDocument, view: TimelineView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._view = view
        self._source: Source | None = None
        self._has_source: _Can = bool
        self._commands = EditCommands(document, view)
        self.captions = CaptionCommands(document, view.mode, self)
        self._navigation = Navigation(document, view.viewport)
        specs = [*self._editing(), *self._clips(), *self._material(), *self._moving()]
        self._specs = {spec.name: spec for spec in specs}
        self._actions = {spec.name: self._made(spec) for spec in specs}
        self._add_toggles()
        for signal in (
            document.changed,
            document.selection_changed,
            document.playhead_changed,
            document.read_only_changed,
            document.history_changed,
            view.mode.changed,
            view.pointing.changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def menu(self, menu: Menu) -> list[QAction]:
        return [self._actions[spec.name] for spec in self._specs.values() if spec.menu == menu]

    def offer_source(self, source: Source | None, can: _Can | None = None) -> None:
        """What insert, overwrite and append call; `can` says whether anything is chosen.
        Call `refresh` when that changes."""
        self._source = source
        self._has_source = can or (lambda: source is not None)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can work now."""
        is_editable = not self._document.is_read_only
        for name, spec in self._specs.items():
            can = spec.can is None or spec.can()
            self._actions[name].setEnabled(can and (is_editable or not spec.is_edit))
        stack, mode = self._document.undo_stack, self._view.mode
        self["undo"].setText(f"Undo {stack.undoText()}".strip())
        self["redo"].setText(f"Redo {stack.redoText()}".strip())
        self["delete"].setText("Ripple Delete" if mode.is_rippling else "Delete")
        self["delete_other"].setText("Delete" if mode.is_rippling else "Ripple Delete")
        for name, is_on in (
            ("select_tool", mode.tool == "select"),
            ("blade_tool", mode.tool == "blade"),
            ("snap", mode.is_snapping),
            ("linked_selection", mode.is_linking),
            ("ripple", mode.is_rippling),
        ):
            self[name].setChecked(is_on)

    def _editing(self) -> list[_Spec]:
        document, stack = self._document, self._document.undo_stack
        chosen = self._commands.has_selection
        move, spec = self._navigation, _moving_spec
        return [
            _Spec("undo", "Edit", "Undo", "Ctrl+Z", document.undo, stack.canUndo),
            _Spec("redo", "Edit", "Redo", "Ctrl+Shift+Z", document.redo, stack.canRedo),
            _Spec(
                "delete",
                "Edit",
                "Delete",
                "Del; Backspace",
                self._commands.delete,
                self._commands.can_delete,
                is_everywhere=False,
            ),
            _Spec(
                "delete_other",
                "Edit",
                "Ripple Delete",
                "Shift+Del",
                self._commands.delete_other,
                chosen,
                is_everywhere=False,
            ),
            _Spec(
                "select_all", "Edit", "Select All", "Ctrl+A", move.select_all, None, False, False
            ),
            spec("select_nothing", "Edit", "Select Nothing", "Ctrl+Shift+A", move.select_nothing),
        ]

    def _clips(self) -> list[_Spec]:
        do = self._commands
        chosen = do.has_selection
        return [
            _Spec("split", "Clip", "Split at Playhead", "S; Ctrl+B", do.split, do.can_split),
            _Spec(
                "split_all",
                "Clip",
                "Split All Tracks",
                "Ctrl+Shift+B",
                do.split_all,
                do.can_split_all,
            ),
            _Spec("dissolve", "Clip", "Add Dissolve", "Ctrl+T", do.add_dissolve, do.can_dissolve),
            _Spec("link", "Clip", "Link or Unlink", "Ctrl+L", do.link, do.can_link),
            _Spec("disable", "Clip", "Enable or Disable", "D", do.disable, chosen),
            _Spec("nudge_back", "Clip", "Nudge Left", "Alt+Left", do.nudge_back, chosen),
            _Spec("nudge_on", "Clip", "Nudge Right", "Alt+Right", do.nudge_on, chosen),
        ]

    def _material(self) -> list[_Spec]:
        do, cue = self._commands, self.captions
        can = self._can_take
        return [
            _Spec("insert", "Timeline", "Insert", ",", lambda: self._take("insert"), can),
            _Spec("overwrite", "Timeline", "Overwrite", ".", lambda: self._take("overwrite"), can),
            _Spec("append", "Timeline", "Append", "E", lambda: self._take("append"), can),
            _Spec("title", "Timeline", "Add Title", "", do.add_title),
            _Spec("add_video_track", "Timeline", "Add Video Track", "", do.add_video_track),
            _Spec("add_audio_track", "Timeline", "Add Audio Track", "", do.add_audio_track),
            *self._captioning(),
            _Spec("marker", "Mark", "Add Marker", "M", do.add_marker),
            _Spec("poster", "Mark", "Use This Picture as Poster", "Shift+M", cue.set_poster),
        ]

    def _captioning(self) -> list[_Spec]:
        do = self.captions
        return [
            _Spec("add_caption", "Timeline", "Add Caption", "C", do.add),
            _Spec("split_caption", "Timeline", "Split Caption", "", do.split, do.can_split),
            _Spec("merge_captions", "Timeline", "Merge Captions", "", do.merge, do.can_merge),
            _Spec("add_caption_track", "Timeline", "Add Caption Track", "", do.add_track),
        ]

    def _moving(self) -> list[_Spec]:
        go = self._navigation
        spec = _moving_spec
        return [
            spec("previous_edit", "Mark", "Previous Edit Point", "Up", go.previous_edit),
            spec("next_edit", "Mark", "Next Edit Point", "Down", go.next_edit),
            spec("frame_back", "Mark", "One Frame Back", "Left", go.frame_back),
            spec("frame_on", "Mark", "One Frame Forward", "Right", go.frame_on),
            spec("to_start", "Mark", "Go to Start", "Home", go.to_start),
            spec("to_end", "Mark", "Go to End", "End", go.to_end),
            _Spec("zoom_in", "View", "Zoom In", "=; +", go.zoom_in, is_edit=False),
            _Spec("zoom_out", "View", "Zoom Out", "-", go.zoom_out, is_edit=False),
            _Spec("fit", "View", "Fit Timeline", "Shift+Z", go.fit, is_edit=False),
        ]

    def _add_toggles(self) -> None:
        mode = self._view.mode
        toggles: tuple[tuple[str, Menu, str, str, Callable[[bool], None]], ...] = (
            ("select_tool", "Edit", "Select Tool", "V", lambda _: mode.set_tool("select")),
            ("blade_tool", "Edit", "Blade Tool", "B", lambda _: mode.set_tool("blade")),
            ("snap", "Timeline", "Snap", "N", mode.set_snapping),
            ("linked_selection", "Timeline", "Select Linked Clips Together", "", mode.set_linking),
            ("ripple", "Timeline", "Delete Closes the Gap", "", mode.set_rippling),
        )
        for name, menu, text, keys, toggle in toggles:
            spec = _Spec(name, menu, text, keys, lambda: None, is_edit=False)
            self._specs[name] = spec
            action = self._actions[name] = self._made(spec)
            action.setCheckable(True)
            action.triggered.connect(toggle)

    def _made(self, spec: _Spec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys.split("; ") if keys])
        where = Qt.ShortcutContext
        if action.shortcuts():
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{spec.text} ({key})")
        action.setShortcutContext(
            where.WindowShortcut if spec.is_everywhere else where.WidgetWithChildrenShortcut
        )
        run = spec.run
        action.triggered.connect(lambda: run())  # noqa: PLW0108 - without the checked state
        return action

    def _can_take(self) -> bool:
        return self._source is not None and self._has_source()

    def _take(self, how: How) -> None:
        if self._source:
            self._source(how)


def _moving_spec(name: str, menu: Menu, text: str, keys: str, run: Callable[[], object]) -> _Spec:
    return _Spec(name, menu, text, keys, run, is_edit=False, is_everywhere=False)
