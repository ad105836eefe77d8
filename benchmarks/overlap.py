"""An export to an S3 server over a slow line: rendered, then sent, against sent while rendered.

python benchmarks/overlap.py ENDPOINT BUCKET [--seconds 40] [--repeat 3]

The line is as slow as the film takes to render, where the two ways differ most: at best a half.
Credentials come from the environment. The bucket must exist; what is stored there is removed.
"""

import argparse
import sys
from contextlib import nullcontext
from fractions import Fraction
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from media_factory import noise_video  # noqa: E402 -- the paths come first
from timeline_studio.render import ExportOptions, export_timeline  # noqa: E402
from timeline_studio.storage import OutgoingStore, S3Options, S3Store, sent_while_made  # noqa: E402
from timeline_studio.timeline.model import (  # noqa: E402
    Clip,
    MediaReference,
    Timeline,
    Track,
    new_id,
)
from timeline_studio.timeline.time import from_seconds  # noqa: E402

KEY = "benchmark/film.mp4"
OPTIONS = ExportOptions(preset="veryfast", crf=14)
CLIP_SECONDS = 2


def main() -> None:
    asked = _options()
    with TemporaryDirectory() as name:
        folder = Path(name)
        noise = noise_video(folder / "noise.mkv", size=(640, 360))
        timeline = _timeline(noise, asked.seconds // CLIP_SECONDS)
        began = monotonic()
        size = export_timeline(timeline, folder / "film.mp4", _file, OPTIONS).size_bytes
        rate = round(size / (monotonic() - began))
        walls: dict[bool, list[float]] = {False: [], True: []}
        for turn in range(asked.repeat):
            for overlaps in (False, True):
                store = _store(asked, folder / f"{turn}-{overlaps}", rate)
                walls[overlaps].append(_wall(store, timeline, folder, overlaps=overlaps))
                store.remote.delete(KEY)
    after, while_made = median(walls[False]), median(walls[True])
    print(f"film            {size / 1e6:6.1f} MB, line {rate / 1e6:.1f} MB/s")
    print(f"render, then send {after:6.1f} s")
    print(
        f"send while rendering {while_made:6.1f} s   ratio {while_made / after:.2f} (at most 0.75)"
    )


def _wall(store: OutgoingStore, timeline: Timeline, folder: Path, *, overlaps: bool) -> float:
    """Seconds until the object is complete."""
    began = monotonic()
    master = folder / "master.mp4"
    with sent_while_made(store, KEY) if overlaps else nullcontext() as growing:
        export_timeline(timeline, master, _file, OPTIONS, growing=growing)
        store.put_file(KEY, master, move=True)
    store.push(KEY)
    return monotonic() - began


def _store(asked: argparse.Namespace, folder: Path, rate: int) -> OutgoingStore:
    options = S3Options(endpoint=asked.endpoint, bytes_per_second=rate)
    remote = S3Store(
        asked.bucket, cache=folder / "cache", journals=folder / "journals", options=options
    )
    return OutgoingStore(remote, folder / "outgoing")


def _timeline(noise: Path, clips: int) -> Timeline:
    length = from_seconds(CLIP_SECONDS)
    items = tuple(
        Clip(
            id=new_id(),
            start=number * length,
            duration=length,
            source_start=0,
            media=MediaReference(url=str(noise)),
        )
        for number in range(clips)
    )
    track = Track(id=new_id(), kind="video", items=items)
    return Timeline(rate=Fraction(25), width=640, height=360, tracks=(track,))


def _file(media: MediaReference) -> Path:
    return Path(media.url)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("endpoint")
    parser.add_argument("bucket")
    parser.add_argument("--seconds", type=int, default=40)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
