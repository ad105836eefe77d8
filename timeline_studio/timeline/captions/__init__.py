"""Captions as text: SRT and WebVTT in and out, chapters, languages, how well they can be read.

Nothing here touches a file: bytes and text come in, text goes out.
"""

from timeline_studio.timeline.captions.chapters import (
    Chapter,
    chapters_json,
    chapters_of,
    chapters_vtt,
)
from timeline_studio.timeline.captions.cue import Cue, Trouble
from timeline_studio.timeline.captions.files import (
    SUFFIXES,
    ReadCaptions,
    cues_of,
    read_captions,
    write_captions,
)
from timeline_studio.timeline.captions.languages import (
    LANGUAGES,
    UNKNOWN,
    Language,
    find_language,
    language_name,
    long_code,
)
from timeline_studio.timeline.captions.reading_ease import letters_a_second, warnings_of
from timeline_studio.timeline.captions.srt import write_srt
from timeline_studio.timeline.captions.vtt import write_vtt

__all__ = [
    "LANGUAGES",
    "SUFFIXES",
    "UNKNOWN",
    "Chapter",
    "Cue",
    "Language",
    "ReadCaptions",
    "Trouble",
    "chapters_json",
    "chapters_of",
    "chapters_vtt",
    "cues_of",
    "find_language",
    "language_name",
    "letters_a_second",
    "long_code",
    "read_captions",
    "warnings_of",
    "write_captions",
    "write_srt",
    "write_vtt",
]
