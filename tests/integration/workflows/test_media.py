"""Footage comes into the library whole, all of it or none, and is found again."""

import dataclasses
import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from media_factory import stamped_jpeg, stamped_video, still_png, tone
from timeline_studio.library import LibraryError, NotFound, OutcomeUnknown, UnitOfWork, Upload
from timeline_studio.media import MediaError
from timeline_studio.storage import LocalFolderStore, StorageError, StoredObject
from timeline_studio.timeline.model import Clip, MediaReference, Still
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.deletions import delete_upload
from timeline_studio.workflows.media import (
    STILL_DURATION,
    file_path,
    format_for,
    has_sound,
    import_media,
    items_for,
    list_sources,
    reference_to,
    resolver,
    sweep_promises,
    upload_id_of,
)

Stored = Callable[[], list[str]]


class FullStore(LocalFolderStore):
    """A disk that has room for one object."""

    def put_file(self, key: str, *args: object, **options: object) -> StoredObject:
        if any(self.list()):
            raise StorageError("The disk is full.")
        return super().put_file(key, *args, **options)  # type: ignore[arg-type]


class Cancelled(Exception):  # noqa: N818
    """What a progress report may raise."""


class TestImport:
    def test_a_video_is_described_by_its_row(self, upload: Upload) -> None:
        assert (upload.kind, upload.video_role, upload.status) == ("video", "source", "uploaded")
        assert (upload.width, upload.height, upload.orientation) == (160, 90, "landscape")
        assert upload.duration_seconds == 1
        assert upload.original_filename == "beach.mp4"
        assert upload.content_type == "video/mp4"
        assert f"/{upload.asset_uuid}/video.mp4" in upload.s3_key

    def test_the_stored_file_is_the_footage(
        self, studio: Studio, upload: Upload, footage: Path
    ) -> None:
        assert studio.media_store.get(upload.s3_key) == footage.read_bytes()
        assert upload.size_bytes == footage.stat().st_size

    def test_sound_and_stills_have_keys_of_their_own(self, studio: Studio, tmp_path: Path) -> None:
        sound, still = import_media(
            studio, [tone(tmp_path / "music.wav", duration=2), still_png(tmp_path / "logo.PNG")]
        )
        assert sound.s3_key.startswith("audio/")
        assert sound.s3_key.endswith("/audio.wav")
        assert (sound.kind, sound.duration_seconds, sound.orientation) == ("audio", 2, None)
        assert still.s3_key.startswith("images/")
        assert still.s3_key.endswith("/image.png")
        assert (still.kind, still.duration_seconds, still.video_role) == ("image", None, None)

    def test_a_turned_video_is_upright(self, studio: Studio, tmp_path: Path) -> None:
        phone = stamped_video(tmp_path / "phone.mov", frames=5, size=(90, 160), rotation=90)
        upload = import_media(studio, [phone])[0]
        assert (upload.width, upload.height, upload.orientation) == (90, 160, "portrait")

    def test_one_bad_file_keeps_all_out(
        self, studio: Studio, footage: Path, tmp_path: Path, stored: Stored
    ) -> None:
        notes = tmp_path / "notes.txt"
        notes.write_text("no film")
        with pytest.raises(MediaError, match=r"notes\.txt"):
            import_media(studio, [footage, notes])
        assert list_sources(studio) == []
        assert stored() == []

    def test_a_disk_that_fills_up_keeps_all_out(
        self, studio: Studio, footage: Path, tmp_path: Path, stored: Stored
    ) -> None:
        full = dataclasses.replace(
            studio, media_store=FullStore(studio.home.store, studio.media_store.bucket)
        )
        logo = still_png(tmp_path / "logo.png")
        with pytest.raises(StorageError, match=r"logo\.png was not imported"):
            import_media(full, [footage, logo])
        assert list_sources(studio) == []
        assert stored() == []

    def test_progress_ends_whole_and_names_the_files(
        self, studio: Studio, footage: Path, tmp_path: Path
    ) -> None:
        reports: list[tuple[float, str]] = []
        logo = still_png(tmp_path / "logo.png")
        import_media(studio, [footage, logo], progress=lambda *report: reports.append(report))
        assert [name for _, name in reports] == ["beach.mp4", "logo.png"]
        assert reports[0][0] < reports[-1][0] == 1.0

    def test_a_cancelled_import_leaves_nothing(
        self, studio: Studio, footage: Path, tmp_path: Path, stored: Stored
    ) -> None:
        logo = still_png(tmp_path / "logo.png")

        def cancel_at_the_second(_fraction: float, name: str) -> None:
            if name == "logo.png":
                raise Cancelled

        with pytest.raises(Cancelled):
            import_media(studio, [footage, logo], progress=cancel_at_the_second)
        assert list_sources(studio) == []
        assert stored() == []

    def test_a_row_that_cannot_be_written_takes_its_file_along(
        self, studio: Studio, footage: Path, stored: Stored, refused_uploads: None
    ) -> None:
        with pytest.raises(LibraryError, match="disk is full"):
            import_media(studio, [footage])
        assert stored() == []

    @pytest.mark.parametrize("is_saved", [True, False])
    def test_a_connection_lost_while_saving_leaves_no_row_without_its_file_and_no_file_alone(
        self, studio: Studio, footage: Path, monkeypatch: pytest.MonkeyPatch, *, is_saved: bool
    ) -> None:
        save = studio.library.run

        def lose(user_id: int, step: Callable[[UnitOfWork], Upload]) -> Upload:
            if is_saved:
                save(user_id, step)
            raise OutcomeUnknown("The connection was lost while it was saving.")

        with monkeypatch.context() as broken:
            broken.setattr(studio.library, "run", lose)
            with pytest.raises(OutcomeUnknown):
                import_media(studio, [footage])
        (note,) = studio.home.work.glob("*.storing")
        os.utime(note, (0, 0))  # as if its process had died long ago
        sweep_promises(studio)

        kept = [upload.s3_key for upload in list_sources(studio)]
        assert [found.key for found in studio.media_store.list()] == kept
        assert len(kept) == is_saved
        assert not note.exists()

    def test_a_note_that_goes_while_it_is_looked_at_stops_no_start(self, studio: Studio) -> None:
        note = studio.home.work / "seen.storing"
        note.symlink_to("gone meanwhile")
        sweep_promises(studio)
        note.unlink()

    @pytest.mark.parametrize("name", ["noextension", "film.mp4~", "film.", "film.ünï"])
    def test_any_file_name_will_do(self, studio: Studio, footage: Path, name: str) -> None:
        upload = import_media(studio, [footage.rename(footage.with_name(name))])[0]
        assert upload.s3_key.endswith("/video.bin")
        assert upload.name == name


