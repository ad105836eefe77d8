"""Can requests to an account's cloud be signed? Asked of this computer only, not of the network."""

from collections.abc import Iterator

from timeline_studio.errors import StudioError
from timeline_studio.storage import ObjectStore, OutgoingStore, S3Store
from timeline_studio.workflows.preflight.finding import Finding, Fix
from timeline_studio.workflows.studio import Studio

_ANY_KEY = "preflight"  # nothing is asked for: a link is only signed


def check_credentials(studio: Studio) -> Iterator[Finding]:
    """MediaConvert signs as S3 does, so one answer holds for both."""
    store = _remote(studio.media_store)
    if not isinstance(store, S3Store):
        return
    try:
        store.link(_ANY_KEY)
    except StudioError as error:
        yield Finding(
            "blocker",
            "credentials",
            f"The account “{studio.account.name}” cannot sign in. {error}",
            Fix("accounts", "Accounts…"),
        )


def _remote(store: ObjectStore) -> object:
    return store.remote if isinstance(store, OutgoingStore) else store
