"""A production on S3 has a link that plays anywhere; one on this computer has none."""

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from s3_server import BUCKET, S3Server
from timeline_studio.library import Upload
from timeline_studio.productions import ProductionError
from timeline_studio.storage import OutgoingStore, S3Options, S3Store
from timeline_studio.workflows import Studio
from timeline_studio.workflows.ladders import production_rungs
from timeline_studio.workflows.sends import start_send
from timeline_studio.workflows.sharing import share_link


@pytest.fixture
def production_id(studio: Studio, upload: Upload, run_queue: Callable[[], None]) -> int:
    made = start_send(studio, upload.id)
    run_queue()
    return made


@pytest.fixture
def on_s3(studio: Studio, production_id: int, s3_server: S3Server, tmp_path: Path) -> Studio:
    """The production's outputs, moved to S3."""
    s3_server.empty(BUCKET)
    remote = S3Store(
        BUCKET,
        cache=tmp_path / "cache",
        journals=tmp_path / "journals",
        options=S3Options(endpoint=s3_server.endpoint, attempts=2),
        client_factory=lambda _options: s3_server.client,
    )
    for found in studio.output_store.list():
        remote.put_file(found.key, studio.output_store.fetch(found.key))
    return dataclasses.replace(studio, output_store=OutgoingStore(remote, tmp_path / "outgoing"))


def read(url: str) -> bytes:
    with urlopen(url) as answer:
        data: bytes = answer.read()
        return data


def test_every_address_behind_the_link_can_be_read(on_s3: Studio, production_id: int) -> None:
    link = share_link(on_s3, production_id)
    assert link is not None
    waiting, segments = [link], 0
    while waiting:
        lines = read(waiting.pop()).decode().splitlines()
        found = [line for line in lines if line and not line.startswith("#")]
        found += re.findall(r'URI="([^"]+)"', "\n".join(lines))
        for address in found:
            assert address.startswith("http")
            if ".m3u8?" in address:
                waiting.append(address)
            else:
                segments += bool(read(address))
    assert segments > 0


def test_what_was_shared_adds_no_rung(on_s3: Studio, production_id: int) -> None:
    offered = production_rungs(on_s3, production_id)
    share_link(on_s3, production_id)
    assert production_rungs(on_s3, production_id) == offered


def test_a_folder_of_this_computer_has_none(studio: Studio, production_id: int) -> None:
    assert share_link(studio, production_id) is None


def test_what_is_not_ready_has_none(studio: Studio, upload: Upload) -> None:
    with pytest.raises(ProductionError, match="has no link yet: it is queued"):
        share_link(studio, start_send(studio, upload.id))
