"""What the feed of a site lists: a card a video, as `feed.json` holds them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from timeline_studio.library import FeedEntry, Production, Upload
from timeline_studio.productions import WatchText

FEED = "feed.json"
VIDEOS = "v/"
_OLD = "upload-"
_SCHEMA, _VERSION = "timeline_studio.feed", 1


@dataclass(frozen=True)
class Video:
    """One page of the site; `slug` is its folder below `VIDEOS`."""

    slug: str
    name: str
    description: str
    date: datetime | None
    seconds: int | None
    spaces: tuple[str, ...]
    output_prefix: str

    @property
    def folder(self) -> str:
        return f"{VIDEOS}{self.slug}/"

    def text(self) -> WatchText:
        when = f"{self.date.day} {self.date:%B %Y}" if self.date else ""
        facts = " · ".join(part for part in (when, *self.spaces) if part)
        return WatchText(self.name, self.description, facts)


@dataclass(frozen=True)
class Card:
    """URLs are relative to the feed; `date` is ISO 8601, in UTC."""

    name: str
    description: str
    date: str | None
    seconds: int | None
    spaces: tuple[str, ...]
    page: str
    poster: str | None


def published_video(entry: FeedEntry) -> Video:
    """A publication that is older than productions is named after its upload."""
    production = entry.production
    return Video(
        slug=production.ulid if production else old_slug(entry.upload.id),
        name=entry.name,
        description=entry.description or "",
        date=entry.published_at,
        seconds=entry.upload.duration_seconds,
        spaces=(entry.space.name,),
        output_prefix=_folder(entry.output_prefix),
    )


def produced_video(production: Production, upload: Upload, spaces: Sequence[str]) -> Video:
    """A completed production, wherever it is published."""
    return Video(
        slug=production.ulid,
        name=production.name or upload.name,
        description=upload.description or "",
        date=production.completed_at or production.created_at,
        seconds=upload.duration_seconds,
        spaces=tuple(spaces),
        output_prefix=_folder(production.output_prefix or ""),
    )


def old_video(upload: Upload, date: datetime | None = None, spaces: Sequence[str] = ()) -> Video:
    """What was published before there were productions."""
    return Video(
        slug=old_slug(upload.id),
        name=upload.name,
        description=upload.description or "",
        date=date or upload.uploaded_at or upload.created_at,
        seconds=upload.duration_seconds,
        spaces=tuple(spaces),
        output_prefix=_folder(upload.output_prefix or ""),
    )


def old_slug(upload_id: int) -> str:
    return f"{_OLD}{upload_id}"


def old_upload_id(slug: str) -> int | None:
    """None for what is no slug of an upload's."""
    number = slug.removeprefix(_OLD)
    is_old = slug.startswith(_OLD) and number.isascii() and number.isdecimal() and len(number) < 19
    return int(number) if is_old else None


def card_of(video: Video, poster_url: str | None) -> Card:
    """`poster_url` is relative to the video's page."""
    return Card(
        name=video.name,
        description=video.description,
        date=f"{video.date.isoformat(timespec='seconds')}Z" if video.date else None,
        seconds=video.seconds,
        spaces=video.spaces,
        page=video.folder,
        poster=video.folder + poster_url if poster_url else None,
    )


def feed_document(title: str, cards: Sequence[Card]) -> bytes:
    document = {
        "schema": _SCHEMA,
        "version": _VERSION,
        "title": title,
        "items": [asdict(card) for card in cards],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _folder(prefix: str) -> str:
    """Old rows may lack the slash; without it another video's prefix could begin alike."""
    return prefix.strip("/") + "/"
