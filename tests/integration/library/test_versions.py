"""What timelines were before: kept whole, named, thinned, and each user's own."""

import pytest

from timeline_studio.library import Library, NotFound


def test_a_version_is_the_document_as_it_was_stored(library: Library) -> None:
    first, second = '{"name": "🎬",  "tracks": []}', '{"name": "later"}'
    with library.unit_of_work(1) as work:
        project = work.projects.add("Film", timeline_json=first)
        kept = work.versions.keep(project.id)
        work.projects.save_timeline(project.id, second, 0)

    with library.unit_of_work(1, read_only=True) as work:
        assert work.versions.document(kept.id) == first
        assert (kept.revision, kept.name, kept.project_id) == (0, None, project.id)
        assert kept.saved_at == project.created_at


def test_a_document_larger_than_64_kib_is_kept_whole(library: Library) -> None:
    noise = "".join(f"{n * 2654435761 % 2**32:08x}" for n in range(40_000))
    document = f'"{noise}"'
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json=document)
        kept = work.versions.keep(project.id)
    with library.unit_of_work(1, read_only=True) as work:
        assert work.versions.document(kept.id) == document


def test_keeping_one_state_twice_makes_one_row_and_may_name_it(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json="{}")
        once = work.versions.keep(project.id)
        again = work.versions.keep(project.id, name="First cut")
        later = work.versions.keep(project.id)
    assert {once.id, again.id, later.id} == {once.id}
    assert later.name == "First cut"


def test_versions_are_listed_newest_first(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json="{}")
        other = work.projects.add(timeline_json="{}")
        for revision in range(3):
            work.versions.keep(project.id)
            work.projects.save_timeline(project.id, f"[{revision}]", revision)
        work.versions.keep(other.id)
    with library.unit_of_work(1, read_only=True) as work:
        assert [row.revision for row in work.versions.list(project.id)] == [2, 1, 0]
        newest = work.versions.newest(project.id)
        assert newest is not None
        assert newest.revision == 2
        assert [row.project_id for row in work.versions.list(other.id)] == [other.id]


def test_forgetting_takes_only_these(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json="{}")
        first = work.versions.keep(project.id)
        work.projects.save_timeline(project.id, "[]", 0)
        second = work.versions.keep(project.id, name="Mine")
        work.versions.forget([first.id, 10**9])
        assert [row.id for row in work.versions.list(project.id)] == [second.id]
        with pytest.raises(NotFound, match=f"no version {first.id} of a timeline"):
            work.versions.document(first.id)


def test_a_name_can_be_given_and_taken(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json="{}")
        kept = work.versions.keep(project.id)
        assert work.versions.rename(kept.id, "Sent to Anna").name == "Sent to Anna"
        assert work.versions.rename(kept.id, None).name is None
