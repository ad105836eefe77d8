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
from timeline_studio.storage.s3 import S3Store
from timeline_studio.storage.s3_client import S3Options
from timeline_studio.storage.store import (
    ObjectNotFound,
    ObjectStore,
    StorageError,
    StorageUnreachable,
    StoredObject,
)

__all__ = [
    "LocalFolderStore",
    "ObjectNotFound",
    "ObjectStore",
    "S3Options",
    "S3Store",
    "StorageError",
    "StorageUnreachable",
    "StoredObject",
    "asset_uuid_of",
    "build_export_key",
    "build_upload_key",
    "date_of",
    "dated",
    "is_export_key",
    "thumb_key",
]
