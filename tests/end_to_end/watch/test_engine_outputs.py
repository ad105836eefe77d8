"""What the local transcoder makes, in a real player: hls.js in Chromium, each in its own time."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from chromium import Browser
from ladder_factory import make_ladder
from media_factory import read_stamp
from timeline_studio.productions import folder_answer, serve_paths
from timeline_studio.settings import resource

PAGE = """<!doctype html><meta charset="utf-8"><body data-state="loading">
<video muted></video><script src="hls.min.js"></script><script>
const video = document.querySelector('video'), hls = new Hls({renderTextTracksNatively: true})
hls.loadSource('landscape/video.m3u8'); hls.attachMedia(video)
hls.on(Hls.Events.ERROR, (_, e) => { if (e.fatal) document.body.dataset.state = e.details })
hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, () => { hls.subtitleTrack = 0 })
video.addEventListener('loadeddata', () => { document.body.dataset.state = 'ready' })
const cues = () => [...(video.textTracks[0]?.cues ?? [])].map(c => [c.startTime, c.endTime, c.text])
const luma = () => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 320, height: 180})
  const context = canvas.getContext('2d')
  context.drawImage(video, 0, 0, 320, 180)
  return [...context.getImageData(0, 0, 320, 180).data.filter((_, n) => n % 4 === 1)]
}
</script>"""
SHOWN = "!video.seeking && video.readyState >= 2"


@pytest.fixture(params=["hls-landscape", "cmaf-landscape"])
def playing(request: pytest.FixtureRequest, chromium: Browser, tmp_path: Path) -> Iterator[Browser]:
    folder = make_ladder(tmp_path, profile=request.param).folder
    (folder / "play.html").write_text(PAGE, "utf-8")
    shutil.copy(resource("watch") / "hls.min.js", folder)
    with serve_paths(folder_answer(folder)) as url:
        chromium.open(f"{url}play.html")
        chromium.wait_for("document.body.dataset.state === 'ready'")
        yield chromium
        chromium.call("Page.navigate", url="about:blank")
        chromium.wait_for("location.href === 'about:blank'")


def test_pictures_and_captions_are_in_time(playing: Browser) -> None:
    # hls.js keeps the lead of a transport stream's first picture; captions have to keep it too
    lead = playing.value("video.buffered.start(0)")
    assert lead < 0.1
    for number in (0, 30, 151, 199):
        playing.value(f"video.currentTime = {lead + (number + 0.5) / 25}; undefined")
        playing.wait_for(SHOWN)
        luma = np.array(playing.value("luma()"), np.uint8).reshape(180, 320)
        assert read_stamp(luma) == number
    playing.wait_for("cues().length === 2")
    assert playing.value("cues()") == [
        [
            pytest.approx(lead + 1.0),
            pytest.approx(lead + 2.5),
            "First <i>words</i> &amp; a 5 &lt; 6",
        ],
        [pytest.approx(lead + 5.5), pytest.approx(lead + 6.5), "Over the border\nשלום 😀"],
    ]
    assert playing.value("video.duration") == pytest.approx(lead + 8.0, abs=0.05)
