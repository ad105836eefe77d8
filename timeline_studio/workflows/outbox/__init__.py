"""Everything that is on its way, and what a creator can do about it."""

from timeline_studio.workflows.outbox.actions import (
    cancel_entry,
    move_entry,
    pause_entry,
    resume_entry,
    retry_entry,
)
from timeline_studio.workflows.outbox.entry import STAGES, EntryState, OutboxEntry, Stage
from timeline_studio.workflows.outbox.listing import list_outbox
from timeline_studio.workflows.outbox.rates import Rates

__all__ = [
    "STAGES",
    "EntryState",
    "OutboxEntry",
    "Rates",
    "Stage",
    "cancel_entry",
    "list_outbox",
    "move_entry",
    "pause_entry",
    "resume_entry",
    "retry_entry",
]
