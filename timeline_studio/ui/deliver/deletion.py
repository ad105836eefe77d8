"""The one modal question of the program: before a file is deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def confirm_deletion(window: QWidget, question: str, delete: Callable[[], None]) -> QMessageBox:
    """Ask; only Delete calls `delete`. Cancel is the default."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Delete",
        question,
        QMessageBox.StandardButton.Cancel,
        window,
    )
    box.setInformativeText("The file is removed from the disk. This cannot be undone.")
    button = box.addButton("Delete", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    button.clicked.connect(lambda: delete())  # noqa: PLW0108 - drops `checked`
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
