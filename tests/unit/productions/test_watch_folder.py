"""The folder of a static site: what it takes, keeps, removes and refuses."""

import json
from pathlib import Path

import pytest

from timeline_studio.productions import SiteError, SiteFolder

RECORD = ".timeline-studio-site.json"


def write(root: Path, **files: str) -> int:
    """A whole site of `files`, whose tags are their texts; what finish removed."""
    site = SiteFolder(root)
    named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    site.begin(named)
    for name, text in named.items():
        if not site.has(name, text, len(text)):
            site.put(name, text, text.encode())
    return site.finish()


def files_of(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def test_a_site_is_written_and_what_left_it_is_removed(tmp_path: Path) -> None:
    root = tmp_path / "new" / "site"
    assert write(root, index_html="one", v__a__x_ts="A", v__b__x_ts="B") == 0
    assert files_of(root) == [RECORD, "index.html", "v/a/x.ts", "v/b/x.ts"]
    assert write(root, index_html="two", v__a__x_ts="A") == 1
    assert files_of(root) == [RECORD, "index.html", "v/a/x.ts"]
    assert not (root / "v" / "b").exists()
    assert (root / "index.html").read_text() == "two"
    assert [p.name for p in root.iterdir() if p.name.startswith(".")] == [RECORD]


def test_what_is_there_already_is_known_by_tag_and_size(tmp_path: Path) -> None:
    write(tmp_path / "site", a_ts="12345")
    site = SiteFolder(tmp_path / "site")
    assert site.has("a.ts", "12345", 5)
    assert not site.has("a.ts", "other", 5)
    assert not site.has("a.ts", "12345", 6)
    (tmp_path / "site" / "a.ts").write_bytes(b"cut")
    assert not site.has("a.ts", "12345", 5)
    (tmp_path / "site" / "a.ts").unlink()
    assert not site.has("a.ts", "12345", 5)


def test_a_copy_is_made_of_a_file(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"media")
    site = SiteFolder(tmp_path / "site")
    site.begin(["a.ts"])
    site.put("a.ts", "tag", source)
    assert (tmp_path / "site" / "a.ts").read_bytes() == b"media"
    assert source.exists()


def test_after_a_crash_the_next_run_knows_its_own_files(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, index_html="old", v__a__x_ts="A")
    torn = SiteFolder(root)
    torn.begin(["index.html", "v/b/x.ts", "v/b/y.ts"])
    torn.put("v/b/x.ts", "B", b"B")  # and never finished
    assert (root / "index.html").read_text() == "old"
    assert (root / "v/a/x.ts").exists()
    assert write(root, index_html="new") == 3
    assert files_of(root) == [RECORD, "index.html"]


def test_other_files_are_never_touched(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / ".git").mkdir(parents=True)
    (root / ".git" / "config").write_text("mine")
    write(root, index_html="one")
    (root / "robots.txt").write_text("mine")
    write(root, feed_json="two")
    assert files_of(root) == [".git/config", RECORD, "feed.json", "robots.txt"]
    with pytest.raises(SiteError, match=r"robots\.txt is not of this site"):
        SiteFolder(root).begin(["robots.txt"])
    assert (root / "robots.txt").read_text() == "mine"


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("mine")
    with pytest.raises(SiteError, match=r"holds other things \(holiday\.jpg\)"):
        SiteFolder(tmp_path)
    with pytest.raises(SiteError, match="cannot hold a site"):
        SiteFolder(tmp_path / "holiday.jpg")


@pytest.mark.parametrize(
    "record",
    [
        *("", "[]", "{}", '{"schema": "other", "version": 1, "files": {}}'),
        *('{"schema": "timeline_studio.site", "version": "x"}', "\udcff"),
        '{"schema": "timeline_studio.site", "version": 1, "files": [1]}',
    ],
)
def test_a_damaged_record_is_refused(tmp_path: Path, record: str) -> None:
    (tmp_path / RECORD).write_bytes(record.encode("utf-8", "surrogateescape"))
    with pytest.raises(SiteError, match=r"is damaged|cannot hold"):
        SiteFolder(tmp_path)


def test_the_record_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    newer = {"schema": "timeline_studio.site", "version": 2, "files": {}}
    (tmp_path / RECORD).write_text(json.dumps(newer))
    with pytest.raises(SiteError, match="newer Timeline Studio"):
        SiteFolder(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["../x", "/x", "a/../../x", "a//b", "a\\b", "C:x", ".hidden", "a/.git/x", "a\0b", "", "a\nb"],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SiteError, match="plain name"):
        SiteFolder(tmp_path / "site").begin([name])
    # a record may have been changed by somebody else
    (tmp_path / "other").mkdir()
    record = {"schema": "timeline_studio.site", "version": 1, "files": {name: None}}
    (tmp_path / "other" / RECORD).write_text(json.dumps(record))
    (tmp_path / "x").write_text("mine")
    site = SiteFolder(tmp_path / "other")
    site.begin([])
    with pytest.raises(SiteError, match="plain name"):
        site.finish()
    assert (tmp_path / "x").read_text() == "mine"


def test_links_lead_nowhere_outside(tmp_path: Path) -> None:
    root, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    write(root, v__a_ts="A")
    (root / "w").symlink_to(outside)
    site = SiteFolder(root)
    with pytest.raises(SiteError, match="a link leads out"):
        site.begin(["w/a.ts"])
    assert list(outside.iterdir()) == []
