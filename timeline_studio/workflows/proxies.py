"""Proxies: small films that stand for heavy footage in the monitor, and nowhere else."""

import os
import sys
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobContext, JobView, Later
from timeline_studio.library import NotFound
from timeline_studio.media import MediaError, probe
from timeline_studio.media.heaviness import why_heavy
from timeline_studio.media.identity import file_identity
from timeline_studio.render.proxy import make_proxy
from timeline_studio.settings.place import place_of
from timeline_studio.timeline.model import Clip, MediaReference, Timeline
from timeline_studio.timeline.nested import nested_id
from timeline_studio.timeline.queries import items
from timeline_studio.workflows.media import (
    Resolve,
    download_media,
    reference_to,
    resolver_here,
    upload_id_of,
)
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.proxy_shelf import proxy_shelf
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import ELSEWHERE, ELSEWHERE_SECONDS

PROXY_JOB: Final = "proxy_v1"

_STAGE = "Making a proxy"
_PRIORITY = -5  # what someone waits for comes first
_NICENESS = 10


def footage_of(timeline: Timeline) -> list[MediaReference]:
    """The media of its clips in the picture, each once."""
    found = {
        item.media.url: item.media
        for track, item in items(timeline)
        if track.kind == "video" and isinstance(item, Clip) and nested_id(item.media) is None
    }
    return list(found.values())


def with_proxies(studio: Studio, media: Iterable[MediaReference]) -> frozenset[str]:
    """The URLs of those that have a proxy on this computer."""
    resolve, shelf = resolver_here(studio), proxy_shelf(studio)
    return frozenset(
        each.url for each in media if (path := _here(resolve, each)) and shelf.find(path)
    )


def ask_for_proxies(
    studio: Studio, media: Iterable[MediaReference], *, is_automatic: bool = False
) -> int:
    """Queue proxies of footage that has none; how many there will be.

    By themselves they are made of what is heavy (`media.heaviness`), and once: not again of a
    source whose proxy was deleted, or could not be made.
    """
    resolve, shelf = resolver_here(studio), proxy_shelf(studio)
    asked = 0
    for each in media:
        path = _here(resolve, each)
        if path is None or shelf.find(path) is not None:
            continue
        if not is_automatic or _is_heavy(path):
            asked += _ask(studio, each, path, is_automatic=is_automatic)
    return asked


def delete_proxies(studio: Studio, media: Iterable[MediaReference]) -> int:
    """Delete those of this footage, and cancel those that are being made; how many there were."""
    resolve, shelf = resolver_here(studio), proxy_shelf(studio)
    deleted = 0
    for each in media:
        path = _here(resolve, each)
        if path is None:
            continue
        job = _job_of(studio, each, path)
        if job is not None and not job.is_finished:
            studio.queue.cancel(job.id)
        if shelf.find(path) is not None:
            shelf.place_of(path).unlink(missing_ok=True)
            deleted += 1
    return deleted


@waiting_offline
def run_proxy(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part, on the computer that asked for it. Raises MediaError or RenderError."""
    if job.input["waitsAt"] != place_of(studio.home):
        job.waits(ELSEWHERE)
        raise Later(ELSEWHERE_SECONDS)
    with studio.reading() as work:
        try:
            upload = work.uploads.get(job.input["uploadId"])
        except NotFound:
            return {"status": "deleted"}
    path = download_media(studio, reference_to(upload))
    shelf = proxy_shelf(studio)
    if shelf.find(path) is None:
        with ThreadPoolExecutor(1, "proxy", initializer=_give_way) as quiet:
            quiet.submit(
                make_proxy,
                path,
                shelf.place_of(path),
                progress=lambda share: job.progress(share, _STAGE),
            ).result()
        shelf.make_room()
    return {"status": "made"}


def _give_way() -> None:
    """What plays or is exported comes first. The decoder's threads inherit this one's priority."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


def _ask(studio: Studio, media: MediaReference, path: Path, *, is_automatic: bool) -> int:
    upload_id = upload_id_of(media)
    job = _job_of(studio, media, path)
    if upload_id is None or (job is not None and (is_automatic or not job.is_finished)):
        return 0
    studio.queue.add(PROXY_JOB, _input(studio, upload_id, media.name, path), priority=_PRIORITY)
    return 1


def _job_of(studio: Studio, media: MediaReference, path: Path) -> JobView | None:
    upload_id = upload_id_of(media)
    if upload_id is None:
        return None
    told = _input(studio, upload_id, media.name, path)
    del told["name"]
    return studio.queue.find(PROXY_JOB, told)


def _input(studio: Studio, upload_id: int, name: str, path: Path) -> dict[str, Any]:
    return {
        "uploadId": upload_id,
        "userId": studio.user_id,
        "name": name,
        "source": file_identity(path).digest(),
        "waitsAt": place_of(studio.home),
    }


def _here(resolve: Resolve, media: MediaReference) -> Path | None:
    """None where it is missing, or has not arrived: then nothing stands for it."""
    try:
        return resolve(media)
    except StudioError:
        return None


def _is_heavy(path: Path) -> bool:
    try:
        return why_heavy(probe(path)) is not None
    except MediaError:
        return False
