"""One Chromium for all pages, and one site for it to show."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from chromium import CHROMIUM, Browser
from hls_ladder import write_ladder
from ladder_factory import make_ladder
from media_factory import stamped_video
from timeline_studio.app.composition import open_studio
from timeline_studio.productions import folder_answer, output_prefix, serve_paths
from timeline_studio.settings import Home
from timeline_studio.workflows import Studio
from timeline_studio.workflows.publications import add_space, publish
from timeline_studio.workflows.site import write_site

_CHAPTERS = """WEBVTT

00:00:00.000 --> 00:00:02.000
The beach

00:00:02.000 --> 00:00:03.000
Home &amp; <b>dry</b>
"""


def _publish(studio: Studio, number: int, name: str, space_id: int) -> Path:
    """A completed production, published; the empty folder of its outputs."""
    with studio.unit_of_work() as uow:
        upload = uow.uploads.add(
            kind="video",
            s3_bucket=studio.media_store.bucket,
            s3_key=f"videos/{number}.mp4",
            original_filename=f"{number}.mp4",
            description="By the sea",
            duration_seconds=3,
        )
        production = uow.productions.add(upload.id, name)
        prefix = output_prefix("2026-11/21", str(number), production.ulid)
        uow.productions.update(production.id, status="completed", output_prefix=prefix)
    publish(studio, production.id, space_id)
    folder = studio.home.store / studio.output_store.bucket / prefix
    folder.mkdir(parents=True)
    return folder


def _footage(place: Path) -> Path:
    return stamped_video(place / "dunes.mp4", frames=75, rate=25, size=(480, 272), clicks_at=[1.0])


@pytest.fixture(scope="package")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three videos: TS in both shapes, this program's own CMAF with captions, TS that lacks a
    segment."""
    place = tmp_path_factory.mktemp("site")
    studio = open_studio(Home(place / "home"))
    space = add_space(studio, "Surfers")
    surf = _publish(studio, 1, "Surf & “sun” </script>", space.id)
    write_ladder(surf / "landscape", [(640, 360), (320, 180)])
    write_ladder(surf / "portrait", [(180, 320)])
    (surf / "chapters.vtt").write_text(_CHAPTERS)
    dunes = _publish(studio, 2, "Dunes", space.id)
    made = make_ladder(place / "made", profile="cmaf-landscape", source=_footage(place))
    shutil.copytree(made.folder, dunes, dirs_exist_ok=True)
    torn = _publish(studio, 3, "Torn", space.id)
    write_ladder(torn / "landscape", [(320, 180)])
    (torn / "landscape" / "video_180_00001.ts").unlink()
    write_site(studio, place / "public")
    studio.library.close()
    return place / "public"


@pytest.fixture(scope="package")
def site(site_folder: Path) -> Iterator[str]:
    with serve_paths(folder_answer(site_folder)) as url:
        yield url


@pytest.fixture(scope="package")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    opened = Browser(tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()


@pytest.fixture
def browser(chromium: Browser, site: str) -> Iterator[Browser]:
    """Whatever a page does, its policy allows it, its scripts hold, and it asks its own server."""
    chromium.requests.clear()
    chromium.trouble.clear()
    yield chromium
    assert chromium.trouble == []
    own = (site, "data:", "blob:", "about:")
    assert [url for url in chromium.requests if not url.startswith(own)] == []
