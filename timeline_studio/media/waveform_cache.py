"""Waveforms that were made before."""

import contextlib
import zipfile
from collections.abc import Callable
from pathlib import Path

from timeline_studio.media.identity import file_identity
from timeline_studio.media.waveform import Waveform, waveform

_FORMAT = 1  # in the files' names: raise it when what they hold changes
_UNREADABLE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


class WaveformCache:
    """Waveforms in a folder, one file each; a source that changes gets another."""

    def __init__(self, folder: Path, *, peaks_per_second: int = 100) -> None:
        self._folder = folder
        self._peaks_per_second = peaks_per_second

    def get(self, path: Path, *, progress: Callable[[float], None] | None = None) -> Waveform:
        """Made when first asked for; `progress` is told only then. Raises MediaError."""
        stored = self._file(path)
        try:
            return Waveform.load(stored)
        except _UNREADABLE:
            pass
        made = waveform(path, peaks_per_second=self._peaks_per_second, progress=progress)
        with contextlib.suppress(OSError):  # a full disk: it is made again the next time
            made.save(stored)
        return made

    def _file(self, path: Path) -> Path:
        name = f"{file_identity(path).digest()}-{self._peaks_per_second}-{_FORMAT}.npz"
        return self._folder / name
