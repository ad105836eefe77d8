"""Whatever goes wrong is one line that names the thing and what to do; nothing is half-done."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange

from media_factory import stamped_video, truncated
from timeline_studio.storage import ObjectStore
from timeline_studio.timeline.edits import append
from timeline_studio.timeline.model import empty_timeline
from timeline_studio.workflows import Studio
from timeline_studio.workflows.exports import list_exports
from timeline_studio.workflows.media import import_media, items_for, list_sources
from timeline_studio.workflows.projects import create_project, list_projects
from timeline_studio.workflows.sends import list_productions

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "bigbuckbunny.mp4"


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    return stamped_video(tmp_path / "beach.mp4", frames=10, rate=25, size=(160, 90))


def project_of(studio: Studio, path: Path) -> int:
    """A named project that shows all of a file."""
    upload = import_media(studio, [path])[0]
    picture, _ = items_for(studio, upload)
    assert picture is not None
    timeline = empty_timeline()
    timeline = append(timeline, timeline.tracks[0].id, picture)
    return create_project(studio, "Beach", timeline).id


def write_cut(folder: Path, footage: Path | None, *, frames: int = 10) -> Path:
    """A timeline of one clip, as another program would write it."""
    reference = otio.schema.MissingReference()
    if footage is not None:
        reference = otio.schema.ExternalReference(target_url=footage.as_uri())
    shown = TimeRange(RationalTime(0, 25), RationalTime(frames, 25))
    track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
    track.append(otio.schema.Clip("Interview 3", reference, shown))
    timeline = otio.schema.Timeline()
    timeline.tracks.append(track)
    otio.adapters.write_to_file(timeline, str(folder / "cut.otio"))
    return folder / "cut.otio"


def keys_of(store: ObjectStore) -> list[str]:
    return [found.key for found in store.list()]


class TestImport:
    @pytest.mark.parametrize(
        ("name", "make"),
        [
            ("notes.txt", lambda path: path.write_text("no film")),
            ("letter.mp4", lambda path: path.write_bytes(b"PK\3\4" + bytes(500))),
            ("empty.mov", lambda path: path.touch()),
            ("cut short.mp4", lambda path: truncated(path, SAMPLE, keep=0.4)),
            ("folder.mp4", lambda path: path.mkdir()),
            ("gone.mp4", lambda path: None),
        ],
    )
    def test_of_what_is_no_media(
        self,
        program: Any,
        opened: Studio,
        footage: Path,
        tmp_path: Path,
        name: str,
        make: Callable[[Path], object],
    ) -> None:
        make(tmp_path / name)
        line = program.refusal("import", footage, tmp_path / name)
        assert str(tmp_path / name) in line
        assert ":" in line.replace(str(tmp_path), "")  # what is wrong: what to do
        assert list_sources(opened) == []
        assert keys_of(opened.media_store) == []

    def test_of_a_name_that_is_no_text(
        self, program: Any, opened: Studio, footage: Path, tmp_path: Path
    ) -> None:
        odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.mp4"))
        try:
            shutil.copy(footage, odd)
        except OSError:
            pytest.skip("this file system takes no such name")
        assert "Rename it" in program.refusal("import", odd)
        assert keys_of(opened.media_store) == []


class TestVanishedFootage:
    def test_is_named_by_export_and_send(self, program: Any, opened: Studio, footage: Path) -> None:
        project = project_of(opened, footage)
        (upload,) = list_sources(opened)
        opened.media_store.delete(upload.s3_key)
        line = program.refusal("export", project)
        assert "“beach.mp4” is missing" in line
        assert "Import the file again" in line
        assert list_exports(opened) == []
        line = program.refusal("send", upload.id)
        assert "“beach.mp4” is missing" in line
        assert list_productions(opened) == []
        assert keys_of(opened.output_store) == []


class TestOtio:
    def test_media_that_is_not_there(self, program: Any, opened: Studio, tmp_path: Path) -> None:
        cut = write_cut(tmp_path, tmp_path / "lost.mov")
        assert str(tmp_path / "lost.mov") in program.refusal("render", cut, tmp_path / "out.mp4")
        assert str(tmp_path / "lost.mov") in program.refusal("projects", "new", "--from", cut)
        self._nothing_was_made(opened, tmp_path)

    def test_a_missing_reference(self, program: Any, opened: Studio, tmp_path: Path) -> None:
        cut = write_cut(tmp_path, None)
        for words in (["render", cut, tmp_path / "out.mp4"], ["projects", "new", "--from", cut]):
            line = program.refusal(*words)
            assert "“Interview 3” is missing" in line
            assert "Relink" in line or "relink" in line
        self._nothing_was_made(opened, tmp_path)

    @pytest.mark.parametrize("text", ["no timeline", '{"OTIO_SCHEMA": "Martian.7"}'])
    def test_what_is_no_timeline(
        self, program: Any, opened: Studio, tmp_path: Path, text: str
    ) -> None:
        cut = tmp_path / "cut.otio"
        cut.write_text(text)
        assert str(cut) in program.refusal("render", cut, tmp_path / "out.mp4")
        self._nothing_was_made(opened, tmp_path)

    @staticmethod
    def _nothing_was_made(studio: Studio, folder: Path) -> None:
        assert list_projects(studio) == []
        assert keys_of(studio.media_store) == []
        assert {path.name for path in folder.iterdir()} == {"home", "cut.otio"}


class TestLibrary:
    """The database file itself: nothing is done to one that cannot be used."""

    @pytest.fixture
    def database(self, program: Any, opened: Studio) -> Path:
        create_project(opened, "Mine")
        opened.library.close()
        path: Path = program.home / "library.sqlite3"
        return path

    def _is_refused(self, program: Any, database: Path) -> str:
        before = database.read_bytes()
        line: str = program.refusal("projects", "list")
        assert str(database) in line
        assert database.read_bytes() == before
        return line

    def test_of_a_newer_program(self, program: Any, database: Path) -> None:
        with sqlite3.connect(database) as connection:
            connection.execute("UPDATE timeline_studio_revision SET version_num = 'from_3000'")
        connection.close()
        line = self._is_refused(program, database)
        assert "newer" in line
        assert "Update the program" in line

    @pytest.mark.parametrize("start", [0, 4096], ids=["its header", "its pages"])
    def test_that_is_damaged(self, program: Any, database: Path, start: int) -> None:
        content = bytearray(database.read_bytes())
        content[start:] = b"x" * (len(content) - start)
        database.write_bytes(content)
        assert "damaged" in self._is_refused(program, database)

    def test_of_another_program(self, program: Any, database: Path) -> None:
        database.unlink()
        with sqlite3.connect(database) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.close()
        assert "another program" in self._is_refused(program, database)

    def test_whose_home_is_a_file(self, program: Any) -> None:
        program.home.write_text("in the way")
        assert str(program.home) in program.refusal("projects", "list")
        assert program.home.read_text() == "in the way"


@pytest.fixture(scope="module", autouse=True)
def refused_by_a_lock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """A command that meets a locked library. It waits ten seconds for it: it starts first, so
    that the other tests run meanwhile."""
    home = tmp_path_factory.mktemp("locked") / "home"
    environment = os.environ | {"TIMELINE_STUDIO_HOME": str(home)}
    command = [sys.executable, "-m", "timeline_studio", "projects", "new", "--name", "x"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    holder = sqlite3.connect(home / "library.sqlite3", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.communicate()
    holder.close()


def on_a_disk(folder: Path, *options: str) -> bool:
    """Mount a small disk in memory at `folder`; False where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


