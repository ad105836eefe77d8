"""The mark of a home."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline_studio.settings import Home, SettingsError
from timeline_studio.settings.place import place_of


def test_a_home_keeps_its_mark_and_no_other_has_it(tmp_path: Path) -> None:
    desk, laptop = Home(tmp_path / "desk"), Home(tmp_path / "laptop")
    for home in (desk, laptop):
        home.prepare()

    assert place_of(desk) == place_of(desk) != place_of(laptop)
    assert len(place_of(desk)) == 32


def test_who_asks_at_the_same_moment_is_told_the_same(tmp_path: Path) -> None:
    home = Home(tmp_path)

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: place_of(home), range(64)))

    assert len(found) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["place.txt"]


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Cannot write"):
        place_of(Home(tmp_path / "missing"))
