"""CMAF on the local transcoder: the files MediaConvert makes, in time, from the one encode."""

import copy
import json
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import m3u8
import numpy as np
import pytest

from ladder_factory import ASSET, DATE, PREFIX, ULID
from media_factory import click_times, read_stamp, stamped_video
from timeline_studio.productions import ProductionError, build_job_settings, load_profile
from timeline_studio.productions.local.rung_encoder import RungEncoder

NTSC = Fraction(30000, 1001)


def joined(folder: Path, name: str, suffix: str) -> Path:
    """A rendition as one file: its init segment and all others."""
    path = folder.parent / f"{name}.mp4"
    parts = [folder / f"{name}init.{suffix}", *sorted(folder.glob(f"{name}_0*.{suffix}"))]
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def pictures(path: Path) -> tuple[list[int | None], list[float]]:
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
        return [read_stamp(frame) for frame in frames], [frame.time for frame in frames]


def heard(path: Path) -> list[float]:
    with av.open(str(path)) as container:
        frames = list(container.decode(audio=0))
    samples = np.concatenate([frame.to_ndarray() for frame in frames], axis=1)
    return [time + frames[0].time for time in click_times(samples, 48000)]


def boxes(data: bytes) -> list[str]:
    names, at = [], 0
    while at < len(data):
        names.append(data[at + 4 : at + 8].decode())
        at += int.from_bytes(data[at : at + 4], "big")
    return names


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return stamped_video(
        tmp_path / "s.mp4", frames=200, rate=NTSC, size=(480, 272), clicks_at=[1.0, 5.5]
    )


