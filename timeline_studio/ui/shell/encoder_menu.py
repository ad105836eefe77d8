"""Which encoder makes the next export: the best that there is, or one by its name."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from timeline_studio.render.encoders import Coding, encoder_named
from timeline_studio.settings import Home
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.language import tr
from timeline_studio.ui.shell.export_choice import ExportChoice
from timeline_studio.workflows.encoder_trials import (
    EncoderTrial,
    EncoderTrials,
    TrialsStoppedError,
    known_trials,
    try_encoders,
)

_ABSENT = "not in this FFmpeg"


class EncoderMenu(QObject):
    """Finds out, once for each FFmpeg, which encoders work. Without a `command` none is tried."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        choice: ExportChoice,
        home: Home,
        tasks: BackgroundTasks,
        parent: QObject,
        *,
        command: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._home = home
        self._tasks = tasks
        self._command = command
        self.trials: EncoderTrials | None = None
        self._is_trying = False
        self._stop = Event()
        self._ask(is_anew=False)

    def stop(self) -> None:
        """The window closes: a driver that never answers must not hold it up."""
        self._stop.set()

    def add_to(self, menu: QMenu, coding: Coding) -> None:
        """What can make `coding` here; what cannot says why."""
        within = menu.addMenu(tr("Encoder"))
        within.setObjectName("encoders")
        within.setToolTipsVisible(True)
        group = QActionGroup(within)
        chosen = self._choice.encoder_of(coding)
        automatic = within.addAction(tr("Automatic"))
        automatic.setToolTip(
            tr("A graphics card's where one works and nothing can be copied or used again")
        )
        automatic.setCheckable(True)
        automatic.setChecked(chosen is None)
        automatic.triggered.connect(lambda: self._choice.choose_encoder(coding, None))
        group.addAction(automatic)
        for trial in self.trials.trials if self.trials else ():
            encoder = encoder_named(trial.encoder)
            if encoder is None or encoder.coding != coding or trial.trouble == _ABSENT:
                continue
            action = within.addAction(encoder.label)
            action.setObjectName(f"encoder-{encoder.name}")
            action.setToolTip(trial.trouble or tr("Always {name}", name=encoder.name))
            action.setCheckable(True)
            action.setEnabled(trial.works)
            action.setChecked(chosen == encoder.name)
            action.triggered.connect(
                lambda _checked, name=encoder.name: self._choice.choose_encoder(coding, name)
            )
            group.addAction(action)
        within.addSeparator()
        again = within.addAction(
            tr("Trying the Encoders…") if self._is_trying else tr("Try Them Again")
        )
        again.setObjectName("encoders_again")
        again.setToolTip(tr("After a new graphics card or driver"))
        again.setEnabled(bool(self._command) and not self._is_trying)
        again.triggered.connect(lambda: self._ask(is_anew=True))

    def _ask(self, *, is_anew: bool) -> None:
        home, command = self._home, self._command
        self._is_trying = True

        def ask() -> EncoderTrials | None:
            known = None if is_anew else known_trials(home)
            if known is not None or not command:
                return known
            return try_encoders(home, command, stop=self._stop)

        self._tasks.run(
            ask, done=lambda found: self._show(found, is_told=is_anew), failed=self._give_up
        )

    def _show(self, trials: EncoderTrials | None, *, is_told: bool) -> None:
        self._is_trying = False
        self.trials = trials
        if is_told and trials is not None:
            self.said.emit(_words(trials.trials))

    def _give_up(self, error: Exception) -> None:
        self._is_trying = False
        if not isinstance(error, TrialsStoppedError):
            self.failed.emit(sentence_of(error))


def _words(trials: Sequence[EncoderTrial]) -> str:
    working = [encoder_named(trial.encoder) for trial in trials if trial.works]
    cards = [encoder.label for encoder in working if encoder is not None and encoder.is_hardware]
    if cards:
        return tr("Works on the graphics card: {names}.", names=", ".join(cards))
    return tr("No encoder of a graphics card works here: the processor encodes.")
