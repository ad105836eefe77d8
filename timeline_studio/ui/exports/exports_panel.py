"""MP4 masters, each with the timeline that it was made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from timeline_studio.library import NotFound, Project, Upload
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import Column, State, nothing
from timeline_studio.ui.deliver.deletion import confirm_deletion
from timeline_studio.ui.deliver.detail_view import Fact
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.deliver.upload_columns import date_column, duration_column, size_column
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.words import (
    date_text,
    duration_text,
    picture_text,
    size_text,
    timeline_name,
)
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.deletions import delete_upload
from timeline_studio.workflows.exports import ExportRow, list_exports
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import rename_upload

VERIFIED = State("done", "ok", "Verified")
DELETED = State("delete", "t2", "File deleted")


@dataclass(frozen=True)
class ExportLine:
    """An export; `edits_since` counts its timeline's saves since, None where it is not the
    timeline's last export."""

    upload: Upload
    project: Project | None
    edits_since: int | None = None


class ExportsPanel(LibraryPanel[ExportLine]):
    """The row button sends the export to HLS."""

    send_requested = Signal(object)  # Upload
    open_timeline_requested = Signal(int)  # project id
    play_requested = Signal(object)  # Upload
    show_file_requested = Signal(object)  # Upload
    export_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, pictures: UploadPictures
    ) -> None:
        self._studio = studio
        self._pictures = pictures
        empty = EmptyState(theme, "exports", "Nothing exported yet", "Export")
        model = RowsModel(
            _columns(),
            pictures,
            identity=lambda row: row.upload.id,
            upload_of=lambda row: (row.upload.id, row.upload.kind),
        )
        super().__init__("Exports", model, tasks, theme, empty)
        empty.pressed.connect(self.export_requested)

    def list_rows(self, page: Page) -> Sequence[ExportLine]:
        return [
            ExportLine(row.upload, row.project, edits_since(self._studio, row))
            for row in list_exports(
                self._studio, search=page.search, limit=page.limit, before_id=page.before_id
            )
        ]

    def press_button(self, row: ExportLine) -> None:
        if _is_there(row):
            self.send_requested.emit(row.upload)

    def actions_for(self, row: ExportLine) -> list[RowAction]:
        upload = row.upload
        actions = []
        if _is_there(row):
            actions.append(
                RowAction("send", "Send to HLS", lambda: self.send_requested.emit(upload))
            )
        if row.project is not None:
            project_id = row.project.id
            actions.append(
                RowAction(
                    "open-timeline",
                    "Open Timeline",
                    lambda: self.open_timeline_requested.emit(project_id),
                )
            )
        if _is_there(row):
            actions += [
                RowAction("play", "Play", lambda: self.play_requested.emit(upload)),
                RowAction("show-file", "Show File", lambda: self.show_file_requested.emit(upload)),
                RowAction("delete", "Delete…", lambda: self._delete(row)),
            ]
        return actions

    def describe(self, row: ExportLine) -> tuple[str, str, str, list[Fact]]:
        upload = row.upload
        facts = [
            ("Timeline", timeline_name(row.project.name) if row.project else ""),
            ("Exported", date_text(upload.uploaded_at or upload.created_at)),
            ("Picture", picture_text(upload.width, upload.height)),
            ("Duration", duration_text(upload.duration_seconds)),
            ("Size", size_text(upload.size_bytes)),
        ]
        return upload.name, upload.description or "", upload.kind, facts

    def picture_of(self, row: ExportLine) -> QPixmap | None:
        return self._pictures.picture(row.upload.id)

    def rename(self, row: ExportLine, name: str, description: str) -> None:
        rename_upload(self._studio, row.upload.id, name, description)

    def _delete(self, row: ExportLine) -> None:
        window: QWidget = self.window()
        confirm_deletion(
            window,
            f"Delete the file of “{row.upload.name}”?",
            lambda: self.run(lambda: delete_upload(self._studio, row.upload.id)),
        )


def _is_there(row: ExportLine) -> bool:
    return row.upload.source_deleted_at is None


def _state(row: ExportLine) -> State:
    if not _is_there(row):
        return DELETED
    if row.edits_since:
        return State("rename", "warn", f"{row.edits_since} edit{'s'[: row.edits_since > 1]} since")
    return VERIFIED


def edits_since(studio: Studio, row: ExportRow) -> int | None:
    """How often the timeline was saved since this, its last export, was asked for."""
    project = row.project
    if project is None or project.last_export_upload_id != row.upload.id:
        return None
    try:
        job = studio.queue.get(project.last_export_job_id or 0)
    except NotFound:
        return None
    revision = job.input.get("revision")
    return project.revision - revision if isinstance(revision, int) else None


def _columns() -> list[Column[ExportLine]]:
    return [
        Column(
            "Name",
            lambda row: row.upload.name,
            260,
            second_line=lambda row: timeline_name(row.project.name) if row.project else "",
            is_main=True,
        ),
        date_column(yields=1),
        duration_column(yields=3),
        size_column(yields=2),
        Column("State", lambda row: _state(row).word, 124, state=_state),
        Column("", nothing, 128, button=lambda row: "Send to HLS" if _is_there(row) else ""),
    ]
