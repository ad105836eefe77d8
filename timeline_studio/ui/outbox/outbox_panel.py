"""The outbox: what is on its way, how far it came, and what to do about an error."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.deliver.columns import Column, nothing
from timeline_studio.ui.deliver.deletion import counted
from timeline_studio.ui.deliver.detail_view import Fact
from timeline_studio.ui.deliver.filter_chips import Chip
from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.deliver.row_action import RowAction
from timeline_studio.ui.deliver.rows_model import RowsModel
from timeline_studio.ui.elements.empty_state import EmptyState
from timeline_studio.ui.elements.pager import Page
from timeline_studio.ui.elements.pictures import UploadPictures
from timeline_studio.ui.outbox.entry_words import (
    attempts_text,
    kind_text,
    stage_text,
    state_of,
    time_left_text,
)
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.outbox import (
    OutboxEntry,
    Rates,
    cancel_entry,
    list_outbox,
    move_entry,
    pause_entry,
    resume_entry,
    retry_entry,
)
from timeline_studio.workflows.studio import Studio

Change = Callable[[Studio, OutboxEntry], object]

CHIPS = (
    Chip("All"),
    Chip("On its way", ("queued", "running")),
    Chip("Waiting", ("waiting", "paused")),
    Chip("Failed", ("failed",)),
)


class OutboxPanel(LibraryPanel[OutboxEntry]):
    """The row button pauses what goes on, resumes what rests, and retries what failed."""

    send_requested = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, pictures: UploadPictures
    ) -> None:
        self._studio = studio
        self._pictures = pictures
        self._rates = Rates()
        empty = EmptyState(theme, "send", "Nothing is on its way", "Send to HLS")
        model = RowsModel(
            _columns(),
            pictures,
            identity=lambda entry: entry.id,
            upload_of=lambda entry: (entry.upload_id or 0, "video"),
        )
        super().__init__("Outbox", model, tasks, theme, empty, has_description=False, chips=CHIPS)
        empty.pressed.connect(self.send_requested)

    def list_rows(self, page: Page) -> Sequence[OutboxEntry]:
        """All at once: what is on its way is seldom long."""
        if page.before_id is not None:
            return []
        needle = (page.search or "").casefold()
        return [
            entry
            for entry in list_outbox(self._studio, rates=self._rates)
            if needle in entry.name.casefold() and (not page.kinds or entry.state in page.kinds)
        ]

    def press_button(self, row: OutboxEntry) -> None:
        for action in self.actions_for(row)[:1]:
            action.call()

    def actions_for(self, row: OutboxEntry) -> list[RowAction]:
        if row.state == "failed":
            return [
                self._action("retry", "Retry from Here", retry_entry, [row], row.advice or ""),
                self._action("remove", "Remove", cancel_entry, [row], "Off this list: it was seen"),
            ]
        if row.state == "paused":
            first = self._action("resume", "Resume", resume_entry, [row])
        else:
            first = self._action("pause", "Pause", pause_entry, [row], _PAUSE_TIP)
        cancel = self._action("cancel", "Cancel", cancel_entry, [row], "Stop it for good")
        turns = self._turns(row) if row.can_move else []
        return [first, *turns, *([cancel] if row.can_cancel else [])]

    def _turns(self, row: OutboxEntry) -> list[RowAction]:
        def move(by: int) -> Change:
            return lambda studio, entry: move_entry(studio, entry, by)

        earlier = self._action("earlier", "Render Earlier", move(-1), [row], "One place forward")
        later = self._action("later", "Render Later", move(1), [row], "One place back")
        return [later] if row.place == 1 else [earlier, later]

    def actions_for_several(self, rows: Sequence[OutboxEntry]) -> list[RowAction]:
        wanted: list[tuple[str, str, Change, list[OutboxEntry]]] = [
            ("pause", "Pause", pause_entry, [row for row in rows if row.can_pause]),
            ("resume", "Resume", resume_entry, [row for row in rows if row.state == "paused"]),
            ("retry", "Retry", retry_entry, [row for row in rows if row.state == "failed"]),
            (
                "cancel",
                "Cancel",
                cancel_entry,
                [row for row in rows if row.can_cancel and row.state != "failed"],
            ),
            ("remove", "Remove", cancel_entry, [row for row in rows if row.state == "failed"]),
        ]
        return [
            self._action(name, f"{text} {len(fit)}", change, fit)
            for name, text, change, fit in wanted
            if fit
        ]

    def describe_several(self, rows: Sequence[OutboxEntry]) -> str:
        return counted(len(rows), "job")

    def describe(self, row: OutboxEntry) -> tuple[str, str, str, list[Fact]]:
        facts = [
            ("What", kind_text(row)),
            ("Stage", stage_text(row)),
            ("State", state_of(row).word),
            ("Turn", str(row.place or "")),
            ("Time left", time_left_text(row)),
            ("Attempts", attempts_text(row)),
            ("Problem", row.error or ""),
            ("What to do", row.advice or ""),
        ]
        return row.name, "", "video", facts

    def picture_of(self, row: OutboxEntry) -> QPixmap | None:
        return self._pictures.picture(row.upload_id) if row.upload_id else None

    def show_moved(self) -> None:
        """Something moved: list again, where someone sees it."""
        if self.isVisible():
            self.refresh()

    def _action(
        self, name: str, text: str, change: Change, rows: list[OutboxEntry], tip: str = ""
    ) -> RowAction:
        def change_all() -> None:
            for row in rows:
                change(self._studio, row)

        return RowAction(name, text, lambda: self.run(change_all), tip)


_PAUSE_TIP = "Let it rest, also when the program is started again. All others go on."


def _button(entry: OutboxEntry) -> str:
    return {"failed": "Retry", "paused": "Resume"}.get(entry.state, "Pause")


def _columns() -> list[Column[OutboxEntry]]:
    return [
        Column("Job", lambda entry: entry.name, 260, second_line=kind_text, is_main=True),
        Column("Stage", stage_text, 96, yields=2),
        Column("State", lambda entry: state_of(entry).word, 200, state=state_of),
        Column(
            "Time left",
            time_left_text,
            88,
            sort=lambda entry: entry.seconds_left or 0.0,
            yields=1,
        ),
        Column("Attempts", attempts_text, 80, sort=lambda entry: entry.attempts, yields=3),
        Column("", nothing, 96, button=_button),
    ]
