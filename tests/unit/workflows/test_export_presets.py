"""Export presets: what is shipped works, and a wrong file says what is wrong with it."""

import json
from pathlib import Path

import pytest

from timeline_studio.settings import profiles_dir
from timeline_studio.workflows.export_presets import ExportPreset, PresetError, PresetShelf

SHIPPED = profiles_dir() / "export"


@pytest.fixture
def shelf(tmp_path: Path) -> PresetShelf:
    return PresetShelf(SHIPPED, tmp_path / "own")


def write(shelf: PresetShelf, slug: str, **fields: object) -> None:
    shelf.own.mkdir(exist_ok=True)
    (shelf.own / f"{slug}.json").write_text(json.dumps(fields))


def test_what_is_shipped_is_listed_in_its_order(shelf: PresetShelf) -> None:
    names = list(shelf.list())
    assert names[:2] == ["standard", "master"]
    assert set(names) == {path.stem for path in SHIPPED.glob("*.json")}
    assert {preset.format for preset in shelf.list().values()} == {
        "mp4", "prores", "m4a", "wav", "gif", "png",
    }  # fmt: skip


def test_only_the_timeline_as_it_is_and_well_is_a_master(shelf: PresetShelf) -> None:
    masters = [slug for slug, preset in shelf.list().items() if preset.is_master]
    assert masters == ["standard", "master"]
    kept = [slug for slug, preset in shelf.list().items() if preset.is_kept]
    assert kept == [
        "standard",
        "master",
        "youtube-1080p",
        "youtube-4k",
        "portrait",
        "small",
        "small-av1",
        "small-hevc",
    ]


def test_a_duplicate_is_a_file_of_the_users_own(shelf: PresetShelf) -> None:
    made = shelf.duplicate("master", " Für Anna ")
    again = shelf.duplicate("master", "Für Anna")
    assert (made, again) == ("f-r-anna", "f-r-anna-2")
    assert shelf.get(made).name == "Für Anna"
    assert shelf.get(made).crf == shelf.get("master").crf
    document = json.loads((shelf.own / f"{made}.json").read_text("utf-8"))
    assert document["schema"] == "timeline-studio/export-preset"
    assert shelf.is_own(made)
    shelf.remove(made)
    assert made not in shelf.list()
    with pytest.raises(PresetError, match="none of your own"):
        shelf.remove("master")


def test_the_users_own_stands_before_the_programs(shelf: PresetShelf) -> None:
    write(shelf, "standard", name="Mine", crf=23)
    assert shelf.get("standard").name == "Mine"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "A", "crf": 70}, "crf of 70"),
        ({"name": "A", "preset": "quick"}, "no preset “quick”"),
        ({"name": "A", "width": 3}, "width is 3"),
        ({"name": "A", "rate": "fast"}, "“fast” is no number"),
        ({"name": "A", "rate": "1/0"}, "“1/0” is no number"),
        ({"name": "A", "rate": "1000"}, "between 1 and 240"),
        ({"name": "A", "format": "avi"}, "Invalid enum value 'avi'"),
        ({"name": "A", "bitrate": 3}, "unknown field `bitrate`"),
        ({"name": " "}, "no name"),
        ({"name": "A", "version": 2}, "version"),
    ],
)
def test_a_wrong_preset_says_what_is_wrong(
    shelf: PresetShelf, fields: dict[str, object], words: str
) -> None:
    write(shelf, "mine", **fields)
    with pytest.raises(PresetError, match=words) as raised:
        shelf.get("mine")
    assert "mine.json" in str(raised.value)
    assert "mine" not in shelf.list()


def test_no_name_leads_out_of_the_folders(shelf: PresetShelf) -> None:
    for slug in ("../master", "a/b", "", "Master", "absent"):
        with pytest.raises(PresetError, match="There is no export preset"):
            shelf.get(slug)


def test_a_preset_travels_with_its_job_whole(shelf: PresetShelf) -> None:
    for preset in shelf.list().values():
        assert ExportPreset.of_json(json.loads(json.dumps(preset.as_json()))) == preset
        assert ExportPreset.read(preset.document(), "it") == preset


def test_options_and_deliveries_say_what_the_preset_says(shelf: PresetShelf) -> None:
    assert shelf.get("youtube-4k").options().width == 3840
    gif = shelf.get("gif").delivery()
    assert (gif.format, gif.width, str(gif.rate)) == ("gif", 480, "25/2")
    assert shelf.get("gif").suffix == ".gif"
    assert shelf.get("small").suffix == ".mp4"
    with pytest.raises(ValueError, match="MP4"):
        shelf.get("small").delivery()
