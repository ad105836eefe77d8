"""Is an HLS output right? Read back from the store, as a player would, and measured."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline_studio.productions.master_check import MasterCheck
from timeline_studio.productions.media_check import SoundRendition, SubtitleRendition
from timeline_studio.productions.playlist_reading import PlaylistReader
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.rendition_check import Rendition
from timeline_studio.storage import ObjectStore

_SHOWN = 8
_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True)
class VerifiedOutput:
    """Keys of the master playlists and of the posters, and what the masters offer: pictures,
    sound in renditions of its own (CMAF's), and captions."""

    playlists: list[str]
    posters: list[str]
    renditions: list[Rendition]
    sounds: list[SoundRendition] = field(default_factory=list)
    subtitles: list[SubtitleRendition] = field(default_factory=list)


def verify_outputs(
    store: ObjectStore, prefix: str, *, posters_expected: bool = True
) -> VerifiedOutput:
    """Everything below `prefix`. Raises ProductionError that lists what is wrong.

    Checked, in transport streams and in CMAF: the playlists are complete (VOD, ENDLIST) and true
    (durations, bit rates, codecs, sizes), every segment and init segment is there, each begins
    with an IDR picture, key pictures are at most 2.1 s apart, the renditions of a master are cut
    alike, sound ends with the picture, captions are WebVTT in the pictures' time, and posters
    are JPEG pictures.
    """
    reader = PlaylistReader(store, prefix)
    found = VerifiedOutput([], [key for key in reader.keys if key.endswith(".jpg")], [])
    problems: list[str] = []
    for key in reader.keys:
        if not key.endswith(".m3u8"):
            continue
        playlist = reader.parse(key)
        if playlist.is_variant:
            offered = MasterCheck(reader, key, playlist).run()
            found.playlists.append(key)
            found.renditions.extend(offered.renditions)
            found.sounds.extend(offered.sounds)
            found.subtitles.extend(offered.subtitles)
            problems += offered.problems
    problems += _check_posters(reader, found, is_expected=posters_expected)
    if not found.playlists:
        problems.append("there is no master playlist")
    if problems:
        more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise ProductionError(
            f"The outputs in {store.bucket}/{prefix} are not right: "
            f"{'; '.join(problems[:_SHOWN])}{more}. Retry the production."
        )
    return found


def _check_posters(
    reader: PlaylistReader, found: VerifiedOutput, *, is_expected: bool
) -> Iterator[str]:
    for poster in found.posters:
        if not reader.begins_with(poster, _JPEG):
            yield f"{poster} is no JPEG picture"
    folders = {posixpath.dirname(poster) for poster in found.posters}
    for master in found.playlists:
        if is_expected and posixpath.dirname(master) not in folders:
            yield f"{master} has no poster beside it"
