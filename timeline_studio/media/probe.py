"""What a media file holds."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from av.audio.stream import AudioStream as AvAudioStream
from av.container import InputContainer
from av.video.stream import VideoStream as AvVideoStream

from timeline_studio.media import colour_names
from timeline_studio.media.display_size import clockwise_rotation, display_size, is_mirrored
from timeline_studio.media.first_packets import FirstPictures, first_pictures, is_decodable
from timeline_studio.media.frame_timing import frame_timing, has_full_index, indexed_runs
from timeline_studio.media.info import AudioStream, MediaInfo, MediaKind, VideoStream
from timeline_studio.media.media_error import MediaError, reading
from timeline_studio.media.source import open_source, origin, picture_stream, sound_streams
from timeline_studio.media.stream_end import stream_ends
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start, nearest_frame

_STILL_BRANDS = {"avif", "heic", "heix", "mif1"}
_ANIMATIONS = {"gif", "apng", "webp_anim"}


def probe(path: Path) -> MediaInfo:
    """Reads the headers, the first picture or sound, and the index or the first packets.

    Raises MediaError, naming the file, for whatever is not readable media.
    """
    with open_source(path) as container, reading(path):
        picture, sounds = picture_stream(container), sound_streams(container)
        _refuse_unknown(path, picture, sounds)
        first = first_pictures(container, picture) if picture is not None else None
        if not (first.frame if first is not None else is_decodable(container, sounds[0])):
            raise MediaError(
                f"Nothing in {path} can be decoded: it is damaged, or of an unknown kind "
                "(as animated WebP is). Copy it again, or convert it."
            )
        kind = _kind(container, first)
        ends: Mapping[int, int] = {}
        if kind != "image":
            streams = [*([picture] if picture is not None else []), *sounds]
            ends = stream_ends(path, container, streams, origin(container))
        video = _video(picture, first, ends) if picture is not None and first is not None else None
        audio = tuple(_audio(stream, ends) for stream in sounds)
        return MediaInfo(
            path=path,
            kind=kind,
            container=container.format.name,
            size_bytes=path.stat().st_size,
            duration=max([s.duration for s in (video, *audio) if s is not None], default=0),
            video=video,
            audio=audio,
        )


def _refuse_unknown(
    path: Path, picture: AvVideoStream | None, sounds: tuple[AvAudioStream, ...]
) -> None:
    if picture is None and not sounds:
        raise MediaError(f"{path} holds neither picture nor sound: choose another file.")
    if picture is not None and picture.codec_context is None:
        raise MediaError(f"{path} has a picture in an unknown format: convert it first.")


def _kind(container: InputContainer, first: FirstPictures | None) -> MediaKind:
    if first is None:
        return "audio"
    name = container.format.name
    is_still = name == "image2" or name.endswith("_pipe")
    is_lone = first.is_alone and name in _ANIMATIONS
    brand = container.metadata.get("major_brand", "").strip()
    return "image" if is_still or is_lone or brand in _STILL_BRANDS else "video"


def _video(
    stream: AvVideoStream, first: FirstPictures, ends: Mapping[int, int]
) -> VideoStream | None:
    frame = first.frame
    if frame is None:
        return None
    rotation = clockwise_rotation(frame)
    shown = display_size(frame.width, frame.height, stream.sample_aspect_ratio, rotation)
    runs = indexed_runs(stream) if has_full_index(stream) else [first.ticks]
    timing = frame_timing(stream, runs)
    duration = ends.get(stream.index, 0)
    if not timing.is_variable and stream.time_base is not None:
        tick = round(stream.time_base * FLICKS_PER_SECOND)
        duration = _whole_frames(duration, timing.rate, tick)
    count = max(1, nearest_frame(duration, timing.rate))
    return VideoStream(
        index=stream.index,
        codec=stream.codec_context.codec.canonical_name,
        profile=stream.profile,
        width=frame.width,
        height=frame.height,
        display_width=shown[0],
        display_height=shown[1],
        rotation=rotation,
        rate=timing.rate,
        is_variable_rate=timing.is_variable,
        duration=duration,
        pixel_format=frame.format.name,
        color_primaries=colour_names.primaries(frame.color_primaries),
        color_transfer=colour_names.transfer(frame.color_trc),
        color_space=colour_names.space(frame.colorspace),
        color_range=colour_names.value_range(frame.color_range),
        frame_count=(stream.frames or count) if timing.is_variable else count,
        has_alpha=any(component.is_alpha for component in frame.format.components),
        is_interlaced=bool(frame.interlaced_frame),
        is_mirrored=is_mirrored(frame),
    )


def _whole_frames(duration: int, rate: Fraction, tick: int) -> int:
    """A duration that was rounded to the container's ticks, as the frames that it is."""
    whole = frame_start(nearest_frame(duration, rate), rate)
    return whole if abs(whole - duration) <= tick else duration


def _audio(stream: AvAudioStream, ends: Mapping[int, int]) -> AudioStream:
    return AudioStream(
        index=stream.index,
        codec=stream.codec_context.name,
        sample_rate=stream.rate,
        channels=stream.channels,
        layout=stream.layout.name,
        duration=ends.get(stream.index, 0),
    )
