"""Raw source files: never an export, and nothing of what was made from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog

from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.deliver.columns import Column, nothing
from timeline_studio.ui.deliver.deletion import confirm_deletion, counted, listed
from timeline_studio.ui.deliver.detail_view import Fact
from timeline_studio.ui.deliver.filter_chips import Chip
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.deliver.row_action import RowAction, open_outside
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.deliver.upload_columns import date_column, duration_column, size_column
from timeline_studio.ui.deliver.upload_player import UploadPlayer
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.words import (
    date_text,
    duration_text,
    picture_text,
    size_text,
)
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.counts import count_sources
from timeline_studio.workflows.deletions import Consequences, consequences_of, delete_upload
from timeline_studio.workflows.media import MediaUses, list_sources
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import relink_upload, rename_upload

CHIPS = (
    Chip("All"),
    Chip("Video", ("video",)),
    Chip("Sound", ("audio",)),
    Chip("Pictures", ("image", "logo")),
)
_KIND_WORDS = {"video": "Video", "audio": "Sound", "image": "Still", "logo": "Logo"}


@dataclass(frozen=True)
class UploadRow:
    """`used_in` are the names of the timelines that show the upload."""

    upload: Upload
    used_in: tuple[str, ...]


class UploadsPanel(LibraryPanel[UploadRow]):
    """The row button appends the upload to the timeline."""

    add_requested = Signal(object)  # list[Upload]
    open_requested = Signal(object)  # Upload, in the desktop's player
    show_file_requested = Signal(object)  # Upload
    import_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, pictures: UploadPictures
    ) -> None:
        self._studio = studio
        self._uses = MediaUses(studio)
        self._pictures = pictures
        empty = EmptyState(theme, "uploads", "No footage yet", "Import")
        model = RowsModel(
            _columns(),
            pictures,
            identity=lambda row: row.upload.id,
            upload_of=lambda row: (row.upload.id, row.upload.kind),
        )
        super().__init__("Uploads", model, tasks, theme, empty, chips=CHIPS)
        self.player = UploadPlayer(studio, tasks, theme)
        self.add_player(self.player)
        empty.pressed.connect(self.import_requested)

    def list_rows(self, page: Page) -> Sequence[UploadRow]:
        uploads = list_sources(
            self._studio,
            kinds=page.kinds or None,
            search=page.search,
            limit=page.limit,
            before_id=page.before_id,
        )
        users = self._uses.timelines_of(upload.id for upload in uploads)
        return [UploadRow(upload, tuple(users.get(upload.id, ()))) for upload in uploads]

    def count_rows(self) -> int:
        return count_sources(self._studio)

    def press_button(self, row: UploadRow) -> None:
        self.add_requested.emit([row.upload])

    def actions_for(self, row: UploadRow) -> list[RowAction]:
        upload = row.upload
        return [
            RowAction(
                "add",
                "Add to Timeline",
                lambda: self.add_requested.emit([upload]),
                "Append it to the open timeline",
            ),
            RowAction("play", "Preview", lambda: self._play(upload), "Here, with its sound"),
            open_outside(lambda: self.open_requested.emit(upload)),
            RowAction("show-file", "Show File", lambda: self.show_file_requested.emit(upload)),
            RowAction("rename", "Edit", self.begin_rename, "Its name and description"),
            RowAction(
                "relink",
                "Relink…",
                lambda: self.choose_file(upload.id, upload.name),
                "Put another file in its place: timelines show that one",
            ),
            RowAction("delete", "Delete Source…", lambda: self._ask_to_delete([upload])),
        ]

    def actions_for_several(self, rows: Sequence[UploadRow]) -> list[RowAction]:
        uploads = [row.upload for row in rows]
        return [
            RowAction(
                "add",
                tr("Add {count} to Timeline", count=len(uploads)),
                lambda: self.add_requested.emit(uploads),
            ),
            RowAction(
                "delete",
                tr("Delete {counted_words}…", counted_words=counted(len(uploads), "source")),
                lambda: self._ask_to_delete(uploads),
            ),
        ]

    def describe_several(self, rows: Sequence[UploadRow]) -> str:
        size = sum(row.upload.size_bytes or 0 for row in rows)
        return f"{counted(len(rows), 'upload')}, {size_text(size)}"

    def describe(self, row: UploadRow) -> tuple[str, str, str, list[Fact]]:
        upload = row.upload
        facts = [
            ("File", upload.original_filename),
            ("Kind", _KIND_WORDS.get(upload.kind, upload.kind)),
            ("Imported", date_text(upload.uploaded_at or upload.created_at)),
            ("Picture", picture_text(upload.width, upload.height)),
            ("Duration", duration_text(upload.duration_seconds)),
            ("Size", size_text(upload.size_bytes)),
            ("Used in", ", ".join(row.used_in)),
        ]
        return upload.name, upload.description or "", upload.kind, facts

    def picture_of(self, row: UploadRow) -> QPixmap | None:
        if row.upload.kind == "audio":
            return None
        return self._pictures.picture(row.upload.id)

    def rename(self, row: UploadRow, name: str, description: str) -> None:
        rename_upload(self._studio, row.upload.id, name, description)

    def _play(self, upload: Upload) -> None:
        self.show_player(upload.id)
        self.player.play(upload)

    def choose_file(self, upload_id: int, name: str) -> None:
        """Ask for another file in the place of this upload's, and put it there."""
        chosen, _ = QFileDialog.getOpenFileName(self.window(), f"A file for “{name}”")
        if chosen:
            self.run(lambda: relink_upload(self._studio, upload_id, Path(chosen)))

    def _ask_to_delete(self, uploads: Sequence[Upload]) -> None:
        """First who shows them: that would break."""
        ids = [upload.id for upload in uploads]
        self._tasks.run(
            lambda: consequences_of(self._studio, ids),
            done=lambda found: self._confirm(uploads, found),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _confirm(self, uploads: Sequence[Upload], found: Consequences) -> None:
        shown = found.timelines

        def delete_all() -> None:
            for upload in uploads:
                delete_upload(self._studio, upload.id, force=bool(shown))

        confirm_deletion(
            self.window(),
            tr("Delete {names}?", names=listed([upload.name for upload in uploads])),
            lambda: self.run(delete_all),
            warning=f"Used in {listed(shown)}: clips there would be missing." if shown else "",
            word="Delete All the Same" if shown else "Delete",
        )


def _columns() -> list[Column[UploadRow]]:
    return [
        Column(
            "Name",
            lambda row: row.upload.name,
            260,
            second_line=lambda row: _KIND_WORDS.get(row.upload.kind, row.upload.kind),
            is_main=True,
        ),
        date_column(yields=1),
        duration_column(),
        Column(
            "Picture",
            lambda row: picture_text(row.upload.width, row.upload.height),
            100,
            sort=lambda row: (row.upload.width or 0) * (row.upload.height or 0),
            yields=2,
        ),
        size_column(yields=4),
        Column("Used in", lambda row: ", ".join(row.used_in), 140, yields=3),
        Column("", nothing, 152, button=lambda _row: "Add to Timeline"),
    ]
