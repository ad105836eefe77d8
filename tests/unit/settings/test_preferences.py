"""What this computer remembers."""

from pathlib import Path

import pytest

from timeline_studio.settings import Preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


def test_the_current_project_is_remembered(path: Path) -> None:
    Preferences(path).current_project_id = 7

    assert Preferences(path).current_project_id == 7
    assert path.read_text("utf-8").count("create_video_current_project_id") == 1


def test_two_windows_keep_each_others_values(path: Path) -> None:
    one, other = Preferences(path), Preferences(path)

    one.set("layout", [1, 2])
    other.current_project_id = 7

    assert Preferences(path).get("layout") == [1, 2]
    assert Preferences(path).current_project_id == 7


def test_none_forgets(path: Path) -> None:
    preferences = Preferences(path)
    preferences.current_project_id = 7

    preferences.current_project_id = None

    assert preferences.current_project_id is None
    assert path.read_text("utf-8") == "{}"


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"x": 1'])
def test_an_unreadable_file_counts_as_empty_and_is_replaced(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    preferences = Preferences(path)

    assert preferences.current_project_id is None
    preferences.current_project_id = 7
    assert Preferences(path).current_project_id == 7


@pytest.mark.parametrize("value", ['"7"', "7.5", "true", "null"])
def test_a_project_id_that_is_none_counts_as_none(path: Path, value: str) -> None:
    path.write_text(f'{{"create_video_current_project_id": {value}}}', "utf-8")

    assert Preferences(path).current_project_id is None
