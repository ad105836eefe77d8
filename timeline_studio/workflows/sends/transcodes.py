"""A production's job at the transcoder, by its id or by what was said of it at its submit."""

from datetime import timedelta

from timeline_studio.library import Production
from timeline_studio.workflows.studio import Studio

_CLOCKS_DIFFER = timedelta(hours=1)


def metadata_of(production: Production) -> dict[str, str]:
    """By which a job whose answer was lost is found."""
    return {"production_ulid": production.ulid}


def transcode_of(
    studio: Studio, production: Production, *, input_uri: str | None = None
) -> str | None:
    """Also one whose answer was lost; None where nothing was submitted. `input_uri` finds one of
    a moment ago quicker."""
    return production.mediaconvert_job_id or studio.transcoder.find(
        metadata=metadata_of(production),
        input_uri=input_uri,
        since=production.created_at - _CLOCKS_DIFFER,
    )
