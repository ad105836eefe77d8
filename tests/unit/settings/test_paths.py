"""Where the program keeps its things."""

from pathlib import Path

import pytest

from timeline_studio.settings import Home, SettingsError, find_home, profiles_dir, resource


def test_the_home_is_where_the_variable_says(tmp_path: Path) -> None:
    assert find_home({"TIMELINE_STUDIO_HOME": str(tmp_path)}) == Home(tmp_path)
    assert find_home({"TIMELINE_STUDIO_HOME": "~"}).root == Path.home()


def test_a_relative_home_is_fixed_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    home = find_home({"TIMELINE_STUDIO_HOME": "mine"})

    monkeypatch.chdir("/")
    assert home.root == tmp_path / "mine"


def test_the_home_of_an_unknown_user_is_a_plain_folder_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert find_home({"TIMELINE_STUDIO_HOME": "~no-such-user/x"}).root == (
        tmp_path / "~no-such-user/x"
    )


def test_without_the_variable_the_platform_says_where() -> None:
    assert find_home({}).root == find_home({"TIMELINE_STUDIO_HOME": ""}).root
    assert find_home({}).root.is_absolute()


def test_a_home_is_made_whole(tmp_path: Path) -> None:
    home = Home(tmp_path / "a" / "home")

    home.prepare()

    made = {path.name for path in home.root.iterdir()}
    assert made == {"store", "cache", "work", "locks", "logs"}


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match=r"Cannot write to .*file/home.*TIMELINE_STUDIO_HOME"):
        Home(tmp_path / "file/home").prepare()


def test_what_is_shipped_is_found() -> None:
    assert resource("sample").is_dir()
    assert (profiles_dir() / "hls-both.json").is_file()


def test_a_bundles_own_files_are_found_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profiles").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)

    assert profiles_dir() == tmp_path / "profiles"
