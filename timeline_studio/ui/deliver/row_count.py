"""How many rows a list has, where not all of them are listed yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from timeline_studio.ui.background import BackgroundTasks, Task


class RowCount(QObject):
    """`told` carries `1,234`; until the library has counted `100+`, or what it counted last."""

    told = Signal(str)

    def __init__(self, tasks: BackgroundTasks, ask: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ask = ask
        self._asked: Task | None = None
        self._is_known = False

    def show(self, listed: int, *, has_more: bool) -> None:
        """Where a page is not all, ask; the answer to an older question is dropped."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if not has_more:
            self._tell(listed)
            return
        if not self._is_known:
            self.told.emit(f"{listed:,}+")
        # A count that fails leaves what was told: the list beside it says what is wrong.
        self._asked = self._tasks.run(self._ask, done=self._tell, priority=-1)

    def _tell(self, count: int) -> None:
        self._asked = None
        self._is_known = True
        self.told.emit(f"{count:,}")
