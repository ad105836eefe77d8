"""Object stores: where media, masters and HLS outputs lie, and under which keys."""

from timeline_studio.storage.keys import (
    asset_uuid_of,
    build_export_key,
    build_upload_key,
    date_of,
    dated,
    is_export_key,
    thumb_key,
)
from timeline_studio.storage.local_folder import LocalFolderStore
from timeline_studio.storage.store import ObjectNotFound, ObjectStore, StorageError, StoredObject

__all__ = [
    "LocalFolderStore",
    "ObjectNotFound",
    "ObjectStore",
    "StorageError",
    "StoredObject",
    "asset_uuid_of",
    "build_export_key",
    "build_upload_key",
    "date_of",
    "dated",
    "is_export_key",
    "thumb_key",
]
