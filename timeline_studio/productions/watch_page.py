"""The watch page: a static page beside a production's playlists that plays them anywhere."""

import html
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_studio.settings import resource

PAGE = "index.html"
_ASSETS = ("watch.css", "watch.js", "hls.min.js", "hls.js-LICENSE.txt")

_TEMPLATE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; \
media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self' blob:">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{assets}watch.css">
</head>
<body data-state="loading">
<header>
<h1>{title}</h1>
<fieldset{hidden}>
<legend class="hidden-label">Picture</legend>
{choices}
</fieldset>
<label>Quality <select id="quality"><option value="-1">Auto</option></select></label>
</header>
<main><video controls playsinline preload="auto" aria-label="{title}"></video></main>
<footer><span id="status" role="status">Loading…</span></footer>
<noscript>This page needs JavaScript to play HLS.</noscript>
<script type="application/json" id="sources">{sources}</script>
<script src="{assets}hls.min.js"></script>
<script src="{assets}watch.js"></script>
</body>
</html>
"""


@dataclass(frozen=True)
class WatchSource:
    """One master playlist to choose; URLs are relative to the page."""

    label: str
    playlist_url: str
    poster_url: str | None = None


def watch_page(title: str, sources: Sequence[WatchSource], *, assets: str = "") -> str:
    """The page's HTML. `assets` is the relative URL of the folder that holds `watch_assets()`,
    empty or ending in `/`. The page asks for nothing outside its own server."""
    if not sources:
        raise ValueError("a watch page needs a playlist to play")
    choices = "\n".join(
        f'<label><input type="radio" name="source" value="{index}"'
        f"{' checked' if index == 0 else ''}>{html.escape(source.label)}</label>"
        for index, source in enumerate(sources)
    )
    listed = [{"playlist": source.playlist_url, "poster": source.poster_url} for source in sources]
    return _TEMPLATE.format(
        title=html.escape(title),
        assets=html.escape(assets),
        hidden=" hidden" if len(sources) == 1 else "",
        choices=choices,
        # inside <script>, only `<` could end the element
        sources=json.dumps(listed).replace("<", "\\u003c"),
    )


def watch_assets() -> list[Path]:
    """The files that the page needs beside it: its style, its script, hls.js and its licence."""
    return [resource("watch") / name for name in _ASSETS]


def write_watch_page(folder: Path, title: str, sources: Sequence[WatchSource]) -> Path:
    """Write the page and its assets into `folder`; the page's path. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for asset in watch_assets():
        shutil.copyfile(asset, folder / asset.name)
    page = folder / PAGE
    page.write_text(watch_page(title, sources), "utf-8")
    return page
