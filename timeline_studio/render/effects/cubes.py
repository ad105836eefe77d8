"""The LUTs of a timeline: each file is found and read once."""

from pathlib import Path
from typing import NamedTuple

from timeline_studio.media.cube_file import Cube, read_cube
from timeline_studio.render.sources import Resolve
from timeline_studio.timeline.effects.effect import Lut
from timeline_studio.timeline.lut_reference import lut_reference


class LutFile(NamedTuple):
    """The path ends in .cube: by that libavfilter knows what it reads."""

    path: Path
    cube: Cube


class Cubes:
    """By what the files hold, as effects name them."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._found: dict[str, LutFile] = {}

    def of(self, lut: Lut) -> LutFile:
        """Raises MediaError that names the LUT when it is gone or broken."""
        if lut.digest not in self._found:
            path = self._resolve(lut_reference(lut))
            self._found[lut.digest] = LutFile(path, read_cube(path, lut.name))
        return self._found[lut.digest]
