"""What was found out about sounds that were delivered before: nobody listens to them twice."""

import hashlib
import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

import av
import msgspec

from timeline_studio.media.content import content_digest
from timeline_studio.render.sound_plan import heard_tracks
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Clip, Item, Timeline, Track

SOUND_ENGINE: Final = 1
"""Raise it whenever the mixer, the limiter or the measuring make something else of a timeline."""

_log = logging.getLogger(__name__)
_UNHEARD = ("id", "name", "link", "markers", "metadata", "enabled", "transform", "opacity", "blend")


@dataclass(frozen=True)
class MasterPlan:
    """The mix is `gain_db` louder, and its true peak at most `ceiling_db`; coding takes `lost` LU
    of its loudness away."""

    gain_db: float
    ceiling_db: float
    lost: float = 0.0


class KeptMasters:
    """A small file each, by all that a sound is made of. What cannot be kept or read is found out
    anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, timeline: Timeline, sources: Sources, bit_rate: int) -> MasterPlan | None:
        try:
            data = self._file(timeline, sources, bit_rate).read_bytes()
            return msgspec.json.decode(data, type=MasterPlan)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, timeline: Timeline, sources: Sources, bit_rate: int, plan: MasterPlan) -> None:
        file = self._file(timeline, sources, bit_rate)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, suffix=".partial", delete=False) as part:
                part.write(msgspec.json.encode(plan))
            Path(part.name).replace(file)
        except OSError as error:
            _log.warning("How loud the sound is was not kept: %s", error)

    def _file(self, timeline: Timeline, sources: Sources, bit_rate: int) -> Path:
        digest = sound_fingerprint(timeline, sources, bit_rate)
        return self._folder / f"{digest}.master"


def sound_fingerprint(timeline: Timeline, sources: Sources, bit_rate: int) -> str:
    """40 hexadecimal digits of all that can be heard of a timeline, its media by content.

    Raises MediaError where media is missing.
    """
    digest = cache(content_digest)

    def item(each: Item) -> dict[str, Any]:
        fields: dict[str, Any] = msgspec.to_builtins(each, enc_hook=str)
        for name in _UNHEARD:
            fields.pop(name, None)
        if isinstance(each, Clip):
            fields["media"] = digest(sources.info(each.media).path)
        return fields

    def track(each: Track) -> list[Any]:
        joins = [[join.cut, join.in_offset, join.out_offset] for join in each.transitions]
        items = [item(one) for one in each.items if one.enabled]
        return [each.id, each.gain_db, each.pan, each.ducking, joins, items]

    made_of = [
        SOUND_ENGINE,
        av.library_versions,
        timeline.duration,
        timeline.loudness,
        timeline.limiter,
        bit_rate,
        [track(each) for each in heard_tracks(timeline)],
    ]
    encoded = msgspec.json.encode(made_of, order="deterministic", enc_hook=str)
    return hashlib.blake2b(encoded, digest_size=20).hexdigest()
