"""QActions of the sound: the master, the pitch of clips, their levels, the meters."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from timeline_studio.ui.audio.master_section import LOUDNESSES
from timeline_studio.ui.commands.actions import made_action
from timeline_studio.ui.language import tr


class AudioActions(QObject):
    """Iterate for all, in the order of a menu."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show_tab = made_action(
            self, "show_audio", "Show Audio", "Ctrl+Alt+A", tip="Levels of film, track and clip"
        )
        self.level = made_action(
            self,
            "level_clips",
            "Level Clips",
            "Ctrl+Alt+L",
            tip="Give each selected clip the gain for the loudness of the Audio tab",
        )
        self.keep_pitch = self._switch(
            "keep_pitch", "Keep Pitch", "Selected clips sound as high as before at another speed"
        )
        self.limiter = self._switch(
            "limiter", "Limit Peaks", "Keep the mix's true peak under −1 dBTP"
        )
        self.loudnesses = {
            loudness: self._switch(
                f"loudness_{'off' if loudness is None else round(-loudness)}",
                tr("Export Loudness: {words}", words=tr(words)),
                "How loud what is exported is on the whole",
            )
            for loudness, words in LOUDNESSES.items()
        }
        self.record = made_action(
            self,
            "record_voice",
            "Record Voice-Over",
            "Ctrl+Alt+R",
            tip="Speak onto the track of the Audio tab, from the playhead on; again to end",
        )
        self.record.setCheckable(True)
        self.reset_meters = made_action(
            self,
            "reset_meters",
            "Reset Meters",
            "Ctrl+Alt+M",
            tip="Forget the highest peaks, and measure loudness anew",
        )

    def __iter__(self) -> Iterator[QAction]:
        yield from (self.show_tab, self.record, self.level, self.keep_pitch, self.limiter)
        yield from self.loudnesses.values()
        yield self.reset_meters

    def _switch(self, name: str, text: str, tip: str) -> QAction:
        action = made_action(self, name, text, tip=tip)
        action.setCheckable(True)
        return action
