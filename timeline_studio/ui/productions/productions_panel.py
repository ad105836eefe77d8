"""HLS outputs: what runs, what is ready to watch, what failed and why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPixmap, QShowEvent

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.deletion import confirm_deletion, counted, listed
from timeline_studio.ui.deliver.detail_view import Fact
from timeline_studio.ui.deliver.filter_chips import Chip
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.elements.words import date_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.productions.ladder_player import LadderPlayer
from timeline_studio.ui.productions.production_columns import (
    is_cancelled,
    is_done,
    production_columns,
    production_name,
    production_profile,
)
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.counts import count_productions
from timeline_studio.workflows.deletions import delete_production
from timeline_studio.workflows.sends import (
    ProductionRow,
    cancel_production,
    list_productions,
    retry_production,
)
from timeline_studio.workflows.studio import Studio

_REFRESH_MS = 500
_RUNNING = ("pending_media", "pending", "queued", "processing")
CHIPS = (
    Chip("All"),
    Chip("Running", _RUNNING),
    Chip("Ready", ("completed",)),
    Chip("Failed", ("failed",)),
)


class ProductionsPanel(LibraryPanel[ProductionRow]):
    """The row button plays what is ready, in the detail, and cancels what is not; it retries what
    failed."""

    play_requested = Signal(object)  # ProductionRow, on its page
    copy_link_requested = Signal(object)  # ProductionRow
    publish_requested = Signal(object)  # ProductionRow
    report_requested = Signal(object)  # ProductionRow
    open_timeline_requested = Signal(int)  # project id
    send_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, pictures: UploadPictures
    ) -> None:
        self._studio = studio
        self._pictures = pictures
        empty = EmptyState(theme, "productions", "Send an export to HLS", "Send to HLS")
        model = RowsModel(
            production_columns(),
            pictures,
            identity=lambda row: row.production.id,
            upload_of=lambda row: (row.upload.id, row.upload.kind),
        )
        super().__init__(
            "Productions", model, tasks, theme, empty, has_description=False, chips=CHIPS
        )
        empty.pressed.connect(self.send_requested)
        self.player = LadderPlayer(studio, tasks, theme)
        self.add_player(self.player)
        self._again = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        model.listed.connect(self._on_listed)

    def list_rows(self, page: Page) -> Sequence[ProductionRow]:
        return list_productions(
            self._studio,
            search=page.search,
            limit=page.limit,
            before_id=page.before_id,
            statuses=page.kinds,
        )

    def count_rows(self) -> int:
        return count_productions(self._studio)

    def press_button(self, row: ProductionRow) -> None:
        for action in self.actions_for(row)[:1]:
            action.call()

    def actions_for(self, row: ProductionRow) -> list[RowAction]:
        actions = [self._first_action(row)]
        if row.production.status == "completed":
            actions += [
                RowAction(
                    "publish",
                    "Publish…",
                    lambda: self.publish_requested.emit(row),
                    "Show it in a space",
                ),
                RowAction("copy-link", "Copy Link", lambda: self.copy_link_requested.emit(row)),
                RowAction(
                    "watch",
                    "Watch in Browser",
                    lambda: self.play_requested.emit(row),
                    "On its own page, as others see it",
                ),
                RowAction(
                    "report",
                    "Report…",
                    lambda: self.report_requested.emit(row),
                    "Measured bit rates, SSIM and loudness, and what it was made of",
                ),
            ]
        project_id = row.upload.create_video_project_id
        if project_id is not None:
            actions.append(
                RowAction(
                    "open-timeline",
                    "Open Timeline",
                    lambda: self.open_timeline_requested.emit(project_id),
                )
            )
        if row.production.status == "completed":
            actions.append(self._retry(row, "Send Again"))
        return [*actions, RowAction("delete", "Delete…", lambda: self._ask_to_delete([row]))]

    def actions_for_several(self, rows: Sequence[ProductionRow]) -> list[RowAction]:
        failed = [row for row in rows if row.production.status == "failed"]
        running = [row for row in rows if row.production.status in _RUNNING]
        actions = []
        if running:
            actions.append(
                RowAction(
                    "cancel",
                    tr("Cancel {count}", count=len(running)),
                    lambda: self._change_all(running, cancel_production),
                )
            )
        if failed:
            actions.append(
                RowAction(
                    "retry",
                    tr("Retry {count}", count=len(failed)),
                    lambda: self._change_all(failed, retry_production),
                )
            )
        delete = f"Delete {counted(len(rows), 'production')}…"
        return [*actions, RowAction("delete", delete, lambda: self._ask_to_delete(rows))]

    def describe_several(self, rows: Sequence[ProductionRow]) -> str:
        return counted(len(rows), "production")

    def describe(self, row: ProductionRow) -> tuple[str, str, str, list[Fact]]:
        production = row.production
        facts = [
            ("Source", row.upload.name),
            ("Profile", production_profile(row)),
            ("ULID", production.ulid),
            ("Started", date_text(production.started_at or production.created_at)),
            ("Completed", date_text(production.completed_at) if is_done(row) else ""),
            ("Problem", "" if is_cancelled(row) else production.error_message or ""),
        ]
        return production_name(row), "", row.upload.kind, facts

    def picture_of(self, row: ProductionRow) -> QPixmap | None:
        return self._pictures.picture(row.upload.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._again.stop()
        super().closeEvent(event)

    def _play(self, row: ProductionRow) -> None:
        self.show_player(row.production.id)
        self.player.play(row.production.id)

    def _first_action(self, row: ProductionRow) -> RowAction:
        production_id, status = row.production.id, row.production.status
        if status == "completed":
            return RowAction("play", "Play", lambda: self._play(row), "Here, with a choice of rung")
        if status == "failed":
            return self._retry(row, "Retry")
        return RowAction(
            "cancel",
            "Cancel",
            lambda: self.run(lambda: cancel_production(self._studio, production_id)),
        )

    def _retry(self, row: ProductionRow, text: str) -> RowAction:
        production_id = row.production.id
        return RowAction(
            "retry",
            text,
            lambda: self.run(lambda: retry_production(self._studio, production_id)),
            "Send the same upload again, as a new production",
        )

    def _change_all(
        self, rows: Sequence[ProductionRow], change: Callable[[Studio, int], object]
    ) -> None:
        def change_all() -> None:
            for row in rows:
                change(self._studio, row.production.id)

        self.run(change_all)

    def _ask_to_delete(self, rows: Sequence[ProductionRow]) -> None:
        confirm_deletion(
            self.window(),
            tr("Delete {names}?", names=listed([production_name(row) for row in rows])),
            lambda: self._change_all(rows, delete_production),
            warning="All playlists and segments go, and links to them end.",
        )

    def _on_listed(self) -> None:
        """Look again soon, as long as something runs and someone sees it."""
        runs = any(row.production.status not in ("completed", "failed") for row in self.model.rows)
        if runs and self.isVisible():
            self._again.start()
