"""What Exports, Uploads and Productions share: search, table, detail, empty states."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.deliver.detail_view import DetailView, Fact
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.deliver.rows_view import RowsView
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page, Pager
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_PART, SEARCH_PAUSE_MS, SPLITTER_WIDTH

Row = TypeVar("Row")


class LibraryPanel(QWidget, Generic[Row]):
    """A subclass says how rows are listed, described and acted on."""

    failed = Signal(str)
    changed = Signal()  # something was renamed or deleted here
    counted = Signal(str)  # how many there are: `17`, or `100+` where there are more pages

    def __init__(
        self,
        title: str,
        model: RowsModel[Row],
        tasks: BackgroundTasks,
        theme: Theme,
        empty: EmptyState,
        *,
        has_description: bool = True,
    ) -> None:
        super().__init__()
        self.model = model
        self._tasks = tasks
        self._pager = Pager(
            tasks,
            self.list_rows,
            identity=model.identity,
            show=self._show,
            failed=self.failed.emit,
        )
        self._wanted: int | None = None
        self.empty = empty
        self.view = RowsView(theme, model)
        self.view.setAccessibleName(title)
        self.detail = DetailView(theme, has_description=has_description)
        self.search = QLineEdit(placeholderText=f"Search {title.lower()}", clearButtonEnabled=True)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._pager.search(self.search.text()))
        self.search.textChanged.connect(self._pause.start)
        model.more_wanted.connect(self._pager.more)
        self.view.sorting_changed.connect(self._pager.want_all)
        self.nothing_found = EmptyState(theme, "search", "Nothing by that name")
        self._lay_out(title)
        self.setFocusProxy(self.view)
        self.view.chosen.connect(lambda _row: self._show_detail())
        self.view.button_pressed.connect(self.press_button)
        self.view.menu_requested.connect(self._open_menu)
        model.dataChanged.connect(lambda *_: self._show_detail())
        self.detail.edited.connect(self._on_edited)

    def list_rows(self, page: Page) -> Sequence[Row]:
        """Ask the library; called outside of the GUI thread."""
        raise NotImplementedError

    def press_button(self, row: Row) -> None:
        """The row's own button."""
        raise NotImplementedError

    def actions_for(self, row: Row) -> list[RowAction]:
        """What can be done with this row now, most likely first."""
        raise NotImplementedError

    def describe(self, row: Row) -> tuple[str, str, str, list[Fact]]:
        """(name, description, kind of media, facts) for the detail."""
        raise NotImplementedError

    def picture_of(self, row: Row) -> QPixmap | None:
        raise NotImplementedError

    def rename(self, row: Row, name: str, description: str) -> None:
        """Called outside of the GUI thread."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask the library again; the answer to an older question is dropped."""
        self._pager.refresh()

    def choose(self, identity: int) -> None:
        """Select this row, as soon as it is listed."""
        self._wanted = identity
        if self._pager.is_searching:
            self.search.clear()
        self.refresh()

    def run(self, function: Callable[[], Any]) -> None:
        """Change something in the library, then list again."""
        self._tasks.run(
            function,
            done=lambda _answer: self._on_changed(),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GAP_PART, GAP, GAP_PART, GAP)
        heading = QLabel(title)
        heading.setProperty("look", "title")
        self.search.setFixedWidth(240)
        head.addWidget(heading)
        head.addStretch()
        head.addWidget(self.search)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(SPLITTER_WIDTH)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self._pages = QStackedWidget()
        for page in (self.empty, self.nothing_found, self.splitter):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def set_detail_width(self, width: int) -> None:
        self.detail.setFixedWidth(width)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pause.stop()
        super().closeEvent(event)

    def _show(self, rows: list[Row]) -> None:
        has_more = self._pager.has_more
        self.model.show(rows, has_more=has_more)
        if not self._pager.is_searching:
            self.counted.emit(f"{len(rows)}{'+' if has_more else ''}")
        if self._wanted is not None:
            self.view.choose(self._wanted)
            self._wanted = None
        if not self.view.currentIndex().isValid() and rows:
            self.view.selectRow(0)
        self._show_page()
        self._show_detail()

    def _on_changed(self) -> None:
        self.changed.emit()
        self.refresh()

    def _show_page(self) -> None:
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.splitter)
        else:
            is_searching = self._pager.is_searching
            self._pages.setCurrentWidget(self.nothing_found if is_searching else self.empty)

    def _show_detail(self) -> None:
        row = self.view.current_row()
        self.detail.setVisible(row is not None)
        if row is None:
            return
        name, description, kind, facts = self.describe(row)
        self.detail.show_row(
            name=name,
            description=description,
            kind=kind,
            picture=self.picture_of(row),
            facts=facts,
            actions=self.actions_for(row)[:4],
        )

    def _open_menu(self, row: Row, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.actions_for(row):
            menu.addAction(action.text, action.call).setObjectName(action.name)
        menu.popup(spot)

    def _on_edited(self, name: str, description: str) -> None:
        row = self.view.current_row()
        if row is not None:
            self.run(lambda: self.rename(row, name, description))
