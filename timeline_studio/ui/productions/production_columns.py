"""What a production says of itself in the table."""

from timeline_studio.ui.deliver.columns import PAUSED, QUEUED, Column, State, nothing
from timeline_studio.ui.elements.words import date_text
from timeline_studio.workflows.sends import CANCELLED, ProductionRow

CANCELLED_STATE = State("cancel", "t2", "Cancelled")


def is_cancelled(row: ProductionRow) -> bool:
    """By its reason: the database has no word of its own for it."""
    return row.production.status == "failed" and row.production.error_message == CANCELLED


def production_state(row: ProductionRow) -> State:
    match row.production.status:
        case "completed":
            return State("done", "ok", "Ready")
        case "failed" if is_cancelled(row):
            return CANCELLED_STATE
        case "failed":
            return State("failed", "err", "Failed", reason=row.production.error_message or "")
        case "processing" if not row.is_paused:
            return State("running", "accent", _word(row), percent=row.percent)
        case "pending_media":
            return State("waiting", "warn", "Waits for media")
        case _:
            return PAUSED if row.is_paused else QUEUED


def _word(row: ProductionRow) -> str:
    return (row.stage or "Transcoding").capitalize()


def is_done(row: ProductionRow) -> bool:
    return row.production.status == "completed"


def production_name(row: ProductionRow) -> str:
    return row.production.name or row.upload.name


def production_profile(row: ProductionRow) -> str:
    return str((row.production.config or {}).get("profile", ""))


def _button(row: ProductionRow) -> str:
    return {"completed": "Play", "failed": "Retry"}.get(row.production.status, "Cancel")


def production_columns() -> list[Column[ProductionRow]]:
    return [
        Column(
            "Name",
            production_name,
            260,
            second_line=lambda row: row.upload.name,
            is_main=True,
        ),
        Column("Profile", production_profile, 124, yields=2),
        Column("ULID", lambda row: row.production.ulid, 248, yields=3),
        Column(
            "Started",
            lambda row: date_text(row.production.started_at or row.production.created_at),
            112,
            sort=lambda row: (row.production.started_at or row.production.created_at).isoformat(),
            yields=1,
        ),
        Column("State", lambda row: production_state(row).word, 172, state=production_state),
        Column("", nothing, 96, button=_button),
    ]
