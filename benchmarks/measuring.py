"""What a command costs, and whether its film is right."""

import os
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import monotonic

import av
import numpy as np
from sources import stamped_number


@dataclass(frozen=True)
class Cost:
    """Seconds and bytes; the memory is the process's largest resident set."""

    wall: float
    cpu: float
    peak_memory: int


def run(command: list[str]) -> Cost:
    """Raises CalledProcessError when the command fails."""
    began = monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def typical(costs: list[Cost]) -> Cost:
    """The medians."""
    rows = [asdict(cost) for cost in costs]
    return Cost(**{name: median(row[name] for row in rows) for name in rows[0]})


def wrong_frames(path: Path, expected: list[int]) -> int:
    """How many frames of a film do not carry the number they should."""
    with av.open(str(path)) as container:
        container.streams.video[0].thread_type = "AUTO"
        found = [stamped_number(frame) for frame in container.decode(video=0)]
    wrong = sum(a != b for a, b in zip(found, expected, strict=False))
    return wrong + abs(len(found) - len(expected))


def similarity(path: Path, sources: dict[int, Path], expected: list[int], step: int) -> float:
    """Mean SSIM of every `step`-th frame's luma against the source frames.

    `sources` gives a file by the number of its first frame. Blocks of 8 by 8, as in
    Wang et al. 2004 with a flat window.
    """
    wanted = {expected[index]: index for index in range(0, len(expected), step)}
    originals = {}
    for first, source in sources.items():
        with av.open(str(source)) as container:
            for offset, frame in enumerate(container.decode(video=0)):
                if first + offset in wanted:
                    originals[wanted[first + offset]] = _luma(frame)
    scores = []
    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index in originals:
                scores.append(_ssim(_luma(frame), originals.pop(index)))
    return float(np.mean(scores))


def _luma(frame: av.VideoFrame) -> np.ndarray:
    return frame.to_ndarray()[: frame.height, : frame.width]


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
