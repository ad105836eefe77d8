"""The monitor's uppermost row: its tabs, and how playback goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.language import tr, tr_count
from timeline_studio.ui.monitor.monitor_switches import MonitorSwitches
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import CONTROL_HEIGHT, GAP, GAP_TIGHT, TAB_HEIGHT


class MonitorHead(QWidget):
    """`menu` has what is chosen less often."""

    def __init__(self, tabs: TabRow, switches: MonitorSwitches, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(TAB_HEIGHT)
        self._switches = switches
        self.drops = QToolButton()
        self.drops.setObjectName("dropped-frames")
        self.drops.setIcon(icon(theme, "warning", "warn"))
        self.drops.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.drops.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.drops.hide()
        self.loop = QToolButton()
        self.loop.setDefaultAction(switches.loop)
        self.loop.setObjectName("loop-button")
        self.loop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.proxy = QToolButton()
        self.proxy.setDefaultAction(switches.proxies)
        self.proxy.setObjectName("proxy-chip")
        self.proxy.setProperty("look", "chip")
        self.proxy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.proxy.hide()
        self.menu = QMenu(self)
        self.menu.addActions(list(switches.qualities.values()))
        self.quality = QToolButton()
        self.quality.setObjectName("playback-quality")
        self.quality.setToolTip(tr("Playback quality"))
        self.quality.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.quality.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.quality.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        self.quality.setIcon(icon(theme, "down", "t2"))
        self.quality.setMenu(self.menu)
        self.quality.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.drops.setMenu(self.menu)
        self.drops.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, GAP, 0)
        self._row.setSpacing(GAP_TIGHT)
        self._row.addWidget(tabs, 1)
        for button in (self.drops, self.proxy, self.loop, self.quality):
            button.setFixedHeight(CONTROL_HEIGHT)
            self._row.addWidget(button)
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
