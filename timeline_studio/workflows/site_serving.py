"""The site of all productions, on this computer only: nothing is written anywhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from timeline_studio.library import NotFound
from timeline_studio.productions import (
    Served,
    Watchable,
    assets_version,
    feed_page,
    read_watchable,
    serve_paths,
    watch_assets,
    watch_page,
)
from timeline_studio.storage.content_types import content_type_of
from timeline_studio.workflows.publications import list_publications
from timeline_studio.workflows.site_feed import (
    FEED,
    VIDEOS,
    Video,
    card_of,
    feed_document,
    old_upload_id,
    old_video,
    produced_video,
)
from timeline_studio.workflows.studio import Studio

_TITLE = "Productions"
_POSTER = "poster.jpg"


@contextmanager
def serve_site(studio: Studio, *, port: int = 0) -> Iterator[str]:
    """The feed's URL, ending in `/`; a production's page lies at `page_path` below it."""
    with serve_paths(_StudioSite(studio).answer, port) as url:
        yield url


def page_path(ulid: str) -> str:
    """Where the page of a production is served, below the site's URL."""
    return f"{VIDEOS}{ulid}/"


class _StudioSite:
    """Remembers where productions lie: a player asks for hundreds of segments."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._assets = {asset.name: asset for asset in watch_assets()}
        self._assets_folder = f"watch-{assets_version()}/"
        self._prefixes: dict[str, str] = {}
        self._watchables: dict[str, Watchable] = {}

    def answer(self, path: str) -> Served | None:
        """Raises StorageError."""
        if not path:
            return _page(feed_page(_TITLE, assets=self._assets_folder))
        if path == FEED:
            return Served(content_type_of(FEED), self._feed())
        if path.startswith(self._assets_folder):
            asset = self._assets.get(path.removeprefix(self._assets_folder))
            return Served(content_type_of(asset.name), asset) if asset else None
        if path.startswith(VIDEOS):
            ulid, _, name = path.removeprefix(VIDEOS).partition("/")
            return self._of_video(ulid, name)
        return None

    def _of_video(self, ulid: str, name: str) -> Served | None:
        try:
            if not name:
                return _page(self._watch_page(ulid))
            if name == _POSTER:
                return self._poster(ulid)
            return self._object(self._prefix(ulid) + name)
        except NotFound:
            return None

    def _object(self, key: str) -> Served:
        return Served(content_type_of(key), self._studio.output_store.fetch(key))

    def _poster(self, ulid: str) -> Served | None:
        watchable = self._watchables.get(ulid) or self._look(ulid)
        poster = watchable.poster_name
        return self._object(self._prefix(ulid) + poster) if poster else None

    def _watch_page(self, ulid: str) -> str:
        video = self._video(ulid)
        watchable = self._look(ulid)
        if not watchable.sources:
            raise NotFound(f"The production {ulid} has nothing to play.")
        return watch_page(
            video.text(),
            watchable.sources,
            assets=f"../../{self._assets_folder}",
            chapters_url=watchable.chapters_url,
            feed_url="../../",
        )

    def _look(self, ulid: str) -> Watchable:
        found = read_watchable(self._studio.output_store, self._prefix(ulid))
        self._watchables[ulid] = found
        return found

    def _prefix(self, ulid: str) -> str:
        if ulid not in self._prefixes:
            self._prefixes[ulid] = self._video(ulid).output_prefix
        return self._prefixes[ulid]

    def _video(self, ulid: str) -> Video:
        upload_id = old_upload_id(ulid)
        if upload_id is not None:
            return self._old_video(upload_id)
        with self._studio.reading() as uow:
            production = uow.productions.get_by_ulid(ulid)
            upload = uow.uploads.get(production.upload_id)
        if production.status != "completed" or not production.output_prefix:
            raise NotFound(f"The production {ulid} is not ready to be watched.")
        return produced_video(
            production, upload, self._spaces(production.id).get(production.id, ())
        )

    def _old_video(self, upload_id: int) -> Video:
        with self._studio.reading() as uow:
            upload = uow.uploads.get(upload_id)
        if not upload.output_prefix:
            raise NotFound(f"The upload {upload_id} has nothing to play.")
        return old_video(upload)

    def _feed(self) -> bytes:
        with self._studio.reading() as uow:
            rows = uow.productions.list()
        spaces = self._spaces()
        videos = [
            produced_video(production, upload, spaces.get(production.id, ()))
            for production, upload in rows
            if production.status == "completed" and production.output_prefix
        ]
        videos += self._old_videos()
        return feed_document(_TITLE, [card_of(video, _POSTER) for video in videos])

    def _old_videos(self) -> list[Video]:
        old: dict[int, Video] = {}
        for row in list_publications(self._studio):
            if row.production is None and row.upload.output_prefix:
                before = old.get(row.upload.id)
                spaces = (*(before.spaces if before else ()), row.space.name)
                old[row.upload.id] = old_video(row.upload, row.publication.published_at, spaces)
        return [*old.values()]

    def _spaces(self, production_id: int | None = None) -> dict[int, tuple[str, ...]]:
        """The names of the spaces that a production is published in, by its id."""
        found: dict[int, tuple[str, ...]] = {}
        for row in list_publications(self._studio, production_id=production_id):
            if row.production is not None:
                found[row.production.id] = (*found.get(row.production.id, ()), row.space.name)
        return found


def _page(text: str) -> Served:
    return Served(content_type_of("index.html"), text.encode())
