"""What a deletion would break or take, to be told before it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import used_in


@dataclass(frozen=True)
class Consequences:
    """What a deletion of uploads would break, and take: names of timelines, and of productions."""

    timelines: tuple[str, ...]
    productions: tuple[str, ...]


def consequences_of(studio: Studio, upload_ids: Sequence[int]) -> Consequences:
    timelines: dict[str, None] = {}
    productions: list[str] = []
    for upload_id in upload_ids:
        timelines |= dict.fromkeys(used_in(studio, upload_id))
        with studio.reading() as work:
            upload = work.uploads.get(upload_id)
            made = work.productions.of_upload(upload_id)
        productions += [production.name or upload.name for production in made]
    return Consequences(tuple(timelines), tuple(productions))
