"""What there is to watch below a prefix, whoever wrote the playlists."""

from pathlib import Path

import pytest

from timeline_studio.productions import WatchSource, outputs_below, read_watchable
from timeline_studio.storage import LocalFolderStore

PREFIX = "2026-11/21/asset/ulid/"


@pytest.fixture
def store(tmp_path: Path) -> LocalFolderStore:
    return LocalFolderStore(tmp_path, "output")


def put_master(
    store: LocalFolderStore, name: str, size: str | None = "640x360", *, is_cmaf: bool = False
) -> None:
    """A master with one rung, beside it."""
    resolution = f",RESOLUTION={size}" if size else ""
    rung = name.removesuffix(".m3u8") + "_1.m3u8"
    text = f"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1{resolution}\n{rung.rpartition('/')[2]}\n"
    store.put_bytes(PREFIX + name, text.encode())
    header = '#EXT-X-MAP:URI="init.mp4"\n' if is_cmaf else ""
    text = f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n{header}#EXTINF:1,\na\n#EXT-X-ENDLIST\n"
    store.put_bytes(PREFIX + rung, text.encode())


def labels(store: LocalFolderStore) -> list[str]:
    return [source.label for source in read_watchable(store, PREFIX).sources]


def test_masters_are_found_with_their_posters_landscape_first(store: LocalFolderStore) -> None:
    put_master(store, "a tall/video.m3u8", "360x640")
    put_master(store, "wide/video.m3u8")
    store.put_bytes(PREFIX + "a tall/p#1.jpg", b"")
    watchable = read_watchable(store, PREFIX)
    assert watchable.sources == (
        WatchSource("Landscape", "wide/video.m3u8", None, 640, 360),
        WatchSource("Portrait", "a%20tall/video.m3u8", "a%20tall/p%231.jpg", 360, 640),
    )
    assert [source.is_portrait for source in watchable.sources] == [False, True]
    assert watchable.poster_name == "a tall/p#1.jpg"
    assert watchable.chapters_url is None


def test_containers_are_told_apart_where_the_shape_does_not(store: LocalFolderStore) -> None:
    put_master(store, "landscape_cmaf/video.m3u8", is_cmaf=True)
    put_master(store, "landscape/video.m3u8")
    put_master(store, "portrait/video.m3u8", "360x640", is_cmaf=True)
    store.put_bytes(PREFIX + "landscape/poster.jpg", b"")
    assert labels(store) == ["Landscape · TS", "Landscape · CMAF", "Portrait"]
    posters = [source.poster_url for source in read_watchable(store, PREFIX).sources]
    assert posters == ["landscape/poster.jpg", "landscape/poster.jpg", None]
    put_master(store, "other/video.m3u8")
    assert labels(store)[:2] == ["Landscape · TS · landscape/video", "Landscape · TS · other/video"]


def test_the_poster_that_was_chosen_wins(store: LocalFolderStore) -> None:
    put_master(store, "landscape/video.m3u8")
    store.put_bytes(PREFIX + "landscape/a.jpg", b"")
    store.put_bytes(PREFIX + "poster.jpg", b"")
    assert read_watchable(store, PREFIX).poster_url == "poster.jpg"


def test_what_was_shared_with_someone_is_not_shown(store: LocalFolderStore) -> None:
    put_master(store, "landscape/video.m3u8")
    put_master(store, "shared/landscape/video.m3u8")
    assert labels(store) == ["Landscape"]
    assert {o.key for o in outputs_below(store, PREFIX)} == {
        PREFIX + "landscape/video.m3u8",
        PREFIX + "landscape/video_1.m3u8",
    }


def test_a_master_without_sizes_is_called_after_its_folder(store: LocalFolderStore) -> None:
    put_master(store, "stage/video.m3u8", None)
    put_master(store, "video.m3u8", None)
    assert sorted(labels(store)) == ["Stage", "Video"]


def test_chapters_beside_the_outputs_are_found(store: LocalFolderStore) -> None:
    put_master(store, "landscape/video.m3u8")
    store.put_bytes(PREFIX + "landscape/chapters.vtt", b"")
    assert read_watchable(store, PREFIX).chapters_url is None
    store.put_bytes(PREFIX + "chapters.vtt", b"")
    assert read_watchable(store, PREFIX).chapters_url == "chapters.vtt"


def test_what_is_damaged_hides_nothing_else(store: LocalFolderStore) -> None:
    put_master(store, "landscape/video.m3u8")
    store.put_bytes(
        PREFIX + "broken.m3u8", b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=\xff,=\n\n#EXTINF:x"
    )
    store.put_bytes(PREFIX + "empty.m3u8", b"")
    assert labels(store) == ["Landscape"]
    assert read_watchable(store, "nowhere/").sources == ()
    assert read_watchable(store, "nowhere/").poster_name is None
