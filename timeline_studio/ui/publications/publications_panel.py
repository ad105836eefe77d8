"""What is published: where, since when, and who sees it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap, QShowEvent

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.deletion import counted
from timeline_studio.ui.deliver.detail_view import Fact
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.words import date_text
from timeline_studio.ui.publications.audience import audience_of, visibility_words
from timeline_studio.ui.publications.publication_columns import is_watchable, publication_columns
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.counts import count_publications
from timeline_studio.workflows.publications import PublicationRow, list_publications
from timeline_studio.workflows.studio import Studio


class PublicationsPanel(LibraryPanel[PublicationRow]):
    """The row button watches; Delete unpublishes what is selected. It changes nothing itself."""

    watch_requested = Signal(object)  # PublicationRow
    copy_link_requested = Signal(object)  # PublicationRow
    audience_requested = Signal(object)  # PublicationRow
    unpublish_requested = Signal(object)  # list[PublicationRow]
    spaces_requested = Signal()
    productions_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, pictures: UploadPictures
    ) -> None:
        self._studio = studio
        self._pictures = pictures
        empty = EmptyState(
            theme, "publications", "Nothing published yet", "Show Productions", "Spaces…"
        )
        model = RowsModel(
            publication_columns(),
            pictures,
            identity=lambda row: row.publication.id,
            upload_of=lambda row: (row.upload.id, row.upload.kind),
        )
        super().__init__("Publications", model, tasks, theme, empty, has_description=False)
        empty.pressed.connect(self.productions_requested)
        empty.link_pressed.connect(self.spaces_requested)
        self.spaces = button("Spaces…", "spaces", tip="Make, rename and remove spaces")
        self.spaces.clicked.connect(self.spaces_requested)
        self.head.insertWidget(self.head.indexOf(self.search), self.spaces)
        for rows in (self.view, self.cards):
            rows.delete_pressed.connect(lambda: self.call_action("unpublish"))

    def list_rows(self, page: Page) -> Sequence[PublicationRow]:
        return list_publications(
            self._studio, search=page.search, limit=page.limit, before_id=page.before_id
        )

    def count_rows(self) -> int:
        return count_publications(self._studio)

    def press_button(self, row: PublicationRow) -> None:
        self.actions_for(row)[0].call()

    def actions_for(self, row: PublicationRow) -> list[RowAction]:
        unpublish = self._unpublish([row], "Unpublish")
        audience = RowAction(
            "audience", "Who Sees It…", lambda: self.audience_requested.emit(row), "Change who may"
        )
        if not is_watchable(row):
            return [unpublish, audience]
        return [
            RowAction("watch", "Watch", lambda: self.watch_requested.emit(row)),
            RowAction("copy-link", "Copy Link", lambda: self.copy_link_requested.emit(row)),
            audience,
            unpublish,
        ]

    def actions_for_several(self, rows: Sequence[PublicationRow]) -> list[RowAction]:
        return [self._unpublish(rows, f"Unpublish {len(rows)}")]

    def describe_several(self, rows: Sequence[PublicationRow]) -> str:
        return counted(len(rows), "publication")

    def describe(self, row: PublicationRow) -> tuple[str, str, str, list[Fact]]:
        audience = audience_of(row.publication)
        facts = [
            ("Space", row.space.name),
            ("Address", row.space.slug),
            ("Published", date_text(row.publication.published_at)),
            ("Who", visibility_words(audience.visibility)),
            ("Shown", audience.feeds()),
            ("Source", row.upload.name),
            ("ULID", row.production.ulid if row.production else ""),
        ]
        return row.name, "", row.upload.kind, facts

    def picture_of(self, row: PublicationRow) -> QPixmap | None:
        return self._pictures.picture(row.upload.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _unpublish(self, rows: Sequence[PublicationRow], text: str) -> RowAction:
        return RowAction(
            "unpublish",
            text,
            lambda: self.unpublish_requested.emit(list(rows)),
            "Show it no longer (Delete)",
        )
