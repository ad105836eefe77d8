"""How many versions of a timeline stay, and which."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.library import VersionRow
from timeline_studio.workflows.versions import thinned

NOW = datetime.fromisoformat("2026-11-21T12:30:00")
MINUTE = timedelta(minutes=1)


def versions(*ages: timedelta, name: str | None = None) -> list[VersionRow]:
    """The newest first; the id is the place in the list."""
    return [VersionRow(n, 1, len(ages) - n, name, NOW - age) for n, age in enumerate(sorted(ages))]


def test_all_of_the_last_day_stay() -> None:
    assert thinned(versions(*(n * MINUTE for n in range(24 * 60))), NOW) == []


def test_of_the_last_week_the_newest_of_each_hour_stays() -> None:
    two_days = timedelta(days=2)
    kept = versions(*(two_days + n * MINUTE for n in range(120)))
    # 12:30 to 12:00, 11:59 to 11:00, 10:59 to 10:31
    assert {*range(120)} - {*thinned(kept, NOW)} == {0, 31, 91}


def test_of_older_ones_the_newest_of_each_day_stays() -> None:
    long_ago = timedelta(days=30)
    kept = versions(*(long_ago + timedelta(hours=n) for n in range(48)))
    assert {*range(48)} - {*thinned(kept, NOW)} == {0, 13, 37}


def test_named_ones_stay_and_spare_no_other() -> None:
    ages = [timedelta(days=30, minutes=n) for n in range(5)]
    assert thinned(versions(*ages, name="Mine"), NOW) == []


@given(st.lists(st.integers(0, 100_000), max_size=200))
def test_thinning_again_takes_nothing(minutes: list[int]) -> None:
    kept = versions(*(n * MINUTE for n in minutes))
    gone = {*thinned(kept, NOW)}
    assert thinned([row for row in kept if row.id not in gone], NOW) == []
    assert not gone or min(gone) > 0, "the newest always stays"
