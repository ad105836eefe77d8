"""Object stores: where media, masters and HLS outputs lie, and under which keys."""

from timeline_studio.storage.growing import GrowingFile, sent_while_made
from timeline_studio.storage.keys import (
    asset_uuid_of,
    build_export_key,
    build_upload_key,
    captions_key,
    captions_prefixes,
    date_of,
    dated,
    thumb_key,
)
from timeline_studio.storage.local_folder import LocalFolderStore
from timeline_studio.storage.outgoing import OutgoingStore, is_pending, pending_keys, push_below
from timeline_studio.storage.presence import is_here
from timeline_studio.storage.s3 import S3Store
from timeline_studio.storage.s3_access import VERBS, PermissionMissing, S3Access
from timeline_studio.storage.s3_client import AccessKeys, S3Options, connect
from timeline_studio.storage.store import (
    ObjectNotFound,
    ObjectStore,
    StorageError,
    StorageUnreachable,
    StoredObject,
)

__all__ = [
    "VERBS",
    "AccessKeys",
    "GrowingFile",
    "LocalFolderStore",
    "ObjectNotFound",
    "ObjectStore",
    "OutgoingStore",
    "PermissionMissing",
    "S3Access",
    "S3Options",
    "S3Store",
    "StorageError",
    "StorageUnreachable",
    "StoredObject",
    "asset_uuid_of",
    "build_export_key",
    "build_upload_key",
    "captions_key",
    "captions_prefixes",
    "connect",
    "date_of",
    "dated",
    "is_here",
    "is_pending",
    "pending_keys",
    "push_below",
    "sent_while_made",
    "thumb_key",
]
