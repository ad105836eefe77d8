"""Markers as chapters: a WebVTT file, and the JSON of podcasts.

Source of the JSON: https://github.com/Podcastindex-org/podcast-namespace (jsonChapters).
"""

import json
from typing import Any, NamedTuple

from timeline_studio.timeline.captions.clock import thousandth
from timeline_studio.timeline.captions.cue import Cue
from timeline_studio.timeline.captions.tags import text_lines
from timeline_studio.timeline.captions.vtt import write_vtt
from timeline_studio.timeline.model import Marker, Timeline

JSON_VERSION = "1.2.0"


class Chapter(NamedTuple):
    """From `start` until `end`, in flicks; its title is one line."""

    start: int
    end: int
    title: str


def chapters_of(timeline: Timeline) -> list[Chapter]:
    """A chapter for each marker on the timeline, until the marker's end where it has a length,
    else until the next one begins. A poster's marker without a name is none."""
    markers = [each for each in timeline.markers if _is_chapter(each, timeline.duration)]
    ends = [*(marker.time for marker in markers[1:]), timeline.duration]
    chapters: list[Chapter] = []
    for number, (marker, next_start) in enumerate(zip(markers, ends, strict=False), 1):
        end = min(marker.time + marker.duration, next_start) if marker.duration else next_start
        if end > marker.time:
            title = " ".join(text_lines(marker.name)) or f"Chapter {number}"
            chapters.append(Chapter(marker.time, end, title))
    return chapters


def chapters_vtt(chapters: list[Chapter]) -> str:
    return write_vtt(Cue(each.start, each.end, each.title) for each in chapters)


def chapters_json(chapters: list[Chapter]) -> str:
    entries: list[dict[str, Any]] = [
        {
            "startTime": thousandth(each.start) / 1000,
            "endTime": thousandth(each.end) / 1000,
            "title": each.title,
        }
        for each in chapters
    ]
    return json.dumps({"version": JSON_VERSION, "chapters": entries}, ensure_ascii=False, indent=2)


def _is_chapter(marker: Marker, duration: int) -> bool:
    return marker.time < duration and not (marker.is_poster and not marker.name.strip())
