"""Tries out an account: what a send needs of MediaConvert, and what of it is missing."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.transcoder import Transcoder, TranscoderUnreachable


def missing_access(transcoder: Transcoder, settings: dict[str, Any]) -> list[str]:
    """What is missing, a sentence each; empty where a send can work.

    Only a real job shows that the role may be handed over: one of `settings` is submitted and
    cancelled at once. Let their input not exist, so that nothing is made where it cannot be
    cancelled. Raises TranscoderUnreachable where nothing can be said.
    """
    missing: list[str] = []

    def tried(step: Callable[[], str | None]) -> str | None:
        try:
            return step()
        except TranscoderUnreachable:
            raise
        except ProductionError as error:
            missing.append(str(error))
            return None

    trial = {"timeline_studio_trial": uuid.uuid4().hex}
    source = str(settings["Inputs"][0]["FileInput"])
    tried(partial(transcoder.find, metadata=trial, input_uri=source))
    job_id = tried(partial(transcoder.submit, settings, token=uuid.uuid4().hex, metadata=trial))
    if job_id is not None:
        tried(lambda: transcoder.status(job_id).phase)
        tried(lambda: transcoder.cancel(job_id))
    return list(dict.fromkeys(missing))
