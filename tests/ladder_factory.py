"""Small ladders for tests: a shipped profile, in pictures that encode in a second."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from media_factory import stamped_video
from timeline_studio.productions import (
    CaptionTrack,
    VerifiedOutput,
    add_captions,
    build_job_settings,
    load_profile,
    output_prefix,
    transcode,
    verify_outputs,
)
from timeline_studio.settings import profiles_dir
from timeline_studio.storage import LocalFolderStore

DATE, ASSET, ULID = "2026-11/21", "asset", "01JD0000000000000000000000"
PREFIX = output_prefix(DATE, ASSET, ULID)
SMALL = {1920: 480, 1280: 320, 1080: 272, 960: 240, 720: 180, 640: 160, 540: 136, 360: 90}
CAPTIONS = """WEBVTT

00:01.000 --> 00:02.500
First <i>words</i> & a 5 < 6

00:05.500 --> 00:06.500 line:10%
Over the border
שלום 😀
"""


@dataclass(frozen=True)
class MadeLadder:
    """The playlists' keys in `verified` are those of `store`; its files lie in `folder`."""

    store: LocalFolderStore
    verified: VerifiedOutput
    folder: Path


def make_ladder(
    root: Path,
    *,
    profile: str = "cmaf-landscape",
    captions: Sequence[tuple[str, str, str]] = (("eng", "English", CAPTIONS),),
    source: Path | None = None,
) -> MadeLadder:
    """Made and verified in `root`. `captions` are (language, label, WebVTT text); without a
    `source` the film has 8 s at 25 pictures a second, numbered, with a click each other second."""
    media, output = LocalFolderStore(root, "media"), LocalFolderStore(root, "output")
    source = source or stamped_video(
        root / "film.mp4", frames=200, rate=Fraction(25), size=(480, 272), clicks_at=[1, 3, 5, 7]
    )
    media.put_file("film/video.mp4", source)
    tracks = []
    for number, (language, label, text) in enumerate(captions):
        key = f"captions/vtt/{number}.vtt"
        media.put_bytes(key, text.encode())
        tracks.append(CaptionTrack(language, label, media.uri(key)))
    settings = add_captions(settings_of(profile, media.uri("film/video.mp4")), tracks)
    stores = {"media": media, "output": output}
    transcode(settings, stores, work_dir=root / "work", progress=lambda *_: None)
    return MadeLadder(output, verify_outputs(output, PREFIX), root / "output" / PREFIX)


def settings_of(profile: str, input_uri: str, *, small: bool = True) -> dict[str, Any]:
    settings = build_job_settings(
        load_profile(profile, profiles_dir()),
        input_uri=input_uri,
        output_bucket="output",
        date=DATE,
        asset_id=ASSET,
        production_ulid=ULID,
    )
    if small:
        shrink(settings)
    return settings


def shrink(settings: dict[str, Any]) -> None:
    for group in settings["OutputGroups"]:
        for output in group["Outputs"]:
            video = output.get("VideoDescription")
            if video:
                video["Width"], video["Height"] = SMALL[video["Width"]], SMALL[video["Height"]]
