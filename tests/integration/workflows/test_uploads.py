"""Uploads are named and described, know who shows them, and have thumbnails."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from media_factory import stamped_jpeg, stamped_video, tone
from timeline_studio.library import NotFound, Project, Upload
from timeline_studio.media import MediaError, probe
from timeline_studio.storage import ObjectNotFound, StorageError, thumb_key
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import import_media, reference_to, resolver
from timeline_studio.workflows.projects import archive_project
from timeline_studio.workflows.thumbnails import upload_thumbnail
from timeline_studio.workflows.uploads import (
    missing_files,
    relink_upload,
    rename_upload,
    used_in,
)

Stored = Callable[[], list[str]]


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


class TestNames:
    def test_a_name_and_a_description(self, studio: Studio, upload: Upload) -> None:
        named = rename_upload(studio, upload.id, " Beach at noon ", " windy ")
        assert (named.name, named.description) == ("Beach at noon", "windy")

    def test_no_name_goes_back_to_the_file_s(self, studio: Studio, upload: Upload) -> None:
        rename_upload(studio, upload.id, "Beach", "windy")
        named = rename_upload(studio, upload.id, "  ", None)
        assert (named.name, named.description) == ("beach.mp4", None)

    def test_a_stranger_names_nothing(self, stranger: Studio, upload: Upload) -> None:
        with pytest.raises(NotFound):
            rename_upload(stranger, upload.id, "Mine", None)


class TestUse:
    def test_names_the_timelines_that_show_it(
        self, studio: Studio, project: Project, upload: Upload
    ) -> None:
        assert used_in(studio, upload.id) == ["Holiday"]

    def test_an_archived_timeline_does_not_count(
        self, studio: Studio, project: Project, upload: Upload
    ) -> None:
        archive_project(studio, project.id)
        assert used_in(studio, upload.id) == []

    def test_a_number_that_begins_alike_is_another_upload(
        self, studio: Studio, project: Project, upload: Upload
    ) -> None:
        assert used_in(studio, int(f"{upload.id}0")) == []
        assert used_in(studio, 0) == []


class TestRelinking:
    def test_timelines_show_the_other_file(
        self, studio: Studio, project: Project, upload: Upload, tmp_path: Path
    ) -> None:
        upload_thumbnail(studio, upload.id)
        studio.media_store.delete(upload.s3_key)
        assert missing_files(studio, [upload]) == {upload.id}
        other = stamped_video(
            tmp_path / "better.mp4", frames=30, rate=Fraction(25), size=(320, 180)
        )
        relinked = relink_upload(studio, upload.id, other)
        assert missing_files(studio, [upload]) == set()
        assert (relinked.id, relinked.width, relinked.name) == (upload.id, 320, "better.mp4")
        with pytest.raises(ObjectNotFound):
            studio.media_store.head(thumb_key(upload.id))
        shown = probe(resolver(studio)(reference_to(upload))).video
        assert shown is not None
        assert shown.display_width == 320

    def test_another_kind_or_less_of_it_is_refused(
        self, studio: Studio, upload: Upload, tmp_path: Path
    ) -> None:
        with pytest.raises(MediaError, match=r"is audio, but “beach\.mp4” is video"):
            relink_upload(studio, upload.id, tone(tmp_path / "music.wav"))
        short = stamped_video(tmp_path / "short.mp4", frames=5, rate=Fraction(25))
        with pytest.raises(MediaError, match=r"Choose the whole file"):
            relink_upload(studio, upload.id, short)
        assert studio.media_store.head(upload.s3_key).size == upload.size_bytes

    def test_a_stranger_relinks_nothing(
        self, stranger: Studio, upload: Upload, footage: Path
    ) -> None:
        with pytest.raises(NotFound):
            relink_upload(stranger, upload.id, footage)


class TestThumbnails:
    def test_are_made_when_first_asked_for_and_then_kept(
        self, studio: Studio, upload: Upload, stored: Stored
    ) -> None:
        assert stored() == [upload.s3_key]
        path = upload_thumbnail(studio, upload.id)
        assert sorted(stored()) == sorted([upload.s3_key, thumb_key(upload.id)])
        made = studio.media_store.head(thumb_key(upload.id)).etag
        assert upload_thumbnail(studio, upload.id) == path
        assert studio.media_store.head(thumb_key(upload.id)).etag == made

    def test_fit_and_stand_upright(self, studio: Studio, tmp_path: Path) -> None:
        phone = stamped_video(tmp_path / "phone.mp4", frames=3, size=(180, 320), rotation=90)
        photo = stamped_jpeg(tmp_path / "photo.jpg", 7, (640, 360), orientation=6)
        sizes = []
        for upload in import_media(studio, [phone, photo]):
            picture = probe(upload_thumbnail(studio, upload.id)).video
            assert picture is not None
            sizes.append((picture.width, picture.height))
        assert sizes == [(101, 180), (320, 180)]

    def test_sound_has_none(self, studio: Studio, tmp_path: Path) -> None:
        music = import_media(studio, [tone(tmp_path / "music.wav")])[0]
        with pytest.raises(MediaError, match=r"“music\.wav” is sound"):
            upload_thumbnail(studio, music.id)

    def test_a_vanished_file_has_none(self, studio: Studio, upload: Upload) -> None:
        studio.media_store.delete(upload.s3_key)
        with pytest.raises(ObjectNotFound):
            upload_thumbnail(studio, upload.id)

    def test_a_full_disk_leaves_no_half_of_one(
        self, studio: Studio, upload: Upload, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_key: str, _data: bytes) -> None:
            raise StorageError("The disk is full.")

        monkeypatch.setattr(studio.media_store, "put_bytes", refuse)
        with pytest.raises(StorageError):
            upload_thumbnail(studio, upload.id)
        assert stored() == [upload.s3_key]

    def test_strangers_see_none_even_of_what_is_made(
        self, stranger: Studio, studio: Studio, upload: Upload
    ) -> None:
        upload_thumbnail(studio, upload.id)
        with pytest.raises(NotFound):
            upload_thumbnail(stranger, upload.id)