class TestItems:
    def test_a_video_with_sound_makes_a_linked_pair(self, studio: Studio, upload: Upload) -> None:
        picture, sound = items_for(studio, upload)
        assert isinstance(picture, Clip)
        assert isinstance(sound, Clip)
        assert picture.id != sound.id
        assert picture.link == sound.link is not None
        assert picture.duration == sound.duration == FLICKS_PER_SECOND
        assert picture.media == reference_to(upload, duration=FLICKS_PER_SECOND)

    def test_silent_video_and_sound_alone_stand_alone(self, studio: Studio, tmp_path: Path) -> None:
        silent, music = import_media(
            studio,
            [stamped_video(tmp_path / "silent.mp4", frames=5), tone(tmp_path / "music.wav")],
        )
        picture, nothing = items_for(studio, silent)
        assert isinstance(picture, Clip)
        assert (picture.link, nothing) == (None, None)
        nothing, sound = items_for(studio, music)
        assert isinstance(sound, Clip)
        assert (sound.link, nothing) == (None, None)
        assert has_sound(studio, music.id)
        assert not has_sound(studio, silent.id)

    def test_a_still_lasts_five_seconds(self, studio: Studio, tmp_path: Path) -> None:
        still = import_media(studio, [still_png(tmp_path / "logo.png")])[0]
        item, nothing = items_for(studio, still)
        assert isinstance(item, Still)
        assert (item.duration, nothing) == (STILL_DURATION, None)

    def test_at_a_timeline_s_rate_only_whole_frames_count(
        self, studio: Studio, tmp_path: Path
    ) -> None:
        rate = Fraction(30000, 1001)
        upload = import_media(studio, [stamped_video(tmp_path / "a.mp4", frames=25, rate=25)])[0]
        picture, _ = items_for(studio, upload, rate=rate)
        assert picture is not None
        frames = picture.duration * rate / FLICKS_PER_SECOND
        assert frames == 29  # 29.97 frames fit

    def test_the_first_footage_sets_the_format(self, studio: Studio, tmp_path: Path) -> None:
        film = stamped_video(tmp_path / "a.mp4", frames=12, rate=Fraction(30000, 1001))
        photo = stamped_jpeg(tmp_path / "photo.jpg", 7, (101, 181))
        uploads = import_media(studio, [film, photo, tone(tmp_path / "music.wav")])
        formats = [format_for(studio, upload) for upload in uploads]
        assert formats == [(Fraction(30000, 1001), 320, 180), (Fraction(30), 100, 180), None]


