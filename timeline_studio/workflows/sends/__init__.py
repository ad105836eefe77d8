"""From a timeline or a master to HLS, and into the spaces: one durable send.

::

    send_timeline    export job, which makes the production in the transaction of its own row
    start_send       production (queued, new ULID) and its job, in one transaction
    run_production   file arrived -> submitted -> transcoded -> verified -> published

Every step is committed before the next, and `run_production` finds out by itself how far an
earlier run came: a crash loses nothing, and never submits twice.
"""

from timeline_studio.workflows.sends.cancelling import (
    CANCEL_JOB,
    CANCELLED,
    cancel_production,
    run_cancellation,
)
from timeline_studio.workflows.sends.destinations import change_destinations
from timeline_studio.workflows.sends.ending import CANCEL_SECONDS, finish_cancellation
from timeline_studio.workflows.sends.listing import (
    ProductionRow,
    get_production,
    list_productions,
)
from timeline_studio.workflows.sends.local_transcode import run_local_transcode
from timeline_studio.workflows.sends.outputs import asset_of, outputs_of
from timeline_studio.workflows.sends.polling import StatusPolls
from timeline_studio.workflows.sends.rows import FINAL, PRODUCTION_JOB
from timeline_studio.workflows.sends.starting import (
    default_profile,
    retry_production,
    start_send,
)
from timeline_studio.workflows.sends.stepping import run_production
from timeline_studio.workflows.sends.timelines import StartedSend, current_export, send_timeline

__all__ = [
    "CANCELLED",
    "CANCEL_JOB",
    "CANCEL_SECONDS",
    "FINAL",
    "PRODUCTION_JOB",
    "ProductionRow",
    "StartedSend",
    "StatusPolls",
    "asset_of",
    "cancel_production",
    "change_destinations",
    "current_export",
    "default_profile",
    "finish_cancellation",
    "get_production",
    "list_productions",
    "outputs_of",
    "retry_production",
    "run_cancellation",
    "run_local_transcode",
    "run_production",
    "send_timeline",
    "start_send",
]
