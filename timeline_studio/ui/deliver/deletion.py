"""The one modal question of the program: before files are deleted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from timeline_studio.ui.language import tr, tr_count

_MOST_NAMES = 8


def confirm_deletion(
    window: QWidget,
    question: str,
    delete: Callable[[], None],
    *,
    warning: str = "",
    word: str = "Delete",
) -> QMessageBox:
    """Ask; only the button `word` calls `delete`. Cancel is the default.

    `warning` says what else the deletion would take, or break.
    """
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        tr("Delete"),
        question,
        QMessageBox.StandardButton.Cancel,
        window,
    )
    gone = tr("The files are removed for good. This cannot be undone.")
    box.setInformativeText(f"{warning}\n\n{gone}" if warning else gone)
    button = box.addButton(tr(word), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    button.clicked.connect(lambda: delete())  # noqa: PLW0108 - drops `checked`
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def listed(names: Sequence[str]) -> str:
    """`“A”, “B” and 3 more`."""
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return tr("{shown} and {more} more", shown=shown, more=more) if more > 0 else shown


def counted(count: int, thing: str) -> str:
    """`1 export`, `3 exports`."""
    return tr_count(count, f"{{n}} {thing}", f"{{n}} {thing}s")
