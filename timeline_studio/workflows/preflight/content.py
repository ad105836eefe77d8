"""Is there something to send, does it have a name, and is its media there?"""

from collections.abc import Iterator

from timeline_studio.workflows.preflight.finding import Finding, Fix
from timeline_studio.workflows.preflight.subject import Source, Subject

_NAMED_USES = 3


def check_content(subject: Subject) -> Iterator[Finding]:
    if not (subject.name or "").strip():
        fix = Fix("name", "Name It…")
        yield Finding("blocker", "unnamed", "The timeline has no name.", fix)
    if subject.timeline.duration == 0:
        yield Finding("blocker", "empty", "The timeline is empty: append a clip first.")


def check_media(subject: Subject) -> Iterator[Finding]:
    """Media that nobody sees or hears stops nothing."""
    for source in subject.sources.values():
        if source.info is None:
            yield Finding(
                "blocker" if source.is_rendered else "warning",
                "missing_media",
                f"“{source.name}” is missing or cannot be read: {_places(subject, source)}. "
                f"{source.problem}",
                Fix("relink", "Relink…"),
                item_id=source.uses[0].id,
                time=source.uses[0].start,
                media_url=source.media.url,
            )


def _places(subject: Subject, source: Source) -> str:
    """Picture and sound of one clip are one place."""
    times = list(dict.fromkeys(subject.clock(item.start) for item in source.uses))
    more = len(times) - _NAMED_USES
    also = f" and {more} more" if more > 0 else ""
    return f"used at {', '.join(times[:_NAMED_USES])}{also}"
