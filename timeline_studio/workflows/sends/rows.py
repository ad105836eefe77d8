"""A production's row and its job: what both say of how far it came."""

from datetime import UTC, datetime
from typing import Any, Final

from timeline_studio.library import Production, UnitOfWork, Upload
from timeline_studio.workflows.studio import Studio

PRODUCTION_JOB: Final = "production_v1"
FINAL: Final = ("completed", "failed")


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def read_production(studio: Studio, production_id: int) -> tuple[Production, Upload]:
    with studio.reading() as work:
        production = work.productions.get(production_id)
        return production, work.uploads.get(production.upload_id)


def change_unfinished(work: UnitOfWork, production_id: int, **columns: Any) -> bool:
    """False, and nothing changes, when the production is final: cancelled meanwhile."""
    if work.productions.get(production_id).status in FINAL:
        return False
    work.productions.update(production_id, **columns)
    return True


def fail(studio: Studio, production_id: int, reason: str) -> None:
    def step(work: UnitOfWork) -> None:
        change_unfinished(
            work, production_id, status="failed", error_message=reason, completed_at=now()
        )

    studio.run(step)


def profile_of(production: Production) -> str | None:
    return (production.config or {}).get("profile")
