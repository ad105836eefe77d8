"""What a command costs, and whether its film is right."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import av
import numpy as np
from sources import stamped_number

_WAITING = """
import json, os, sys, time
began = time.monotonic()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
json.dump([time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024,
           os.waitstatus_to_exitcode(status)], sys.stderr)
"""
"""A process starts with the memory of the one that it came from: this one is small."""


@dataclass(frozen=True)
class Cost:
    """Seconds and bytes; the memory is the process's largest resident set."""

    wall: float
    cpu: float
    peak_memory: int


@dataclass(frozen=True)
class Expected:
    """What is stamped on each frame of a film, None where two pictures mix; `sources` are files by
    the number of their first frame; `region` (top, bottom, left, right) is what they alone show."""

    numbers: Sequence[int | None]
    sources: dict[int, Path]
    region: tuple[int, int, int, int] = (0, 1080, 0, 1920)


@dataclass(frozen=True)
class Quality:
    """`ssim` is of the luma against the sources."""

    wrong_frames: int
    ssim: float
    size_bytes: int


def run(command: list[str]) -> Cost:
    """Of the whole process. Raises CalledProcessError when the command fails."""
    cost, _ = _run(command)
    return cost


def run_export(command: list[str]) -> Cost:
    """Of the export that benchmarks/export.py tells of, without the start of the process: the
    program's worker is there before it gets its work."""
    _, said = _run(command)
    return Cost(**json.loads(said.splitlines()[-1]))


def _run(command: list[str]) -> tuple[Cost, str]:
    waiting = [sys.executable, "-S", "-E", "-c", _WAITING, *command]
    with subprocess.Popen(
        waiting, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        said, told = process.communicate()
    wall, cpu, memory, code = json.loads("[" + told.rpartition("[")[2])
    if code:
        print(told.rpartition("[")[0], file=sys.stderr)
        raise subprocess.CalledProcessError(code, command, said, told)
    return Cost(wall, cpu, memory), said


def typical(costs: list[Cost]) -> Cost:
    """The medians."""
    rows = [asdict(cost) for cost in costs]
    return Cost(**{name: median(row[name] for row in rows) for name in rows[0]})


def quality(path: Path, expected: Expected) -> Quality:
    return Quality(
        wrong_frames(path, expected.numbers),
        similarity(path, expected, step=10),
        path.stat().st_size,
    )


def wrong_frames(path: Path, expected: Sequence[int | None]) -> int:
    """How many frames of a film do not carry the number they should."""
    with av.open(str(path)) as container:
        container.streams.video[0].thread_type = "AUTO"
        found = [stamped_number(frame) for frame in container.decode(video=0)]
    pairs = zip(found, expected, strict=False)
    wrong = sum(number is not None and seen != number for seen, number in pairs)
    return wrong + abs(len(found) - len(expected))


def similarity(path: Path, expected: Expected, step: int) -> float:
    """Mean SSIM of every `step`-th frame's luma against the source frames.

    Blocks of 8 by 8, as in Wang et al. 2004 with a flat window.
    """
    numbers = expected.numbers
    wanted = {numbers[index]: index for index in range(0, len(numbers), step) if numbers[index]}
    originals = {}
    for first, source in expected.sources.items():
        with av.open(str(source)) as container:
            container.streams.video[0].thread_type = "AUTO"
            for offset, frame in enumerate(container.decode(video=0)):
                if first + offset in wanted:
                    originals[wanted[first + offset]] = _luma(frame, expected.region)
    scores = []
    with av.open(str(path)) as container:
        container.streams.video[0].thread_type = "AUTO"
        for index, frame in enumerate(container.decode(video=0)):
            if index in originals:
                scores.append(_ssim(_luma(frame, expected.region), originals.pop(index)))
    return float(np.mean(scores))


def _luma(frame: av.VideoFrame, region: tuple[int, int, int, int]) -> np.ndarray:
    top, bottom, left, right = region
    return frame.to_ndarray()[: frame.height, : frame.width][top:bottom, left:right].copy()


def _ssim(left: np.ndarray, right: np.ndarray) -> float:
    a, b = _blocks(left), _blocks(right)
    mean_a, mean_b = a.mean(axis=1), b.mean(axis=1)
    covariance = (a * b).mean(axis=1) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    top = (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
    bottom = (mean_a**2 + mean_b**2 + c1) * (a.var(axis=1) + b.var(axis=1) + c2)
    return float((top / bottom).mean())


def _blocks(luma: np.ndarray) -> np.ndarray:
    height, width = luma.shape[0] // 8 * 8, luma.shape[1] // 8 * 8
    cut = luma[:height, :width].astype(np.float32)
    return cut.reshape(height // 8, 8, width // 8, 8).swapaxes(1, 2).reshape(-1, 64)
