"""The studio that the parts make together, and the program around it."""

from pathlib import Path

import pytest

from timeline_studio.app.composition import open_studio, work
from timeline_studio.app.main import main
from timeline_studio.settings import Home, SettingsError
from timeline_studio.workflows import Studio
from timeline_studio.workflows.handlers import lanes


def test_everything_lies_below_the_home(studio: Studio, home: Home) -> None:
    studio.media_store.put_bytes("a", b"1")
    studio.output_store.put_bytes("a", b"2")
    assert studio.media_store.bucket != studio.output_store.bucket
    assert home.database.is_file()
    assert {path.name for path in home.root.iterdir()} >= {"store", "work", "cache", "logs"}


def test_opening_twice_finds_the_same(home: Home) -> None:
    first, second = open_studio(home), open_studio(home)
    job_id = first.queue.add("some_job", {"n": 1})
    assert second.queue.get(job_id).input == {"n": 1, "userId": 1}
    first.library.close()
    second.library.close()


def test_a_home_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="file/home"):
        open_studio(Home(tmp_path / "file" / "home"))


def test_no_job_is_in_two_lanes(studio: Studio) -> None:
    heavy, quick, transfers, proxies = (set(lane) for lane in lanes(studio))
    assert {"create_video_export_v1", "local_transcode_v1"} <= heavy
    assert "production_v1" in quick
    assert transfers == {"upload_v1"}
    assert proxies == {"proxy_v1"}
    every = [*heavy, *quick, *transfers, *proxies]
    assert len(every) == len(set(every))


def test_work_sweeps_what_killed_workers_left(studio: Studio) -> None:
    left = studio.home.work / "4711"
    left.mkdir()
    work(studio, lambda: True)
    assert not left.exists()


class TestMain:
    @pytest.fixture(autouse=True)
    def chosen_home(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
        monkeypatch.setenv("TIMELINE_STUDIO_HOME", str(home.root))
        return home

    def test_works_in_the_home_that_is_chosen(
        self, home: Home, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["render", "nowhere.otio", "out.mp4"]) == 1
        assert "nowhere.otio" in capsys.readouterr().err
        assert (home.logs / "commands.log").exists()

    def test_takes_the_command_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("sys.argv", ["timeline-studio", "--help"])
        assert main() == 0
        assert "Usage: timeline-studio" in capsys.readouterr().out

    def test_without_a_display_the_window_is_refused_in_a_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("sys.platform", "linux")
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        assert main(["--project", "3"]) == 1
        said = capsys.readouterr()
        assert "no display" in said.err
        assert said.err.count("\n") == 1
