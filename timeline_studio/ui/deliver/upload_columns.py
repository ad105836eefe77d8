"""The columns that tables of uploads and of exports share."""

from typing import Protocol, TypeVar

from timeline_studio.library import Upload
from timeline_studio.ui.deliver.columns import Column
from timeline_studio.ui.elements.words import date_text, duration_text, size_text


class _HasUpload(Protocol):
    @property
    def upload(self) -> Upload: ...


Row = TypeVar("Row", bound=_HasUpload)


def date_column(*, yields: int = 0) -> Column[Row]:
    return Column(
        "Date",
        lambda row: date_text(row.upload.created_at),
        112,
        sort=lambda row: row.upload.created_at.isoformat(),
        yields=yields,
    )


def duration_column(*, yields: int = 0) -> Column[Row]:
    return Column(
        "Duration",
        lambda row: duration_text(row.upload.duration_seconds),
        84,
        sort=lambda row: row.upload.duration_seconds or 0,
        yields=yields,
    )


def size_column(*, yields: int = 0) -> Column[Row]:
    return Column(
        "Size",
        lambda row: size_text(row.upload.size_bytes),
        84,
        sort=lambda row: row.upload.size_bytes or 0,
        yields=yields,
    )
