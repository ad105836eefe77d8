"""Tells the desktop that `timelinestudio:` links are opened by this program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from timeline_studio.errors import StudioError
from timeline_studio.settings import resource
from timeline_studio.workflows.links import SCHEME

_DESKTOP_FILE = "timeline-studio.desktop"


class RegistrationError(StudioError):
    """The desktop does not take the program for its links."""


def program_command() -> list[str]:
    """How this very program is started; a bundle has no Python to call."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "timeline_studio"]


def register_links(environ: Mapping[str, str] = os.environ) -> str:
    """Register the scheme for this user; what was done, in words. Raises RegistrationError."""
    command = program_command()
    try:
        if sys.platform == "win32":
            return _register_in_registry(command)
        if sys.platform == "darwin":
            return "The program's bundle names the scheme: move it to Applications once."
        return _register_desktop_file(command, environ)
    except OSError as error:
        raise RegistrationError(
            f"The links cannot be registered: {error.filename or ''} {error.strerror or error}. "
            "Make the folder writable, then try again."
        ) from error


def desktop_entry(command: Sequence[str]) -> str:
    """The shipped desktop entry, started by `command`."""
    text = (resource("linux") / _DESKTOP_FILE).read_text("utf-8")
    exec_line = " ".join(_quoted(word) for word in command)
    return text.replace("Exec=timeline-studio", f"Exec={exec_line}")


def _register_desktop_file(command: Sequence[str], environ: Mapping[str, str]) -> str:
    data = environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    path = Path(data) / "applications" / _DESKTOP_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(desktop_entry(command), "utf-8")
    for tool, *arguments in (
        ("update-desktop-database", str(path.parent)),
        ("xdg-mime", "default", _DESKTOP_FILE, f"x-scheme-handler/{SCHEME}"),
    ):
        if found := shutil.which(tool):
            subprocess.run([found, *arguments], check=False, capture_output=True, env=dict(environ))  # noqa: S603 - fixed words
    return f"Wrote {path}."


def _register_in_registry(command: Sequence[str]) -> str:
    if sys.platform != "win32":
        raise RegistrationError("There is no registry on this computer.")
    import winreg  # noqa: PLC0415 - exists on Windows only

    root = rf"Software\Classes\{SCHEME}"
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, root) as key:
        winreg.SetValueEx(key, "", 0, winreg.REG_SZ, "URL:Timeline Studio")
        winreg.SetValueEx(key, "URL Protocol", 0, winreg.REG_SZ, "")
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{root}\shell\open\command") as key:
        winreg.SetValueEx(key, "", 0, winreg.REG_SZ, f'{subprocess.list2cmdline([*command])} "%1"')
    return rf"Wrote HKEY_CURRENT_USER\{root}."


def _quoted(word: str) -> str:
    """As the Desktop Entry Specification quotes an argument of Exec."""
    escaped = word.replace("\\", "\\\\\\\\")
    for letter in '"`$':
        escaped = escaped.replace(letter, f"\\\\{letter}")
    return f'"{escaped}"'.replace("%", "%%")
