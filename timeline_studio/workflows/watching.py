"""Watching a production: a page beside its playlists, served on this computer only."""

from collections.abc import Iterator
from contextlib import contextmanager

from timeline_studio.library import Production
from timeline_studio.productions import (
    ProductionError,
    WatchText,
    assets_version,
    read_watchable,
    watch_assets,
    watch_page,
)
from timeline_studio.storage import ObjectNotFound, ObjectStore
from timeline_studio.workflows.publications import PublicationRow
from timeline_studio.workflows.site_feed import old_slug
from timeline_studio.workflows.site_serving import page_path, serve_site
from timeline_studio.workflows.studio import Studio

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


def write_watch_pages(store: ObjectStore, production: Production) -> None:
    """Put the page beside the playlists, and what all pages of this version share at the
    store's root: whatever serves the store serves the page."""
    prefix = production.output_prefix or ""
    assets = f"watch/{assets_version()}/"
    for asset in watch_assets():
        _put_once(store, assets + asset.name, asset.read_bytes())
    watchable = read_watchable(store, prefix)
    page = watch_page(
        WatchText(production.name or "Untitled"),
        watchable.sources,
        assets="../" * prefix.count("/") + assets,
        chapters_url=watchable.chapters_url,
    )
    store.put_bytes(prefix + _PAGE, page.encode())


def _put_once(store: ObjectStore, key: str, data: bytes) -> None:
    """Other productions of this version have put it already."""
    try:
        store.head(key)
    except ObjectNotFound:
        store.put_bytes(key, data)


@contextmanager
def serve_production(studio: Studio, production_id: int) -> Iterator[str]:
    """The watch page's URL, alive until the block ends."""
    path = watch_path(studio, production_id)
    with serve_site(studio) as url:
        yield url + path


def watch_path(studio: Studio, production_id: int) -> str:
    """Where `serve_site` has the page. Raises ProductionError before there is one."""
    with studio.reading() as uow:
        production = uow.productions.get(production_id)
    watch_page_key(production)
    return page_path(production.ulid)


def publication_path(studio: Studio, row: PublicationRow) -> str:
    """As `watch_path`; an old publication's page is its upload's."""
    if row.production is not None:
        return watch_path(studio, row.production.id)
    return page_path(old_slug(row.upload.id))
