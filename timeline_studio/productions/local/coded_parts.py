"""Where each coded part of a job lies: a file for each picture, one for each sound.

Rungs of the same picture share it: a CMAF group beside an HLS group is encoded once.
"""

from fractions import Fraction
from pathlib import Path

from timeline_studio.productions.local.cascade import PictureTask
from timeline_studio.productions.local.coded_file import CodedFile
from timeline_studio.productions.local.geometry import Layout
from timeline_studio.productions.local.plan import PictureCoding, SoundCoding
from timeline_studio.productions.local.sizing import Sized, SizedRung


class CodedParts:
    def __init__(self, sized: Sized, folder: Path) -> None:
        self._pictures: dict[tuple[Layout, PictureCoding], CodedFile] = {}
        self.sounds: dict[SoundCoding, CodedFile] = {}
        for ladder in sized.ladders:
            for sized_rung in ladder.rungs:
                path = folder / f"picture-{len(self._pictures)}.nut"
                self._pictures.setdefault(_part(sized_rung), CodedFile(path, 1 / sized.rate))
                if sized.has_sound and sized_rung.rung.sound:
                    self._add_sound(sized_rung.rung.sound, folder)
            for sound in sized.sounds(ladder.ladder):
                self._add_sound(sound.coding, folder)

    def picture_tasks(self) -> list[PictureTask]:
        return [PictureTask(file, *part) for part, file in self._pictures.items()]

    def picture(self, sized_rung: SizedRung) -> CodedFile:
        return self._pictures[_part(sized_rung)]

    def sound(self, coding: SoundCoding | None) -> CodedFile | None:
        """None for a rung, or a source, without sound."""
        return self.sounds.get(coding) if coding else None

    def _add_sound(self, coding: SoundCoding, folder: Path) -> None:
        path = folder / f"sound-{len(self.sounds)}.nut"
        self.sounds.setdefault(coding, CodedFile(path, Fraction(1, coding.sample_rate)))


def _part(sized_rung: SizedRung) -> tuple[Layout, PictureCoding]:
    return sized_rung.layout, sized_rung.rung.picture
