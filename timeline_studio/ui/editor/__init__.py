"""The timeline panel: where the film is cut."""

from timeline_studio.ui.editor.actions import EditorActions
from timeline_studio.ui.editor.drops import UPLOADS_MIME, uploads_mime
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.panel import TimelinePanel
from timeline_studio.ui.editor.placement import How, Pair, placed

__all__ = [
    "UPLOADS_MIME",
    "EditingMode",
    "EditorActions",
    "How",
    "Pair",
    "TimelinePanel",
    "placed",
    "uploads_mime",
]
