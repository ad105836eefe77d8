"""Which workflow runs which job, and in which lane."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from timeline_studio.jobs import JobContext
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.workflows.deletions import DELETE_JOB, run_deletion
from timeline_studio.workflows.exports import EXPORT_JOB, run_export
from timeline_studio.workflows.sends import PRODUCTION_JOB, run_local_transcode, run_production
from timeline_studio.workflows.studio import Studio

Handlers = Mapping[str, Callable[[JobContext], dict[str, Any]]]


def lanes(studio: Studio) -> list[Handlers]:
    """Two lanes, so that a quick step never waits behind a long encode."""
    heavy = {
        EXPORT_JOB: partial(run_export, studio),
        LOCAL_TRANSCODE: partial(run_local_transcode, studio),
    }
    quick = {
        PRODUCTION_JOB: partial(run_production, studio),
        DELETE_JOB: partial(run_deletion, studio),
    }
    return [heavy, quick]
