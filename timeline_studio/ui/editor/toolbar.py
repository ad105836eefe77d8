"""The buttons over the timeline."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QToolButton, QWidget

from timeline_studio.ui.commands.actions import with_key
from timeline_studio.ui.editor.actions import EditorActions
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.reach_button import ReachButton
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import GAP, GAP_WIDE, ICON_SIZE

_GROUPS = (
    {
        "select_tool": "select",
        "blade_tool": "blade",
        "ripple_tool": "ripple_trim",
        "roll_tool": "roll",
        "slip_tool": "slip",
        "slide_tool": "slide",
    },
    {"snap": "snap", "linked_selection": "link", "ripple": "ripple"},
    {"title": "title", "dissolve": "transition", "marker": "marker"},
    {"undo": "undo", "redo": "redo"},
)
_ZOOM = {"zoom_out": "zoom_out", "zoom_in": "zoom_in"}
_SLIDER_STEPS = 1000


class TimelineToolbar(QWidget):
    """Left the tools, right the zoom."""

    def __init__(
        self,
        actions: EditorActions,
        mode: EditingMode,
        viewport: Viewport,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline tools"))
        self._actions = actions
        self._viewport = viewport
        self._icons = {name: shape for group in (*_GROUPS, _ZOOM) for name, shape in group.items()}
        self.buttons: dict[str, QToolButton] = {}
        self._reach = ReachButton(actions, mode, self)
        self._slider = self._made_slider()
        self._arrange()
        self.set_theme(theme)
        viewport.changed.connect(self._show_zoom)

    def set_theme(self, theme: Theme) -> None:
        for name, button in self.buttons.items():
            if name in self._icons:
                button.setIcon(icon(theme, self._icons[name]))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 4, GAP, 4)
        row.setSpacing(4)
        for number, group in enumerate(_GROUPS):
            if number:
                row.addSpacing(GAP)
                line = QFrame(self)
                line.setFrameShape(QFrame.Shape.VLine)
                line.setFixedHeight(16)
                row.addWidget(line)
                row.addSpacing(GAP)
            for name in group:
                row.addWidget(self._button(name))
        row.addStretch()
        row.addWidget(self._reach)
        row.addSpacing(GAP_WIDE)
        fit = self._button("fit")
        fit.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        fit.setText(tr("Fit"))
        row.addWidget(fit)
        row.addWidget(self._button("zoom_out"))
        row.addWidget(self._slider)
        row.addWidget(self._button("zoom_in"))

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setCheckable(action.isCheckable())
        button.clicked.connect(action.trigger)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(lambda: self._show_action(name))
        self.buttons[name] = button
        self._show_action(name)
        return button

    def _show_action(self, name: str) -> None:
        """Not the button's default action: that would bring the menu's text and icon too."""
        action, button = self._actions[name], self.buttons[name]
        button.setToolTip(with_key(action.text(), action))
        button.setAccessibleName(action.text())
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, _SLIDER_STEPS)
        slider.setFixedWidth(96)
        slider.setAccessibleName(tr("Zoom"))
        slider.setToolTip(tr("Zoom"))
        slider.valueChanged.connect(self._on_slid)
        return slider

    def _show_zoom(self) -> None:
        closest, farthest = self._viewport.closest, self._viewport.farthest
        span = math.log(farthest / closest) or 1
        value = round(math.log(farthest / self._viewport.scale) / span * _SLIDER_STEPS)
        self._slider.blockSignals(True)
        self._slider.setValue(value)
        self._slider.blockSignals(False)

    def _on_slid(self, value: int) -> None:
        """Even steps of the slider are even factors."""
        closest, farthest = self._viewport.closest, self._viewport.farthest
        scale = farthest * (closest / farthest) ** (value / _SLIDER_STEPS)
        self._viewport.zoom_to(scale, self._viewport.width / 2)
