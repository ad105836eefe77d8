"""Which encoders work on this computer: each has encoded something, in a process of its own."""

import logging
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from time import monotonic

import msgspec

from timeline_studio.errors import StudioError
from timeline_studio.render.encoders import ENCODERS, encoder_named
from timeline_studio.render.encoders.trial import ffmpeg_build, tell_reasons, trouble_with
from timeline_studio.settings import Home

_log = logging.getLogger(__name__)
_LONGEST_SECONDS = 60.0
_LOOK_SECONDS = 0.2


class TrialsStoppedError(StudioError):
    """Nobody waits for the answers any more."""


class EncoderTrial(msgspec.Struct, frozen=True, omit_defaults=True):
    """`trouble` says why the encoder cannot be used; it is empty where it can."""

    encoder: str
    trouble: str = ""

    @property
    def works(self) -> bool:
        return not self.trouble


class EncoderTrials(msgspec.Struct, frozen=True):
    """Of all encoders, in the order of `ENCODERS`, with one build of FFmpeg."""

    build: str
    trials: tuple[EncoderTrial, ...]

    @property
    def proven(self) -> tuple[str, ...]:
        """FFmpeg's names of those that work."""
        return tuple(trial.encoder for trial in self.trials if trial.works)


def known_trials(home: Home) -> EncoderTrials | None:
    """What was found before; None where nothing was, or with another FFmpeg."""
    try:
        known = msgspec.json.decode(home.encoders.read_bytes(), type=EncoderTrials)
    except (OSError, msgspec.MsgspecError):
        return None
    return known if known.build == ffmpeg_build() else None


def proven_encoders(home: Home) -> tuple[str, ...]:
    """Nothing is proven before the first trial."""
    known = known_trials(home)
    return () if known is None else known.proven


def try_encoders(
    home: Home,
    command: Sequence[str],
    *,
    longest_seconds: float = _LONGEST_SECONDS,
    stop: Event | None = None,
) -> EncoderTrials:
    """Try all of them, and remember it. `command`, with their names behind it, runs
    `serve_trials`: a driver may end that process, or keep it for `longest_seconds`, and fails
    alone then. Raises TrialsStoppedError soon after `stop` is set; nothing is remembered then."""
    stop = stop or Event()
    found: dict[str, EncoderTrial] = {}
    left = [encoder.name for encoder in ENCODERS]
    while left:
        answers, ending = _answers([*command, *left], longest_seconds, stop)
        found |= {trial.encoder: trial for trial in answers if trial.encoder in left}
        left = [name for name in left if name not in found]
        if left:
            lost = left.pop(0)
            found[lost] = EncoderTrial(lost, ending)
    trials = EncoderTrials(ffmpeg_build(), tuple(found[encoder.name] for encoder in ENCODERS))
    _remember(home.encoders, trials)
    return trials


def serve_trials(names: Iterable[str]) -> Iterator[bytes]:
    """The other process's part: a line for each, as soon as it is known."""
    tell_reasons()
    for name in names:
        encoder = encoder_named(name)
        if encoder is not None:
            trial = EncoderTrial(name, trouble_with(encoder))
            yield msgspec.json.encode(trial) + b"\n"


def _answers(
    command: Sequence[str], longest_seconds: float, stop: Event
) -> tuple[list[EncoderTrial], str]:
    """What was said before the end, and why there may be no more."""
    deadline = monotonic() + longest_seconds
    try:
        process = subprocess.Popen(  # noqa: S603 - this program itself
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        return [], f"it could not be tried: {error.strerror or error}"
    while True:
        try:
            said, _ = process.communicate(timeout=_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            if not stop.is_set() and monotonic() < deadline:
                continue
            process.kill()
            said, _ = process.communicate()
            if stop.is_set():
                raise TrialsStoppedError("The encoders were not tried to the end.") from None
            return _read(said), f"no answer within {longest_seconds:g} seconds"
        return _read(said), f"its driver ended the trial ({process.returncode})"


def _read(said: bytes) -> list[EncoderTrial]:
    trials = []
    for line in said.splitlines():
        try:
            trials.append(msgspec.json.decode(line, type=EncoderTrial))
        except msgspec.MsgspecError:  # a driver's own words, or a line that was cut short
            continue
    return trials


def _remember(path: Path, trials: EncoderTrials) -> None:
    """Where that is refused they are tried again at the next start."""
    part = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        part.write_bytes(msgspec.json.format(msgspec.json.encode(trials), indent=1))
        part.replace(path)
    except OSError as error:
        _log.warning("What encoders work was not kept: %s", error)
        with suppress(OSError):
            part.unlink()
