"""Asks what of the copied clip the selected ones shall have."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from timeline_studio.timeline.edits.attributes import ATTRIBUTES, USUAL, Attribute
from timeline_studio.ui.editor.clipboard_commands import ClipboardCommands
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr

_WIDTH = 240
_WORDS: dict[Attribute, str] = {
    "transform": "Position, size and rotation",
    "opacity": "Opacity",
    "blend": "Blend mode",
    "fades": "Fades",
    "effects": "Effects",
    "gain": "Volume",
    "pan": "Pan",
    "enabled": "Switched on or off",
    "speed": "Speed",
}


class AttributesPopover(Popover):
    """Return pastes, Esc leaves all as it is; the choice stays for the next time."""

    def __init__(self, anchor: QWidget, commands: ClipboardCommands) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("attributes-popover")
        self._commands = commands
        self.body.addWidget(label("Paste attributes", "section"))
        self.checks: dict[Attribute, QCheckBox] = {}
        for attribute in ATTRIBUTES:
            check = QCheckBox(tr(_WORDS[attribute]))
            check.setObjectName(f"attribute-{attribute}")
            check.setChecked(attribute in USUAL)
            self.checks[attribute] = check
            self.body.addWidget(check)
        self.button = button("Paste", "attributes-accept", look="primary")
        self.button.clicked.connect(self._accept)
        self.body.addWidget(self.button)

    def ask(self) -> None:
        """Offer what the copied clips have."""
        offered = self._commands.offered()
        for attribute, check in self.checks.items():
            check.setVisible(attribute in offered)
        self.adjustSize()
        self.open()
        self.button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        chosen = {each for each, check in self.checks.items() if check.isChecked()}
        if self._commands.give_attributes(chosen):
            self.dismiss()
