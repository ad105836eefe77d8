"""A library as years of work make it: many uploads, some of them exports, and productions."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import create_engine, insert

from timeline_studio.library import Library, Production, Project, Upload
from timeline_studio.library.addresses import library_url
from timeline_studio.library.ulids import UlidSequence

USER = 1
EXPORT_EVERY = 10
LEGACY_EVERY = 7
"""Of the uploads: rows older than the role, which only their key tells apart."""
_BATCH = 5_000
_BEGAN = datetime.fromisoformat("2020-01-01T00:00:00")


def fill(address: str, *, uploads: int, productions: int, projects: int = 200) -> None:
    """Make the library at `address`, and fill it with rows; nothing lies in any store."""
    Library.open(address, migrate=True).close()
    engine = create_engine(library_url(address))
    ulids = UlidSequence()
    tables: list[tuple[Any, list[dict[str, Any]]]] = [
        (Project, [_project(number) for number in range(1, projects + 1)]),
        (Upload, [_upload(number, projects) for number in range(1, uploads + 1)]),
        (
            Production,
            [_production(n, uploads, productions, ulids) for n in range(1, productions + 1)],
        ),
    ]
    with engine.begin() as connection:
        for table, rows in tables:
            for start in range(0, len(rows), _BATCH):
                connection.execute(insert(table), rows[start : start + _BATCH])
    engine.dispose()


def _project(number: int) -> dict[str, Any]:
    moment = _BEGAN + timedelta(days=number)
    return {
        "id": number,
        "user_id": USER,
        "name": f"Timeline {number}",
        "timeline_json": '{"schema": "timeline_studio.timeline", "version": 1}',
        "created_at": moment,
        "updated_at": moment,
    }


def _upload(number: int, projects: int) -> dict[str, Any]:
    is_export = number % EXPORT_EVERY == 0
    is_legacy = number % LEGACY_EVERY == 0
    folder = "renders" if is_export else "videos"
    role = "export" if is_export else "source"
    return {
        "id": number,
        "user_id": USER,
        "kind": "video",
        "s3_bucket": "media",
        "s3_key": f"{folder}/2026-11/21/{number:08}-0000-4000-8000-000000000000/video.mp4",
        "original_filename": f"take {number}.mp4",
        "status": "uploaded",
        "size_bytes": 1_000_000 + number,
        "duration_seconds": number % 600,
        "video_role": None if is_legacy else role,
        "create_video_project_id": number % projects + 1 if is_export else None,
        "orientation": "landscape",
        "created_at": _BEGAN + timedelta(minutes=number),
    }


def _production(number: int, uploads: int, productions: int, ulids: UlidSequence) -> dict[str, Any]:
    moment = _BEGAN + timedelta(minutes=number)
    return {
        "id": number,
        "user_id": USER,
        "upload_id": number * (uploads // productions),
        "ulid": ulids.next(),
        "status": "completed",
        "output_prefix": f"2026-11/21/{number}/",
        "created_at": moment,
        "updated_at": moment,
    }
