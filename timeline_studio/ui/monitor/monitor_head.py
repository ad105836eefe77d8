"""The monitor's uppermost row: its tabs, and how playback goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.language import tr, tr_count
from timeline_studio.ui.monitor.monitor_switches import MonitorSwitches
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import CONTROL_HEIGHT, GAP, GAP_TIGHT, TAB_HEIGHT


class MonitorHead(QWidget):
    """What is seldom so has no room: dropped frames, and a chip where there are proxies."""

    def __init__(self, tabs: TabRow, switches: MonitorSwitches, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(TAB_HEIGHT)
        self._switches = switches
        self.drops = _button("dropped-frames", beside=True)
        self.drops.setIcon(icon(theme, "warning", "warn"))
        self.loop = _button("loop-button")
        self.loop.setDefaultAction(switches.loop)
        self.proxy = _button("proxy-chip")
        self.proxy.setDefaultAction(switches.proxies)
        self.proxy.setProperty("look", "chip")
        self.quality = _button("playback-quality", beside=True)
        self.quality.setToolTip(tr("Playback quality"))
        self.quality.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        self.quality.setIcon(icon(theme, "down", "t2"))
        menu = QMenu(self)
        menu.addActions(list(switches.qualities.values()))
        for opener in (self.drops, self.quality):
            opener.setMenu(menu)
            opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for passing in (self.drops, self.proxy):
            passing.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP_TIGHT)
        row.addWidget(tabs, 1)
        for button in (self.drops, self.proxy, self.loop, self.quality):
            row.addWidget(button)
        switches.quality_chosen.connect(lambda _quality: self._show_quality())
        self._show_quality()

    def show_has_proxies(self, has_proxies: bool) -> None:
        """The chip is there where something stands for footage on the timeline."""
        self.proxy.setVisible(has_proxies)

    def show_drops(self, count: int) -> None:
        """How many frames were dropped since playback began; nothing for none."""
        self.drops.setVisible(count > 0)
        self.drops.setText(str(count))
        words = tr_count(
            count,
            "1 frame was dropped: choose a lower playback quality, or make proxies",
            "{n} frames were dropped: choose a lower playback quality, or make proxies",
        )
        self.drops.setToolTip(words)
        self.drops.setAccessibleName(words)

    def _show_quality(self) -> None:
        word = self._switches.qualities[self._switches.quality].iconText()
        self.quality.setText(word)
        self.quality.setAccessibleName(tr("Playback quality: {quality}", quality=word))


def _button(name: str, *, beside: bool = False) -> QToolButton:
    """`beside`: with words beside its icon."""
    made = QToolButton()
    made.setObjectName(name)
    made.setFixedHeight(CONTROL_HEIGHT)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if beside:
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return made
