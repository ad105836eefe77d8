"""A film that is copied from sources of several encoders, in a real player and as HLS."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from chromium import Browser
from copying_films import RATE, film, frames_of, mixed_sources
from ladder_factory import make_ladder
from media_factory import read_stamp
from timeline_studio.productions import folder_answer, serve_paths
from timeline_studio.render import ExportOptions, export_timeline

PAGE = """<!doctype html><meta charset="utf-8"><body data-state="loading">
<video muted src="video.mp4"></video><script>
const video = document.querySelector('video')
video.addEventListener('error', () => { document.body.dataset.state = video.error.message })
video.addEventListener('loadeddata', () => { document.body.dataset.state = 'ready' })
const luma = () => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 320, height: 180})
  const context = canvas.getContext('2d')
  context.drawImage(video, 0, 0, 320, 180)
  return [...context.getImageData(0, 0, 320, 180).data.filter((_, n) => n % 4 === 1)]
}
</script>"""
SHOWN = "!video.seeking && video.readyState >= 2"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """The film, and the number that each of its frames shows."""
    folder = tmp_path_factory.mktemp("copied")
    starts = mixed_sources(folder)
    cuts = [(path, first, 60) for first in (0, 17) for path in starts]
    result = export_timeline(
        film(cuts),
        folder / "video.mp4",
        lambda media: Path(media.url),
        ExportOptions(preset="ultrafast", match_source=True),
    )
    assert result.frames_copied > result.frames / 2
    return folder / "video.mp4", frames_of(cuts, starts)


def test_chromium_plays_it_to_the_end_and_seeks_anywhere(
    chromium: Browser, made: tuple[Path, list[int]], tmp_path: Path
) -> None:
    path, expected = made
    shutil.copy(path, tmp_path / "video.mp4")
    (tmp_path / "play.html").write_text(PAGE, "utf-8")
    with serve_paths(folder_answer(tmp_path)) as url:
        chromium.open(f"{url}play.html")
        chromium.wait_for("document.body.dataset.state === 'ready'")
        for frame in (0, 61, 300, 180, 181, 239, 421, 540, 719, 30, 650):
            chromium.value(f"video.currentTime = {(frame + 0.5) / float(RATE)}; undefined")
            chromium.wait_for(f"{SHOWN} || video.error")
            luma = np.array(chromium.value("luma()"), np.uint8).reshape(180, 320)
            assert read_stamp(luma) == expected[frame], frame
        chromium.value("video.playbackRate = 8; video.currentTime = 0; video.play(); undefined")
        chromium.wait_for("video.ended || video.error")
        assert chromium.value("document.body.dataset.state") == "ready"
        assert chromium.trouble == []
        chromium.call("Page.navigate", url="about:blank")
        chromium.wait_for("location.href === 'about:blank'")


def test_the_local_transcoder_takes_it(made: tuple[Path, list[int]], tmp_path: Path) -> None:
    ladder = make_ladder(tmp_path, profile="hls-landscape", captions=(), source=made[0])
    assert ladder.verified.playlists
