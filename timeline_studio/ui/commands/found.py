"""What the palette offers: a name that can be chosen, and what happens then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from timeline_studio.ui.commands.matching import ranked

Row = TypeVar("Row")

MOST = 100
"""More rows than anyone walks through."""


@dataclass(frozen=True)
class Choice:
    """`reason` says why it cannot be chosen now; empty where it can. `id` is a command's, for it
    to be remembered."""

    name: str
    kind: str
    symbol: str
    run: Callable[[], object]
    keys: str = ""
    reason: str = ""
    id: str = ""


@dataclass(frozen=True)
class Found:
    """`positions` in the choice's name are those of the letters that were typed."""

    choice: Choice
    positions: tuple[int, ...] = ()


Show = Callable[[list[Found]], None]


class Finder(Protocol):
    """Answers at once or later, on the GUI thread."""

    def find(self, query: str, show: Show) -> None: ...

    def forget(self) -> None:
        """What was read for an earlier opening may be out of date."""


def likeliest(
    query: str,
    rows: Sequence[Row],
    *,
    name: Callable[[Row], str],
    choice: Callable[[Row], Choice],
) -> list[Found]:
    """All in their order where nothing is asked for. Only of what is found a choice is made."""
    if not query.strip():
        return [Found(choice(row)) for row in rows[:MOST]]
    hits = ranked(query, map(name, rows), MOST)
    return [Found(choice(rows[at]), hit.positions) for at, hit in hits]
