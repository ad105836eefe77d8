"""Reading media files: what they hold, their pictures, their sound."""

from timeline_studio.media.audio_reader import AudioReader
from timeline_studio.media.content import content_sample
from timeline_studio.media.filmstrip import filmstrip_rgb
from timeline_studio.media.frame_cache import FrameCache
from timeline_studio.media.image import image_frame
from timeline_studio.media.info import AudioStream, MediaInfo, MediaKind, VideoStream
from timeline_studio.media.loudness import Loudness, LoudnessMeter, sound_loudness
from timeline_studio.media.media_error import MediaError
from timeline_studio.media.probe import probe
from timeline_studio.media.thumbnail import thumbnail_jpeg
from timeline_studio.media.video_reader import VideoReader
from timeline_studio.media.waveform import Waveform, waveform
from timeline_studio.media.waveform_cache import WaveformCache

__all__ = [
    "AudioReader",
    "AudioStream",
    "FrameCache",
    "Loudness",
    "LoudnessMeter",
    "MediaError",
    "MediaInfo",
    "MediaKind",
    "VideoReader",
    "VideoStream",
    "Waveform",
    "WaveformCache",
    "content_sample",
    "filmstrip_rgb",
    "image_frame",
    "probe",
    "sound_loudness",
    "thumbnail_jpeg",
    "waveform",
]
