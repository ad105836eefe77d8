"""Profiles and what becomes of them: job settings, transcoders, verified HLS, the watch page."""

from timeline_studio.productions.captions import CaptionTrack, add_captions
from timeline_studio.productions.job_board import JobBoard, PostedJob
from timeline_studio.productions.job_settings import (
    build_job_settings,
    destinations,
    output_prefix,
)
from timeline_studio.productions.local import transcode
from timeline_studio.productions.local_transcoder import LOCAL_TRANSCODE, LocalTranscoder
from timeline_studio.productions.media_check import SoundRendition, SubtitleRendition
from timeline_studio.productions.mediaconvert import (
    MediaConvertOptions,
    MediaConvertTranscoder,
    mediaconvert_client,
    missing_access,
)
from timeline_studio.productions.playlist_reading import outputs_below
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.profiles import (
    ReadProfile,
    list_profiles,
    load_profile,
    read_profile,
)
from timeline_studio.productions.quality import Quality, measure_quality, measure_sound
from timeline_studio.productions.rendition_check import Rendition
from timeline_studio.productions.settings_check import validate_settings
from timeline_studio.productions.transcoder import (
    TranscodeJobNotFound,
    Transcoder,
    TranscoderUnreachable,
    TranscodeState,
    TranscodeStatus,
)
from timeline_studio.productions.verification import VerifiedOutput, verify_outputs
from timeline_studio.productions.watch_folder import SiteError, SiteFolder
from timeline_studio.productions.watch_page import (
    WatchText,
    assets_version,
    feed_page,
    watch_assets,
    watch_page,
)
from timeline_studio.productions.watch_server import Served, folder_answer, serve_paths
from timeline_studio.productions.watch_sources import (
    Watchable,
    WatchSource,
    read_watchable,
)

__all__ = [
    "LOCAL_TRANSCODE",
    "CaptionTrack",
    "JobBoard",
    "LocalTranscoder",
    "MediaConvertOptions",
    "MediaConvertTranscoder",
    "PostedJob",
    "ProductionError",
    "Quality",
    "ReadProfile",
    "Rendition",
    "Served",
    "SiteError",
    "SiteFolder",
    "SoundRendition",
    "SubtitleRendition",
    "TranscodeJobNotFound",
    "TranscodeState",
    "TranscodeStatus",
    "Transcoder",
    "TranscoderUnreachable",
    "VerifiedOutput",
    "WatchSource",
    "WatchText",
    "Watchable",
    "add_captions",
    "assets_version",
    "build_job_settings",
    "destinations",
    "feed_page",
    "folder_answer",
    "list_profiles",
    "load_profile",
    "measure_quality",
    "measure_sound",
    "mediaconvert_client",
    "missing_access",
    "output_prefix",
    "outputs_below",
    "read_profile",
    "read_watchable",
    "serve_paths",
    "transcode",
    "validate_settings",
    "verify_outputs",
    "watch_assets",
    "watch_page",
]
