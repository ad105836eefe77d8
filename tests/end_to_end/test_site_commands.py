"""`site write` and `site serve`, as their user runs them."""

import json
import signal
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from hls_ladder import write_ladder
from timeline_studio.productions import output_prefix
from timeline_studio.workflows import Studio
from timeline_studio.workflows.publications import add_space, publish


@pytest.fixture
def published(opened: Studio) -> str:
    """The ULID of a production in the space “Surfers”."""
    with opened.unit_of_work() as uow:
        upload = uow.uploads.add(s3_bucket="b", s3_key="videos/a.mp4", original_filename="a.mp4")
        production = uow.productions.add(upload.id, "Dunes")
        prefix = output_prefix("2026-11/21", "asset", production.ulid)
        uow.productions.update(production.id, status="completed", output_prefix=prefix)
    write_ladder(opened.home.store / opened.output_store.bucket / prefix / "l", [(160, 90)])
    publish(opened, production.id, add_space(opened, "Surfers").id)
    return production.ulid


def test_a_site_is_written_again_and_again(program: Any, published: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = program.json("site", "write", site, "--space", "surfers")
    assert first == {
        "index": str(site / "index.html"),
        "videos": 1,
        "copied": 6,
        "unchanged": 0,
        "removed": 0,
        "left_out": [],
    }
    assert (site / "v" / published / "l" / "video.m3u8").is_file()
    said = program.run("site", "write", site).stdout
    assert said == f"{site / 'index.html'}: 1 video, 0 files copied, 6 unchanged, 0 removed\n"
    assert "holds other things" in program.refusal("site", "write", tmp_path)


def hear_ctrl_c() -> None:
    """As from a terminal: what a shell starts in the background is deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_site_is_served_until_ctrl_c(program: Any, published: str) -> None:
    process = program.start("site", "serve", "--no-browser", "--json", preexec_fn=hear_ctrl_c)
    try:
        url = json.loads(process.stdout.readline())["url"]
        assert url.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(url + "feed.json") as answer:
            items = json.load(answer)["items"]
        assert [item["page"] for item in items] == [f"v/{published}/"]
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")
