"""What is copied comes back as it was, and nothing else is taken for it."""

from fractions import Fraction

import pytest

from timeline_studio.timeline import edits
from timeline_studio.timeline.document import to_json
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.fragment_document import fragment_from_json, fragment_to_json
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND


def clip(name: str, start: int) -> Clip:
    media = MediaReference(url="upload:1", duration=60 * SECOND)
    return Clip(
        id=name, start=start * SECOND, duration=2 * SECOND, media=media, speed=Fraction(1, 3)
    )


@pytest.fixture
def film() -> Timeline:
    video = [Track(id=f"V{n}", kind="video", items=(clip(f"v{n}", 2 * n),)) for n in (1, 2, 3)]
    sound = Track(id="A1", kind="audio", items=(clip("a", 2), clip("b", 4)))
    return Timeline(tracks=(*video, sound))


def test_rows_keep_their_distance_and_everything_in_them(film):
    fragment = edits.copy(film, ["v1", "v3", "b"])
    assert fragment_from_json(fragment_to_json(fragment)) == fragment


@pytest.mark.parametrize("text", ["", "{}", "[1]", to_json(Timeline())])
def test_anything_else_is_refused(text):
    with pytest.raises(DocumentError):
        fragment_from_json(text)
