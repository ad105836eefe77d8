"""Timelines of real footage, and what a check says of them."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from timeline_studio.timeline.edits import append_linked
from timeline_studio.timeline.model import Timeline, empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media, items_for
from timeline_studio.workflows.preflight import Finding, check_timeline
from timeline_studio.workflows.projects import create_project

Check = Callable[..., list[Finding]]


@pytest.fixture
def check(studio: Studio) -> Check:
    """Stores a timeline under a name and checks it; with `code`, only such findings."""

    def run(timeline: Timeline, name: str | None = "Holiday", *, code: str = "") -> list[Finding]:
        project = create_project(studio, name, timeline)
        found = check_timeline(studio, project.id)
        return [finding for finding in found if code in ("", finding.code)]

    return run


@pytest.fixture
def film(studio: Studio) -> Callable[..., Timeline]:
    """All of these files one after the other, 160x90 at 25 fps where nothing else is said."""

    def make(*paths: Path, rate: Fraction | int = 25, **properties: Any) -> Timeline:
        size = {"width": 160, "height": 90} | properties
        timeline = msgspec.structs.replace(empty_timeline(rate=Fraction(rate)), **size)
        for upload in import_media(studio, paths):
            video, audio = timeline.tracks[0].id, timeline.tracks[-1].id
            picture, sound = items_for(studio, upload, rate=timeline.rate)
            pair = {video: picture, audio: sound}
            timeline = append_linked(
                timeline, {track: item for track, item in pair.items() if item is not None}
            )
        return timeline

    return make
