"""Another user's ids give “not found” from every repository, by whichever method."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from timeline_studio.library import Library, NotFound, UnitOfWork
from timeline_studio.library.tables import TimelineVersion

ME, STRANGER = 1, 2
REPOSITORIES = (
    "uploads",
    "media_bin",
    "projects",
    "versions",
    "productions",
    "publications",
    "jobs",
)
SHARED = ("spaces", "feeds")
"""Spaces are everybody's, and feeds show what is published in them."""

FINDS_NOTHING: dict[str, object] = {
    "uploads.find_by_key": None,
    "uploads.list_sources": [],
    "uploads.list_exports": [],
    "uploads.count_sources": 0,
    "uploads.count_exports": 0,
    "projects.list": [],
    "projects.containing": [],
    "projects.current": None,
    "projects.documents": {},
    "projects.with_last_export": [],
    "media_bin.folders": [],
    "media_bin.places": {},
    "versions.list": [],
    "versions.newest": None,
    "versions.forget": None,
    "productions.list": [],
    "productions.count": 0,
    "productions.of_upload": [],
    "productions.doomed_of_upload": [],
    "productions.unfinished": [],
    "productions.count_without_ulid": 0,
    "productions.fill_missing_ulids": 0,
    "publications.list": [],
    "publications.count": 0,
    "jobs.list": [],
    "jobs.live_ids": [],
    "jobs.find": None,
    "jobs.claim": None,
    "jobs.has_claimable": False,
    "jobs.is_held": False,
    "jobs.heartbeat": False,
    "jobs.complete": False,
    "jobs.fail": False,
    "jobs.release": False,
    "jobs.end_lease": False,
}
ASKS_FOR_NO_ROW = {
    "uploads.add",
    "uploads.is_key_taken",
    "projects.add",
    "media_bin.add_folder",
    "jobs.add",
    "jobs.add_once",
}


@dataclass(frozen=True)
class Mine:
    arguments: dict[str, Any]
    """By the names of parameters: ids, and what else must be given."""
    rows: list[Any]


@pytest.fixture
def mine(library: Library, rows: Any) -> Mine:
    """One of each, and a job that a worker holds."""
    with library.unit_of_work(ME) as work:
        source = rows.upload(work)
        export = rows.upload(work, video_role="export")
        project = work.projects.add("Holiday", timeline_json="{}")
        job = work.jobs.add("export_v1", {"assetUuid": "a"})
        work.projects.set_last_export(project.id, export.id, job.id)
        version = work.versions.keep(project.id)
        folder = work.media_bin.add_folder("Takes")
        work.media_bin.move([source.id], folder.id)
        placed = work.media_bin.places([source.id])[source.id]
        made = work.productions.add(source.id)
        doomed = work.productions.request_deletion(work.productions.add(source.id).id)
        space = work.spaces.add("Festival")
        publication = work.publications.publish(made.id, space.id)
        kept = work._session.get(TimelineVersion, version.id)
        held = work.jobs.claim(["export_v1"], "me", timedelta(0))
        assert held is not None
        arguments = {
            "upload_id": source.id,
            "upload_ids": [source.id],
            "s3_bucket": source.s3_bucket,
            "s3_key": source.s3_key,
            "project_id": project.id,
            "project_ids": [project.id],
            "folder_id": folder.id,
            "is_favourite": True,
            "sample": "mine now",
            "version_id": version.id,
            "version_ids": [version.id],
            "production_id": made.id,
            "ulid": made.ulid,
            "space_id": space.id,
            "publication_id": publication.id,
            "job_id": job.id,
            "worker_id": "me",
            "types": ["export_v1"],
            "job_type": "export_v1",
            "input_contains": {"assetUuid": "a"},
            "lease": timedelta(0),
            "name": "Mine now",
            "json": '{"mine": "now"}',
            "expected_revision": 0,
            "text": "{",
            "limit": 10,
            "priority": 10,
            "result": {},
            "code": "Mine",
            "message": "now",
            "retry": False,
        }
    return Mine(
        arguments, [source, export, project, kept, folder, placed, job, made, doomed, publication]
    )


def public_methods(work: UnitOfWork) -> dict[str, Callable[..., Any]]:
    repositories = {name: part for name, part in vars(work).items() if not name.startswith("_")}
    assert {*repositories} == {*REPOSITORIES, *SHARED}
    return {
        f"{repository}.{name}": method
        for repository in REPOSITORIES
        for name, method in inspect.getmembers(repositories[repository], inspect.ismethod)
        if not name.startswith("_")
    }


def given(method: Callable[..., Any], arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        name: arguments[name]
        for name, parameter in inspect.signature(method).parameters.items()
        if parameter.kind is not parameter.VAR_KEYWORD
        and (parameter.default is parameter.empty or name in {"project_id", "production_id"})
    }


def test_no_method_finds_them(library: Library, mine: Mine) -> None:
    with library.unit_of_work(STRANGER, read_only=True) as work:
        names = [*public_methods(work)]
    assert {*FINDS_NOTHING, *ASKS_FOR_NO_ROW} <= {*names}
    for name in names:
        if name in ASKS_FOR_NO_ROW:
            continue
        with library.unit_of_work(STRANGER) as work:
            method = public_methods(work)[name]
            if name in FINDS_NOTHING:
                assert method(**given(method, mine.arguments)) == FINDS_NOTHING[name], name
                continue
            with pytest.raises(NotFound):
                pytest.fail(f"{name} gave {method(**given(method, mine.arguments))}")
    assert_unchanged(library, mine)


def assert_unchanged(library: Library, mine: Mine) -> None:
    with library.unit_of_work(ME, read_only=True) as work:
        for row in mine.rows:
            columns = row.__mapper__.column_attrs.keys()
            now = work._session.get(type(row), row.id)
            assert {c: getattr(now, c) for c in columns} == {c: getattr(row, c) for c in columns}