class TestFullDisk:
    @pytest.fixture
    def disk(self, tmp_path: Path) -> Iterator[Path]:
        folder = tmp_path / "disk"
        folder.mkdir()
        yield folder
        if os.path.ismount(folder):
            subprocess.run(["umount", "-l", folder], check=True)

    def small(self, program: Any, disk: Path, size: int) -> Any:
        """The program in a home on a disk of `size` bytes, or where no file may be larger."""
        home = disk / "home"
        if on_a_disk(disk, "-o", f"size={size}"):
            return type(program)(home)
        limit = f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size // 2}, {size // 2}))"
        return type(program)(home, f"import resource; {limit}")

    def test_import(self, program: Any, disk: Path) -> None:
        small = self.small(program, disk, 1_000_000)
        line = small.refusal("import", SAMPLE)
        assert str(SAMPLE) in line
        assert "disk" in line
        assert small.json("uploads", "list") == []
        self._nothing_is_left(small)

    def test_render(self, program: Any, disk: Path, tmp_path: Path) -> None:
        small = self.small(program, disk, 500_000)
        cut = write_cut(tmp_path, SAMPLE, frames=125)
        before = disk / "out.mp4"
        before.write_text("the film of yesterday")
        line = small.refusal("render", cut, before, "--preset", "ultrafast")
        assert "No room for out.mp4" in line
        assert "Free some space" in line
        assert before.read_text() == "the film of yesterday"
        assert [path for path in disk.iterdir() if path.is_file()] == [before]

    def test_export(self, program: Any, disk: Path, open_home: Callable[[Path], Studio]) -> None:
        small = self.small(program, disk, 2_000_000)
        studio = open_home(small.home)
        project = project_of(studio, SAMPLE)
        line = small.refusal("export", project)
        assert line.startswith("The export failed: No room for")
        assert "Free some space" in line
        assert list_exports(studio) == []
        assert list_projects(studio)[0].last_export_upload_id is None
        self._nothing_is_left(small)

    def test_send(self, program: Any, disk: Path, open_home: Callable[[Path], Studio]) -> None:
        small = self.small(program, disk, 2_000_000)
        studio = open_home(small.home)
        upload = import_media(studio, [SAMPLE])[0]
        line = small.refusal("send", upload.id)
        assert line.startswith("The production failed: Cannot transcode")
        assert "Free space" in line
        assert list_productions(studio)[0].production.status == "failed"
        assert keys_of(studio.output_store) == []
        self._nothing_is_left(small)

    @staticmethod
    def _nothing_is_left(program: Any) -> None:
        assert list(program.home.rglob("*.partial")) == []
        assert list((program.home / "work").iterdir()) == []


