"""Feeds spoilt media to the program's readers, in a process that may die.

By hand, for longer than the suite does: `python tests/media_fuzz.py --seconds 600`. What hangs,
crashes or is told in other words than a StudioError's is kept in `--keep`, one file each.
"""

import argparse
import json
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from media_mutation import mutated, whole_files

_READING = Path(__file__).with_name("media_reading.py")


class Reading:
    """The process that reads; begun anew when it died or was ended at its deadline."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, path: Path) -> str:
        """What came of it: "ok", "refused: …"; or what is wrong: "bug: …", "crash: …", "hang"."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\n".encode())
        process.stdin.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            if not selector.select(self._deadline):
                self._end()
                return "hang"
        line = process.stdout.readline()
        if not line:
            code = process.wait()
            self._end()
            return f"crash: it ended with {code}"
        return str(json.loads(line))

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, str(_READING)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def is_wrong(answer: str) -> bool:
    return answer != "ok" and not answer.startswith("refused: ")


def fuzz(folder: Path, seeds: range, deadline: float) -> dict[Path, str]:
    """Each seed spoils one file; those that are not read as they should be, and why."""
    wholes = whole_files(folder)
    wrong = {}
    with Reading(deadline) as reading:
        for seed in seeds:
            whole = wholes[seed % len(wholes)]
            spoilt = folder / f"{seed}-{whole.name}"
            spoilt.write_bytes(mutated(whole.read_bytes(), Random(seed)))
            answer = reading.read(spoilt)
            if is_wrong(answer):
                wrong[spoilt] = answer
            else:
                spoilt.unlink()
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"))
    parser.add_argument("--deadline", type=float, default=20)
    asked = parser.parse_args()
    asked.keep.mkdir(parents=True, exist_ok=True)
    seed, end, step, found = asked.first, time.monotonic() + asked.seconds, 50, 0
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            for path, answer in fuzz(
                Path(folder), range(seed, seed + step), asked.deadline
            ).items():
                found += 1
                shutil.copy(path, asked.keep)
                (asked.keep / f"{path.name}.txt").write_text(answer)
                print(f"{path.name}: {answer.strip().splitlines()[-1]}", flush=True)  # noqa: T201
        seed += step
    print(f"{seed - asked.first} files, {found} of them read wrongly")  # noqa: T201


if __name__ == "__main__":
    main()
