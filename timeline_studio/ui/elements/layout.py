"""Widgets whose height follows from their width."""

from PySide6.QtWidgets import QSizePolicy, QWidget


def follow_width(widget: QWidget) -> None:
    """Let layouts ask `widget.heightForWidth`.

    A widget that sets its own height when it is resized makes a scroll area around it show and
    hide its scrollbar for ever.
    """
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