class TestResolving:
    def test_an_upload_is_its_stored_file(self, studio: Studio, upload: Upload) -> None:
        path = resolver(studio)(reference_to(upload))
        assert path == studio.media_store.fetch(upload.s3_key)

    def test_a_file_outside_is_itself(self, studio: Studio, footage: Path) -> None:
        assert resolver(studio)(MediaReference(url=footage.as_uri())) == footage

    def test_a_file_that_comes_back_is_found_again(self, studio: Studio, footage: Path) -> None:
        resolve = resolver(studio)
        media = MediaReference(url=footage.as_uri())
        assert resolve(media) == footage
        away = footage.rename(footage.with_suffix(".away"))
        with pytest.raises(MediaError, match=r"beach\.mp4 is missing"):
            resolve(media)
        away.rename(footage)
        assert resolve(media) == footage

    def test_a_vanished_upload_is_named(self, studio: Studio, upload: Upload) -> None:
        studio.media_store.delete(upload.s3_key)
        with pytest.raises(MediaError, match=r"“beach\.mp4” is missing .* Import the file again"):
            resolver(studio)(reference_to(upload))

    @pytest.mark.parametrize("url", ["missing:shot 7", "https://example.com/a.mp4", ""])
    def test_media_without_a_place_is_named(self, url: str) -> None:
        with pytest.raises(MediaError, match="“Shot 7” is missing"):
            file_path(MediaReference(url=url, name="Shot 7"))

    def test_media_that_the_file_itself_misses_goes_by_its_name(self) -> None:
        with pytest.raises(MediaError, match="“Shot 7” is missing"):
            file_path(MediaReference(url="missing:Shot 7"))

    @pytest.mark.parametrize(
        ("url", "expected"), [("upload:12", 12), ("upload:", None), ("upload:x", None)]
    )
    def test_an_upload_s_number(self, url: str, expected: int | None) -> None:
        assert upload_id_of(MediaReference(url=url)) == expected


class TestListing:
    def test_newest_first_by_kind_name_and_page(self, studio: Studio, tmp_path: Path) -> None:
        film, music, logo = import_media(
            studio,
            [
                stamped_video(tmp_path / "film.mp4", frames=5),
                tone(tmp_path / "music.wav"),
                still_png(tmp_path / "logo.png"),
            ],
        )

        def ids(**options: object) -> list[int]:
            return [upload.id for upload in list_sources(studio, **options)]  # type: ignore[arg-type]

        assert ids() == [logo.id, music.id, film.id]
        assert ids(kinds=["video", "image"]) == [logo.id, film.id]
        assert ids(search="MUS") == [music.id]
        assert ids(limit=1, before_id=logo.id) == [music.id]

    def test_a_deleted_source_is_left_out(self, studio: Studio, upload: Upload) -> None:
        delete_upload(studio, upload.id)
        assert list_sources(studio) == []

    def test_strangers_see_nothing(self, stranger: Studio, upload: Upload) -> None:
        assert list_sources(stranger) == []
        with pytest.raises(NotFound):
            has_sound(stranger, upload.id)
        with pytest.raises(NotFound):
            resolver(stranger)(reference_to(upload))
