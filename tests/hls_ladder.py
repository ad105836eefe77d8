"""Small HLS ladders of transport streams, made with FFmpeg's own muxer."""

from collections.abc import Sequence
from pathlib import Path

import av

from media_factory import stamped_jpeg, stamped_video

RATE = 25
_SECONDS = 3


def write_ladder(folder: Path, sizes: Sequence[tuple[int, int]]) -> None:
    """`video.m3u8` and a rung a size, of three seconds in segments of one, with sound and a
    poster."""
    folder.mkdir(parents=True)
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for width, height in sizes:
        codecs = _write_rung(folder, (width, height))
        stated = f"BANDWIDTH={width * height * 8},RESOLUTION={width}x{height},FRAME-RATE={RATE}"
        lines += [f'#EXT-X-STREAM-INF:{stated},CODECS="{codecs}"', f"video_{height}.m3u8"]
    (folder / "video.m3u8").write_text("\n".join(lines) + "\n")
    stamped_jpeg(folder / "video_poster.0000000.jpg", 1, sizes[0])


def _write_rung(folder: Path, size: tuple[int, int]) -> str:
    """The rung's CODECS."""
    source = stamped_video(
        folder / "source.mp4", frames=_SECONDS * RATE, rate=RATE, size=size, gop=RATE, clicks_at=[1]
    )
    name = f"video_{size[1]}"
    options = {
        "hls_time": "1",
        "hls_playlist_type": "vod",
        "hls_segment_filename": str(folder / f"{name}_%05d.ts"),
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
