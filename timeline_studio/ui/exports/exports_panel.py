"""MP4 masters, each with the timeline that it was made from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap

from timeline_studio.library import Project, Upload
from timeline_studio.render.encoders import encoder_label
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.deliver.columns import Column, State, nothing
from timeline_studio.ui.deliver.deletion import confirm_deletion, counted, listed
from timeline_studio.ui.deliver.detail_view import Fact
from timeline_studio.ui.deliver.file_checks import FileChecks
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
    lufs_text,
    picture_text,
    share_text,
    size_text,
    timeline_name,
)
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.counts import count_exports
from timeline_studio.workflows.deletions import Consequences, consequences_of, delete_upload
from timeline_studio.workflows.export_facts import ExportFacts, export_facts
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.reports import edits_since_last
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import rename_upload

VERIFIED = State("done", "ok", "Verified")
MISSING = State("failed", "err", "File missing", reason="Its file is not in the store")
CHIPS = (Chip("All"), Chip("Landscape", ("landscape",)), Chip("Portrait", ("portrait",)))


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
    send_as_requested = Signal(object)  # Upload
    open_timeline_requested = Signal(int)  # project id
    open_requested = Signal(object)  # Upload, in the desktop's player
    show_file_requested = Signal(object)  # Upload
    export_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, pictures: UploadPictures
    ) -> None:
        self._studio = studio
        self._pictures = pictures
        empty = EmptyState(theme, "exports", "Nothing exported yet", "Export")
        self._made: dict[int, ExportFacts | None] = {}
        self._files = FileChecks(studio, tasks, pictures)
        model = RowsModel(
            _columns(self._is_missing),
            pictures,
            identity=lambda row: row.upload.id,
            upload_of=lambda row: (row.upload.id, row.upload.kind),
        )
        super().__init__("Exports", model, tasks, theme, empty, chips=CHIPS)
        model.listed.connect(lambda: self._files.look(row.upload for row in model.rows))
        self._files.changed.connect(model.repaint_rows)
        self.player = UploadPlayer(studio, tasks, theme)
        self.add_player(self.player)
        empty.pressed.connect(self.export_requested)

    def list_rows(self, page: Page) -> Sequence[ExportLine]:
        rows = list_exports(
            self._studio,
            search=page.search,
            limit=page.limit,
            before_id=page.before_id,
            orientations=page.kinds,
        )
        since = edits_since_last(self._studio, rows)
        return [ExportLine(row.upload, row.project, since.get(row.upload.id)) for row in rows]

    def count_rows(self) -> int:
        return count_exports(self._studio)

    def press_button(self, row: ExportLine) -> None:
        if not self._is_missing(row):
            self.send_requested.emit(row.upload)

    def actions_for(self, row: ExportLine) -> list[RowAction]:
        upload, project = row.upload, row.project
        is_there = not self._is_missing(row)
        actions = []
        if is_there:
            actions += [
                RowAction("send", "Send to HLS", lambda: self.send_requested.emit(upload)),
                RowAction(
                    "send-as",
                    "Send to HLS As…",
                    lambda: self.send_as_requested.emit(upload),
                    "Choose a profile, which is then kept",
                    is_rare=True,
                ),
            ]
        if project is not None:
            actions.append(
                RowAction(
                    "open-timeline",
                    "Open Timeline",
                    lambda: self.open_timeline_requested.emit(project.id),
                )
            )
        if is_there:
            actions += [
                RowAction("play", "Play", lambda: self._play(upload), "Here, with its sound"),
                open_outside(lambda: self.open_requested.emit(upload)),
                RowAction("show-file", "Show File", lambda: self.show_file_requested.emit(upload)),
            ]
        return [
            *actions,
            RowAction("rename", "Rename", self.begin_rename),
            RowAction("delete", "Delete…", lambda: self._ask_to_delete([row])),
        ]

    def actions_for_several(self, rows: Sequence[ExportLine]) -> list[RowAction]:
        there = [row.upload for row in rows if not self._is_missing(row)]

        def send_all() -> None:
            for upload in there:
                self.send_requested.emit(upload)

        send = (
            [RowAction("send", tr("Send {count} to HLS", count=len(there)), send_all)]
            if there
            else []
        )
        delete = f"Delete {counted(len(rows), 'export')}…"
        return [*send, RowAction("delete", delete, lambda: self._ask_to_delete(rows))]

    def describe_several(self, rows: Sequence[ExportLine]) -> str:
        size = sum(row.upload.size_bytes or 0 for row in rows)
        return f"{counted(len(rows), 'export')}, {size_text(size)}"

    def describe(self, row: ExportLine) -> tuple[str, str, str, list[Fact]]:
        upload = row.upload
        facts = [
            ("Timeline", timeline_name(row.project.name) if row.project else ""),
            ("Exported", date_text(upload.uploaded_at or upload.created_at)),
            ("Picture", picture_text(upload.width, upload.height)),
            ("Duration", duration_text(upload.duration_seconds)),
            ("Size", size_text(upload.size_bytes)),
            *_made_facts(self._made_of(upload)),
        ]
        return upload.name, upload.description or "", upload.kind, facts

    def _made_of(self, upload: Upload) -> ExportFacts | None:
        """Looked up when it is first shown; shown then."""
        if upload.id not in self._made:
            self._made[upload.id] = None

            def show(facts: ExportFacts | None) -> None:
                self._made[upload.id] = facts
                self.model.repaint_rows()

            self._tasks.run(
                lambda: export_facts(self._studio, upload),
                done=show,
                failed=lambda _error: None,  # it only tells less
            )
        return self._made[upload.id]

    def picture_of(self, row: ExportLine) -> QPixmap | None:
        return self._pictures.picture(row.upload.id)

    def rename(self, row: ExportLine, name: str, description: str) -> None:
        rename_upload(self._studio, row.upload.id, name, description)

    def _play(self, upload: Upload) -> None:
        self.show_player(upload.id)
        self.player.play(upload)

    def _is_missing(self, row: ExportLine) -> bool:
        return self._files.is_missing(row.upload.id)

    def _ask_to_delete(self, rows: Sequence[ExportLine]) -> None:
        """First what was made of them: it would go, too."""
        ids = [row.upload.id for row in rows]
        self._tasks.run(
            lambda: consequences_of(self._studio, ids),
            done=lambda found: self._confirm(rows, found),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _confirm(self, rows: Sequence[ExportLine], found: Consequences) -> None:
        made = found.productions
        warning = (
            f"Sent to HLS: {listed(made)}. What was made of it goes with it, and is published no "
            "longer."
            if made
            else ""
        )

        def delete_all() -> None:
            for row in rows:
                delete_upload(self._studio, row.upload.id, with_productions=bool(made))

        confirm_deletion(
            self.window(),
            tr("Delete {names}?", names=listed([row.upload.name for row in rows])),
            lambda: self.run(delete_all),
            warning=warning,
            word=f"Delete with {counted(len(made), 'production')}" if made else "Delete",
        )


def _made_facts(made: ExportFacts | None) -> list[Fact]:
    if made is None or not made.frames:
        return []
    shares = ((made.copied, "copied"), (made.reused, "reused"))
    told = [f"{share_text(count / made.frames)} {word}" for count, word in shares if count]
    facts = [
        ("Preset", made.preset),
        ("Encoder", " · ".join([encoder_label(made.encoder), *told])),
    ]
    if made.loudness is not None:
        peak = lufs_text(made.true_peak)
        facts.append(("Loudness", f"{lufs_text(made.loudness)} LUFS, peak {peak} dBTP"))
    return [*facts, ("Instead of", made.note)] if made.note else facts


def _columns(is_missing: Callable[[ExportLine], bool]) -> list[Column[ExportLine]]:
    def state(row: ExportLine) -> State:
        if is_missing(row):
            return MISSING
        if row.edits_since:
            return State(
                "rename",
                "warn",
                tr("{counted_words} since", counted_words=counted(row.edits_since, "edit")),
            )
        return VERIFIED

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
        Column("State", lambda row: state(row).word, 124, state=state),
        Column("", nothing, 128, button=lambda row: "" if is_missing(row) else "Send to HLS"),
    ]
