"""Captions beside the pictures: WebVTT renditions in the pictures' own time."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import m3u8
import pytest

from ladder_factory import CAPTIONS, PREFIX, make_ladder, settings_of
from media_factory import stamped_video
from timeline_studio.productions import (
    CaptionTrack,
    ProductionError,
    add_captions,
    transcode,
    validate_settings,
    verify_outputs,
)
from timeline_studio.productions.segment_reading import read_segments
from timeline_studio.productions.webvtt import mapped_ticks, read_cues
from timeline_studio.storage import LocalFolderStore, ObjectNotFound

GERMAN = "WEBVTT\n\n00:01.000 --> 00:02.500\nErste Wörter\n"


@pytest.mark.parametrize("profile", ["hls-landscape", "cmaf-landscape"])
def test_every_picture_has_every_track(tmp_path: Path, profile: str) -> None:
    captions = [("eng", "English", CAPTIONS), ("deu", "Deutsch", GERMAN)]
    made = make_ladder(tmp_path, profile=profile, captions=captions)
    master = m3u8.loads((made.folder / "landscape/video.m3u8").read_text("utf-8"))
    tracks = [media for media in master.media if media.type == "SUBTITLES"]
    assert [(t.language, t.name, t.default, t.autoselect, t.uri) for t in tracks] == [
        ("en", "English", "YES", "YES", "video_captions_eng.m3u8"),
        ("de", "Deutsch", "NO", "YES", "video_captions_deu.m3u8"),
    ]
    assert {variant.stream_info.subtitles for variant in master.playlists} == {"subs"}
    assert [(t.name, t.cues) for t in made.verified.subtitles] == [("English", 2), ("Deutsch", 1)]
    assert made.verified.subtitles[0].playlist == f"{PREFIX}landscape/video_captions_eng.m3u8"


@pytest.mark.parametrize("profile", ["hls-landscape", "cmaf-landscape"])
def test_a_cue_over_a_border_is_in_both_segments_and_no_text_is_changed(
    tmp_path: Path, profile: str
) -> None:
    made = make_ladder(tmp_path, profile=profile)
    playlist = m3u8.load(str(made.folder / "landscape/video_captions_eng.m3u8"))
    assert [segment.duration for segment in playlist.segments] == pytest.approx([6.0, 2.0])
    first, second = (
        read_cues((made.folder / "landscape" / s.uri).read_bytes(), "WEBVTT", s.uri)
        for s in playlist.segments
    )
    assert [(cue.start, cue.end, cue.text, cue.settings) for cue in first] == [
        (1000, 2500, "First <i>words</i> &amp; a 5 &lt; 6", ""),
        (5500, 6500, "Over the border\nשלום 😀", "line:10%"),
    ]
    assert second == first[1:]


def test_in_transport_streams_each_segment_says_when_the_film_begins(tmp_path: Path) -> None:
    made = make_ladder(tmp_path, profile="hls-landscape")
    segments = sorted((made.folder / "landscape").glob("video_captions_eng_*.vtt"))
    ticks = {mapped_ticks(segment.read_bytes()) for segment in segments}
    for rung in ("1080p", "360p"):
        pictures = read_segments(sorted((made.folder / "landscape").glob(f"video_{rung}_*.ts")))
        assert ticks == {round(pictures.starts[0] * 90_000)}


def test_a_film_without_cues_or_with_late_ones_has_empty_captions(tmp_path: Path) -> None:
    captions = [
        ("eng", "Nothing", "WEBVTT\n"),
        ("eng", "Late", "WEBVTT\n\n01:00.000 --> 01:02.000\nafter the end\n"),
    ]
    made = make_ladder(tmp_path, captions=captions)
    assert [track.cues for track in made.verified.subtitles] == [0, 0]
    assert [track.playlist.rpartition("/")[2] for track in made.verified.subtitles] == [
        "video_captions_eng.m3u8",
        "video_captions_eng_2.m3u8",
    ]


@pytest.fixture
def chosen(bench: Any, tmp_path: Path) -> Any:
    source = stamped_video(tmp_path / "s.mp4", frames=50, rate=25, size=(160, 90))
    bench.choose("hls-landscape", source=source)
    return bench


def caption(bench: Any, key: str, data: bytes) -> None:
    bench.media.put_bytes(key, data)
    track = CaptionTrack("eng", "English", bench.media.uri(key))
    bench.settings = add_captions(bench.settings, [track])
    validate_settings(bench.settings)


def test_srt_comes_in_too(chosen: Any) -> None:
    text = "1\r\n00:00:00,500 --> 00:00:01,500\r\n<font color=red>{\\an8}Tom & <Jerry></font>\r\n"
    caption(chosen, "captions/a.srt", text.encode("utf-8-sig"))
    chosen.run()
    assert chosen.verify().subtitles[0].cues == 1
    assert chosen.text("landscape/video_captions_eng_00001.vtt").endswith(
        "\n\n00:00:00.500 --> 00:00:01.500\nTom &amp; &lt;Jerry>\n"
    )


def test_captions_may_be_cut_every_five_minutes(chosen: Any) -> None:
    caption(chosen, "captions/a.vtt", CAPTIONS.encode())
    own = chosen.settings["OutputGroups"][0]["OutputGroupSettings"]["HlsGroupSettings"]
    own |= {"CaptionSegmentLengthControl": "LARGE_SEGMENTS", "SegmentLength": 2}
    chosen.run()
    chosen.verify()
    assert [n for n in chosen.listed() if n.endswith(".vtt")] == [
        "landscape/video_captions_eng_00001.vtt"
    ]


def test_captions_may_be_stripped_of_their_style(chosen: Any) -> None:
    caption(chosen, "captions/a.vtt", CAPTIONS.encode().replace(b"00:05", b"00:00"))
    output = chosen.settings["OutputGroups"][0]["Outputs"][-1]
    output["CaptionDescriptions"][0]["DestinationSettings"]["WebvttDestinationSettings"] = {}
    chosen.run()
    text = chosen.text("landscape/video_captions_eng_00001.vtt")
    assert "First words &amp; a 5 &lt; 6" in text
    assert "line:10%" not in text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"1\n00:00:01,000 --> 00:00:02,000\nSRT\n", "do not begin with WEBVTT"),
        (b"WEBVTT\n\n00:01.000 --> soon\nx\n", "a cue timed “00:01.000 --> soon”"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nä\n".encode("latin-1"), "are not UTF-8"),
    ],
)
def test_captions_that_cannot_be_read_are_named_before_any_work(
    chosen: Any, data: bytes, told: str
) -> None:
    caption(chosen, "captions/a.vtt", data)
    with pytest.raises(ProductionError, match=told) as refusal:
        chosen.run()
    assert "s3://media/captions/a.vtt" in str(refusal.value)
    assert [phase for _, phase in chosen.reports] == ["PROBING"]
    assert chosen.listed() == []


def test_captions_come_from_the_given_stores_only(chosen: Any) -> None:
    caption(chosen, "captions/a.vtt", CAPTIONS.encode())
    source = chosen.settings["Inputs"][0]["CaptionSelectors"]["Captions Selector 1"]
    file = source["SourceSettings"]["FileSourceSettings"]
    file["SourceFile"] = "s3://elsewhere/captions.vtt"
    with pytest.raises(ProductionError, match="no bucket “elsewhere”"):
        chosen.run()
    file["SourceFile"] = "s3://media/captions/none.vtt"
    with pytest.raises(ObjectNotFound):
        chosen.run()
    file["SourceFile"] = "https://example.org/captions.vtt"
    with pytest.raises(ProductionError, match="must be s3://bucket/key"):
        chosen.run()


def test_dash_has_one_file_a_track(tmp_path: Path) -> None:
    media, output = LocalFolderStore(tmp_path, "media"), LocalFolderStore(tmp_path, "output")
    film = stamped_video(tmp_path / "s.mp4", frames=25, rate=25, size=(160, 90), audio=True)
    media.put_file("video.mp4", film)
    media.put_bytes("captions.vtt", CAPTIONS.encode())
    track = CaptionTrack("eng", "English", media.uri("captions.vtt"))
    settings = add_captions(settings_of("cmaf-landscape", media.uri("video.mp4")), [track])
    group = settings["OutputGroups"][0]
    group["OutputGroupSettings"]["CmafGroupSettings"]["WriteDashManifest"] = "ENABLED"
    for sound in (o for o in group["Outputs"] if "AudioDescriptions" in o):
        sound["AudioDescriptions"][0] |= {"LanguageCode": "FRA"}
    stores = {"media": media, "output": output}
    transcode(settings, stores, work_dir=tmp_path / "work", progress=lambda *_: None)
    assert verify_outputs(output, PREFIX).sounds[0].language == "fr"
    folder = tmp_path / "output" / PREFIX / "landscape"
    space = {"": "urn:mpeg:dash:schema:mpd:2011"}
    sets = ET.parse(folder / "video.mpd").getroot().findall(".//AdaptationSet", space)
    assert [(one.get("contentType"), one.get("lang")) for one in sets] == [
        ("video", None),
        ("audio", "fr"),
        ("text", "en"),
    ]
    name = sets[-1].findtext("Representation/BaseURL", namespaces=space)
    cues = read_cues((folder / str(name)).read_bytes(), "WEBVTT", "x")
    assert [cue.start for cue in cues] == [1000, 5500]
