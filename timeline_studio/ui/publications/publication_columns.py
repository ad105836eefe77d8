"""What a publication says of itself in the table."""

from timeline_studio.ui.deliver.columns import Column, State, nothing
from timeline_studio.ui.elements.words import date_text
from timeline_studio.ui.publications.audience import audience_of
from timeline_studio.workflows.publications import PublicationRow

# The web application's own: someone has still to agree, or did not.
_NOT_PUBLISHED = {
    "draft": State("queued", "t2", "Draft"),
    "pending": State("waiting", "warn", "Waits for approval"),
    "approved": State("done", "t2", "Approved"),
    "rejected": State("failed", "err", "Rejected"),
    "unpublished": State("hidden", "t2", "Unpublished"),
}


def publication_state(row: PublicationRow) -> State:
    """Who sees it; or why nobody does."""
    if row.publication.status != "published":
        return _NOT_PUBLISHED[row.publication.status]
    audience = audience_of(row.publication)
    if audience.is_global:
        return State("visible", "ok", "For everyone" if audience.in_space else "Everyone’s feed")
    if audience.in_space:
        is_for_members = audience.visibility == "members"
        return State("visible", "accent", "Members only" if is_for_members else "In its space")
    return State("hidden", "t2", "In no feed")


def is_watchable(row: PublicationRow) -> bool:
    """An old publication has no production: what is played is its upload's."""
    if row.production is None:
        return bool(row.upload.output_prefix)
    return row.production.status == "completed"


def publication_columns() -> list[Column[PublicationRow]]:
    return [
        Column(
            "Production",
            lambda row: row.name,
            260,
            second_line=lambda row: row.upload.name,
            is_main=True,
        ),
        Column("Space", lambda row: row.space.name, 160, yields=2),
        Column(
            "Published",
            lambda row: date_text(row.publication.published_at),
            112,
            sort=lambda row: str(row.publication.published_at or ""),
            yields=1,
        ),
        Column("Visible", lambda row: publication_state(row).word, 172, state=publication_state),
        Column("", nothing, 104, button=lambda row: "Watch" if is_watchable(row) else "Unpublish"),
    ]
