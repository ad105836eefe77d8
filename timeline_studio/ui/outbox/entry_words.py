"""An outbox entry in words: its stage, its state, how long still."""

from typing import Final

from timeline_studio.ui.deliver.columns import PAUSED, QUEUED, State
from timeline_studio.ui.elements.words import duration_text
from timeline_studio.ui.language import tr
from timeline_studio.workflows.outbox import OutboxEntry, Stage

STAGE_WORDS: Final[dict[Stage, str]] = {
    "rendered": "Render",
    "uploaded": "Upload",
    "submitted": "Submit",
    "transcoding": "Transcode",
    "verified": "Verify",
    "published": "Publish",
}
_KIND_WORDS = {
    "send": "Send to HLS",
    "export": "Export",
    "upload": "Upload of footage",
    "proxy": "Proxy of footage",
}


def kind_text(entry: OutboxEntry) -> str:
    return _KIND_WORDS[entry.kind]


def stage_text(entry: OutboxEntry) -> str:
    return STAGE_WORDS[entry.stage]


def state_of(entry: OutboxEntry) -> State:
    """A chip: icon, colour and word. A failure has its reason below it."""
    match entry.state:
        case "failed":
            return State("failed", "err", "Failed", reason=entry.error or "See the log.")
        case "paused":
            return PAUSED
        case "waiting":
            return State("waiting", "warn", entry.note)
        case "running":
            return State("running", "accent", "Running", percent=entry.percent)
        case _ if entry.place and entry.place > 1:
            return State(
                QUEUED.icon, QUEUED.color, tr("Queued, {place} in line", place=entry.place)
            )
        case _:
            return QUEUED


def time_left_text(entry: OutboxEntry) -> str:
    """`0:42`; nothing until it can be told."""
    if entry.state != "running":
        return ""
    return duration_text(entry.seconds_left)


def attempts_text(entry: OutboxEntry) -> str:
    return str(entry.attempts) if entry.attempts > 1 else ""
