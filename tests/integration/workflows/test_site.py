"""A static site of what is published, written again and again."""

import dataclasses
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from hls_ladder import write_ladder
from s3_server import BUCKET, S3Server
from timeline_studio.library import NotFound, Production, SpacePublication
from timeline_studio.productions import SiteError, SiteFolder, output_prefix
from timeline_studio.storage import S3Options, S3Store
from timeline_studio.workflows import Studio
from timeline_studio.workflows.publications import Visibility, add_space, publish, unpublish
from timeline_studio.workflows.site import serve_site, write_site

Publish = Callable[..., int]


@pytest.fixture
def produce(studio: Studio) -> Callable[[str], Production]:
    """A completed production with a real ladder."""

    def make(name: str) -> Production:
        with studio.unit_of_work() as uow:
            upload = uow.uploads.add(
                kind="video",
                s3_bucket=studio.media_store.bucket,
                s3_key=f"videos/{name}.mp4",
                original_filename=f"{name}.mp4",
                description="By the sea",
                duration_seconds=3,
            )
            production = uow.productions.add(upload.id, name)
            prefix = output_prefix("2026-11/21", name, production.ulid)
            production = uow.productions.update(
                production.id, status="completed", output_prefix=prefix
            )
        folder = studio.home.store / studio.output_store.bucket / prefix
        write_ladder(folder / "landscape", [(160, 90)])
        (folder / "watch.html").write_text("<script>stored earlier</script>")
        return production

    return make


@pytest.fixture
def show(studio: Studio, produce: Callable[[str], Production]) -> Publish:
    """Makes a production and publishes it; the publication's id."""
    spaces = {name: add_space(studio, name).id for name in ("Surfers", "Sailors")}

    def make(name: str, space: str = "Surfers", visibility: Visibility = "inherit") -> int:
        return publish(studio, produce(name).id, spaces[space], visibility=visibility).id

    return make


def feed(folder: Path) -> list[dict[str, object]]:
    items: list[dict[str, object]] = json.loads((folder / "feed.json").read_text("utf-8"))["items"]
    return items


def names(folder: Path) -> list[object]:
    return [item["name"] for item in feed(folder)]


