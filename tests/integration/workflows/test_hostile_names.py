"""Names that are paths, commands, markup or not text at all: kept as they were typed, or refused
in words; and nothing else on the disk is touched."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline_studio.errors import StudioError
from timeline_studio.library import Upload
from timeline_studio.settings import Account, account_home, check_account
from timeline_studio.timeline.edits import add_marker
from timeline_studio.timeline.model import Marker, Timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import start_export
from timeline_studio.workflows.links import project_of_link
from timeline_studio.workflows.media import import_media, list_sources
from timeline_studio.workflows.projects import (
    create_project,
    list_projects,
    open_project,
    rename_project,
    save_timeline,
)
from timeline_studio.workflows.publications import add_space, find_space, list_spaces
from timeline_studio.workflows.sends import get_production, list_productions, start_send
from timeline_studio.workflows.uploads import rename_upload

NAMES = {
    "parent": "../../../etc/passwd",
    "windows": "..\\..\\windows\\system32\\config",
    "absolute": "/etc/passwd",
    "NUL": "before\0after",
    "control": "bell\a and\x1b[31m escape",
    "lines": "two\r\nlines",
    "emoji": "🏖️👨‍👩‍👧‍👦 🇩🇪",
    "right to left": "\u202egpj.exe \u202eשלום",
    "long": "x" * 255,
    "long emoji": "😀" * 255,
    "longer": "y" * 5_000,
    "SQL": "'; DROP TABLE uploads; --",
    "wildcards": '%_\\" OR 1=1 /*',
    "shell": "$(touch hacked) `touch hacked` ; touch hacked | touch hacked &",
    "markup": "<script>alert(1)</script>&amp;{{name}}",
    "percent": "%00%2e%2e%2f %s %(user)s {0}",
    "half a letter": "\ud800",
    "only spaces": " \t ",
}
LONGEST = 255
"""What every name may have; a longer one may be cut there, or later."""


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


@pytest.fixture
def outside(tmp_path: Path, studio: Studio, footage: Path) -> Iterator[None]:
    """All that lies beside the studio's home is as it was, to the byte; and so is the folder
    that the program was started in."""
    before = listing(tmp_path), sorted(Path.cwd().iterdir())
    yield
    assert (listing(tmp_path), sorted(Path.cwd().iterdir())) == before


def listing(root: Path) -> dict[Path, int]:
    beside = [path for path in root.rglob("*") if root / "home" not in (path, *path.parents)]
    files = [path for path in beside if "library.sqlite3" not in path.name]
    return {path: path.stat().st_size for path in files}


def assert_kept(kept: str | None, typed: str) -> None:
    """As it was typed, but for spaces at its ends; cut where it was very long."""
    trimmed = typed.strip()
    assert (kept or "") == trimmed or (
        len(trimmed) > LONGEST and trimmed.startswith(kept or "-") and len(kept or "") >= LONGEST
    )


def of_project(studio: Studio, _upload: Upload, _timeline: Timeline, name: str) -> str | None:
    project = create_project(studio, name)
    rename_project(studio, project.id, name)
    return open_project(studio, project.id).project.name


def of_upload(studio: Studio, upload: Upload, _timeline: Timeline, name: str) -> str | None:
    rename_upload(studio, upload.id, name, name)
    (kept,) = list_sources(studio)
    assert_kept(kept.description, name)
    assert [found.id for found in list_sources(studio, search=name.strip()[:100])] == [upload.id]
    return kept.modified_filename


def of_production(studio: Studio, upload: Upload, _timeline: Timeline, name: str) -> str | None:
    made = start_send(studio, upload.id, name=name)
    production = get_production(studio, made).production
    assert len(list_productions(studio)) == 1
    return production.name if name.strip() else None


def of_marker(studio: Studio, _upload: Upload, timeline: Timeline, name: str) -> str | None:
    project = create_project(studio, "Markers", timeline)
    marked = add_marker(timeline, Marker(id="m", time=0, name=name))
    save_timeline(studio, project.id, marked, project.revision)
    (marker,) = open_project(studio, project.id).timeline.markers
    assert marker.name == name
    return marker.name.strip()


def of_export(studio: Studio, _upload: Upload, timeline: Timeline, name: str) -> str | None:
    project = create_project(studio, "Exported", timeline)
    job_id = start_export(studio, project.id, name)
    return str(studio.queue.get(job_id).input["name"]) if name.strip() else None


KINDS: dict[str, Callable[[Studio, Upload, Timeline, str], str | None]] = {
    "project": of_project,
    "upload": of_upload,
    "production": of_production,
    "marker": of_marker,
    "export": of_export,
}


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize("kind", KINDS)
def test_a_name_is_kept_or_refused(
    studio: Studio, upload: Upload, timeline: Timeline, kind: str
) -> None:
    for label, name in NAMES.items():
        try:
            kept = KINDS[kind](studio, upload, timeline, name)
        except StudioError:
            continue
        finally:
            forget_productions(studio)
        try:
            assert_kept(kept, name)
        except AssertionError as error:
            raise AssertionError(f"{kind}, {label}: {kept!r}") from error
    assert list_projects(studio) is not None
    assert [found.id for found in list_sources(studio)] == [upload.id]


def forget_productions(studio: Studio) -> None:
    with studio.unit_of_work() as work:
        for production, _upload in work.productions.list():
            work.productions.delete(production.id)


@pytest.mark.usefixtures("outside")
def test_a_space_has_an_address_of_plain_letters(studio: Studio) -> None:
    for name in NAMES.values():
        try:
            space = add_space(studio, name)
        except StudioError:
            continue
        assert set(space.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"), space.slug
        assert find_space(studio, space.slug).name == space.name
        with pytest.raises(StudioError):
            find_space(studio, name + "?")
        with pytest.raises(StudioError):
            add_space(studio, "Festival", name)
    assert len(list_spaces(studio)) > 5


@pytest.mark.usefixtures("outside")
def test_files_are_imported_under_keys_of_our_own(
    studio: Studio, footage: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("disk")
    files = []
    for name in NAMES.values():
        plain = name.replace("/", ":").encode("utf-8", "replace")
        short = plain.replace(b"\0", b"")[:240].decode("utf-8", "ignore")
        path = folder / f"{short}.mp4"
        shutil.copyfile(footage, path)
        files.append(path)
    imported = import_media(studio, files)
    assert [upload.original_filename for upload in imported] == [path.name for path in files]
    kept = {found.key for found in studio.media_store.list()}
    assert kept == {upload.s3_key for upload in imported}
    assert all(key.isascii() and key.endswith("/video.mp4") for key in kept)
    odd = folder / "no \udcff text.mp4"
    shutil.copyfile(footage, odd)
    with pytest.raises(StudioError):
        import_media(studio, [odd])
    assert {found.key for found in studio.media_store.list()} == kept


def test_a_link_is_a_number_and_nothing_else() -> None:
    for name in filter(str.strip, NAMES.values()):
        for link in (
            f"timelinestudio://project/{name}",
            f"timelinestudio://project/1{name}",
            f"timelinestudio://{name}/1",
            f"timelinestudio://project/1?{name}",
            f"timelinestudio://project/1#{name}",
        ):
            with pytest.raises(StudioError):
                project_of_link(link)


def test_an_account_lives_below_the_home(studio: Studio) -> None:
    accounts = [Account(name=name) for name in NAMES.values()]
    possible = [account for account in accounts if is_possible(account)]
    roots = {account_home(studio.home, account).root for account in possible}
    assert len(roots) == len(possible) > 5
    for root in roots:
        assert root.parent == studio.home.root / "accounts"
        assert root.name.replace("-", "").isalnum()
        assert root.name.isascii()


def is_possible(account: Account) -> bool:
    try:
        check_account(account)
    except StudioError:
        return False
    return True


@pytest.mark.usefixtures("outside")
def test_a_key_is_an_object_or_refused(studio: Studio, upload: Upload) -> None:
    store = studio.media_store
    for name in NAMES.values():
        for key in (name, f"videos/{name}", f"videos/{name}/video.mp4"):
            try:
                store.put_bytes(key, b"data")
            except StudioError:
                for verb in (store.get, store.head, store.fetch):
                    with pytest.raises(StudioError):
                        verb(key)
                continue
            assert store.get(key) == b"data"
            assert key in [found.key for found in store.list()]
            store.delete(key)
    assert [found.key for found in store.list()] == [upload.s3_key]