def own(settings: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = settings["OutputGroups"][0]["OutputGroupSettings"]["CmafGroupSettings"]
    return found


def test_a_ladder_has_the_names_that_mediaconvert_gives(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=25, rate=25, size=(160, 90), audio=True)
    bench.send("cmaf-landscape", source)
    assert bench.listed() == [
        "landscape/video.m3u8",
        "landscape/video_360p.m3u8",
        "landscape/video_360p_000000001.cmfv",
        "landscape/video_360pinit.cmfv",
        "landscape/video_audio.m3u8",
        "landscape/video_audio_000000001.cmfa",
        "landscape/video_audioinit.cmfa",
        "landscape/video_poster.0000000.jpg",
    ]


def test_pictures_and_sound_are_in_time_though_in_files_of_their_own(
    bench: Any, film: Path
) -> None:
    found = bench.send("cmaf-landscape", film)
    folder = bench.folder("landscape")
    for rung in ("1080p", "540p", "360p"):
        stamps, times = pictures(joined(folder, f"video_{rung}", "cmfv"))
        assert stamps == list(range(200))
        assert times == pytest.approx([n / float(NTSC) for n in range(200)], abs=2e-5)
    assert heard(joined(folder, "video_audio", "cmfa")) == pytest.approx([1.0, 5.5], abs=0.001)
    (sound,) = found.sounds
    assert (sound.group, sound.is_default) == ("audio", True)
    assert sound.peak < found.renditions[0].peak
    for rendition in found.renditions:
        assert rendition.is_cmaf
        assert rendition.cuts == pytest.approx((0.0, 6.006))


def test_the_master_says_what_is_in_it(bench: Any, film: Path) -> None:
    bench.send("cmaf-landscape", film)
    master = m3u8.loads(bench.text("landscape/video.m3u8"))
    assert master.is_independent_segments
    (sound,) = master.media
    assert (sound.type, sound.group_id, sound.uri, sound.channels) == (
        "AUDIO",
        "audio",
        "video_audio.m3u8",
        "2",
    )
    best = master.playlists[0].stream_info
    assert (best.resolution, best.audio) == ((480, 272), "audio")
    assert best.frame_rate == pytest.approx(29.97)
    assert best.codecs.startswith("avc1.6400")
    assert best.codecs.endswith(",mp4a.40.2")
    child = m3u8.loads(bench.text("landscape/video_1080p.m3u8"))
    assert child.segment_map[0].uri == "video_1080pinit.cmfv"
    assert [segment.duration for segment in child.segments] == pytest.approx([6.006, 0.667333])


def test_files_are_what_cmaf_asks_for(bench: Any, film: Path) -> None:
    """Parameter sets are in the init segment alone, and nothing but media in the others."""
    bench.send("cmaf-landscape", film)
    folder = bench.folder("landscape")
    init = (folder / "video_540pinit.cmfv").read_bytes()
    assert boxes(init) == ["ftyp", "moov"]
    assert b"cmfc" in init[:32]
    for segment in folder.glob("video_*_0*.cmf?"):
        assert boxes(segment.read_bytes()) == ["styp", "sidx", "moof", "mdat"]
    with av.open(str(joined(folder, "video_540p", "cmfv"))) as container:
        packets = [bytes(packet) for packet in container.demux(video=0) if packet.size]
    assert all(packet[4] & 0x1F in (1, 5, 6) for packet in packets)


def test_hls_and_cmaf_together_are_encoded_once(
    bench: Any, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoded = []
    whole = RungEncoder.__init__
    monkeypatch.setattr(
        RungEncoder, "__init__", lambda *a, **k: (encoded.append(a[2]), whole(*a, **k))[1]
    )
    cmaf = copy.deepcopy(bench.choose("cmaf-landscape", source=film))
    own(cmaf)["Destination"] = own(cmaf)["Destination"].replace("landscape", "cmaf")
    poster = copy.deepcopy(cmaf["OutputGroups"][1])
    place = poster["OutputGroupSettings"]["FileGroupSettings"]
    place["Destination"] = own(cmaf)["Destination"]
    bench.choose("hls-landscape", source=film)["OutputGroups"] += [cmaf["OutputGroups"][0], poster]
    bench.run()
    found = bench.verify()
    assert sorted(encoded) == [(160, 90), (240, 136), (320, 180), (480, 272)]
    assert len(found.renditions) == 8
    stamps, _ = pictures(joined(bench.folder("cmaf"), "video_360p", "cmfv"))
    assert stamps == bench.played("landscape/video_360p.m3u8").stamps == list(range(200))


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ({"size": (320, 180), "rotation": 90}, (320, 180)),
        ({"size": (322, 182)}, (320, 180)),
        ({"size": (160, 180), "sample_aspect": Fraction(2)}, (320, 180)),
    ],
    ids=["turned", "odd", "anamorphic"],
)
def test_pictures_of_every_kind(
    bench: Any, tmp_path: Path, options: dict[str, Any], size: tuple[int, int]
) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=8, rate=25, **options)
    best = bench.send("cmaf-landscape", source).renditions[0]
    assert (best.width, best.height) == size
    path = joined(bench.folder("landscape"), "video_720p", "cmfv")
    assert pictures(path)[0] == list(range(8))


@pytest.mark.parametrize("channels", [1, 6])
def test_sound_of_every_layout_becomes_stereo(bench: Any, tmp_path: Path, channels: int) -> None:
    source = stamped_video(
        tmp_path / "s.mp4", frames=50, rate=25, size=(160, 90), clicks_at=[1.0], channels=channels
    )
    bench.send("cmaf-landscape", source)
    path = joined(bench.folder("landscape"), "video_audio", "cmfa")
    assert heard(path) == pytest.approx([1.0], abs=0.001)
    with av.open(str(path)) as container:
        assert container.streams.audio[0].channels == 2


def test_a_source_without_sound_gets_none(bench: Any, tmp_path: Path) -> None:
    source = stamped_video(tmp_path / "s.mp4", frames=10, rate=25, size=(160, 90))
    found = bench.send("cmaf-landscape", source)
    assert found.sounds == []
    assert "mp4a" not in bench.text("landscape/video.m3u8")
    assert "AUDIO" not in bench.text("landscape/video.m3u8")


