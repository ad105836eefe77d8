"""The Media panel: search, import, the grid of source footage."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.library import MediaFolder, Shelf, Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page, Pager
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.media_bin.bin_keeping import BinKeeping
from timeline_studio.ui.media_bin.bin_menu import bin_menu
from timeline_studio.ui.media_bin.bin_model import BinModel
from timeline_studio.ui.media_bin.bin_order import NEWEST, in_order
from timeline_studio.ui.media_bin.bin_tools import BinTools
from timeline_studio.ui.media_bin.bin_view import BinView
from timeline_studio.ui.media_bin.in_use import MediaInUse
from timeline_studio.ui.media_bin.media_import import MediaImport
from timeline_studio.ui.media_bin.relink_flow import RelinkFlow
from timeline_studio.ui.media_bin.shelf_bar import ShelfBar
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE, SEARCH_PAUSE_MS
from timeline_studio.workflows.media import BinRow, list_bin
from timeline_studio.workflows.studio import Studio

MEDIA_FILES = (
    "Media (*.mp4 *.mov *.mkv *.webm *.avi *.m4v *.mts *.mxf *.mpg *.wav *.mp3 *.m4a *.aac"
    " *.flac *.ogg *.opus *.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif);;All files (*)"
)


_NO_MORE: Mapping[str, QWidget] = {}


class BinPanel(QWidget):
    """Lists source uploads only: an export is never footage."""

    append_requested = Signal(object)  # list[Upload]
    open_requested = Signal(object)  # Upload
    relink_requested = Signal(object)  # Upload
    failed = Signal(str)
    changed = Signal()  # uploads came in
    sample_requested = Signal()

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        theme: Theme,
        pictures: UploadPictures,
        more: Mapping[str, QWidget] = _NO_MORE,
        *,
        clips: ClipPictures | None = None,
    ) -> None:
        """`more` are further pages, by the titles of their tabs; `clips` has the pictures that the
        pointer goes through, and knows what is missing."""
        super().__init__()
        self.tabs = TabRow(["Media", *more], margin=GAP_WIDE - GAP_TIGHT)
        self._tab_pages = QStackedWidget()
        self.tabs.chosen.connect(self._tab_pages.setCurrentIndex)
        self._more = list(more.values())
        self._studio = studio
        self.importer = MediaImport(studio, tasks, self)
        self._tasks = tasks
        self.keeping = BinKeeping(studio, tasks, self)
        self.model = BinModel(pictures, clips)
        self.view = BinView(theme, self.model)
        self.view.doubleClicked.connect(self.open_chosen)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.tools = BinTools(theme)
        self.relink = RelinkFlow(studio, tasks, theme, self.tools.import_button)
        self.search = self.tools.search
        self.shelves = ShelfBar()
        self._folders: list[MediaFolder] = []
        self._shown: list[BinRow] = []
        self._pager = Pager(
            tasks,
            self._list,
            identity=lambda row: row.upload.id,
            show=self._show,
            failed=self.failed.emit,
        )
        self.model.more_wanted.connect(self._pager.more)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._pager.search(self.search.text()))
        self.search.textChanged.connect(self._pause.start)
        self.empty = EmptyState(theme, "import", "Drop footage here", "Import", "Open the sample")
        self.empty.pressed.connect(self.choose_files)
        self.empty.link_pressed.connect(self.sample_requested)
        self.nothing_found = EmptyState(theme, "search", "No media by that name")
        self._pages = QStackedWidget()
        self.nothing_here = EmptyState(theme, "folder", "Nothing is here yet: drag footage in")
        for page in (self.empty, self.nothing_found, self.nothing_here, self.view):
            self._pages.addWidget(page)
        self._lay_out()
        self.setAcceptDrops(True)
        self.setMinimumWidth(200)
        self.setFocusProxy(self.view)
        self._join_importer()
        self._join_order()

    def refresh(self) -> None:
        """Ask the library again; the answer to an older question is dropped."""
        self._pager.refresh()
        self.keeping.list_folders()

    def follow(self, document: TimelineDocument) -> None:
        """Mark what this timeline shows."""
        MediaInUse(document, self._tasks, self.model.show_in_use, self)

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Import media", "", MEDIA_FILES)
        self.importer.start([Path(name) for name in names])

    def open_chosen(self) -> None:
        """In the source monitor."""
        chosen = self.view.chosen()
        if len(chosen) == 1:
            self.open_requested.emit(chosen[0])

    def append_chosen(self) -> None:
        chosen = self.view.chosen()
        if chosen:
            self.append_requested.emit(chosen)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pause.stop()
        self.importer.cancel()
        self.relink.cancel()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.importer.start([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        self.import_button = self.tools.import_button
        self.import_button.clicked.connect(self.choose_files)
        shelves = QHBoxLayout()
        shelves.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
        shelves.setSpacing(GAP_TIGHT)
        shelves.addWidget(self.shelves, 1)
        shelves.addWidget(self.shelves.new_folder)
        self._progress = self._progress_row()
        body = QHBoxLayout()
        body.setContentsMargins(GAP_WIDE, 0, 0, 0)
        body.addWidget(self._pages)
        media = QWidget()
        column = QVBoxLayout(media)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addLayout(shelves)
        column.addWidget(self._progress)
        column.addLayout(body, 1)
        for page in (media, *self._more):
            self._tab_pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._tab_pages, 1)

    def _progress_row(self) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, GAP)
        layout.setSpacing(GAP_TIGHT)
        line = QHBoxLayout()
        self.progress_text = label("", "secondary")
        self.cancel_button = button("Cancel", "import-cancel", look="link")
        self.cancel_button.clicked.connect(self.importer.cancel)
        line.addWidget(self.progress_text, 1)
        line.addWidget(self.cancel_button)
        self.progress_bar = QProgressBar(textVisible=False, maximum=1000)
        layout.addLayout(line)
        layout.addWidget(self.progress_bar)
        row.hide()
        return row

    def _join_importer(self) -> None:
        self.importer.began.connect(lambda: self._on_progressed(0.0, ""))
        self.importer.began.connect(self._progress.show)
        self.importer.ended.connect(self._progress.hide)
        self.importer.progressed.connect(self._on_progressed)
        self.importer.imported.connect(self._on_imported)
        self.importer.failed.connect(self.failed)

    def _join_order(self) -> None:
        self.keeping.changed.connect(self._pager.refresh)
        self.keeping.failed.connect(self.failed)
        self.relink.failed.connect(self.failed)
        self.relink.relinked.connect(self._on_relinked)
        self.keeping.folders_listed.connect(self._show_folders)
        self.tools.listed.connect(self.view.show_as_list)
        self.tools.ordered.connect(self._on_ordered)
        self.shelves.chosen.connect(lambda shelf: self._pager.narrow(_told(shelf)))
        self.shelves.dropped.connect(self.keeping.move)
        self.shelves.add_asked.connect(self.keeping.add_folder)
        self.shelves.rename_asked.connect(self.keeping.rename_folder)
        self.shelves.remove_asked.connect(self.keeping.remove_folder)

    def _on_relinked(self) -> None:
        self.model.look_again()
        self._on_imported(())

    def _on_ordered(self, order: str) -> None:
        self._pager.want_all(order != NEWEST)
        self._show(self._shown)

    def _show_folders(self, folders: Sequence[MediaFolder]) -> None:
        self._folders = list(folders)
        self.shelves.show_folders(folders)

    def menu(self) -> QMenu | None:
        """Of the chosen footage; None where there is none."""
        rows = [self.model.row_of(index) for index in self.view.selectedIndexes()]
        if not rows:
            return None
        return bin_menu(
            self,
            rows,
            self._folders,
            self.keeping,
            open_source=self.open_chosen,
            append=self.append_chosen,
            relink=lambda: self.relink_requested.emit(rows[0].upload),
        )

    def _open_menu(self, where: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(where))

    def _on_progressed(self, fraction: float, name: str) -> None:
        self.progress_bar.setValue(round(1000 * fraction))
        room = max(40, self.width() - 110)
        text = f"Importing {name}" if name else "Looking at the files…"
        self.progress_text.setText(
            self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        )

    def _on_imported(self, _uploads: Sequence[Upload]) -> None:
        self.refresh()
        self.changed.emit()

    def _list(self, page: Page) -> list[BinRow]:
        shelf = _shelf(page.kinds)
        is_recent = shelf is not None and shelf.kind == "recent"
        if is_recent and page.before_id is not None:
            return []  # one page
        return list_bin(
            self._studio,
            search=page.search,
            limit=page.limit,
            before_id=page.before_id,
            shelf=shelf,
        )

    def _show(self, rows: list[BinRow]) -> None:
        self._shown = rows
        self.model.show(in_order(rows, self.tools.order), has_more=self._pager.has_more)
        if rows:
            self._pages.setCurrentWidget(self.view)
        elif self.shelves.shelf is not None and not self.search.text():
            self._pages.setCurrentWidget(self.nothing_here)
        elif self._pager.is_searching:
            self._pages.setCurrentWidget(self.nothing_found)
        else:
            self._pages.setCurrentWidget(self.empty)


def _told(shelf: Shelf | None) -> tuple[str, ...]:
    """A shelf in the words of a page, which is asked for on another thread."""
    return () if shelf is None else (shelf.kind, str(shelf.folder_id or ""))


def _shelf(told: tuple[str, ...]) -> Shelf | None:
    match told:
        case ("favourites" | "recent" as kind, _):
            return Shelf(kind)
        case ("folder", folder_id):
            return Shelf("folder", int(folder_id))
    return None
