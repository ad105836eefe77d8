"""Is there room on the disk for what a send makes?"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline_studio.settings import Home
from timeline_studio.workflows.preflight.finding import Finding, Fix

_BITS_PER_PIXEL = 0.1
"""What x264 at the export's quality takes of usual footage; grain and water take more."""

_SOUND_BITS = 192_000
_COPIES = 2  # a rung is coded, then packaged, before the coded one goes
_LEAST = 0.4  # of the estimate: quiet footage takes so little
_TEMPORARY = 50_000_000


@dataclass(frozen=True)
class Need:
    """Bytes that a send writes on this computer, about."""

    master: int
    ladder: int


def need_of(
    seconds: float,
    size: tuple[int, int],
    rate: float,
    *,
    has_master: bool,
    profile: Mapping[str, Any] | None,
) -> Need:
    """`has_master`: it need not be rendered. `profile` is None where another computer makes
    the ladder."""
    bits = size[0] * size[1] * rate * _BITS_PER_PIXEL + _SOUND_BITS
    master = 0 if has_master else round(seconds * bits / 8)
    return Need(master, 0 if profile is None else round(seconds * sum(_bit_rates(profile)) / 8))


def check_room(home: Home, need: Need) -> Iterator[Finding]:
    """Where jobs work, where the library is, and where temporary files go."""
    working = need.master + _COPIES * need.ladder
    wanted = {home.work: working, home.store: need.master + need.ladder}
    if _device(home.work) == _device(home.store):
        wanted = {home.root: working}
    for folder, count in wanted.items():
        yield from _check(folder, count)
    yield from _check(Path(tempfile.gettempdir()), _TEMPORARY)


def _check(folder: Path, wanted: int) -> Iterator[Finding]:
    free = shutil.disk_usage(folder).free
    if free >= wanted:
        return
    yield Finding(
        "blocker" if free < wanted * _LEAST else "warning",
        "no_room",
        f"{_megabytes(free)} are free in {folder}, and this needs about {_megabytes(wanted)}.",
        Fix("free_space", "Free Space…"),
    )


def _device(folder: Path) -> int:
    return folder.stat().st_dev


def _bit_rates(profile: Any) -> Iterator[int]:
    """The highest rates of a profile's outputs, bits a second."""
    if isinstance(profile, Mapping):
        for name, value in profile.items():
            is_rate = name == "MaxBitrate" or (name == "Bitrate" and "MaxBitrate" not in profile)
            if is_rate and isinstance(value, int):
                yield value
            else:
                yield from _bit_rates(value)
    elif isinstance(profile, list):
        for value in profile:
            yield from _bit_rates(value)


def _megabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{max(count, 0) / 1e6:.0f} MB"
