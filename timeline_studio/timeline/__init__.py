"""The timeline: the model, its edits, its documents and interchange."""

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.edit_error import EditError
from timeline_studio.timeline.model import (
    Caption,
    Clip,
    Generator,
    Item,
    Marker,
    MediaReference,
    Still,
    Timeline,
    Title,
    Track,
    TrackKind,
    Transition,
    empty_timeline,
    new_id,
)

__all__ = [
    "Caption",
    "Clip",
    "DocumentError",
    "EditError",
    "Generator",
    "Item",
    "Marker",
    "MediaReference",
    "Still",
    "Timeline",
    "Title",
    "Track",
    "TrackKind",
    "Transition",
    "empty_timeline",
    "new_id",
]