class TestReadOnlyHome:
    @pytest.fixture
    def program(self, program: Any, tmp_path: Path) -> Iterator[Any]:
        """A home with a project in it, that takes no more."""
        disk = tmp_path / "disk"
        disk.mkdir()
        is_mounted = on_a_disk(disk, "-o", "size=8m")
        if not is_mounted and (sys.platform == "win32" or os.geteuid() == 0):
            pytest.skip("neither a mount nor permissions can make a folder read-only here")
        inside = type(program)(disk / "home")
        inside.json("projects", "new", "--name", "Mine")
        if is_mounted:
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        else:
            inside.home.chmod(0o555)
        yield inside
        if is_mounted:
            subprocess.run(["umount", "-l", disk], check=True)
        else:
            inside.home.chmod(0o755)

    def test_is_named_by_what_needs_it_and_hinders_nothing_else(
        self, program: Any, footage: Path, tmp_path: Path
    ) -> None:
        line = program.refusal("import", footage)
        assert str(program.home) in line
        assert "TIMELINE_STUDIO_HOME" in line

        done = program.run("doctor", "--json")
        checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
        assert not checks["database"]["ok"]
        assert str(program.home) in checks["database"]["detail"]
        assert done.returncode == 1
        assert "database" in program.one_line(done.stderr)

        cut = write_cut(tmp_path, footage, frames=5)
        assert program.json("render", cut, tmp_path / "out.mp4")["frames"] == 5


class TestNoDisplay:
    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
    def test_a_window_says_so_in_a_line(self, program: Any) -> None:
        hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        bare = {k: v for k, v in program.environment.items() if k not in hidden}
        line = program.refusal("--project", "1", env=bare)
        assert "no display" in line
        assert "timeline-studio --help" in line


class TestStandardOutput:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_that_is_full_is_told(self, program: Any) -> None:
        with Path("/dev/full").open("w") as full:
            process = program.start("projects", "list", stdout=full)
            _, err = process.communicate(timeout=60)
        assert process.returncode == 1
        assert "standard output" in program.one_line(err)

    def test_whose_reader_left_is_left_quietly(self, program: Any) -> None:
        process = program.start("projects", "list")
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 1
        process.stderr.close()


def test_a_locked_library_is_named(refused_by_a_lock: subprocess.Popen[str]) -> None:
    out, err = refused_by_a_lock.communicate(timeout=60)
    assert (refused_by_a_lock.returncode, out) == (1, "")
    (line,) = err.splitlines()
    assert "library.sqlite3 is busy" in line
    assert "Close that program" in line
