"""The sound of one untouched clip, copied: the packets of its source, not encoded again."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import msgspec
import numpy as np
from av.packet import Packet

from timeline_studio.media import AudioReader
from timeline_studio.media.coded_sound import CodedSound
from timeline_studio.render.mastering.aac import SAMPLE_RATE, AacPacket
from timeline_studio.render.sound_plan import Voice, heard_tracks, plan_sound
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Clip, Timeline
from timeline_studio.timeline.time import sample_at

_FRAME = 1024
_LEAD_PACKETS = 2
"""In front of the first sample: what a decoder needs to have settled there."""
_COMPARED_PACKETS = 12
_STEP = 2.0**-15  # of 16 bits: AAC's substituted noise is another one with each start
_CONFIGURATIONS = (b"\x11\x90", b"\x11\x90\x56\xe5\x00")
"""AudioSpecificConfig (ISO/IEC 14496-3, 1.6): AAC-LC, 48 kHz, stereo, frames of 1024; the longer
one says that there is no spectral band replication."""

_SILENT = {"type", "id", "name", "link", "group", "markers", "metadata", "enabled"}
_SILENT |= {"start", "duration", "source_start", "media", "keep_pitch"}
_SILENT |= {"effects", "transform", "opacity", "blend"}
"""What a clip may have set without another sound; any other property has it mixed."""
_SILENT_ON_TRACK = {"id", "kind", "name", "items", "locked", "solo", "sync_lock", "metadata"}


@dataclass(frozen=True)
class SoundCopy:
    """Sample 0 of the film is sample `first` of the source; the film has `samples`."""

    path: Path
    first: int
    samples: int


def find_sound_copy(timeline: Timeline, sources: Sources, samples: int) -> SoundCopy | None:
    """Where all that is heard is one clip, as it is, from AAC that a film may hold."""
    voice = _lone_voice(timeline, samples)
    if voice is None or not sources.info(voice.clip.media).audio:
        return None
    path = sources.info(voice.clip.media).path
    found = SoundCopy(path, sample_at(voice.clip.source_start, SAMPLE_RATE), samples)
    with CodedSound(path) as sound:
        fits = sound.codec == "aac LC" and sound.sample_rate == SAMPLE_RATE
        if not fits or sound.extradata not in _CONFIGURATIONS:
            return None
        extradata = sound.extradata
    return found if _is_whole(found) and _sounds_alike(found, extradata) else None


def copied_sound(copy: SoundCopy) -> Iterator[AacPacket]:
    """From the packets that lead in, whose times are negative; the last is cut at the end."""
    with CodedSound(copy.path) as sound:
        for place, data in sound.packets(copy.first):
            start = int(place) - copy.first
            if start >= copy.samples:
                return
            if start > -(_LEAD_PACKETS + 1) * _FRAME:
                packet: AacPacket = Packet(data)
                packet.pts = packet.dts = start
                packet.duration = min(_FRAME, copy.samples - start)
                packet.time_base = Fraction(1, SAMPLE_RATE)
                packet.is_keyframe = True
                yield packet


def _lone_voice(timeline: Timeline, samples: int) -> Voice | None:
    voices = plan_sound(timeline, SAMPLE_RATE)
    if len(voices) != 1 or timeline.loudness is not None or timeline.limiter:
        return None
    voice = voices[0]
    (track,) = (track for track in heard_tracks(timeline) if voice.clip in track.items)
    plain = _set_in(voice.clip) <= _SILENT and _set_in(track) <= _SILENT_ON_TRACK
    is_all = voice.start <= 0 and voice.end >= samples and voice.origin == 0
    return voice if plain and is_all else None


def _set_in(thing: Clip | object) -> set[str]:
    """The names of the fields that are not as in any other."""
    return set(msgspec.to_builtins(thing, enc_hook=str))


def _is_whole(copy: SoundCopy) -> bool:
    """Whether the packets follow each other, sample by sample, and reach to the end."""
    expected: Fraction | None = None
    with CodedSound(copy.path) as sound:
        for place, _ in sound.packets(copy.first):
            if place.denominator != 1 or (expected is None and place > copy.first):
                return False
            if expected is not None and place != expected:
                return False
            expected = place + _FRAME
            if expected >= copy.first + copy.samples:
                return True
    return False


def _sounds_alike(copy: SoundCopy, extradata: bytes) -> bool:
    """Whether what the film begins with is what is heard there of the source."""
    context = av.CodecContext.create("aac", "r")
    context.extradata = extradata
    heard = []
    for packet in islice(copied_sound(copy), _COMPARED_PACKETS):
        start = packet.pts or 0
        for frame in context.decode(packet):
            samples = np.asarray(frame.to_ndarray(), np.float32)
            heard.append(samples[:, max(0, -start) :])
    ours = np.concatenate(heard, axis=1)[:, : copy.samples]
    with AudioReader(copy.path, sample_rate=SAMPLE_RATE) as reader:
        return bool(np.abs(ours - reader.samples(copy.first, ours.shape[1])).max() < _STEP)
