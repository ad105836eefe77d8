"""AWS Elemental MediaConvert as a Transcoder."""

from timeline_studio.productions.mediaconvert.access import missing_access
from timeline_studio.productions.mediaconvert.client import mediaconvert_client
from timeline_studio.productions.mediaconvert.options import MediaConvertOptions
from timeline_studio.productions.mediaconvert.transcoder import MediaConvertTranscoder

__all__ = ["MediaConvertOptions", "MediaConvertTranscoder", "mediaconvert_client", "missing_access"]
