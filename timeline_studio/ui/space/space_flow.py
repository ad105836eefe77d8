"""Free Space: looks how much there is, and clears what is asked for."""

import shutil
from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.elements.words import size_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.space.space_popover import SpacePopover
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.caches import CacheName, CacheSize, cache_sizes, clear_cache
from timeline_studio.workflows.studio import Studio

_Answer = TypeVar("_Answer")


class SpaceFlow(QObject):
    said = Signal(str)
    failed = Signal(str)
    cleared = Signal()
    folder_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, anchor: QWidget
    ) -> None:
        super().__init__(anchor)
        self._studio = studio
        self._tasks = tasks
        self._theme = theme
        self._anchor = anchor
        self.popover: SpacePopover | None = None

    def open(self) -> None:
        if self.popover is None:
            self.popover = SpacePopover(self._anchor, self._theme, self._studio.home.root)
            self.popover.clear_pressed.connect(self._clear)
            self.popover.folder_pressed.connect(self.folder_requested)
        self._look()
        self.popover.open()

    def _look(self) -> None:
        def look() -> tuple[list[CacheSize], int]:
            free = shutil.disk_usage(self._studio.home.root).free
            return cache_sizes(self._studio), free

        self._run(look, self._show)

    def _show(self, found: tuple[list[CacheSize], int]) -> None:
        if self.popover is not None:
            self.popover.show_sizes(*found)

    def _clear(self, name: str) -> None:
        def done(freed: int) -> None:
            self.said.emit(tr("Freed {size}.", size=size_text(freed)))
            self.cleared.emit()
            self._look()

        self._run(lambda: clear_cache(self._studio, cast(CacheName, name)), done)

    def _run(self, function: Callable[[], _Answer], done: Callable[[_Answer], None]) -> None:
        self._tasks.run(
            function, done=done, failed=lambda error: self.failed.emit(sentence_of(error))
        )
