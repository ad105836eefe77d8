"""The watch page and the feed: static pages that play a production's playlists anywhere."""

import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from timeline_studio.productions.watch_sources import WatchSource
from timeline_studio.settings import resource

_ASSETS = (
    "watch.css",
    "icon.svg",
    "opened-as-file.js",
    "watch.js",
    "streams.js",
    "controls.js",
    "chapters.js",
    "feed.js",
    "words.js",
    "hls.min.js",
    "hls.js-LICENSE.txt",
)

# hls.js feeds the video from memory, begins captions with an empty file written as data:, and
# demuxes in a worker that it makes of its own text.
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self'; connect-src 'self'; media-src 'self' blob: data:; "
    "worker-src 'self' blob:"
)


@dataclass(frozen=True)
class WatchText:
    """What the page says about the video. `facts` is one line: its date, its spaces."""

    title: str
    description: str = ""
    facts: str = ""


def watch_page(
    text: WatchText,
    sources: Sequence[WatchSource],
    *,
    assets: str = "",
    chapters_url: str | None = None,
    feed_url: str | None = None,
) -> str:
    """The page's HTML. `assets` is the relative URL of the folder that holds `watch_assets()`,
    empty or ending in `/`. The page asks for nothing outside its own server."""
    if not sources:
        raise ValueError("a watch page needs a playlist to play")
    return _template("watch.html").substitute(
        policy=_POLICY,
        title=html.escape(text.title),
        description=html.escape(text.description),
        facts=html.escape(text.facts),
        assets=html.escape(assets),
        feed=html.escape(feed_url or ""),
        no_feed="" if feed_url else " hidden",
        track=f'<track kind="chapters" src="{html.escape(chapters_url)}">' if chapters_url else "",
        one_picture=" hidden" if len(sources) == 1 else "",
        choices="\n".join(_choice(index, source) for index, source in enumerate(sources)),
        sources=_for_script([_listed(source) for source in sources]),
    )


def feed_page(title: str, *, assets: str = "") -> str:
    """The HTML of the feed, which reads `feed.json` beside it."""
    return _template("feed.html").substitute(
        policy=_POLICY, title=html.escape(title), assets=html.escape(assets)
    )


def watch_assets() -> list[Path]:
    """The files that the pages need: their style and scripts, hls.js and its licence."""
    return [resource("watch") / name for name in _ASSETS]


@cache
def assets_version() -> str:
    """A digest: pages name the folder of the very assets that they were written for."""
    digest = hashlib.sha256()
    for asset in watch_assets():
        digest.update(asset.read_bytes())
    return digest.hexdigest()[:12]


def _template(name: str) -> Template:
    return Template((resource("watch") / name).read_text("utf-8"))


def _choice(index: int, source: WatchSource) -> str:
    checked = " checked" if index == 0 else ""
    return (
        f'<label><input type="radio" name="source" value="{index}"{checked}>'
        f"{html.escape(source.label)}</label>"
    )


def _listed(source: WatchSource) -> dict[str, str | int | None]:
    return {
        "playlist": source.playlist_url,
        "poster": source.poster_url,
        "width": source.width,
        "height": source.height,
    }


def _for_script(document: object) -> str:
    """Inside <script>, only `<` could end the element."""
    return json.dumps(document).replace("<", "\\u003c")
