"""The transport's QActions: text, key, tip. The transport bar and the shell's menus show them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from timeline_studio.ui.commands.actions import made_action, set_text
from timeline_studio.ui.monitor.jog import Jog
from timeline_studio.ui.monitor.transport import Transport
from timeline_studio.ui.theme import Theme, icon


@dataclass(frozen=True)
class _Spec:
    """`is_everywhere`: the key works in the whole window, not only in the monitor.

    Arrows, Home and End mean something of their own in lists, and in the timeline panel.
    """

    name: str
    text: str
    key: str
    run: Callable[[Transport], None] | None
    symbol: str = ""
    is_everywhere: bool = True


class MonitorActions(QObject):
    """`actions["play"]`; iterate for all of them, in the order of a menu.

    `chosen` says whose transport they are for at the moment they are called.
    """

    def __init__(
        self, chosen: Callable[[], Transport], theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = chosen
        self._actions = {spec.name: self._made(spec) for spec in _SPECS}
        self._jog = Jog(self["stop"], self)
        self._shuttle("shuttle_back", Transport.shuttle_back, Transport.frame_back)
        self._shuttle("shuttle_forward", Transport.shuttle_forward, Transport.frame_forward)
        self.captions = made_action(
            self,
            "monitor_captions",
            "Captions in the Monitor",
            tip="Show captions that are sent beside the picture",
        )
        self.captions.setCheckable(True)
        self.captions.setChecked(True)
        self.show_speed(0)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def show_speed(self, speed: int) -> None:
        """Play is pause while something plays."""
        play = self["play"]
        set_text(play, "Pause" if speed else "Play")
        play.setIcon(icon(self._theme, "pause" if speed else "play"))

    def _made(self, spec: _Spec) -> QAction:
        action = made_action(self, spec.name, spec.text, spec.key, is_everywhere=spec.is_everywhere)
        if spec.symbol:
            action.setIcon(icon(self._theme, spec.symbol))
        run = spec.run
        if run is not None:
            action.triggered.connect(lambda: run(self._chosen()))
        return action

    def _shuttle(
        self, name: str, run: Callable[[Transport], None], step: Callable[[Transport], None]
    ) -> None:
        """A key that is held is one press; while Stop is held down, it steps."""

        def pressed() -> None:
            transport = self._chosen()
            if self._jog.is_held:
                self._jog.push(lambda: step(transport), transport.rate)
            else:
                run(transport)

        self[name].setAutoRepeat(False)
        self[name].triggered.connect(pressed)


_SPECS = (
    _Spec("to_start", "Go to Start", "Home", Transport.to_start, "to_start", False),
    _Spec("frame_back", "One Frame Back", "Left", Transport.frame_back, "frame_back", False),
    _Spec("play", "Play", "Space", Transport.toggle, "play"),
    _Spec(
        "frame_forward",
        "One Frame Forward",
        "Right",
        Transport.frame_forward,
        "frame_forward",
        False,
    ),
    _Spec("to_end", "Go to End", "End", Transport.to_end, "to_end", False),
    _Spec("shuttle_back", "Play Backwards, Again: Faster", "J", None),
    _Spec("stop", "Stop", "K", Transport.stop),
    _Spec("shuttle_forward", "Play Forwards, Again: Faster", "L", None),
)
