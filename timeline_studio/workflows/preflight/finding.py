"""What a check before a send finds, and what would put it right."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import to_seconds

Severity: TypeAlias = Literal["blocker", "warning"]
FixAction: TypeAlias = Literal["edit", "name", "relink", "free_space", "accounts"]
Edit: TypeAlias = Callable[[Timeline], Timeline]


@dataclass(frozen=True)
class Fix:
    """`text` is for a button. With the action `edit`, `edit` is the one step that does it; it
    raises EditError where the timeline has changed too much meanwhile."""

    action: FixAction
    text: str
    edit: Edit | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Finding:
    """A blocker stops a send; a warning is for the creator to judge.

    `item_id` and `time` (flicks of the timeline) say where; `media_url` which media.
    """

    severity: Severity
    code: str
    message: str
    fix: Fix | None = None
    item_id: str | None = None
    time: int | None = None
    media_url: str | None = None

    @property
    def is_blocker(self) -> bool:
        return self.severity == "blocker"

    @property
    def has_place(self) -> bool:
        """Whether there is somewhere on the timeline to go to."""
        return self.item_id is not None or self.time is not None

    def document(self) -> dict[str, Any]:
        """For JSON; the time is in seconds."""
        return {
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
            "fix": self.fix.text if self.fix else None,
            "item_id": self.item_id,
            "time_seconds": None if self.time is None else to_seconds(self.time),
        }
