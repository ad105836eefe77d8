"""Footage: brought in, listed, put on timelines, and found again."""

from timeline_studio.workflows.media.bin import (
    BinRow,
    add_folder,
    list_bin,
    list_folders,
    mark_favourite,
    move_to_folder,
    note_use,
    remove_folder,
    rename_folder,
)
from timeline_studio.workflows.media.clips import (
    STILL_DURATION,
    USUAL_RATES,
    describe,
    format_for,
    has_sound,
    items_for,
    usual_rate,
)
from timeline_studio.workflows.media.finding import (
    MediaNotHereError,
    Resolve,
    download_media,
    file_path,
    is_media_here,
    resolver,
    resolver_here,
)
from timeline_studio.workflows.media.importing import import_media
from timeline_studio.workflows.media.promises import sweep_promises
from timeline_studio.workflows.media.references import UPLOAD_SCHEME, reference_to, upload_id_of
from timeline_studio.workflows.media.relinking import (
    LostUpload,
    Match,
    find_matches,
    lost_uploads,
)
from timeline_studio.workflows.media.sources import list_sources
from timeline_studio.workflows.media.uses import MediaUses, shown_uploads

__all__ = [
    "STILL_DURATION",
    "UPLOAD_SCHEME",
    "USUAL_RATES",
    "BinRow",
    "LostUpload",
    "Match",
    "MediaNotHereError",
    "MediaUses",
    "Resolve",
    "add_folder",
    "describe",
    "download_media",
    "file_path",
    "find_matches",
    "format_for",
    "has_sound",
    "import_media",
    "is_media_here",
    "items_for",
    "list_bin",
    "list_folders",
    "list_sources",
    "lost_uploads",
    "mark_favourite",
    "move_to_folder",
    "note_use",
    "reference_to",
    "remove_folder",
    "rename_folder",
    "resolver",
    "resolver_here",
    "shown_uploads",
    "sweep_promises",
    "upload_id_of",
    "usual_rate",
]
