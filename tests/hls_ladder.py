"""Small HLS ladders, made with FFmpeg's own muxer: a master with rungs, TS or CMAF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import av

from media_factory import stamped_jpeg, stamped_video

Container = Literal["ts", "cmaf"]

RATE = 25
_SECONDS = 3


def write_ladder(
    folder: Path,
    sizes: Sequence[tuple[int, int]],
    *,
    container: Container = "ts",
    captions: Sequence[tuple[float, float, str]] = (),
) -> None:
    """`video.m3u8` and a rung a size, of three seconds in segments of one, with sound, a poster
    and English captions (start and end in seconds, text)."""
    folder.mkdir(parents=True)
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    if captions:
        _write_captions(folder, captions)
        lines.append(
            '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="English",LANGUAGE="en",'
            'AUTOSELECT=YES,DEFAULT=NO,URI="captions.m3u8"'
        )
    for width, height in sizes:
        codecs = _write_rung(folder, (width, height), container)
        lines += [
            f"#EXT-X-STREAM-INF:BANDWIDTH={width * height * 8},RESOLUTION={width}x{height},"
            f'FRAME-RATE={RATE},CODECS="{codecs}"' + (',SUBTITLES="subs"' if captions else ""),
            f"video_{height}.m3u8",
        ]
    (folder / "video.m3u8").write_text("\n".join(lines) + "\n")
    stamped_jpeg(folder / "video_poster.0000000.jpg", 1, sizes[0])


def _write_rung(folder: Path, size: tuple[int, int], container: Container) -> str:
    """The rung's CODECS."""
    source = stamped_video(
        folder / "source.mp4", frames=_SECONDS * RATE, rate=RATE, size=size, gop=RATE, clicks_at=[1]
    )
    name = f"video_{size[1]}"
    options = {
        "hls_time": "1",
        "hls_playlist_type": "vod",
        "hls_segment_filename": str(folder / f"{name}_%05d.{'ts' if container == 'ts' else 'm4s'}"),
        "hls_segment_type": "mpegts" if container == "ts" else "fmp4",
        "hls_fmp4_init_filename": f"{name}_init.mp4",
    }
    with (
        av.open(str(source)) as reader,
        av.open(str(folder / f"{name}.m3u8"), "w", format="hls", options=options) as writer,
    ):
        streams = {s: writer.add_stream_from_template(s) for s in reader.streams}
        header = reader.streams.video[0].codec_context.extradata or b""
        for packet in reader.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream]
                writer.mux(packet)
    source.unlink()
    return f"avc1.{header[1:4].hex()},mp4a.40.2"


def _write_captions(folder: Path, cues: Sequence[tuple[float, float, str]]) -> None:
    blocks = [f"{_stamp(start)} --> {_stamp(end)}\n{text}\n" for start, end, text in cues]
    (folder / "captions.vtt").write_text("WEBVTT\n\n" + "\n".join(blocks))
    (folder / "captions.m3u8").write_text(
        f"#EXTM3U\n#EXT-X-TARGETDURATION:{_SECONDS}\n#EXT-X-PLAYLIST-TYPE:VOD\n"
        f"#EXTINF:{_SECONDS},\ncaptions.vtt\n#EXT-X-ENDLIST\n"
    )


def _stamp(seconds: float) -> str:
    return f"00:00:{seconds:06.3f}"
