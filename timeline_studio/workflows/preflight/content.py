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
                _words(source, _places(subject, source)),
                Fix("relink", "Relink…"),
                item_id=source.uses[0].id,
                time=source.uses[0].start,
                media_url=source.media.url,
            )


def _words(source: Source, places: str) -> str:
    """A problem with a file names its path, which says little of a file in the library."""
    name = "" if source.name in source.problem else f"“{source.name}”: "
    return f"{name}{source.problem} {places}."


def _places(subject: Subject, source: Source) -> str:
    """Picture and sound of one clip are one place."""
    times = list(dict.fromkeys(subject.clock(item.start) for item in source.uses))
    more = len(times) - _NAMED_USES
    also = f" and {more} more" if more > 0 else ""
    return f"Used at {', '.join(times[:_NAMED_USES])}{also}"
