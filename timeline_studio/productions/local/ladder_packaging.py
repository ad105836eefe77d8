"""One ladder, from its coded parts to its playlists: HLS or CMAF, with sound and captions."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from timeline_studio.productions.local.coded_parts import CodedParts
from timeline_studio.productions.local.dash import write_dash
from timeline_studio.productions.local.master import (
    CaptionRendition,
    Packaged,
    Rendition,
    SoundRendition,
    write_master,
)
from timeline_studio.productions.local.packaging import PICTURE, SOUND, package_cmaf, package_ts
from timeline_studio.productions.local.plan import CaptionSource
from timeline_studio.productions.local.sizing import Sized, SizedLadder, SizedRung
from timeline_studio.productions.local.subtitles import (
    first_tick,
    segment_borders,
    write_subtitles,
)
from timeline_studio.productions.webvtt import Cue, plain

Cues = Mapping[CaptionSource, Sequence[Cue]]
_DIGITS_TS, _DIGITS_CMAF = 5, 9


class LadderPackaging:
    """Writes a ladder's files into `home`. `check` is called often and may raise."""

    def __init__(
        self, sized: Sized, ladder: SizedLadder, home: Path, *, check: Callable[[], None]
    ) -> None:
        self._sized = sized
        self._ladder = ladder
        self._home = home
        self._check = check
        self._cutting = sized.cutting(ladder)
        self._packaged = Packaged()

    def add_rung(self, sized_rung: SizedRung, parts: CodedParts) -> None:
        picture, sound = parts.picture(sized_rung), parts.sound(sized_rung.rung.sound)
        playlist = self._playlist(sized_rung.rung.modifier)
        if self._ladder.ladder.is_cmaf:
            package_cmaf(picture, playlist, PICTURE, self._cutting, check=self._check)
        else:
            files = [picture, sound] if sound else [picture]
            package_ts(files, playlist, self._cutting, check=self._check)
        self._packaged.pictures.append(
            Rendition(
                playlist,
                picture,
                sized_rung.layout.canvas,
                has_sound=sound is not None,
                sound_groups=self._sound_groups(sized_rung),
            )
        )

    def add_sounds(self, parts: CodedParts) -> None:
        for output in self._sized.sounds(self._ladder.ladder):
            playlist = self._playlist(output.modifier)
            package_cmaf(
                parts.sounds[output.coding], playlist, SOUND, self._cutting, check=self._check
            )
            self._packaged.sounds.append(SoundRendition(playlist, output))

    def add_captions(self, cues: Cues) -> None:
        """After the rungs: captions are cut like the best one's pictures."""
        ladder = self._ladder.ladder
        best = self._packaged.by_size()[0].playlist
        for output in ladder.captions:
            playlist = self._playlist(output.modifier)
            own = cues[output.source]
            write_subtitles(
                playlist,
                own if output.is_styled else plain(own),
                segment_borders(best, ladder.caption_seconds),
                # CMAF's time begins with the film
                ticks=0 if ladder.is_cmaf else first_tick(best),
                digits=_DIGITS_CMAF if ladder.is_cmaf else _DIGITS_TS,
            )
            self._packaged.captions.append(CaptionRendition(playlist, output))

    def write_masters(self, cues: Cues) -> list[Path]:
        """The HLS master, and a DASH one where it is asked for."""
        masters = [self._playlist("")]
        write_master(masters[0], self._packaged, self._sized.rate)
        if self._ladder.ladder.has_dash:
            masters.append(masters[0].with_suffix(".mpd"))
            write_dash(masters[1], self._packaged, self._sized, cues)
        return masters

    def _playlist(self, modifier: str) -> Path:
        # no with_suffix: a modifier may hold dots
        return self._home / f"{self._ladder.ladder.place.base}{modifier}.m3u8"

    def _sound_groups(self, sized_rung: SizedRung) -> tuple[str, ...]:
        groups = (sound.group for sound in self._sized.sounds(self._ladder.ladder))
        wanted = sized_rung.rung.sound_groups
        return tuple(dict.fromkeys(g for g in groups if wanted is None or g in wanted))
