"""What the monitor can be told to be: going round, coarser or finer, on the full screen."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from timeline_studio.ui.commands.actions import made_action
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.quality import QUALITIES, Quality
from timeline_studio.ui.theme import Theme, icon

_WORDS: dict[Quality, tuple[str, str]] = {
    "auto": ("Auto", "Playback as fine as the computer keeps up with"),
    "full": ("Full", "Playback with every line of the picture"),
    "half": ("Half", "Playback with half the lines and columns"),
    "quarter": ("Quarter", "Playback with a quarter of the lines and columns"),
}
_DIRECTIONS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}


class MonitorSwitches(QObject):
    """Iterate for all actions, in the order of a menu; `kept` are remembered, as the quality is."""

    quality_chosen = Signal(str)
    nudged = Signal(int, int)  # pixels of the frame, right and down

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.loop = self._switch(
            "loop", "Loop", "Shift+L", "Play round and round, between the in and the out point"
        )
        self.loop.setIcon(icon(theme, "loop", "t2"))
        self.full_picture = made_action(
            self,
            "full_picture",
            "Picture on the Full Screen",
            "Shift+F11",
            tip="Nothing but the picture, on the screen that the window is on",
        )
        self.proxies = self._switch(
            "proxies",
            "Show Proxies",
            "Shift+P",
            "Where footage has a proxy, show that instead: exports never use it",
        )
        self.proxies.setIconText(tr("Proxy"))
        self.proxies.setChecked(True)
        self.handles = self._switch(
            "picture_handles",
            "Handles on the Picture",
            "",
            "Move, scale and turn the selected clip in the monitor",
        )
        self.handles.setChecked(True)
        self.crop = self._switch(
            "crop_picture", "Crop in the Monitor", "Shift+C", "Drag the edges of the selected clip"
        )
        self.safe_areas = self._switch(
            "safe_areas", "Safe Areas", "", "90 and 80 per cent of the picture, and its middle"
        )
        self.nudges = {
            (direction, step): self._nudge(direction, step)
            for step in (1, 10)
            for direction in _DIRECTIONS
        }
        self._group = QActionGroup(self)
        self.qualities = {quality: self._quality(quality) for quality in QUALITIES}
        self.kept = (self.loop, self.proxies, self.handles, self.safe_areas)

    def __iter__(self) -> Iterator[QAction]:
        yield self.loop
        yield from self.of_picture
        yield from self.qualities.values()
        yield from self.nudges.values()

    @property
    def of_picture(self) -> list[QAction]:
        """Those about what is seen."""
        return [self.full_picture, self.proxies, self.safe_areas, self.handles, self.crop]

    @property
    def quality(self) -> Quality:
        return next(name for name, action in self.qualities.items() if action.isChecked())

    def choose_quality(self, quality: Quality) -> None:
        self.qualities[quality].trigger()

    def _nudge(self, direction: str, step: int) -> QAction:
        """With a key in the monitor alone: in text it goes from word to word."""
        far = "" if step == 1 else " Far"
        keys = f"Ctrl+{direction}" if step == 1 else f"Ctrl+Shift+{direction}"
        action = made_action(
            self,
            f"nudge_picture_{direction.lower()}{far.lower().replace(' ', '_')}",
            tr("Nudge Picture {way}", way=tr(direction) + tr(far)),
            keys,
            is_everywhere=False,
        )
        across, down = _DIRECTIONS[direction]
        action.triggered.connect(lambda: self.nudged.emit(across * step, down * step))
        return action

    def _quality(self, quality: Quality) -> QAction:
        word, tip = _WORDS[quality]
        action = self._switch(
            f"quality_{quality}", tr("Playback Quality: {quality}", quality=tr(word)), "", tip
        )
        action.setIconText(tr(word))
        action.setChecked(quality == "auto")
        self._group.addAction(action)
        action.triggered.connect(lambda: self.quality_chosen.emit(quality))
        return action

    def _switch(self, name: str, text: str, key: str, tip: str) -> QAction:
        action = made_action(self, name, text, key, tip=tip)
        action.setCheckable(True)
        return action
