"""A static site of what is published: any web server can serve the folder."""

import hashlib
import posixpath
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_studio.productions import (
    SiteError,
    SiteFolder,
    Watchable,
    assets_version,
    feed_page,
    outputs_below,
    read_watchable,
    watch_assets,
    watch_page,
)
from timeline_studio.productions.watch_lock import only_writer
from timeline_studio.productions.watch_server import INDEX
from timeline_studio.storage import StoredObject
from timeline_studio.workflows.publications import FeedEntry, global_feed, list_spaces, space_feed
from timeline_studio.workflows.site_feed import (
    FEED,
    Video,
    card_of,
    feed_document,
    published_video,
)
from timeline_studio.workflows.site_serving import serve_site
from timeline_studio.workflows.studio import Studio

__all__ = ["SiteError", "WrittenSite", "serve_site", "write_site"]

Progress = Callable[[float, str], None]

_TITLE = "Videos"
# What players ask for. Nothing that a browser would run as a page of the site.
_PLAYED = frozenset({"m3u8", "ts", "m4s", "mp4", "cmfv", "cmfa", "cmft", "aac", "vtt", "json"})
_PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})
_ROOM_LEFT = 64 * 1024 * 1024


@dataclass(frozen=True)
class WrittenSite:
    """What became of it. `left_out` names videos without anything that could be played, and
    those that only a space's members may see."""

    index: Path
    videos: int
    copied: int
    unchanged: int
    removed: int
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Page:
    video: Video
    watchable: Watchable
    objects: tuple[StoredObject, ...]

    def name_of(self, stored: StoredObject) -> str:
        return self.video.folder + stored.key.removeprefix(self.video.output_prefix)


def write_site(
    studio: Studio,
    folder: Path,
    *,
    space_slug: str | None = None,
    members: bool = False,
    progress: Progress | None = None,
) -> WrittenSite:
    """Make `folder` the site of a space, or of everything that is published for everyone.

    A second time only what changed is copied, and what was unpublished goes. Whenever it stops,
    the pages that are there work. A static site knows no members: what only they may see is
    left out unless `members` says that the web server lets in nobody else.

    `progress` gets 0 to 1 and a video's name; an exception it raises cancels. Raises SiteError
    where the folder holds other things or is being written already, NotFound for a space that is
    none, StorageError.
    """
    report = progress or _ignore
    root = folder.absolute()
    if root.resolve().is_relative_to(studio.home.root.resolve()):
        raise SiteError(f"{root} is the program's own folder. Choose one outside of it.")
    with only_writer(root):
        return _write(studio, root, space_slug, report, members=members)


def _write(
    studio: Studio, root: Path, space_slug: str | None, report: Progress, *, members: bool
) -> WrittenSite:
    site = SiteFolder(root)
    entries = _entries(studio, space_slug)
    shown = [e for e in entries if members or e.visibility != "members"]
    left_out = [e.name for e in entries if e not in shown]
    pages = _pages(studio, [published_video(entry) for entry in shown], left_out, report)
    written = _Written(site, pages, _title(studio, space_slug))
    written.check_room()
    site.begin([*written.media, *written.generated])
    try:
        written.copy_media(studio, report)
    except BaseException:
        site.keep()
        raise
    written.put_generated()
    removed = site.finish()
    report(1.0, "")
    return WrittenSite(
        index=root / INDEX,
        videos=len(pages),
        copied=written.copied,
        unchanged=len(written.media) - written.copied,
        removed=removed,
        left_out=tuple(left_out),
    )


class _Written:
    """One run: the media of all pages, then the pages, the list of them last."""

    def __init__(self, site: SiteFolder, pages: Sequence[_Page], title: str) -> None:
        self._site = site
        self.media = {page.name_of(o): (page, o) for page in pages for o in page.objects}
        self._changed = [
            name for name, (_, o) in self.media.items() if not site.has(name, o.etag, o.size)
        ]
        self.generated = _generated(pages, title)
        self.copied = 0

    def check_room(self) -> None:
        """Better now than after an hour. Raises SiteError."""
        place = next(path for path in (self._site.root, *self._site.root.parents) if path.exists())
        needed = sum(self.media[name][1].size for name in self._changed)
        free = shutil.disk_usage(place).free
        if needed + _ROOM_LEFT > free:
            raise SiteError(
                f"The site needs {needed / 1e9:.1f} GB more in {place}, where {free / 1e9:.1f} GB "
                "are free. Free some space, or choose another disk."
            )

    def copy_media(self, studio: Studio, report: Progress) -> None:
        """Playlists after what they name."""
        total = sum(self.media[name][1].size for name in self._changed) or 1
        done = 0
        for name in sorted(self._changed, key=lambda name: (name.endswith(".m3u8"), name)):
            page, stored = self.media[name]
            report(done / total, page.video.name)
            self._site.put(name, stored.etag, studio.output_store.fetch(stored.key))
            done += stored.size
            self.copied += 1

    def put_generated(self) -> None:
        for name, content in self.generated.items():
            tag = hashlib.sha256(content).hexdigest()
            if not self._site.has(name, tag, len(content)):
                self._site.put(name, tag, content)


def _generated(pages: Sequence[_Page], title: str) -> dict[str, bytes]:
    """In the order in which they may appear: nothing names what is not there yet."""
    assets = f"watch-{assets_version()}/"
    files = {assets + asset.name: asset.read_bytes() for asset in watch_assets()}
    for page in pages:
        text = watch_page(
            page.video.text(),
            page.watchable.sources,
            assets=f"../../{assets}",
            chapters_url=page.watchable.chapters_url,
            feed_url="../../",
        )
        files[page.video.folder + INDEX] = text.encode()
    cards = [card_of(page.video, page.watchable.poster_url) for page in pages]
    files[FEED] = feed_document(title, cards)
    files[INDEX] = feed_page(title, assets=assets).encode()
    return files


def _entries(studio: Studio, space_slug: str | None) -> list[FeedEntry]:
    if space_slug is None:
        return global_feed(studio, limit=None)
    return space_feed(studio, space_slug, limit=None)


def _title(studio: Studio, space_slug: str | None) -> str:
    names = {row.space.slug: row.space.name for row in list_spaces(studio)}
    return names.get(space_slug or "", _TITLE)


def _pages(
    studio: Studio, videos: Sequence[Video], left_out: list[str], report: Progress
) -> list[_Page]:
    store = studio.output_store
    pages: dict[str, _Page] = {}
    for video in videos:
        report(0.0, video.name)
        if video.slug in pages:
            continue
        prefix = video.output_prefix
        found = [stored for stored in outputs_below(store, prefix) if _is_media(stored.key)]
        watchable = read_watchable(store, prefix, found)
        if watchable.sources:
            pages[video.slug] = _Page(video, watchable, tuple(found))
        else:
            left_out.append(video.name)
    return [*pages.values()]


def _is_media(key: str) -> bool:
    return posixpath.splitext(key)[1].removeprefix(".").lower() in _PLAYED | _PICTURES


def _ignore(_fraction: float, _words: str) -> None:
    pass
