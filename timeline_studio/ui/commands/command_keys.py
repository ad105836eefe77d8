"""The keys of one command, each to be taken away by a press; and a button for one more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from timeline_studio.ui.commands.key_names import native_name
from timeline_studio.ui.commands.key_recorder import KeyRecorder
from timeline_studio.ui.commands.registry import Command
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP


class CommandKeys(QWidget):
    removed = Signal(str)  # a key
    reset_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = label("", "field")
        self.recorder = KeyRecorder()
        self.reset = button("Reset", "reset-keys", tip="The keys that the keymap gives it")
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self.reset_pressed)
        self.chips: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.name, 1)
        layout.addLayout(self._row)
        layout.addWidget(self.recorder)
        layout.addWidget(self.reset)
        self.show_command(None, is_changed=False)

    def show_command(self, command: Command | None, *, is_changed: bool) -> None:
        self.name.setText(command.name if command else tr("Select a command to change its keys"))
        self.recorder.setVisible(command is not None)
        self.reset.setVisible(command is not None)
        self.reset.setEnabled(is_changed)
        for chip in self.chips:
            chip.deleteLater()
        self.chips = [self._chip(key) for key in command.keys] if command else []

    def _chip(self, key: str) -> QPushButton:
        shown = native_name(key)
        chip = button(
            f"{shown}  ×", f"key-{key}", tip=tr("Take {shown} away", shown=shown), look="chip"
        )
        chip.setAccessibleName(tr("Take {shown} away", shown=shown))
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda: self.removed.emit(key))
        self._row.addWidget(chip)
        return chip
