"""The watch page in a real Chromium: pictures, containers, rungs, captions, chapters, trouble."""

import json
from pathlib import Path

import pytest

from chromium import Browser

NOT_STARTED = "document.body.dataset.state === 'ready'"
PLAYS = "video.currentTime > 0.2 && !video.seeking && video.readyState >= 3"
RUNG = "document.body.dataset.rung"
CUE = "[...video.textTracks].find(t => t.mode === 'showing')?.activeCues?.[0]?.text"


@pytest.fixture
def pages(site_folder: Path) -> dict[str, str]:
    """Where each video's page lies, by its name."""
    feed = json.loads((site_folder / "feed.json").read_text("utf-8"))
    return {item["name"]: item["page"] for item in feed["items"]}


def test_both_pictures_play_at_every_rung(
    browser: Browser, site: str, pages: dict[str, str]
) -> None:
    name = "Surf & “sun” </script>"
    browser.open(site + pages[name])
    browser.wait_for(NOT_STARTED)
    assert browser.value("document.title") == name
    assert browser.value("video.poster").endswith("/landscape/video_poster.0000000.jpg")
    browser.press(" ", 32)
    browser.wait_for(PLAYS)
    assert browser.value("[...quality.options].map(o => o.text.split(',')[0])") == [
        "Auto",
        "640×360",
        "320×180",
    ]
    for rung, size in ((0, [320, 180]), (1, [640, 360])):
        browser.choose("quality", rung)
        browser.wait_for(f"{RUNG} === '{rung}' && video.videoWidth === {size[0]}")
        assert browser.value("[video.videoWidth, video.videoHeight]") == size

    browser.value("document.querySelector('input[name=source]').focus()")
    browser.press("ArrowRight", 39)
    browser.wait_for(f"video.videoWidth === 180 && {PLAYS}")
    assert browser.value("document.querySelector(':checked').parentNode.textContent") == "Portrait"
    browser.wait_for("video.ended")
    assert browser.value("Math.abs(video.duration - 3) < 0.1")


def test_cmaf_plays_with_captions(browser: Browser, site: str, pages: dict[str, str]) -> None:
    browser.open(site + pages["Dunes"])
    browser.wait_for("document.querySelector('#captions').options.length === 2")
    assert browser.value(CUE) is None
    browser.press("c", 67)
    assert browser.value("document.querySelector('#captions').selectedOptions[0].text") == "English"
    browser.value("video.loop = true; undefined")
    browser.press("k", 75)
    browser.wait_for(f"{CUE}?.startsWith('First') && video.currentTime >= 1")
    browser.press("c", 67)
    browser.wait_for(f"!{CUE}")
    assert browser.value("quality.options.length") >= 3
    for rung in (0, 1):
        browser.choose("quality", rung)
        size = f"quality.querySelector('option[value=\"{rung}\"]').text.split('×')[0]"
        browser.wait_for(f"{RUNG} === '{rung}' && video.videoWidth === Number({size})")
    assert {url.rpartition(".")[2] for url in browser.requests} >= {"cmfv", "cmfa", "vtt"}


def test_chapters_are_listed_and_jumped_to(
    browser: Browser, site: str, pages: dict[str, str]
) -> None:
    browser.open(site + pages["Surf & “sun” </script>"])
    browser.wait_for("document.querySelectorAll('#chapter-list button').length === 2")
    assert browser.value("document.querySelector('#chapter-list').innerText").split() == [
        *("0:00", "The", "beach", "0:02", "Home"),
        *("&", "dry"),
    ]
    browser.wait_for(f"{NOT_STARTED} && video.readyState >= 1")
    browser.press("n", 78)
    browser.wait_for("video.currentTime === 2 && !video.seeking")
    browser.wait_for("document.querySelector('[aria-current]').textContent.startsWith('0:02')")
    browser.value("document.querySelector('#chapter-list button').click()")
    browser.wait_for("video.currentTime === 0")


def test_a_missing_segment_is_told_in_words(
    browser: Browser, site: str, pages: dict[str, str]
) -> None:
    browser.open(site + pages["Torn"])
    browser.wait_for(NOT_STARTED)
    browser.value("document.querySelector('#start').click()")
    browser.wait_for("document.body.dataset.state === 'failed'")
    assert browser.value("document.querySelector('#words').innerText") == (
        "A part of the video cannot be had: video_180_00001.ts is missing on the server. Publish "
        "the video again."
    )
    assert browser.value("document.querySelector('#retry').offsetHeight > 0")
    browser.value("video.currentTime = 2.2; video.play(); undefined")
    browser.wait_for("video.ended && document.querySelector('#notice').hidden")


def test_the_feed_lists_searches_and_opens(browser: Browser, site: str) -> None:
    names = "[...document.querySelectorAll('.cards .name')].map(n => n.textContent)"
    browser.open(site)
    browser.wait_for(NOT_STARTED)
    assert browser.value(names) == ["Torn", "Dunes", "Surf & “sun” </script>"]
    browser.wait_for("document.querySelector('.cards img').naturalWidth > 0")
    assert browser.value("document.querySelector('.length').textContent") == "0:03"
    assert "Surfers" in browser.value("document.querySelector('.facts').textContent")

    browser.value("search.focus()")
    browser.type("nothing like it")
    browser.wait_for("document.body.dataset.state === 'empty'")
    assert browser.value("document.querySelector('#status').textContent") == (
        "Nothing found for “nothing like it”."
    )
    browser.value("search.select()")
    browser.type("SURF script")
    browser.wait_for(f"{names}.length === 1")
    browser.value("document.querySelector('.cards a').click()")
    browser.wait_for("location.pathname.startsWith('/v/') && document.querySelector('video')")
    browser.wait_for(NOT_STARTED)
    browser.value("document.querySelector('#back').click()")
    browser.wait_for("location.pathname === '/' && document.querySelector('.cards li')")
