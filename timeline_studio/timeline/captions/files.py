"""Files of captions as items of a timeline, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from timeline_studio.timeline.captions.cue import Cue, CueList, Trouble
from timeline_studio.timeline.captions.decoding import decoded
from timeline_studio.timeline.captions.languages import find_language
from timeline_studio.timeline.captions.srt import read_srt, write_srt
from timeline_studio.timeline.captions.timing import apart
from timeline_studio.timeline.captions.vtt import HEADER, read_vtt, write_vtt
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import Caption, Item, Track, new_id

SUFFIXES = (".srt", ".vtt")


@dataclass(frozen=True)
class ReadCaptions:
    """Captions in order, none over another; `language` is a code of ISO 639, or "".

    `overlapping` counts the cues of the file that began before the one before was over.
    """

    captions: tuple[Caption, ...]
    language: str
    troubles: tuple[Trouble, ...]
    overlapping: int
    is_encoding_guessed: bool

    @property
    def notes(self) -> list[str]:
        """What the user should know, a sentence each."""
        notes = [str(trouble) for trouble in self.troubles]
        if self.overlapping:
            notes.append(
                f"{_counted(self.overlapping)} began before the one before was over: what they "
                "say at the same time is in one"
            )
        if self.is_encoding_guessed:
            notes.append("The file is not UTF-8: it was read as Western European (Windows-1252)")
        return notes


def read_captions(data: bytes, name: str) -> ReadCaptions:
    """The captions of an SRT or WebVTT file that is called `name`; which of the two it is, its
    content says. Raises DocumentError when there are none in it."""
    text, is_guessed = decoded(data)
    listed = read_vtt(text) if text.startswith(HEADER) else read_srt(text)
    if not listed.cues:
        raise DocumentError(_nothing(name, listed))
    cues, overlapping = apart(listed.cues)
    return ReadCaptions(
        captions=tuple(_caption(cue) for cue in cues),
        language=listed.language or _language_of(name),
        troubles=listed.troubles,
        overlapping=overlapping,
        is_encoding_guessed=is_guessed,
    )


def write_captions(track: Track, suffix: str) -> str:
    """The text of a `.srt` or `.vtt` file. Raises DocumentError for another suffix."""
    writers = {".srt": write_srt, ".vtt": write_vtt}
    write = writers.get(suffix.lower())
    if write is None:
        raise DocumentError(f"“{suffix}” is no kind of caption file: end the name in .srt or .vtt")
    return write(cues_of(track.items))


def cues_of(items: Iterable[Item]) -> list[Cue]:
    """What the enabled captions among items say."""
    return [
        Cue(item.start, item.end, item.text, item.place, item.align)
        for item in items
        if isinstance(item, Caption) and item.enabled
    ]


def _caption(cue: Cue) -> Caption:
    return Caption(
        id=new_id(),
        start=cue.start,
        duration=cue.end - cue.start,
        text=cue.text,
        place=cue.place,
        align=cue.align,
    )


def _language_of(name: str) -> str:
    """What `talk.en.srt` says."""
    suffixes = PurePath(name).suffixes
    found = find_language(suffixes[-2][1:]) if len(suffixes) > 1 else None
    return found.long if found else ""


def _nothing(name: str, listed: CueList) -> str:
    reason = "there are no captions in this file"
    if listed.troubles:
        reason += f" ({listed.troubles[0]})"
    return f"{name}: {reason}. Choose an SRT or a WebVTT file."


def _counted(count: int) -> str:
    return "1 caption" if count == 1 else f"{count} captions"
