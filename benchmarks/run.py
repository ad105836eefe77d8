"""What Timeline Studio's engine costs, beside other programs that do the same work in turns.

Same sources, same settings of x264, medians of `--repeat` runs, one table; all of it in
work/results.json. On a busy machine the CPU's ratios tell more than the walls'.

python benchmarks/run.py [WORK …] [--seconds 60] [--cuts 12] [--repeat 3]
"""

import argparse
import json
import os
import platform
import sys
from pathlib import Path
from statistics import mean

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

import settings  # noqa: E402 -- the paths come first
import works  # noqa: E402
from comparing import compare, print_table  # noqa: E402
from melt import find_melt  # noqa: E402
from peer import find_ffmpeg  # noqa: E402

WORK = HERE / "work"
_WORKS = {
    "cuts": works.cuts,
    "layers": works.layers,
    "copied": works.copied,
    "trimmed": works.trimmed,
    "reused": works.reused,
    "rungs": works.rungs,
    "memory": works.memory,
}


def main() -> None:
    options = _options()
    WORK.mkdir(exist_ok=True)
    bench = works.Bench(WORK, options.seconds, options.cuts, _ffmpeg(), _melt())
    print(f"x264 {settings.PRESET}, crf {settings.CRF}; AAC, {settings.SOUND_BITS} bits a second")
    loads = [os.getloadavg()[0]]
    found = []
    for name in options.works or _WORKS:
        for work in _WORKS[name](bench):
            found.append(compare(work, options.repeat))
            loads.append(os.getloadavg()[0])
    print_table(found)
    print(f"load average {mean(loads):.1f} on {os.cpu_count()} processors")
    report = {
        "options": vars(options),
        "encoding": {"ffmpeg": settings.FFMPEG, "melt": settings.MELT},
        "machine": {
            "cpus": os.cpu_count(),
            "loads": loads,
            "python": platform.python_version(),
            "os": platform.platform(),
        },
        "works": {each.work.name: each.as_json() for each in found},
    }
    (WORK / "results.json").write_text(json.dumps(report, indent=1), "utf-8")


def _ffmpeg() -> str | None:
    found = find_ffmpeg(WORK / "peer")
    if found is None:
        print("ffmpeg: skipped, imageio-ffmpeg cannot be installed and there is none on the path")
    return found


def _melt() -> str | None:
    found = find_melt()
    if found is None:
        print("melt: skipped, it is not installed (Debian: apt-get install melt)")
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("works", nargs="*", metavar="WORK", help=", ".join(_WORKS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--cuts", type=int, default=12)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    unknown = set(options.works) - set(_WORKS)
    if unknown:
        parser.error(f"no such work: {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    main()
