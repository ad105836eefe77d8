"""Watching a production: its page and all that it needs, served from the store."""

import re
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import urljoin

import pytest

from timeline_studio.library import NotFound, Production, Upload
from timeline_studio.productions import ProductionError
from timeline_studio.workflows import Studio
from timeline_studio.workflows.sends import cancel_production, get_production, start_send
from timeline_studio.workflows.watching import serve_production, watch_page_key


@pytest.fixture
def production(studio: Studio, upload: Upload, run_queue: Callable[[], None]) -> Production:
    """Both pictures of it."""
    production_id = start_send(studio, upload.id, profile="hls-both-small", name="Beach & sea")
    run_queue()
    return get_production(studio, production_id).production


def fetch(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:
        body: bytes = answer.read()
    return body


def test_the_page_and_all_that_it_names_are_served(studio: Studio, production: Production) -> None:
    with serve_production(studio, production.id) as url:
        page = fetch(url).decode()
        assets = re.findall(r'(?:src|href)="([^"]+)"', page)
        playlists = re.findall(r'"playlist": "([^"]+)"', page)
        posters = re.findall(r'"poster": "([^"]+)"', page)
        assert "Beach &amp; sea" in page
        assert len(assets) == 6
        assert sorted(playlists) == ["landscape/video.m3u8", "portrait/video.m3u8"]
        assert sorted(posters) == [
            "landscape/video_poster.0000000.jpg",
            "portrait/video_poster.0000000.jpg",
        ]
        for name in [*assets, *playlists, *posters]:
            assert fetch(urljoin(url, name))


def test_it_is_served_no_longer_than_it_is_watched(studio: Studio, production: Production) -> None:
    with serve_production(studio, production.id) as url:
        assert fetch(url)
    with pytest.raises(urllib.error.URLError):
        fetch(url)


def test_one_that_is_not_completed_says_what_to_do(studio: Studio, upload: Upload) -> None:
    production_id = start_send(studio, upload.id)
    with pytest.raises(ProductionError, match=r"it is queued\. Wait"):
        watch_page_key(get_production(studio, production_id).production)
    cancel_production(studio, production_id)
    with pytest.raises(ProductionError, match=r"it is failed\. Retry"):
        watch_page_key(get_production(studio, production_id).production)


def test_strangers_watch_nothing(stranger: Studio, production: Production) -> None:
    with pytest.raises(NotFound), serve_production(stranger, production.id):
        pass
