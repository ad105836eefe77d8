"""What is interrupted is done again; what is refused is not."""

import pytest

from timeline_studio.library import Interrupted, LibraryError, OutcomeUnknown, Unreachable
from timeline_studio.library.retries import persistently


class Step:
    """Raises what it is given, one a time, and then answers."""

    def __init__(self, *errors: LibraryError) -> None:
        self._errors = list(errors)
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        if self._errors:
            raise self._errors.pop(0)
        return "done"


def test_an_interrupted_step_is_done_again_and_a_server_that_left_is_waited_for() -> None:
    step = Step(Interrupted("deadlock"), Unreachable("restarting"), Interrupted("deadlock"))

    assert persistently(step, patience=10) == "done"
    assert step.times == 4


@pytest.mark.parametrize("refusal", [Unreachable, OutcomeUnknown, LibraryError])
def test_a_step_that_was_not_taken_back_is_not_done_again(refusal: type[LibraryError]) -> None:
    step = Step(refusal("no"))

    with pytest.raises(refusal):
        persistently(step, patience=10)

    assert step.times == 1


def test_patience_has_an_end() -> None:
    step = Step(*[Interrupted("deadlock")] * 1_000)

    with pytest.raises(Interrupted):
        persistently(step, patience=0.1)

    assert 1 < step.times < 100