def test_a_site_holds_all_that_its_pages_ask_for(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    show("dunes")
    told: list[tuple[float, str]] = []
    site = write_site(studio, tmp_path / "site", progress=lambda *what: told.append(what))
    assert (site.videos, site.unchanged, site.removed, site.left_out) == (1, 0, 0, ())
    item = feed(tmp_path / "site")[0]
    assert item["spaces"] == ["Surfers"]
    assert item["description"] == "By the sea"
    assert item["seconds"] == 3
    assert str(item["date"]).endswith("Z")
    page = tmp_path / "site" / str(item["page"])
    assert (page / "index.html").is_file()
    assert (tmp_path / "site" / str(item["poster"])).is_file()
    assert sorted(path.suffix for path in (page / "landscape").iterdir()) == [
        *(".jpg", ".m3u8", ".m3u8", ".ts", ".ts", ".ts")
    ]
    assert not (page / "watch.html").exists()
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert told[-1][0] == 1.0
    assert "dunes" in {words for _, words in told}


def test_a_second_time_only_what_changed_is_copied(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    first = show("dunes")
    site = write_site(studio, tmp_path / "site")
    assert site.copied == 6
    segment = next((tmp_path / "site").rglob("*_00001.ts"))
    before = segment.stat()
    again = write_site(studio, tmp_path / "site")
    assert (again.copied, again.unchanged, again.removed) == (0, 6, 0)
    assert segment.stat() == before

    show("torn")
    assert write_site(studio, tmp_path / "site").copied == 6
    assert names(tmp_path / "site") == ["torn", "dunes"]
    unpublish(studio, first)
    gone = write_site(studio, tmp_path / "site")
    assert (gone.videos, gone.removed) == (1, 7)
    assert not segment.exists()
    assert len(list((tmp_path / "site" / "v").iterdir())) == 1


def test_a_space_has_a_site_of_its_own_and_members_are_kept_apart(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    show("dunes")
    show("regatta", "Sailors")
    show("secret", "Sailors", "members")
    write_site(studio, tmp_path / "all")
    assert sorted(map(str, names(tmp_path / "all"))) == ["dunes", "regatta"]
    site = write_site(studio, tmp_path / "sailors", space_slug="sailors")
    assert names(tmp_path / "sailors") == ["regatta"]
    assert site.left_out == ("secret",)
    assert "<h1>Sailors</h1>" in site.index.read_text()
    write_site(studio, tmp_path / "sailors", space_slug="sailors", members=True)
    assert names(tmp_path / "sailors") == ["secret", "regatta"]
    with pytest.raises(NotFound):
        write_site(studio, tmp_path / "none", space_slug="none")
    assert not (tmp_path / "none").exists()


def test_a_video_without_anything_to_play_is_left_out_and_named(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    show("dunes")
    studio.output_store.delete_prefix("2026-11/21/dunes/")
    site = write_site(studio, tmp_path / "site")
    assert (site.videos, site.left_out) == (0, ("dunes",))
    assert names(tmp_path / "site") == []


class StoppedError(Exception):
    pass


class Fault:
    """Stops the program before a file is put or removed: the one that `left` counts down to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = 1_000_000
        for name in ("put", "_remove"):
            monkeypatch.setattr(SiteFolder, name, self._before(getattr(SiteFolder, name)))

    def _before(self, step: Callable[..., None]) -> Callable[..., None]:
        def stop_or_go_on(*arguments: object) -> None:
            if self.left == 0:
                raise StoppedError
            self.left -= 1
            step(*arguments)

        return stop_or_go_on


def check_pages(folder: Path) -> None:
    """All that the feed names is there, and all that its playlists name."""
    for item in feed(folder):
        page = folder / str(item["page"])
        assert (page / "index.html").is_file()
        playlists = [*page.rglob("*.m3u8")]
        assert len(playlists) == 2
        for playlist in playlists:
            lines = playlist.read_text().splitlines()
            named = [line for line in lines if line and not line.startswith("#")]
            assert all((playlist.parent / name).is_file() for name in named)


def test_wherever_it_stops_the_pages_that_are_there_work(
    studio: Studio, show: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dunes = show("dunes")
    folder = tmp_path / "site"
    write_site(studio, folder)
    show("torn")
    unpublish(studio, dunes)
    fault = Fault(monkeypatch)
    seen: list[list[object]] = []
    for steps in range(1000):
        fault.left = steps
        monkeypatch.setattr(
            SiteFolder, "keep", lambda _site: None
        )  # a killed program keeps nothing
        try:
            write_site(studio, folder)
        except StoppedError:
            check_pages(folder)
            seen.append(names(folder))
        else:
            break
    assert seen.count(["dunes"]) >= 6
    assert seen.count(["torn"]) >= 1
    assert seen == sorted(seen, key=str)
    assert names(folder) == ["torn"]
    check_pages(folder)
    assert len(list((folder / "v").iterdir())) == 1
    assert list(folder.rglob("*.partial")) == []


def test_one_that_was_cancelled_goes_on_from_there(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    show("dunes")
    calls = 0

    def cancel(_fraction: float, _words: str) -> None:
        nonlocal calls
        calls += 1
        if calls > 4:
            raise StoppedError

    with pytest.raises(StoppedError):
        write_site(studio, tmp_path / "site", progress=cancel)
    assert write_site(studio, tmp_path / "site").unchanged == 3


def test_what_is_not_the_sites_is_refused(studio: Studio, show: Publish, tmp_path: Path) -> None:
    show("dunes")
    (tmp_path / "photo.jpg").write_bytes(b"mine")
    with pytest.raises(SiteError, match="other things"):
        write_site(studio, tmp_path)
    with pytest.raises(SiteError, match="program's own folder"):
        write_site(studio, studio.home.store / "site")
    assert (tmp_path / "photo.jpg").read_bytes() == b"mine"


def test_a_disk_that_is_too_small_is_told_before_anything_is_written(
    studio: Studio, show: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show("dunes")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1000})())
    with pytest.raises(SiteError, match="Free some space"):
        write_site(studio, tmp_path / "deep" / "site")
    assert not (tmp_path / "deep").exists()


def test_outputs_on_s3_are_written_and_served_alike(
    studio: Studio, show: Publish, empty_s3: S3Server, tmp_path: Path
) -> None:
    show("dunes")
    remote = S3Store(
        BUCKET,
        cache=tmp_path / "cache",
        journals=tmp_path / "journals",
        options=S3Options(endpoint=empty_s3.endpoint, attempts=2),
        client_factory=lambda _options: empty_s3.client,
    )
    for found in studio.output_store.list():
        remote.put_file(found.key, studio.output_store.fetch(found.key))
    on_s3 = dataclasses.replace(studio, output_store=remote)
    assert write_site(on_s3, tmp_path / "site").copied == 6
    assert write_site(on_s3, tmp_path / "site").unchanged == 6
    check_pages(tmp_path / "site")
    with serve_site(on_s3) as url:
        item = json.loads(ask(url + "feed.json"))["items"][0]
        for name in ("", "landscape/video_90_00001.ts"):
            assert ask(url + item["page"] + name)


def ask(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:
        body: bytes = answer.read()
    return body


def test_all_productions_are_served_published_or_not(
    studio: Studio, show: Publish, produce: Callable[[str], Production]
) -> None:
    show("dunes")
    produce("torn")
    with serve_site(studio) as url:
        assert b"<h1>Productions</h1>" in ask(url)
        items = json.loads(ask(urljoin(url, "feed.json")))["items"]
        assert [(item["name"], item["spaces"]) for item in items] == [
            ("torn", []),
            ("dunes", ["Surfers"]),
        ]
        for item in items:
            assert item["name"].encode() in ask(urljoin(url, item["page"]))
            assert ask(urljoin(url, item["poster"])).startswith(b"\xff\xd8")
            assert ask(urljoin(url, item["page"] + "landscape/video.m3u8"))
        studio.output_store.delete_prefix("2026-11/21/torn/")
        for path in (
            *("v/none/", "v/", "nothing", "watch-0/x.js", items[0]["page"]),
            *(items[0]["page"] + "landscape/video.m3u8", items[1]["page"] + "../../../x"),
        ):
            with pytest.raises(urllib.error.HTTPError) as refused:
                ask(url + path)
            assert refused.value.code == 404
            refused.value.close()


def test_strangers_are_served_nothing(
    studio: Studio, stranger: Studio, produce: Callable[[str], Production]
) -> None:
    production = produce("dunes")
    with serve_site(stranger) as url:
        assert json.loads(ask(url + "feed.json"))["items"] == []
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            ask(f"{url}v/{production.ulid}/landscape/video.m3u8")
        refused.value.close()


def test_what_is_not_ready_is_not_served(
    studio: Studio, produce: Callable[[str], Production]
) -> None:
    production = produce("dunes")
    with studio.unit_of_work() as uow:
        uow.productions.update(production.id, status="processing")
    with serve_site(studio) as url:
        assert json.loads(ask(url + "feed.json"))["items"] == []
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            ask(f"{url}v/{production.ulid}/")
        refused.value.close()


def test_a_port_that_is_taken_is_told(studio: Studio) -> None:
    with serve_site(studio) as url:
        port = int(url.rstrip("/").rpartition(":")[2])
        with pytest.raises(SiteError, match=f"port {port}"), serve_site(studio, port=port):
            pass


def test_a_second_writer_is_refused_until_the_first_has_ended(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    show("beach")
    root = tmp_path / "site"

    def write_again(_share: float, _name: str) -> None:
        with pytest.raises(SiteError, match="being written just now"):
            write_site(studio, root)

    assert write_site(studio, root, progress=write_again).videos == 1
    assert write_site(studio, root).unchanged > 0
    assert not (root / ".timeline-studio-lock").exists()


def test_a_writer_that_was_killed_is_in_nobody_s_way(
    studio: Studio, show: Publish, tmp_path: Path
) -> None:
    root = tmp_path / "site"
    script = (
        "import sys; from pathlib import Path\n"
        "from timeline_studio.productions.watch_lock import only_writer\n"
        "with only_writer(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        with pytest.raises(SiteError, match="being written just now"):
            write_site(studio, root)
        writer.kill()
    show("beach")
    assert write_site(studio, root).videos == 1


def test_a_space_that_is_none_leaves_no_folder(studio: Studio, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        write_site(studio, tmp_path / "site", space_slug="nowhere")
    assert not (tmp_path / "site").exists()


def test_what_is_older_than_productions_is_served_too(studio: Studio) -> None:
    space = add_space(studio, "Surfers")
    with studio.unit_of_work() as uow:
        upload = uow.uploads.add(
            kind="video",
            s3_bucket="old",
            s3_key="old.mp4",
            original_filename="old.mp4",
            output_prefix="old/beach",
        )
        none = uow.uploads.add(
            kind="video", s3_bucket="old", s3_key="raw.mp4", original_filename="raw.mp4"
        )
        old = SpacePublication(
            upload_id=upload.id, space_id=space.id, status="published", owner_user_id=1
        )
        uow._session.add(old)
    write_ladder(
        studio.home.store / studio.output_store.bucket / "old/beach/landscape", [(160, 90)]
    )
    with serve_site(studio) as url:
        (card,) = json.loads(urllib.request.urlopen(f"{url}feed.json").read())["items"]
        assert (card["name"], card["spaces"]) == ("old.mp4", ["Surfers"])
        page = urljoin(url, card["page"])
        assert page.endswith(f"/v/upload-{upload.id}/")
        assert b"landscape/" in urllib.request.urlopen(page).read()
        for missing in (f"upload-{none.id}", "upload-999", "upload-x", f"upload-{9**30}"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{url}v/{missing}/")