def test_sound_beside_pictures_in_one_output_is_shared_by_all_rungs(bench: Any, film: Path) -> None:
    settings = bench.choose("cmaf-landscape", source=film)
    outputs = settings["OutputGroups"][0]["Outputs"]
    sounds = outputs.pop()["AudioDescriptions"]
    for output in outputs:
        output["AudioDescriptions"] = sounds
    bench.run()
    (sound,) = bench.verify().sounds
    assert sound.playlist == f"{PREFIX}landscape/video_1080p_audio.m3u8"


def test_several_sounds_are_offered_by_name(bench: Any, film: Path) -> None:
    settings = bench.choose("cmaf-landscape", source=film)
    outputs = settings["OutputGroups"][0]["Outputs"]
    second = copy.deepcopy(outputs[-1])
    second["NameModifier"] = "_quiet"
    second["ContainerSettings"]["CmfcSettings"] |= {"AudioTrackType": "ALTERNATE_AUDIO_AUTO_SELECT"}
    second["AudioDescriptions"][0] |= {
        "LanguageCode": "DEU",
        "LanguageCodeControl": "USE_CONFIGURED",
        "StreamName": "Leise",
    }
    second["AudioDescriptions"][0]["CodecSettings"]["AacSettings"]["Bitrate"] = 64000
    outputs.append(second)
    bench.run()
    found = bench.verify().sounds
    assert [(s.name, s.language, s.is_default) for s in found] == [
        ("audio", None, True),
        ("Leise", "de", False),
    ]


def test_a_short_end_joins_the_segment_before_it(bench: Any, film: Path) -> None:
    """In HLS too; the web application's profiles ask for it."""
    own(bench.choose("cmaf-landscape", source=film))["MinFinalSegmentLength"] = 1.0
    bench.run()
    assert bench.verify().renditions[0].cuts == (0.0,)
    assert pictures(joined(bench.folder("landscape"), "video_540p", "cmfv"))[0] == [*range(200)]
    assert heard(joined(bench.folder("landscape"), "video_audio", "cmfa"))[-1] == pytest.approx(
        5.5, abs=0.001
    )
    hls = bench.choose("hls-landscape", source=film)["OutputGroups"][0]["OutputGroupSettings"]
    hls["HlsGroupSettings"]["MinFinalSegmentLength"] = 1.0
    bench.output.delete_prefix(PREFIX)
    bench.run()
    assert bench.verify().renditions[0].cuts == (0.0,)
    assert bench.played("landscape/video_540p.m3u8").stamps == list(range(200))


def test_all_playlists_of_a_film_state_one_target_duration(bench: Any, tmp_path: Path) -> None:
    """RFC 8216, 6.2.4: even where only the sound, cut at its own frames, is rounded up."""
    source = stamped_video(tmp_path / "s.mp4", frames=162, rate=25, size=(160, 90), audio=True)
    own(bench.choose("cmaf-landscape", source=source))["MinFinalSegmentLength"] = 1.0
    bench.run()
    names = [one for one in bench.listed() if one.endswith("0p.m3u8") or "audio.m3u8" in one]
    targets = {m3u8.loads(bench.text(name)).target_duration for name in names}
    assert len(names) == 2
    assert targets == {7}


def test_dash_names_the_same_segments(bench: Any, film: Path) -> None:
    own(bench.choose("cmaf-landscape", source=film))["WriteDashManifest"] = "ENABLED"
    bench.run()
    bench.verify()
    folder = bench.folder("landscape")
    found = ET.parse(folder / "video.mpd").getroot()
    space = {"": "urn:mpeg:dash:schema:mpd:2011"}
    representations = found.findall(".//Representation", space)
    assert [one.get("id") for one in representations] == [
        "video_1080p",
        "video_720p",
        "video_540p",
        "video_360p",
        "video_audio",
    ]
    named = set()
    for one in representations:
        (template,) = one.findall("SegmentTemplate", space)
        lengths = [int(s.get("d", 0)) for s in template.findall(".//S", space)]
        assert sum(lengths) / int(template.get("timescale", 0)) == pytest.approx(6.673, abs=0.03)
        named.add(template.get("initialization"))
        for number in range(1, len(lengths) + 1):
            named.add(template.get("media", "").replace("$Number%09d$", f"{number:09}"))
    assert named == {path.name for path in folder.glob("*.cmf?")}


