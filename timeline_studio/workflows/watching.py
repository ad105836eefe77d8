"""Watching a production: a page beside its playlists, served on this computer only."""

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager

from timeline_studio.library import Production
from timeline_studio.productions import (
    ProductionError,
    VerifiedOutput,
    WatchSource,
    serve_folder,
    watch_assets,
    watch_page,
)
from timeline_studio.storage import ObjectStore
from timeline_studio.workflows.studio import Studio

_ASSETS = "watch/"
_PAGE = "watch.html"


def watch_page_key(production: Production) -> str:
    """Where the page lies in the output store. Raises ProductionError before there is one."""
    if production.status != "completed" or not production.output_prefix:
        advice = "Retry it" if production.status == "failed" else "Wait until it is completed"
        raise ProductionError(
            f"The production {production.ulid} is not ready to be watched: it is "
            f"{production.status}. {advice}."
        )
    return production.output_prefix + _PAGE


def write_watch_pages(store: ObjectStore, production: Production, output: VerifiedOutput) -> None:
    """Put the page beside the playlists, and what all pages share at the store's root."""
    prefix = production.output_prefix or ""
    for asset in watch_assets():
        store.put_file(_ASSETS + asset.name, asset)
    sources = [_source(key, output, prefix) for key in output.playlists]
    up = "../" * prefix.count("/")
    page = watch_page(production.name or "Untitled", sources, assets=up + _ASSETS)
    store.put_bytes(prefix + _PAGE, page.encode())


def _source(playlist: str, output: VerifiedOutput, prefix: str) -> WatchSource:
    folder = posixpath.dirname(playlist)
    poster = next((p for p in output.posters if posixpath.dirname(p) == folder), None)
    return WatchSource(
        label=posixpath.basename(folder).capitalize(),
        playlist_url=playlist.removeprefix(prefix),
        poster_url=poster.removeprefix(prefix) if poster else None,
    )


@contextmanager
def serve_production(studio: Studio, production_id: int) -> Iterator[str]:
    """The watch page's URL, alive until the block ends."""
    with studio.reading() as uow:
        production = uow.productions.get(production_id)
    key = watch_page_key(production)
    page = studio.output_store.fetch(key)
    # Above the page: the assets that all pages share lie at the store's root.
    root = page.parents[key.count("/")]
    url, server = serve_folder(root)
    try:
        yield url + key
    finally:
        server.shutdown()
        server.server_close()
