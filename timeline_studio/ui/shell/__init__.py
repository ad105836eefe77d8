"""The window: it arranges the panels, and joins what they ask for to the workflows."""

from timeline_studio.ui.shell.main_window import MainWindow

__all__ = ["MainWindow"]
