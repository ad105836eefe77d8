"""Edit, Review and Deliver: which one is shown, and the way between the panels."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from timeline_studio.ui.shell import arrangement
from timeline_studio.ui.shell.header import Header
from timeline_studio.ui.shell.panels import Panels

EDIT, REVIEW, DELIVER = range(3)
NAMES = (arrangement.EDIT, arrangement.REVIEW, "Deliver")
_REVIEW_PAGE = "Markers"


class Workspaces(QObject):
    shown = Signal(int)

    def __init__(self, header: Header, panels: Panels, parent: QObject) -> None:
        super().__init__(parent)
        self.header = header
        self.stack = QStackedWidget()
        self._panels = panels
        self.stack.addWidget(panels.edit)
        self.stack.addWidget(panels.deliver)
        self._edit_actions = self._group_edit_actions()
        header.workspaces.chosen.connect(self._on_chosen)

    def show_edit(self) -> None:
        self.header.workspaces.choose(EDIT)

    def show_review(self) -> None:
        self.header.workspaces.choose(REVIEW)

    def show_deliver(self) -> None:
        self.header.workspaces.choose(DELIVER)

    def show_panel(self, panel: QWidget) -> None:
        """One of Deliver's panels."""
        self._panels.deliver.show_section(panel)
        self.show_deliver()

    def focus_next(self, step: int) -> None:
        """Give the focus to the next panel (F6), or with -1 to the one before."""
        panels = self._focus_stops()
        focus = QApplication.focusWidget()
        now = next((n for n, panel in enumerate(panels) if _holds(panel, focus)), -step)
        _give_focus(panels[(now + step) % len(panels)])

    def maximise(self) -> None:
        """Give the workspace to the panel that has the focus, or give it back."""
        self._with_focused(self._panels.edit.toggle_maximised)

    def detach(self) -> None:
        """Give the panel that has the focus a window of its own, or put it back."""
        self._with_focused(self._panels.edit.toggle_floating)

    def _with_focused(self, call: Callable[[QWidget], None]) -> None:
        focus = QApplication.focusWidget()
        for panel in self._panels.edit.panels:
            if _holds(panel, focus):
                call(panel)
                return

    def _focus_stops(self) -> list[QWidget]:
        if self.stack.currentWidget() is self._panels.edit:
            return [panel for panel in self._panels.edit.panels if panel.isVisible()]
        deliver = self._panels.deliver
        shown = deliver.stack.currentWidget()
        return [deliver.list, shown] if shown else [deliver.list]

    def _group_edit_actions(self) -> QActionGroup:
        """What cuts and plays the timeline: its keys must not work where nobody sees it."""
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        editor, monitor = self._panels.timeline.editor_actions, self._panels.monitor
        for action in (*editor.all(), *monitor.transport_actions, *monitor.switches):
            if action.actionGroup() is None:
                group.addAction(action)
        return group

    def _on_chosen(self, number: int) -> None:
        is_deliver = number == DELIVER
        if is_deliver:
            self._panels.monitor.transport_actions["stop"].trigger()
            self._panels.deliver.refresh()
        else:
            self._panels.edit.arrange(NAMES[number])
        if number == REVIEW:
            self._panels.inspector.show_page(_REVIEW_PAGE)
        self._edit_actions.setEnabled(not is_deliver)
        self.stack.setCurrentWidget(self._panels.deliver if is_deliver else self._panels.edit)
        self.shown.emit(number)


def _give_focus(panel: QWidget) -> None:
    """To the panel's main part where it is shown, else to the first part that takes it."""
    for part in (panel.focusProxy(), *panel.findChildren(QWidget)):
        takes_focus = part is not None and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if part is not None and takes_focus and part.isVisible() and part.isEnabled():
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(panel: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is panel or panel.isAncestorOf(focus))
