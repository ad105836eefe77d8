"""Which workflow runs which job, and in which lane."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from timeline_studio.jobs import JobContext
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.workflows.deletions import DELETE_JOB, run_deletion
from timeline_studio.workflows.exports import EXPORT_JOB, run_export
from timeline_studio.workflows.proxies import PROXY_JOB, run_proxy
from timeline_studio.workflows.report_jobs import REPORT_JOB
from timeline_studio.workflows.reports import run_report
from timeline_studio.workflows.sends import (
    CANCEL_JOB,
    PRODUCTION_JOB,
    StatusPolls,
    run_cancellation,
    run_local_transcode,
    run_production,
)
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import UPLOAD_JOB, run_transfer

Handlers = Mapping[str, Callable[[JobContext], dict[str, Any]]]


def lanes(studio: Studio) -> list[Handlers]:
    """Encodes, steps that only look, transfers, and proxies: none waits behind one of another
    kind."""
    heavy = {
        EXPORT_JOB: partial(run_export, studio),
        LOCAL_TRANSCODE: partial(run_local_transcode, studio),
        REPORT_JOB: partial(run_report, studio),
    }
    quick = {
        PRODUCTION_JOB: partial(run_production, studio, polls=StatusPolls()),
        CANCEL_JOB: partial(run_cancellation, studio),
        DELETE_JOB: partial(run_deletion, studio),
    }
    transfers = {UPLOAD_JOB: partial(run_transfer, studio)}
    proxies = {PROXY_JOB: partial(run_proxy, studio)}
    return [heavy, quick, transfers, proxies]