def test_what_is_not_made_is_refused_by_name(bench: Any, film: Path) -> None:
    settings = bench.choose("cmaf-landscape", source=film)
    own(settings)["WriteHlsManifest"] = "DISABLED"
    with pytest.raises(ProductionError, match=r"CmafGroupSettings\.WriteHlsManifest: DISABLED"):
        bench.run()
    own(settings)["WriteHlsManifest"] = "ENABLED"
    rung = settings["OutputGroups"][0]["Outputs"][0]
    rung["ContainerSettings"]["CmfcSettings"] = {"AudioRenditionSets": "music"}
    with pytest.raises(ProductionError, match="“music”, which is the AudioGroupId of no output"):
        bench.run()


def test_a_profile_of_the_web_application_runs_here_too(
    bench: Any, film: Path, tmp_path: Path
) -> None:
    """With the members that MediaConvert does not have, and sound in the pictures' outputs."""
    home = "s3://OUTPUT_BUCKET/DATE_YYYY_MM_DD/ASSET_ID/PRODUCTION_ULID/landscape/"
    h264 = {"RateControlMode": "QVBR", "MaxBitrate": 2_000_000, "GopSize": 2}
    aac = {"Bitrate": 96_000, "CodingMode": "CODING_MODE_2_0", "SampleRate": 48_000}
    rungs = [
        {
            "NameModifier": f"_{height}p",
            "ContainerSettings": {"Container": "CMFC"},
            "VideoDescription": {
                "Width": width,
                "Height": height,
                "CodecSettings": {
                    "Codec": "H_264",
                    "H264Settings": h264 | {"GopSizeUnits": "SECONDS"},
                },
            },
            "AudioDescriptions": [{"CodecSettings": {"Codec": "AAC", "AacSettings": aac}}],
        }
        for width, height in ((480, 272), (240, 136))
    ]
    own = {"Destination": home, "SegmentLength": 4, "FragmentLength": 2, "MinSegmentLength": 1}
    manifests = {"HlsManifests": [{"ManifestName": "video"}], "DashManifests": []}
    capture = {"CaptureInterval": 5, "CaptureIntervalUnits": "SECONDS", "MaxCaptures": 1}
    poster = {
        "NameModifier": "_poster",
        "ContainerSettings": {"Container": "RAW"},
        "VideoDescription": {
            "CodecSettings": {"Codec": "FRAME_CAPTURE", "FrameCaptureSettings": capture}
        },
    }
    profile = {
        "Settings": {
            "Inputs": [{"FileInput": "INPUT_URI"}],
            "OutputGroups": [
                {
                    "Name": "CMAF",
                    "OutputGroupSettings": {
                        "Type": "CMAF_GROUP_SETTINGS",
                        "CmafGroupSettings": own | manifests,
                    },
                    "Outputs": rungs,
                },
                {
                    "Name": "Poster",
                    "OutputGroupSettings": {
                        "Type": "FILE_GROUP_SETTINGS",
                        "FileGroupSettings": {"Destination": home},
                    },
                    "Outputs": [poster],
                },
            ],
        }
    }
    (tmp_path / "web.json").write_text(json.dumps(profile))
    bench.choose("cmaf-landscape", source=film)
    bench.settings = build_job_settings(
        load_profile("web", tmp_path),
        input_uri=bench.settings["Inputs"][0]["FileInput"],
        output_bucket="output",
        date=DATE,
        asset_id=ASSET,
        production_ulid=ULID,
    )
    bench.run()
    found = bench.verify()
    assert [(r.width, r.height) for r in found.renditions] == [(480, 272), (240, 136)]
    assert found.renditions[0].cuts == pytest.approx((0.0, 4.004))
    assert len(found.sounds) == 1
