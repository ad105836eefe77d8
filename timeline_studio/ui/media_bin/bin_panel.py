"""The Media panel: search, import, the grid of source footage."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page, Pager
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.media_bin.bin_model import BinModel
from timeline_studio.ui.media_bin.bin_view import BinView
from timeline_studio.ui.media_bin.media_import import MediaImport
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE, SEARCH_PAUSE_MS
from timeline_studio.workflows.media import list_sources
from timeline_studio.workflows.studio import Studio

MEDIA_FILES = (
    "Media (*.mp4 *.mov *.mkv *.webm *.avi *.m4v *.mts *.mxf *.mpg *.wav *.mp3 *.m4a *.aac"
    " *.flac *.ogg *.opus *.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif);;All files (*)"
)


_NO_MORE: Mapping[str, QWidget] = {}


class BinPanel(QWidget):
    """Lists source uploads only: an export is never footage."""

    append_requested = Signal(object)  # list[Upload]
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
    ) -> None:
        """`more` are further pages, by the titles of their tabs."""
        super().__init__()
        self.tabs = TabRow(["Media", *more], margin=GAP_WIDE - GAP_TIGHT)
        self._tab_pages = QStackedWidget()
        self.tabs.chosen.connect(self._tab_pages.setCurrentIndex)
        self._more = list(more.values())
        self._studio = studio
        self.importer = MediaImport(studio, tasks, self)
        self.model = BinModel(pictures)
        self.view = BinView(theme, self.model)
        self.view.doubleClicked.connect(self.append_chosen)
        self.search = QLineEdit(placeholderText="Search media", clearButtonEnabled=True)
        self._pager = Pager(
            tasks,
            self._list,
            identity=lambda upload: upload.id,
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
        for page in (self.empty, self.nothing_found, self.view):
            self._pages.addWidget(page)
        self._lay_out()
        self.setAcceptDrops(True)
        self.setMinimumWidth(200)
        self.setFocusProxy(self.view)
        self._join_importer()

    def refresh(self) -> None:
        """Ask the library again; the answer to an older question is dropped."""
        self._pager.refresh()

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Import media", "", MEDIA_FILES)
        self.importer.start([Path(name) for name in names])

    def append_chosen(self) -> None:
        chosen = self.view.chosen()
        if chosen:
            self.append_requested.emit(chosen)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pause.stop()
        self.importer.cancel()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.importer.start([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        self.import_button = button("Import", "import")
        self.import_button.clicked.connect(self.choose_files)
        tools = QHBoxLayout()
        tools.setContentsMargins(GAP_WIDE, GAP_TIGHT, GAP_WIDE, GAP)
        tools.setSpacing(GAP)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.import_button)
        self._progress = self._progress_row()
        body = QHBoxLayout()
        body.setContentsMargins(GAP_WIDE, 0, 0, 0)
        body.addWidget(self._pages)
        media = QWidget()
        column = QVBoxLayout(media)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
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

    def _list(self, page: Page) -> list[Upload]:
        return list_sources(
            self._studio, search=page.search, limit=page.limit, before_id=page.before_id
        )

    def _show(self, uploads: list[Upload]) -> None:
        self.model.show(uploads, has_more=self._pager.has_more)
        if uploads:
            self._pages.setCurrentWidget(self.view)
        elif self._pager.is_searching:
            self._pages.setCurrentWidget(self.nothing_found)
        else:
            self._pages.setCurrentWidget(self.empty)
