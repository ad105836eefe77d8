"""ULIDs grow, whatever the clock does."""

import threading
from itertools import pairwise

import pytest
import ulid

from timeline_studio.library import ulids
from timeline_studio.library.ulids import UlidSequence


def test_a_ulid_has_26_characters_and_sorts_after_the_one_before() -> None:
    sequence = UlidSequence()

    made = [sequence.next() for _ in range(2_000)]

    assert {len(one) for one in made} == {26}
    assert all(earlier < later for earlier, later in pairwise(made))


def test_a_clock_that_is_set_back_does_not_set_ulids_back(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([2_000_000_000.0, 1_000_000_000.0])
    monkeypatch.setattr(ulids, "ULID", _Ulids(times))
    sequence = UlidSequence()

    assert sequence.next() < sequence.next()


def test_threads_never_get_the_same_one() -> None:
    sequence = UlidSequence()
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.extend(sequence.next() for _ in range(500)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(made)) == 2_000


class _Ulids:
    """ULID, at the times that it is given."""

    from_int = staticmethod(ulid.ULID.from_int)

    def __init__(self, times: object) -> None:
        self._times = times

    def __call__(self) -> ulid.ULID:
        return ulid.ULID.from_timestamp(next(self._times))  # type: ignore[call-overload]
