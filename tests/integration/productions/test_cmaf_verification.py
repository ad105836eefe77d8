"""Verification of CMAF, of sound of its own, and of captions: what is wrong is found and named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ladder_factory import PREFIX, make_ladder
from timeline_studio.productions import ProductionError, verify_outputs
from timeline_studio.storage import LocalFolderStore


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A store for each profile."""
    roots = {}
    for profile in ("cmaf-landscape", "hls-landscape"):
        root = tmp_path_factory.mktemp(profile)
        make_ladder(root, profile=profile)
        roots[profile] = root / "output"
    return roots


@pytest.fixture
def spoil(made: dict[str, Path], tmp_path: Path) -> Callable[..., None]:
    def spoil(profile: str, name: str, change: Callable[[bytes], bytes | None], told: str) -> None:
        shutil.copytree(made[profile], tmp_path / "output")
        path = tmp_path / "output" / PREFIX / "landscape" / name
        data = change(path.read_bytes())
        path.unlink() if data is None else path.write_bytes(data)
        with pytest.raises(ProductionError, match=told):
            verify_outputs(LocalFolderStore(tmp_path, "output"), PREFIX)

    return spoil


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("video_540pinit.cmfv", "video_540pinit.cmfv is missing"),
        ("video_540p_000000002.cmfv", "_000000002.cmfv is missing"),
        ("video_audioinit.cmfa", "video_audioinit.cmfa is missing"),
        ("video_audio_000000001.cmfa", "_000000001.cmfa is missing"),
        ("video_audio.m3u8", "names .*video_audio.m3u8, which is not there"),
        ("video_captions_eng.m3u8", "video_captions_eng.m3u8, which is not there"),
        ("video_captions_eng_000000002.vtt", "_000000002.vtt is missing"),
    ],
)
def test_what_is_missing_is_found(spoil: Callable[..., None], name: str, told: str) -> None:
    spoil("cmaf-landscape", name, lambda _: None, told)


@pytest.mark.parametrize(
    ("profile", "name", "old", "new", "told"),
    [
        ("cmaf", "video_540p.m3u8", b"#EXT-X-MAP", b"#EXT-X-NO", "stated as"),
        ("cmaf", "video.m3u8", b",mp4a.40.2", b"", "sound"),
        ("cmaf", "video.m3u8", b'AUDIO="audio"', b'AUDIO="none"', "no sound in the group"),
        ("cmaf", "video.m3u8", b',SUBTITLES="subs"', b"", "a picture without them"),
        ("cmaf", "video_audio.m3u8", b"#EXT-X-ENDLIST", b"", "ENDLIST is missing"),
        ("cmaf", "video_audio.m3u8", b"EXTINF:6.0", b"EXTINF:4.0", "is stated 4.0"),
        ("cmaf", "video_captions_eng_000000001.vtt", b"WEBVTT", b"SRT", "begin with WEBVTT"),
        ("cmaf", "video_captions_eng_000000001.vtt", b"-->", b"--> x", "a cue timed"),
        ("hls", "video_captions_eng_00002.vtt", b"X-TIME", b"Y-TIME", "segment 2 has no X-"),
        ("hls", "video_captions_eng_00001.vtt", b"GTS:7", b"GTS:97", "the first picture is at"),
    ],
)
def test_a_false_word_is_found(
    spoil: Callable[..., None],
    profile: str,
    name: str,
    old: bytes,
    new: bytes,
    told: str,
) -> None:
    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new)

    spoil(f"{profile}-landscape", name, change, told)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("video_540p_000000001.cmfv", "video_540p"),
        ("video_540pinit.cmfv", "video_540p.m3u8: stated as"),
        ("video_audio_000000002.cmfa", "sound ends"),
        ("video_audioinit.cmfa", "nothing that can be read"),
    ],
)
def test_noise_is_found(spoil: Callable[..., None], name: str, told: str) -> None:
    spoil("cmaf-landscape", name, lambda data: bytes(len(data)), told)


def test_sound_that_ends_early_is_found(spoil: Callable[..., None]) -> None:
    def without_the_last_segment(data: bytes) -> bytes:
        lines = data.decode().split("\n")
        return "\n".join([*lines[:-4], *lines[-2:]]).encode()

    told = "segments of sound are not aligned.*sound ends -"
    spoil("cmaf-landscape", "video_audio.m3u8", without_the_last_segment, told)
