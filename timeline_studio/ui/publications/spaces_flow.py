"""Making, renaming and removing spaces from the window, each with its way back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.library import Space
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.publications.spaces_popover import SpacesPopover
from timeline_studio.workflows.publications import (
    SpaceRow,
    add_space,
    list_spaces,
    remove_space,
    rename_space,
)
from timeline_studio.workflows.studio import Studio

_Answer = TypeVar("_Answer")


class SpacesFlow(QObject):
    said = Signal(str, object)  # text, Choice
    failed = Signal(str)
    changed = Signal()

    def __init__(self, studio: Studio, tasks: BackgroundTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._popover: SpacesPopover | None = None

    def open(self, anchor: QWidget) -> None:
        def show(rows: list[SpaceRow]) -> None:
            popover = self._popover = SpacesPopover(anchor)
            popover.closed.connect(self._on_closed)
            popover.add_pressed.connect(self.add)
            popover.renamed.connect(self.rename)
            popover.remove_pressed.connect(self.remove)
            popover.show_spaces(rows)
            popover.open()

        self._run(lambda: list_spaces(self._studio), show)

    def add(self, name: str) -> None:
        self._change(
            lambda: add_space(self._studio, name),
            lambda space: (f"Made the space “{space.name}”.", lambda: self.remove(space)),
        )

    def rename(self, space: Space, name: str) -> None:
        self._change(
            lambda: rename_space(self._studio, space.id, name),
            lambda named: (
                f"“{space.name}” is now “{named.name}”.",
                lambda: self.rename(named, space.name),
            ),
        )

    def remove(self, space: Space) -> None:
        def make_again() -> None:
            self._change(
                lambda: add_space(self._studio, space.name, space.slug, space.type),
                lambda made: (f"“{made.name}” is there again.", lambda: self.remove(made)),
            )

        self._change(
            lambda: remove_space(self._studio, space.id),
            lambda _none: (f"Removed the space “{space.name}”.", make_again),
        )

    def _change(
        self,
        function: Callable[[], _Answer],
        told: Callable[[_Answer], tuple[str, Callable[[], None]]],
    ) -> None:
        """`told` gives what to say of the answer, and how to take the change back."""

        def done(answer: _Answer) -> None:
            text, undo = told(answer)
            self.said.emit(text, ("Undo", undo))
            self.changed.emit()
            if self._popover is not None:
                self._run(lambda: list_spaces(self._studio), self._show)

        self._run(function, done)

    def _show(self, rows: list[SpaceRow]) -> None:
        if self._popover is not None:
            self._popover.show_spaces(rows)

    def _on_closed(self) -> None:
        if self._popover is not None:
            self._popover.deleteLater()
            self._popover = None

    def _run(self, function: Callable[[], _Answer], done: Callable[[_Answer], None]) -> None:
        self._tasks.run(
            function, done=done, failed=lambda error: self.failed.emit(sentence_of(error))
        )
