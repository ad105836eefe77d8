"""Links that open a timeline in the window: `timelinestudio://project/12`."""

import re

from timeline_studio.errors import StudioError

SCHEME = "timelinestudio"

_PROJECT = re.compile(rf"{SCHEME}://project/([0-9]{{1,18}})/?", re.IGNORECASE)


class LinkError(StudioError):
    """A link that names no timeline."""


def project_link(project_id: int) -> str:
    return f"{SCHEME}://project/{project_id}"


def project_of_link(link: str) -> int:
    """The id of the timeline that `link` names. Raises LinkError for anything else: links come
    from strangers, and mean nothing but what is written here."""
    match = _PROJECT.fullmatch(link.strip())
    if match is None:
        shown = link if len(link) <= 60 else f"{link[:60]}…"
        raise LinkError(
            f"The link {shown!r} opens nothing: it should look like {project_link(12)}."
        )
    return int(match[1])


def is_link(text: str) -> bool:
    """Whether it is meant as a link of ours, right or wrong."""
    return text.lower().startswith(f"{SCHEME}:")
