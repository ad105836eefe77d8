"""Each list is counted as it is listed, whoever else has rows in the library."""

from typing import Any

import pytest

from timeline_studio.library import Library


@pytest.fixture
def mixed(library: Library, rows: Any) -> Library:
    """Sources, exports, productions and publications; of each some that are not listed."""
    with library.unit_of_work(2) as work:
        rows.upload(work)
        rows.upload(work, video_role="export")
    with library.unit_of_work(1) as work:
        space, other = work.spaces.add("Sea"), work.spaces.add("Land")
        for number in range(3):
            rows.upload(work, video_role="source")
            rows.upload(work, s3_key=f"renders/{number}/video.mp4")
        exported = rows.upload(work, video_role="export")
        rows.upload(work, source_deleted_at=exported.created_at)
        rows.upload(work, kind="image")
        made = [work.productions.add(exported.id) for _ in range(4)]
        for production in made[:3]:
            work.productions.update(production.id, status="completed")
            work.publications.publish(production.id, space.id)
        work.publications.unpublish(work.publications.publish(made[0].id, other.id).id)
        work.productions.request_deletion(made[1].id)
    return library


def test_as_many_as_are_listed(mixed: Library) -> None:
    with mixed.unit_of_work(1, read_only=True) as work:
        assert work.uploads.count_sources() == len(work.uploads.list_sources()) == 4
        assert work.uploads.count_exports() == len(work.uploads.list_exports()) == 4
        assert work.productions.count() == len(work.productions.list()) == 3
        assert work.publications.count() == len(work.publications.list()) == 2


def test_nobody_has_none(mixed: Library) -> None:
    with mixed.unit_of_work(3, read_only=True) as work:
        assert work.uploads.count_sources() == work.uploads.count_exports() == 0
        assert work.productions.count() == work.publications.count() == 0
