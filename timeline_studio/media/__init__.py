"""Reading media files: what they hold, their pictures, their sound."""

from timeline_studio.media.audio_reader import AudioReader
from timeline_studio.media.frame_cache import FrameCache
from timeline_studio.media.image import image_frame
from timeline_studio.media.info import AudioStream, MediaInfo, MediaKind, VideoStream
from timeline_studio.media.media_error import MediaError
from timeline_studio.media.probe import probe
from timeline_studio.media.video_reader import VideoReader

__all__ = [
    "AudioReader",
    "AudioStream",
    "FrameCache",
    "MediaError",
    "MediaInfo",
    "MediaKind",
    "VideoReader",
    "VideoStream",
    "image_frame",
    "probe",
]
