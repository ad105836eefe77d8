"""One master playlist, with all that it names held against each other."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import m3u8

from timeline_studio.productions.media_check import (
    SoundRendition,
    SubtitleRendition,
    check_caption_times,
    check_sound,
    check_sound_times,
    check_subtitles,
)
from timeline_studio.productions.playlist_reading import Missing, PlaylistReader, resolve
from timeline_studio.productions.rendition_check import (
    Beside,
    Files,
    Rendition,
    check_rendition,
)
from timeline_studio.productions.segment_reading import Reading, SoundReading


@dataclass
class Offered:
    """What a master offers, and in `problems` what is wrong with it."""

    renditions: list[Rendition] = field(default_factory=list)
    sounds: list[SoundRendition] = field(default_factory=list)
    subtitles: list[SubtitleRendition] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class MasterCheck:
    def __init__(self, reader: PlaylistReader, key: str, master: m3u8.M3U8) -> None:
        self._reader = reader
        self._key = key
        self._master = master
        self._found = Offered()
        self._sounds: list[tuple[str, SoundReading]] = []
        self._ticks: list[tuple[str, list[int | None]]] = []

    def run(self) -> Offered:
        if not self._master.is_independent_segments:
            self._tell(f"{self._key} lacks EXT-X-INDEPENDENT-SEGMENTS")
        for media in self._master.media:
            if media.uri:
                self._check_media(media)
        first = None
        for variant in self._master.playlists:
            reading = self._check_variant(variant)
            first = first or reading
        self._found.problems += _check_alignment(self._key, self._found.renditions)
        if first is not None and first.starts:
            self._check_times(first)
        return self._found

    def _tell(self, problem: str) -> None:
        self._found.problems.append(problem)

    def _child(self, uri: str) -> tuple[str, m3u8.M3U8, Files] | None:
        """The key, the playlist and the files behind a URI; None when any of them is missing."""
        child = resolve(self._key, uri)
        if child not in self._reader.keys:
            self._tell(f"{self._key} names {child}, which is not there")
            return None
        playlist = self._reader.parse(child)
        try:
            return child, playlist, self._reader.files(child, playlist)
        except Missing as problem:
            self._tell(str(problem))
            return None

    def _check_media(self, media: m3u8.Media) -> None:
        child = self._child(media.uri)
        if child is None:
            return
        key, playlist, files = child
        if media.type == "AUDIO":
            sound, reading, problems = check_sound(key, media, playlist, files)
            self._found.sounds.append(sound)
            self._sounds.append((key, reading))
        elif media.type == "SUBTITLES":
            subtitle, ticks, problems = check_subtitles(key, media, playlist, files)
            self._found.subtitles.append(subtitle)
            self._ticks.append((key, ticks))
        else:
            return
        self._found.problems += problems

    def _check_variant(self, variant: m3u8.Playlist) -> Reading | None:
        child = self._child(variant.uri)
        if child is None:
            return None
        stated = variant.stream_info
        beside = self._beside(stated.audio, stated.subtitles)
        rendition, reading, problems = check_rendition(child[0], stated, *child[1:], beside)
        self._found.renditions.append(rendition)
        self._found.problems += problems
        return reading

    def _beside(self, sound_group: str | None, subtitle_group: str | None) -> Beside:
        """A player plays one of each group."""
        sounds = [one.peak for one in self._found.sounds if one.group == sound_group]
        subtitles = [one.peak for one in self._found.subtitles if one.group == subtitle_group]
        if sound_group and sound_group not in {media.group_id for media in self._master.media}:
            self._tell(f"{self._key} has no sound in the group “{sound_group}”")
        if self._found.subtitles and not subtitles:
            self._tell(f"{self._key} offers captions, and a picture without them")
        return Beside(max(sounds, default=0) + max(subtitles, default=0), bool(sounds))

    def _check_times(self, pictures: Reading) -> None:
        for key, sound in self._sounds:
            problems = check_sound_times(sound, pictures.starts, pictures.end)
            self._found.problems += [f"{key}: {problem}" for problem in problems]
        if self._found.renditions[0].is_cmaf:
            return
        for key, ticks in self._ticks:
            problems = check_caption_times(ticks, pictures.starts[0])
            self._found.problems += [f"{key}: {problem}" for problem in problems]


def _check_alignment(key: str, renditions: list[Rendition]) -> Iterator[str]:
    """Players switch between renditions at segment borders."""
    for other in renditions[1:]:
        first = renditions[0]
        frame = 1 / min(first.rate, other.rate)
        same = len(first.cuts) == len(other.cuts) and all(
            abs(a - b) < frame for a, b in zip(first.cuts, other.cuts, strict=True)
        )
        if not same:
            yield f"{key}: the segments of {first.playlist} and {other.playlist} are not aligned"
