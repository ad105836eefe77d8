"""What the library's panels share: search, filter chips, table or cards, detail, empty states."""

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
from timeline_studio.ui.deliver.cards_view import CardsView
from timeline_studio.ui.deliver.detail_view import DetailView, Fact
from timeline_studio.ui.deliver.film_player import FilmPlayer
from timeline_studio.ui.deliver.filter_chips import Chip, FilterChips
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.deliver.row_count import RowCount
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.deliver.rows_view import RowsView
from timeline_studio.ui.elements.controls import tool_button
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page, Pager
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_PART, SEARCH_PAUSE_MS, SPLITTER_WIDTH

Row = TypeVar("Row")

_MOST_BUTTONS = 6


class LibraryPanel(QWidget, Generic[Row]):
    """A subclass says how rows are listed, described and acted on."""

    failed = Signal(str)
    changed = Signal()  # something was renamed or deleted here
    counted = Signal(str)  # how many there are: `1,234`

    def __init__(
        self,
        title: str,
        model: RowsModel[Row],
        tasks: BackgroundTasks,
        theme: Theme,
        empty: EmptyState,
        *,
        has_description: bool = True,
        chips: Sequence[Chip] = (),
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
        self._count = RowCount(tasks, self.count_rows, self)
        self._count.told.connect(self.counted)
        self._player: FilmPlayer | None = None
        self._wanted: int | None = None
        self.empty = empty
        self.view = RowsView(theme, model)
        self.view.setAccessibleName(tr(title))
        self.cards = CardsView(theme, self.view.filter)
        self.cards.setSelectionModel(self.view.selectionModel())
        self.cards.setAccessibleName(tr("{title} as cards", title=tr(title)))
        self.chips = FilterChips(chips) if chips else None
        self.as_cards = tool_button(theme, "grid", "Show cards")
        self.as_cards.setCheckable(True)
        self.as_cards.toggled.connect(self._show_as_cards)
        self.detail = DetailView(theme, has_description=has_description)
        self.search = QLineEdit(
            placeholderText=tr("Search {what}", what=tr(title)), clearButtonEnabled=True
        )
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._pager.search(self.search.text()))
        self.search.textChanged.connect(self._pause.start)
        model.more_wanted.connect(self._pager.more)
        self.view.sorting_changed.connect(self._pager.want_all)
        self.nothing_found = EmptyState(theme, "search", "Nothing by that name")
        self._lay_out(title)
        self.setFocusProxy(self.view)
        self.view.chosen.connect(lambda _row: self._show_detail())
        self.view.selection_changed.connect(self._show_detail)
        self.view.button_pressed.connect(self.press_button)
        self.cards.pressed_return.connect(self.press_button)
        for rows in (self.view, self.cards):
            rows.menu_requested.connect(self._open_menu)
            rows.delete_pressed.connect(lambda: self.call_action("delete"))
        if self.chips is not None:
            self.chips.chosen.connect(self._pager.narrow)
        model.dataChanged.connect(lambda *_: self._show_detail())
        self.detail.edited.connect(self._on_edited)

    def list_rows(self, page: Page) -> Sequence[Row]:
        """Ask the library; called outside of the GUI thread."""
        raise NotImplementedError

    def count_rows(self) -> int:
        """How many rows there are in all; called outside of the GUI thread."""
        return len(self.list_rows(Page(limit=None)))

    def press_button(self, row: Row) -> None:
        """The row's own button."""
        raise NotImplementedError

    def actions_for(self, row: Row) -> list[RowAction]:
        """What can be done with this row now, most likely first."""
        raise NotImplementedError

    def actions_for_several(self, rows: Sequence[Row]) -> list[RowAction]:  # noqa: ARG002
        """What can be done with all of these rows that it fits."""
        return []

    def describe_several(self, rows: Sequence[Row]) -> str:
        """What they are together: `3 exports`."""
        return f"{len(rows)} rows"

    def describe(self, row: Row) -> tuple[str, str, str, list[Fact]]:
        """(name, description, kind of media, facts) for the detail."""
        raise NotImplementedError

    def picture_of(self, row: Row) -> QPixmap | None:
        raise NotImplementedError

    def rename(self, row: Row, name: str, description: str) -> None:
        """Called outside of the GUI thread."""
        raise NotImplementedError

    def add_player(self, player: FilmPlayer) -> None:
        """Plays in the detail, in the picture's place, until another row is chosen."""
        self._player = player
        player.failed.connect(self.failed)
        self.detail.add_player(player)
        self.view.chosen.connect(self._put_player_away)

    def show_player(self, identity: int) -> None:
        """Choose the row that is about to play."""
        self.view.choose(identity)
        self.detail.show_player(is_wanted=True)

    def refresh(self) -> None:
        """Ask the library again; the answer to an older question is dropped."""
        self._pager.refresh()

    def choose(self, identity: int) -> None:
        """Select this row, as soon as it is listed."""
        self._wanted = identity
        if self._pager.is_searching:
            self.search.clear()
            if self.chips is not None:
                self.chips.reset()
                self._pager.narrow(())
        self.refresh()

    def row_actions(self) -> list[RowAction]:
        """What can be done with what is selected."""
        rows = self.view.selected_rows()
        if len(rows) > 1:
            return self.actions_for_several(rows)
        return self.actions_for(rows[0]) if rows else []

    def call_action(self, name: str) -> bool:
        """Do this with what is selected; False where it cannot be done."""
        for action in self.row_actions():
            if action.name == name:
                action.call()
                return True
        return False

    def begin_rename(self) -> None:
        """Hand the keyboard to the name in the detail."""
        self.detail.name.setFocus()
        self.detail.name.selectAll()

    def run(self, function: Callable[[], Any]) -> None:
        """Change something in the library, then list again."""
        self._tasks.run(
            function,
            done=lambda _answer: self._on_changed(),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _lay_out(self, title: str) -> None:
        head = self.head = QHBoxLayout()
        head.setContentsMargins(GAP_PART, GAP, GAP_PART, GAP)
        heading = QLabel(tr(title))
        heading.setProperty("look", "title")
        self.search.setFixedWidth(240)
        head.setSpacing(GAP)
        head.addWidget(heading)
        if self.chips is not None:
            head.addSpacing(GAP)
            head.addWidget(self.chips)
        head.addStretch()
        head.addWidget(self.search)
        head.addWidget(self.as_cards)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(SPLITTER_WIDTH)
        self._forms = QStackedWidget()
        self._forms.addWidget(self.view)
        self._forms.addWidget(self.cards)
        self.splitter.addWidget(self._forms)
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
        if self._player is not None:
            self._player.close()
        super().closeEvent(event)

    def _show(self, rows: list[Row]) -> None:
        has_more = self._pager.has_more
        self.model.show(rows, has_more=has_more)
        if not self._pager.is_searching:
            self._count.show(len(rows), has_more=has_more)
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
        rows = self.view.selected_rows()
        row = self.view.current_row()
        self.detail.setVisible(row is not None)
        if row is None:
            return
        name, description, kind, facts = self.describe(row)
        is_one = len(rows) <= 1
        self.detail.show_row(
            name=name if is_one else self.describe_several(rows),
            description=description if is_one else "",
            kind=kind,
            picture=self.picture_of(row),
            facts=facts if is_one else [],
            actions=[act for act in self.row_actions() if not act.is_rare][:_MOST_BUTTONS],
            is_editable=is_one,
        )

    def _put_player_away(self, row: Row | None) -> None:
        player = self._player
        chosen = None if row is None else self.model.identity(row)
        if player is not None and player.identity not in (None, chosen):
            player.leave()
            self.detail.show_player(is_wanted=False)

    def _show_as_cards(self, is_wanted: bool) -> None:
        form = self.cards if is_wanted else self.view
        had_focus = self.view.hasFocus() or self.cards.hasFocus()
        self._forms.setCurrentWidget(form)
        self.setFocusProxy(form)
        self.as_cards.setToolTip(tr("Show a table") if is_wanted else tr("Show cards"))
        form.scrollTo(form.currentIndex())
        if had_focus:
            form.setFocus()

    def _open_menu(self, _row: Row, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.row_actions():
            menu.addAction(tr(action.text), action.call).setObjectName(action.name)
        menu.popup(spot)

    def _on_edited(self, name: str, description: str) -> None:
        row = self.view.current_row()
        if row is not None:
            self.run(lambda: self.rename(row, name, description))
