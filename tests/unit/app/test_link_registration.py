"""The desktop learns which program opens our links."""

import shutil
import sys
from pathlib import Path

import pytest

from timeline_studio.app.link_registration import (
    RegistrationError,
    desktop_entry,
    register_links,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="writes a desktop entry")


@pytest.fixture(autouse=True)
def no_desktop_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would change the desktop of whoever runs the tests."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)


def test_this_program_opens_them(tmp_path: Path) -> None:
    said = register_links({"XDG_DATA_HOME": str(tmp_path)})
    path = tmp_path / "applications" / "timeline-studio.desktop"
    assert said == f"Wrote {path}."
    entry = path.read_text("utf-8")
    assert "MimeType=x-scheme-handler/timelinestudio;" in entry
    assert f'Exec="{sys.executable}" "-m" "timeline_studio" %u' in entry


def test_odd_paths_are_quoted() -> None:
    entry = desktop_entry(["/opt/my $studio/100%"])
    assert 'Exec="/opt/my \\\\$studio/100%%" %u' in entry


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file")
    with pytest.raises(RegistrationError, match="cannot be registered"):
        register_links({"XDG_DATA_HOME": str(tmp_path)})
