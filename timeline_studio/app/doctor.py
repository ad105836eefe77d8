"""What `doctor` looks at."""

import importlib.metadata
import logging
import platform
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from timeline_studio import __version__
from timeline_studio.app.display import display_name
from timeline_studio.app.encoder_trials import trials_command
from timeline_studio.app.program import Program
from timeline_studio.cli import Check
from timeline_studio.errors import StudioError
from timeline_studio.render import ExportOptions, RenderError, export_timeline
from timeline_studio.render.encoders import encoder_label
from timeline_studio.settings import Account, Home, account_home
from timeline_studio.timeline.model import Generator, MediaReference, Timeline, Track, new_id
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.connection import try_connection
from timeline_studio.workflows.encoder_trials import try_encoders

log = logging.getLogger(__name__)


def diagnose(program: Program) -> list[Check]:
    """Every check, in the order in which one stands on another. Of an account that is not Local,
    everything that it needs is tried out."""
    checks = [_versions(), _checked("encoder", _encoder)]
    try:
        account = program.account
        if not account.is_local:
            checks += [*_account(program, account), *_encoders(account_home(program.home, account))]
            return [*checks, _sound(), _display()]
        studio = program.open_studio(account)
    except StudioError as error:
        return [*checks, Check("database", False, str(error)), _sound(), _display()]
    with studio.library:
        checks += [
            _checked("database", lambda: _database(studio)),
            _checked("storage", lambda: _storage(studio)),
            *_encoders(studio.home),
        ]
    return [*checks, _sound(), _display()]


def _account(program: Program, account: Account) -> list[Check]:
    trials = try_connection(program.desk.parts(account))
    name = f"account {account.name}"
    return [Check(name, trial.is_ok is True, f"{trial.what} {trial.detail}") for trial in trials]


def _checked(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, True, check())
    except StudioError as error:
        return Check(name, False, str(error))


def _versions() -> Check:
    names = ("PySide6_Essentials", "av", "SQLAlchemy", "OpenTimelineIO")
    parts = [f"{name} {importlib.metadata.version(name)}" for name in names]
    return Check(
        "versions",
        True,
        ", ".join(
            [f"Timeline Studio {__version__}", f"Python {platform.python_version()}", *parts]
        ),
    )


def _encoder() -> str:
    """A real export of half a second of black, with its sound."""
    black = Generator(id=new_id(), start=0, duration=FLICKS_PER_SECOND // 2)
    track = Track(id=new_id(), kind="video", items=(black,))
    with tempfile.TemporaryDirectory() as folder:
        result = export_timeline(
            Timeline(tracks=(track,), width=64, height=64),
            Path(folder) / "black.mp4",
            _no_media,
            ExportOptions(preset="ultrafast"),
        )
    return f"{result.encoder} and AAC made {result.frames} frames in {result.seconds:.2f} s"


def _encoders(home: Home) -> list[Check]:
    """Each that an export can be made with, and why one cannot."""
    return [
        Check(
            f"encoder {trial.encoder}",
            trial.works,
            f"{encoder_label(trial.encoder)} works" if trial.works else trial.trouble,
            needed=False,
        )
        for trial in try_encoders(home, trials_command()).trials
    ]


def _no_media(media: MediaReference) -> Path:
    raise RenderError(f"{media.name} is not part of this check.")


def _database(studio: Studio) -> str:
    with studio.reading() as uow:
        count = len(uow.projects.list())
    return f"{studio.library.name}, {count} projects"


def _storage(studio: Studio) -> str:
    key = f"doctor/{uuid4()}"
    studio.media_store.put_bytes(key, b"doctor")
    studio.media_store.get(key)
    studio.media_store.delete(key)
    free = shutil.disk_usage(studio.home.root).free / 1e9
    return f"{studio.home.store}, {free:.1f} GB free"


def _sound() -> Check:
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - slow, and only here

    # A missing sound server is an answer, not a trouble: what Qt says of it goes to the log.
    usual = qInstallMessageHandler(_log_qt)
    try:
        found = _sound_device()
    except ImportError as error:
        return Check("sound", False, f"QtMultimedia cannot start: {error}", needed=False)
    finally:
        qInstallMessageHandler(usual)
    if not found:
        return Check(
            "sound", False, "no sound device: playback is silent, by the clock", needed=False
        )
    return Check("sound", True, found, needed=False)


def _sound_device() -> str:
    """Its name; empty where there is none."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

    application = QCoreApplication.instance() or QCoreApplication([])
    device = QMediaDevices.defaultAudioOutput()
    found = "" if device.isNull() else device.description()
    del application
    return found


def _log_qt(_kind: object, _context: object, message: str) -> None:
    log.info("Qt: %s", message)


def _display() -> Check:
    name = display_name()
    detail = name or "none: the commands work, the window needs a display"
    return Check("display", name is not None, detail, needed=False)
