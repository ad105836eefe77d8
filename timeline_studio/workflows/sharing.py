"""A link to a production that plays elsewhere: playlists whose every address is signed.

A link to the master playlist alone would not do: it names its children, and they their
segments, by relative addresses that nobody signed.
"""

import posixpath
import re
from collections.abc import Callable
from datetime import timedelta

from timeline_studio.productions import ProductionError
from timeline_studio.productions.ladder import read_ladder
from timeline_studio.productions.playlist_reading import SHARED, read_playlist, resolve
from timeline_studio.storage import ObjectStore
from timeline_studio.storage.signing import signer_of
from timeline_studio.workflows.publications import PublicationRow
from timeline_studio.workflows.studio import Studio

LASTS = timedelta(days=7)
"""The longest that S3 signs for."""

_URI = re.compile(r'URI="([^"]+)"')

Sign = Callable[[str], str]


def share_link(studio: Studio, production_id: int) -> str | None:
    """A link that any HLS player plays for seven days; None where the outputs lie in a folder of
    this computer. Raises ProductionError unless the production is ready."""
    with studio.reading() as work:
        production = work.productions.get(production_id)
    prefix = production.output_prefix
    if production.status != "completed" or not prefix:
        raise ProductionError(
            f"The production {production.ulid} has no link yet: it is {production.status}. Wait "
            "until it is completed."
        )
    return _signed(studio, prefix)


def share_publication(studio: Studio, row: PublicationRow) -> str | None:
    """As `share_link`; an old publication's outputs are its upload's."""
    if row.production is not None:
        return share_link(studio, row.production.id)
    prefix = row.upload.output_prefix
    if not prefix:
        raise ProductionError(f"“{row.name}” has nothing to play. Send it again.")
    return _signed(studio, f"{prefix.strip('/')}/")


def _signed(studio: Studio, prefix: str) -> str | None:
    signer = signer_of(studio.output_store)
    if signer is None:
        return None

    def sign(key: str) -> str:
        return signer.link(key, lasts=LASTS)

    store = studio.output_store
    best = read_ladder(store, prefix)[0]
    master = next(
        found.key
        for found in store.list(f"{posixpath.dirname(best.playlist)}/")
        if found.key.endswith(".m3u8") and read_playlist(store, found.key).is_variant
    )
    return sign(_shared(store, master, prefix + SHARED, sign))


def _shared(store: ObjectStore, playlist: str, folder: str, sign: Sign) -> str:
    """The key of a copy of `playlist`, below `folder`, that leads to signed addresses only."""

    def signed(uri: str) -> str:
        key = resolve(playlist, uri)
        return sign(_shared(store, key, folder, sign) if key.endswith(".m3u8") else key)

    lines = []
    for line in store.get(playlist).decode("utf-8", "replace").splitlines():
        if line.startswith("#"):
            lines.append(_URI.sub(lambda match: f'URI="{signed(match[1])}"', line))
        else:
            lines.append(signed(line.strip()) if line.strip() else line)
    copy = folder + posixpath.basename(playlist)
    store.put_bytes(copy, ("\n".join(lines) + "\n").encode())
    return copy
