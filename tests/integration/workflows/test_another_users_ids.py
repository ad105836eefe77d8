"""Another user's ids give “not found”, whatever function they are handed to.

Functions are found by their parameters: one that is new is tried too, and has to say “not found”
or to be named here with its reason.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from sqlalchemy import text

import timeline_studio.workflows
from timeline_studio.jobs import JobContext, JobQueue
from timeline_studio.library import NotFound, Project, Upload
from timeline_studio.productions import LOCAL_TRANSCODE, LocalTranscoder
from timeline_studio.settings.place import place_of
from timeline_studio.timeline.model import MediaReference, Timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports, start_export
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import (
    add_folder,
    download_media,
    is_media_here,
    resolver,
    resolver_here,
)
from timeline_studio.workflows.outbox import (
    cancel_entry,
    list_outbox,
    pause_entry,
    resume_entry,
    retry_entry,
)
from timeline_studio.workflows.projects import create_project
from timeline_studio.workflows.publications import add_space, publish
from timeline_studio.workflows.sends import send_timeline, start_send
from timeline_studio.workflows.versions import keep_version

Serve: TypeAlias = Callable[[Studio, Callable[[], bool]], None]

CAPTIONS_IN = "import_captions", "path"
"""A parameter whose file is looked into before the library is."""

FINDS_NOTHING = {
    "exports.list_exports",
    "media.bin.list_bin",
    "media.sources.list_sources",
    "sends.listing.list_productions",
    "publications.list_publications",
    "uploads.used_in",
    "versions.list_versions",
}
SHARED = {
    "publications.global_feed": "shows what is published, whoever's",
    "publications.space_feed": "shows what is published, whoever's",
    "publications.rename_space": "spaces are everybody's",
    "publications.remove_space": "spaces are everybody's; one in use is not removed",
}
ASKS_NO_LIBRARY = {
    "links.project_link": "makes a link",
    "site_feed.old_slug": "makes a name",
    "work_folder.job_folder": "makes a folder",
    "report_jobs.queue_report": "adds a job, which finds nothing",
    "sends.cancelling.queue_cancellation": "adds a job, which finds nothing",
    "sends.starting.add_production": "its caller has the upload's row",
    "unsaved.drop_unsaved": "a file of this home",
    "unsaved.find_unsaved": "a file of this home",
    "unsaved.keep_unsaved": "a file of this home",
}


@dataclass(frozen=True)
class Theirs:
    """Ids of what the first user has: of each kind one."""

    upload: int
    project: int
    production: int
    space: int
    publication: int
    job: int
    version: int
    folder: int


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


@pytest.fixture
def stranger(studio: Studio) -> Studio:
    """Another user of the same library, with a queue of their own."""
    queue = JobQueue(studio.library, user_id=2)
    return replace(studio, user_id=2, queue=queue, transcoder=LocalTranscoder(queue))


@pytest.fixture
def theirs(studio: Studio, upload: Upload, project: Project) -> Theirs:
    started = send_timeline(studio, project.id)
    production_id = start_send(studio, upload.id)
    version = keep_version(studio, project.id)
    space = add_space(studio, "Festival")
    with studio.unit_of_work() as work:
        work.productions.update(production_id, status="completed", output_prefix="a/b/")
    publication = publish(studio, production_id, space.id)
    return Theirs(
        upload.id,
        project.id,
        production_id,
        space.id,
        publication.id,
        started.job_id,
        version.id,
        add_folder(studio, "Theirs").id,
    )


@pytest.fixture
def unchanged(studio: Studio, theirs: Theirs) -> Iterator[None]:
    """What the first user has is the same afterwards."""
    before = everything(studio)
    yield
    assert everything(studio) == before


def everything(studio: Studio) -> dict[str, Any]:
    tables = {
        "uploads": "user_id",
        "create_video_projects": "user_id",
        "productions": "user_id",
        "space_publications": "owner_user_id",
        "timeline_versions": "user_id",
        "media_folders": "user_id",
        "media_places": "user_id",
    }
    found: dict[str, Any] = {}
    with studio.library._engine.connect() as connection:
        for table, owner in tables.items():
            query = f"SELECT * FROM {table} WHERE {owner} = {studio.user_id} ORDER BY id"
            found[table] = connection.execute(text(query)).all()
    found["jobs"] = [(job.id, job.status, job.input, job.run_after) for job in studio.queue.list()]
    found["files"] = sorted(path for path in studio.home.store.rglob("*") if path.is_file())
    return found


def public_functions() -> dict[str, Callable[..., Any]]:
    """Those of the workflows with a parameter that is an id, or several, by name."""
    package = timeline_studio.workflows
    found = {}
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for name, function in inspect.getmembers(
            importlib.import_module(module.name), inspect.isfunction
        ):
            is_public = function.__module__ == module.name and not name.startswith("_")
            if is_public and any(map(is_id, inspect.signature(function).parameters)):
                found[f"{module.name.removeprefix(package.__name__ + '.')}.{name}"] = function
    return found


def is_id(parameter: str) -> bool:
    return parameter.endswith(("_id", "_ids")) and parameter != "user_id"


@pytest.fixture
def arguments(theirs: Theirs, timeline: Timeline, footage: Path, tmp_path: Path) -> dict[Any, Any]:
    """What each parameter that must be given is called, and what it gets."""
    captions = tmp_path / "captions.srt"
    captions.write_text("1\n00:00:00,000 --> 00:00:01,000\nMine now\n", encoding="utf-8")
    return {
        "upload_id": theirs.upload,
        "upload_ids": [theirs.upload],
        "project_id": theirs.project,
        "into": 0,
        "production_id": theirs.production,
        "publication_id": theirs.publication,
        "version_id": theirs.version,
        "folder_id": theirs.folder,
        "is_favourite": True,
        "space_id": theirs.space,
        "space_ids": [theirs.space],
        "job_id": theirs.job,
        "path": footage,
        CAPTIONS_IN: captions,
        "name": "Mine now",
        "description": "",
        "reason": "Mine now",
        "timeline": timeline,
        "revision": 0,
    }


def call(function: Callable[..., Any], stranger: Studio, arguments: dict[Any, Any]) -> object:
    """With an argument for each parameter that has no default, and for each id."""
    given = {
        name: arguments[CAPTIONS_IN if (function.__name__, name) == CAPTIONS_IN else name]
        for name, parameter in inspect.signature(function).parameters.items()
        if (parameter.default is parameter.empty or (is_id(name) and name != "before_id"))
        and name not in {"studio", "work", "uow"}
        and parameter.kind is not parameter.VAR_KEYWORD
    }
    first = next(iter(inspect.signature(function).parameters))
    if first in {"work", "uow"}:
        with stranger.unit_of_work() as work:
            return function(work, **given)
    result = function(stranger, **given)
    if isinstance(result, AbstractContextManager):
        with result as inside:
            return inside
    return result


FUNCTIONS = public_functions()


@pytest.mark.usefixtures("unchanged")
def test_no_function_finds_them(stranger: Studio, arguments: dict[Any, Any]) -> None:
    assert {*FINDS_NOTHING, *SHARED, *ASKS_NO_LIBRARY} <= {*FUNCTIONS}
    for name, function in FUNCTIONS.items():
        if name in SHARED or name in ASKS_NO_LIBRARY:
            continue
        if name in FINDS_NOTHING:
            assert call(function, stranger, arguments) == [], name
            continue
        with pytest.raises(NotFound):
            pytest.fail(f"{name} gave {call(function, stranger, arguments)}")


@pytest.mark.usefixtures("unchanged")
def test_no_job_does_anything_to_them(
    studio: Studio, stranger: Studio, theirs: Theirs, upload: Upload
) -> None:
    asked = {
        "uploadId": theirs.upload,
        "productionId": theirs.production,
        "projectId": theirs.project,
        "key": upload.s3_key,
        "publishTo": [theirs.space],
        "whole": True,
        "waitsAt": place_of(stranger.home),
    }
    own = studio.queue.get(theirs.job).input
    handlers = {job: handler for lane in lanes(stranger) for job, handler in lane.items()}
    handlers.pop(LOCAL_TRANSCODE)  # it is told addresses, and asks for no row
    for job_type, handler in handlers.items():
        told = {**own, **asked, "userId": stranger.user_id}
        job_id = stranger.queue.add(job_type, told)
        try:
            handler(JobContext(job_id, told, attempt=1))
        except NotFound:
            continue


@pytest.mark.usefixtures("unchanged")
def test_a_timeline_that_names_their_footage_does_not_show_it(
    stranger: Studio, theirs: Theirs, timeline: Timeline, serve: Serve
) -> None:
    media = MediaReference(url=f"upload:{theirs.upload}", name="beach.mp4")
    for find in (
        resolver(stranger),
        resolver_here(stranger),
        lambda media: is_media_here(stranger, media),
        lambda media: download_media(stranger, media),
    ):
        with pytest.raises(NotFound):
            find(media)
    mine = create_project(stranger, "Mine", timeline)
    job_id = start_export(stranger, mine.id)
    serve(stranger, lambda: stranger.queue.get(job_id).is_finished)
    assert "There is no upload" in (stranger.queue.get(job_id).error or "")
    assert list_exports(stranger) == []


@pytest.mark.usefixtures("unchanged")
def test_their_sends_are_not_in_the_outbox(stranger: Studio, studio: Studio) -> None:
    (entry, *_) = list_outbox(studio)
    assert list_outbox(stranger) == []
    for act in (pause_entry, resume_entry, cancel_entry, retry_entry):
        with pytest.raises(NotFound):
            act(stranger, entry)
        with pytest.raises(NotFound):
            act(stranger, replace(entry, state="failed"))
