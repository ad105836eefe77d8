"""A place to send from and to, and a small ladder that a test can make in a second."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from ladder_factory import PREFIX, settings_of
from media_factory import read_stamp
from timeline_studio.productions import VerifiedOutput, transcode, verify_outputs
from timeline_studio.storage import LocalFolderStore


@dataclass
class Bench:
    """Two buckets in a folder, and one production of one source."""

    root: Path
    media: LocalFolderStore
    output: LocalFolderStore
    settings: dict[str, Any] = field(default_factory=dict)
    reports: list[tuple[float, str]] = field(default_factory=list)

    def choose(self, profile: str, *, source: Path, small: bool = True) -> dict[str, Any]:
        key = f"videos/2026-11/21/asset/video{source.suffix}"
        self.media.put_file(key, source)
        self.settings = settings_of(profile, self.media.uri(key), small=small)
        return self.settings

    def run(
        self,
        progress: Callable[[float, str], None] | None = None,
        output: LocalFolderStore | None = None,
        source_name: str | None = None,
    ) -> None:
        stores = {"media": self.media, "output": output or self.output}
        transcode(
            self.settings,
            stores,
            work_dir=self.root / "work",
            progress=progress or (lambda *report: self.reports.append(report)),
            source_name=source_name,
        )

    def send(self, profile: str, source: Path, *, small: bool = True) -> VerifiedOutput:
        self.choose(profile, source=source, small=small)
        self.run()
        return self.verify()

    def verify(self) -> VerifiedOutput:
        return verify_outputs(self.output, PREFIX)

    def listed(self) -> list[str]:
        return [found.key.removeprefix(PREFIX) for found in self.output.list(PREFIX)]

    def text(self, name: str) -> str:
        return self.output.get(PREFIX + name).decode()

    def played(self, playlist: str) -> "Played":
        return Played(self.output.fetch(PREFIX + playlist))

    def folder(self, name: str) -> Path:
        return self.root / "store" / "output" / PREFIX / name


class Played:
    """A media playlist decoded to its end; times in seconds from the first picture."""

    def __init__(self, playlist: Path) -> None:
        self.stamps: list[int | None] = []
        self.times: list[float] = []
        self.pictures: list[np.ndarray] = []
        blocks: list[np.ndarray] = []
        sound_start = None
        with av.open(str(playlist), options={"allowed_extensions": "ALL"}) as container:
            self.has_sound = bool(container.streams.audio)
            for frame in container.decode():
                if isinstance(frame, av.VideoFrame):
                    self.times.append(frame.time)
                    self.stamps.append(read_stamp(frame))
                    self.pictures.append(frame.to_ndarray(format="gray"))
                else:
                    sound_start = frame.time if sound_start is None else sound_start
                    blocks.append(frame.to_ndarray())
        self.samples = np.concatenate(blocks, axis=1) if blocks else np.zeros((2, 0))
        self.sound_lead = (sound_start or 0.0) - self.times[0]
        self.times = [time - self.times[0] for time in self.times]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    store = tmp_path / "store"
    before = threading.active_count()
    yield Bench(tmp_path, LocalFolderStore(store, "media"), LocalFolderStore(store, "output"))
    assert threading.active_count() == before, "a thread of the engine is left"
    work = tmp_path / "work"
    assert not work.exists() or not list(work.iterdir()), "unfinished work is left"
