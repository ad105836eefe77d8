"""Long lists, a page at a time: the first at once, the next when it is scrolled to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of

Row = TypeVar("Row")

PAGE = 100


@dataclass(frozen=True)
class Page:
    """What to ask the library for, newest first; a `limit` of None is all. `kinds` narrows it to
    rows of these kinds, whatever that means in this list; none are all."""

    search: str | None = None
    limit: int | None = PAGE
    before_id: int | None = None
    kinds: tuple[str, ...] = ()


class Pager(Generic[Row]):
    """`ask` runs outside of the GUI thread; `show` gets all rows so far, on it.

    `identity` is what `before_id` counts by. The answer to an older question is dropped.
    """

    def __init__(
        self,
        tasks: BackgroundTasks,
        ask: Callable[[Page], Sequence[Row]],
        *,
        identity: Callable[[Row], int],
        show: Callable[[list[Row]], None],
        failed: Callable[[str], None],
    ) -> None:
        self._tasks = tasks
        self._ask = ask
        self._identity = identity
        self._show = show
        self._failed = failed
        self._asked: Task | None = None
        self._rows: list[Row] = []
        self._needle: str | None = None
        self._kinds: tuple[str, ...] = ()
        self._wants_all = False
        self.has_more = False

    @property
    def is_searching(self) -> bool:
        """Whether only some of the rows are asked for."""
        return self._needle is not None or bool(self._kinds)

    def refresh(self) -> None:
        """Ask again for as many rows as are shown, and where these are all, for new ones."""
        room = 0 if self.has_more else PAGE
        limit = None if self._wants_all else max(PAGE, len(self._rows) + room)
        self._run(Page(self._needle, limit, kinds=self._kinds), [])

    def more(self) -> None:
        """Ask for the next page, where there is one and nothing else is asked for."""
        if self.has_more and self._asked is None and self._rows:
            before = self._identity(self._rows[-1])
            self._run(Page(self._needle, PAGE, before, self._kinds), self._rows)

    def want_all(self, wants_all: bool) -> None:
        """Whether every row is needed: rows can only be sorted when all are there."""
        self._wants_all = wants_all
        if wants_all and self.has_more:
            self.refresh()

    def search(self, words: str) -> None:
        """Only rows by this name; all rows where there are no words."""
        self._needle = words.strip() or None
        self._rows = []
        self.refresh()

    def narrow(self, kinds: tuple[str, ...]) -> None:
        """Only rows of these kinds; all rows where there are none."""
        self._kinds = kinds
        self._rows = []
        self.refresh()

    def _run(self, page: Page, before: list[Row]) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.run(
            lambda: self._ask(page),
            done=lambda rows: self._on_listed(page, [*before, *rows], len(rows)),
            failed=self._on_failed,
        )

    def _on_listed(self, page: Page, rows: list[Row], count: int) -> None:
        self._asked = None
        self._rows = rows
        self.has_more = page.limit is not None and count == page.limit
        self._show(rows)

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self._failed(sentence_of(error))
