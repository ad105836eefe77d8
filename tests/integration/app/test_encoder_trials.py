"""Encoders are tried in a process that a driver may take down; what was found is remembered."""

import sys
import threading
from pathlib import Path

import msgspec
import pytest

from timeline_studio.app.encoder_trials import trials_command
from timeline_studio.render.encoders import ENCODERS
from timeline_studio.settings import Home
from timeline_studio.workflows.encoder_trials import (
    EncoderTrials,
    TrialsStoppedError,
    known_trials,
    proven_encoders,
    try_encoders,
)

NAMES = [encoder.name for encoder in ENCODERS]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def child(tmp_path: Path, body: str) -> list[str]:
    """A process that answers for itself; its encoders are `names`."""
    script = tmp_path / "child.py"
    script.write_text(
        f"import json, os, sys, time\nnames = sys.argv[1:]\n"
        f"def works(name): print(json.dumps({{'encoder': name}}), flush=True)\n{body}\n"
    )
    return [sys.executable, str(script)]


def test_every_encoder_is_tried_and_remembered(home: Home) -> None:
    assert known_trials(home) is None
    assert proven_encoders(home) == ()
    trials = try_encoders(home, trials_command())
    assert [trial.encoder for trial in trials.trials] == NAMES
    assert {"libx264", "libx265", "libsvtav1"} <= set(trials.proven)
    assert all(trial.trouble for trial in trials.trials if not trial.works)
    assert known_trials(home) == trials
    assert proven_encoders(home) == trials.proven


def test_a_driver_that_ends_the_process_fails_alone(home: Home, tmp_path: Path) -> None:
    body = (
        "for name in names:\n"
        "    if name == 'hevc_qsv': os.abort()\n"
        "    print('a driver talks')\n"
        "    works(name)"
    )
    trials = try_encoders(home, child(tmp_path, body))
    failed = [(trial.encoder, trial.trouble) for trial in trials.trials if not trial.works]
    assert failed == [("hevc_qsv", "its driver ended the trial (-6)")]


def test_a_driver_that_never_answers_is_given_up(home: Home, tmp_path: Path) -> None:
    body = (
        f"if names[0] == '{NAMES[0]}': time.sleep(3600)\n"
        "for name in names: works(name)"
    )  # fmt: skip
    trials = try_encoders(home, child(tmp_path, body), longest_seconds=3)
    failed = [(trial.encoder, trial.trouble) for trial in trials.trials if not trial.works]
    assert failed == [(NAMES[0], "no answer within 3 seconds")]


def test_trials_that_nobody_waits_for_end_soon(home: Home, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(TrialsStoppedError):
        try_encoders(home, child(tmp_path, "time.sleep(3600)"), stop=stop)
    assert known_trials(home) is None


def test_a_program_that_cannot_run_proves_nothing(home: Home, tmp_path: Path) -> None:
    trials = try_encoders(home, [str(tmp_path / "nothing")])
    assert trials.proven == ()
    assert trials.trials[0].trouble.startswith("it could not be tried: ")


def test_another_ffmpeg_asks_for_another_trial(home: Home) -> None:
    home.encoders.write_bytes(msgspec.json.encode(EncoderTrials("FFmpeg 1", ())))
    assert known_trials(home) is None
    home.encoders.write_text("{")
    assert known_trials(home) is None


def test_a_home_that_takes_no_file_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    home = Home(tmp_path / "file")
    trials = try_encoders(home, child(tmp_path, "for name in names: works(name)"))
    assert trials.proven == tuple(NAMES)
    assert known_trials(home) is None
