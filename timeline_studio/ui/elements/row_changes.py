"""What differs between two lists of rows: a view keeps its place when only that changes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class RowChanges:
    """First remove, from the last row to the first, then insert, from the first to the last."""

    removed: tuple[int, ...]
    inserted: tuple[int, ...]


def row_changes(before: Sequence[int], after: Sequence[int]) -> RowChanges | None:
    """From the identities `before` to those `after`; None where rows changed places."""
    kept, known = set(after), set(before)
    if [one for one in before if one in kept] != [one for one in after if one in known]:
        return None
    return RowChanges(
        removed=tuple(n for n in reversed(range(len(before))) if before[n] not in kept),
        inserted=tuple(n for n, one in enumerate(after) if one not in known),
    )
