"""One export, as the program's worker makes it; prints what it cost as JSON.

python benchmarks/export.py FILM.json OUT.mp4 [--copy] [--cache FOLDER] [--ahead]
"""

import argparse
import json
import os
import resource
from pathlib import Path
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from settings import CRF, PRESET, SOUND_BITS

from timeline_studio.render import ExportOptions, SegmentCache, export_timeline, prepare_text
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import MediaReference

_CACHE_BYTES = 20 * 10**9


def main() -> None:
    options = _options()
    film = from_json(options.film.read_text("utf-8"))
    cache = None if options.cache is None else SegmentCache(options.cache, limit_bytes=_CACHE_BYTES)
    settings = ExportOptions(
        preset=PRESET, crf=CRF, audio_bitrate=SOUND_BITS, match_source=options.copy
    )
    began, before = monotonic(), resource.getrusage(resource.RUSAGE_SELF)
    if options.ahead:
        from timeline_studio.render.segments.ahead import RenderAhead  # noqa: PLC0415 - seldom

        prepare_text()
        for _ in RenderAhead(film, _path, settings, cache).render():
            pass
    else:
        export_timeline(film, options.out, _path, settings, cache=cache)
    after = resource.getrusage(resource.RUSAGE_SELF)
    cost = {
        "wall": monotonic() - began,
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "peak_memory": after.ru_maxrss * 1024,
    }
    print(json.dumps(cost))


def _path(media: MediaReference) -> Path:
    return Path(media.url)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--copy", action="store_true", help="copy what is shown untouched")
    parser.add_argument("--cache", type=Path, help="keeps segments and sound")
    parser.add_argument("--ahead", action="store_true", help="fill the cache, write no film")
    return parser.parse_args()


if __name__ == "__main__":
    main()
