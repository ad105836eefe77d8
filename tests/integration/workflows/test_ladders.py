"""A production is played from its own segments: any rung, with its sound, from the cache."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from media_factory import stamped_video
from timeline_studio.library import NotFound, Upload
from timeline_studio.media import probe
from timeline_studio.productions import ProductionError
from timeline_studio.productions.ladder import extension_of, join_playlist, read_ladder
from timeline_studio.storage import LocalFolderStore, StorageError
from timeline_studio.timeline.model import Clip
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows import Studio
from timeline_studio.workflows.ladders import KEPT, production_rungs, rung_timeline
from timeline_studio.workflows.media import file_path
from timeline_studio.workflows.sends import start_send


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    """Large enough for several rungs."""
    return stamped_video(
        tmp_path / "beach.mp4", frames=25, rate=Fraction(25), size=(1280, 720), clicks_at=[0.5]
    )


@pytest.fixture
def production_id(studio: Studio, upload: Upload, run_queue: Callable[[], None]) -> int:
    made = start_send(studio, upload.id)
    run_queue()
    return made


def test_rungs_are_listed_best_first_and_each_plays(studio: Studio, production_id: int) -> None:
    rungs = production_rungs(studio, production_id)
    heights = [rung.height for rung in rungs]
    assert heights == sorted(heights, reverse=True)
    assert len(rungs) > 1
    told: list[float] = []
    for rung in (rungs[0], rungs[-1]):
        timeline = rung_timeline(studio, rung, progress=told.append)
        assert (timeline.width, timeline.height) == (rung.width, rung.height)
        assert to_seconds(timeline.duration) == pytest.approx(1.0, abs=0.1)
        picture, sound = (track.items[0] for track in timeline.tracks)
        assert isinstance(picture, Clip)
        assert isinstance(sound, Clip)
        assert probe(file_path(picture.media)).video is not None
        assert probe(file_path(sound.media)).audio
    assert told[0] == 0.0


def test_a_rung_is_fetched_once_and_old_ones_leave_the_cache(
    studio: Studio, production_id: int
) -> None:
    rung = production_rungs(studio, production_id)[0]
    rung_timeline(studio, rung)
    folder = studio.home.cache / "rungs"
    for number in range(KEPT + 3):
        (folder / f"{number}.ts").write_bytes(b"older")
    rung_timeline(studio, rung, progress=_never)
    assert len(list(folder.iterdir())) == KEPT


def test_being_left_leaves_nothing_half_fetched(studio: Studio, production_id: int) -> None:
    rung = production_rungs(studio, production_id)[0]
    with pytest.raises(KeyboardInterrupt):
        rung_timeline(studio, rung, progress=_interrupt)
    assert list((studio.home.cache / "rungs").iterdir()) == []


class TestRows:
    """On each kind of database."""

    @pytest.fixture
    def studio(self, either_studio: Studio) -> Studio:
        return either_studio

    def test_what_is_not_ready_says_so(self, studio: Studio, upload: Upload) -> None:
        with pytest.raises(ProductionError, match=r"cannot be played: it is queued"):
            production_rungs(studio, start_send(studio, upload.id))

    def test_strangers_play_nothing(self, stranger: Studio, production_id: int) -> None:
        with pytest.raises(NotFound):
            production_rungs(stranger, production_id)


class TestPlaylists:
    @pytest.fixture
    def store(self, tmp_path: Path) -> LocalFolderStore:
        return LocalFolderStore(tmp_path / "store", "hls")

    def test_byte_ranges_follow_each_other(self, store: LocalFolderStore, tmp_path: Path) -> None:
        store.put_bytes("a/all.mp4", b"INITonetwo")
        store.put_bytes(
            "a/v.m3u8",
            b'#EXTM3U\n#EXT-X-MAP:URI="all.mp4",BYTERANGE="4@0"\n#EXTINF:1,\n'
            b"#EXT-X-BYTERANGE:3@4\nall.mp4\n#EXTINF:1,\n#EXT-X-BYTERANGE:3\nall.mp4\n"
            b"#EXT-X-ENDLIST\n",
        )
        join_playlist(store, "a/v.m3u8", tmp_path / "joined")
        assert (tmp_path / "joined").read_bytes() == b"INITonetwo"
        assert extension_of(store, "a/v.m3u8") == ".mp4"

    def test_sound_of_its_own_is_found(self, store: LocalFolderStore) -> None:
        store.put_bytes(
            "x/landscape/video.m3u8",
            b"#EXTM3U\n"
            b'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="s",NAME="Sound",URI="sound.m3u8"\n'
            b'#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360,AUDIO="s"\n'
            b"small.m3u8\n",
        )
        (rung,) = read_ladder(store, "x/")
        assert rung.sound == "x/landscape/sound.m3u8"
        assert (rung.folder, rung.bits_per_second) == ("landscape", 800_000)

    def test_a_way_out_of_the_store_is_refused(
        self, store: LocalFolderStore, tmp_path: Path
    ) -> None:
        (tmp_path / "secret").write_bytes(b"secret")
        store.put_bytes("a/v.m3u8", b"#EXTM3U\n#EXTINF:1,\n../../../secret\n#EXT-X-ENDLIST\n")
        with pytest.raises(StorageError):
            join_playlist(store, "a/v.m3u8", tmp_path / "joined")

    def test_nothing_to_play_is_named(self, store: LocalFolderStore) -> None:
        with pytest.raises(ProductionError, match="nothing to play in hls/x/"):
            read_ladder(store, "x/")


def _never(_share: float) -> None:
    raise AssertionError("It was in the cache.")


def _interrupt(_share: float) -> None:
    raise KeyboardInterrupt
