"""Projects: restored, saved without losing anyone's work, brought in and handed out as OTIO."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import msgspec
import opentimelineio as otio
import pytest
from opentimelineio.opentime import RationalTime, TimeRange

from media_factory import stamped_video, still_png, tone
from timeline_studio.library import NotFound, Project, StaleRevision, Upload
from timeline_studio.media import MediaError
from timeline_studio.settings import Preferences
from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.model import Clip, Timeline, empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.workflows import Studio
from timeline_studio.workflows.interchange import import_otio, save_otio
from timeline_studio.workflows.media import list_sources, reference_to
from timeline_studio.workflows.projects import (
    archive_project,
    create_project,
    current_project,
    list_projects,
    open_project,
    rename_project,
    restore_current,
    save_timeline,
)

Stored = Callable[[], list[str]]


@pytest.fixture
def studio(either_studio: Studio) -> Studio:
    return either_studio


@pytest.fixture
def preferences(studio: Studio) -> Preferences:
    return Preferences(studio.home.preferences)


def write_otio_file(path: Path, *tracks: list[otio.core.Item], name: str = "Cut") -> Path:
    """As another program would: one video track each."""
    timeline = otio.schema.Timeline(name)
    for items in tracks:
        track = otio.schema.Track(kind=otio.schema.TrackKind.Video)
        track.extend(items)
        timeline.tracks.append(track)
    otio.adapters.write_to_file(timeline, str(path))
    return path


def otio_clip(path: Path, frames: int = 10, **metadata: object) -> otio.schema.Clip:
    reference = otio.schema.ExternalReference(target_url=path.as_uri(), metadata=metadata)
    shown = TimeRange(RationalTime(5, 25), RationalTime(frames, 25))
    return otio.schema.Clip(name=path.stem, media_reference=reference, source_range=shown)


class TestCurrentProject:
    def test_the_first_start_makes_one(self, studio: Studio, preferences: Preferences) -> None:
        assert current_project(studio, preferences) is None
        made = restore_current(studio, preferences)
        assert made.name is None
        assert [project.id for project in list_projects(studio)] == [made.id]
        assert Preferences(studio.home.preferences).current_project_id == made.id

    def test_the_next_start_finds_it_again(self, studio: Studio, preferences: Preferences) -> None:
        made = restore_current(studio, preferences)
        create_project(studio, "Newer, but not what was open")
        assert restore_current(studio, Preferences(studio.home.preferences)).id == made.id

    def test_an_archived_one_makes_a_new_one(
        self, studio: Studio, preferences: Preferences
    ) -> None:
        archived = restore_current(studio, preferences)
        archive_project(studio, archived.id)
        assert restore_current(studio, preferences).id != archived.id

    @pytest.mark.parametrize("remembered", [4711, "3", None, 1.5])
    def test_an_unknown_one_makes_a_new_one(
        self, studio: Studio, preferences: Preferences, remembered: object
    ) -> None:
        preferences.set("create_video_current_project_id", remembered)
        made = restore_current(studio, preferences)
        assert [project.id for project in list_projects(studio)] == [made.id]

    def test_a_stranger_s_is_unknown(
        self, stranger: Studio, studio: Studio, preferences: Preferences
    ) -> None:
        theirs = restore_current(stranger, preferences)
        assert restore_current(studio, preferences).id != theirs.id


class TestStoredTimelines:
    def test_come_back_as_they_were_saved(self, studio: Studio, timeline: Timeline) -> None:
        project = create_project(studio, "  Holiday  ", timeline)
        opened = open_project(studio, project.id)
        assert opened.project.name == "Holiday"
        assert opened.timeline == timeline

    def test_a_stale_save_is_refused_and_loses_nothing(
        self, studio: Studio, project: Project, timeline: Timeline
    ) -> None:
        opened = open_project(studio, project.id)
        newer = msgspec.structs.replace(timeline, width=320, height=180)
        assert save_timeline(studio, project.id, newer, opened.revision) == opened.revision + 1
        with pytest.raises(StaleRevision, match="Holiday"):
            save_timeline(studio, project.id, timeline, opened.revision)
        assert open_project(studio, project.id).timeline == newer

    def test_names_are_trimmed_and_may_go(self, studio: Studio, project: Project) -> None:
        assert rename_project(studio, project.id, "  Beach ").name == "Beach"
        assert len(rename_project(studio, project.id, "x" * 300).name or "") == 255
        assert rename_project(studio, project.id, "  ").name is None

    def test_archived_ones_leave_the_list_only(self, studio: Studio, project: Project) -> None:
        other = create_project(studio)
        assert archive_project(studio, project.id).status == "archived"
        assert [p.id for p in list_projects(studio)] == [other.id]
        assert [p.id for p in list_projects(studio, include_archived=True)] == [
            other.id,
            project.id,
        ]
        assert open_project(studio, project.id).timeline.duration > 0

    def test_strangers_find_none(
        self, stranger: Studio, project: Project, timeline: Timeline
    ) -> None:
        assert list_projects(stranger, include_archived=True) == []
        for refused in (
            lambda: open_project(stranger, project.id),
            lambda: rename_project(stranger, project.id, "Mine"),
            lambda: archive_project(stranger, project.id),
            lambda: save_timeline(stranger, project.id, timeline, project.revision),
            lambda: save_otio(stranger, project.id, Path("mine.otio")),
        ):
            with pytest.raises(NotFound):
                refused()


class TestImportOtio:
    def test_each_file_comes_in_once(self, studio: Studio, footage: Path, tmp_path: Path) -> None:
        logo = still_png(tmp_path / "logo.png", (100, 50))
        path = write_otio_file(
            tmp_path / "cut.otio", [otio_clip(footage), otio_clip(footage)], [otio_clip(logo)]
        )
        project = import_otio(studio, path)
        uploads = {upload.original_filename: upload for upload in list_sources(studio)}
        assert set(uploads) == {"beach.mp4", "logo.png"}
        timeline = open_project(studio, project.id).timeline
        urls = {item.media.url for track in timeline.tracks for item in track.items}  # type: ignore[union-attr]
        assert urls == {f"upload:{upload.id}" for upload in uploads.values()}

    def test_name_size_and_rate_are_taken_over(
        self, studio: Studio, footage: Path, tmp_path: Path
    ) -> None:
        path = write_otio_file(tmp_path / "cut.otio", [otio_clip(footage)], name="Holiday")
        project = import_otio(studio, path)
        timeline = open_project(studio, project.id).timeline
        assert project.name == "Holiday"
        assert (timeline.width, timeline.height, timeline.rate) == (160, 90, Fraction(25))

    def test_a_chosen_name_then_the_timeline_s_then_the_file_s(
        self, studio: Studio, footage: Path, tmp_path: Path
    ) -> None:
        unnamed = write_otio_file(tmp_path / "rough cut.otio", [otio_clip(footage)], name="")
        assert import_otio(studio, unnamed, "Mine").name == "Mine"
        assert import_otio(studio, unnamed).name == "rough cut"

    def test_sound_is_heard_and_silent_media_gets_no_sound(
        self, studio: Studio, footage: Path, tmp_path: Path
    ) -> None:
        silent = stamped_video(tmp_path / "silent.mp4", frames=25, rate=25, size=(160, 90))
        path = write_otio_file(tmp_path / "cut.otio", [otio_clip(footage), otio_clip(silent)])
        timeline = open_project(studio, import_otio(studio, path).id).timeline
        (pictures,), (sounds,) = timeline.video_tracks, timeline.audio_tracks
        assert [item.name for item in pictures.items] == ["beach", "silent"]
        assert [item.name for item in sounds.items] == ["beach"]

    def test_a_dissolve_into_silent_media_stays_in_the_picture(
        self, studio: Studio, footage: Path, tmp_path: Path
    ) -> None:
        silent = stamped_video(tmp_path / "silent.mp4", frames=25, rate=25, size=(160, 90))
        dissolve = otio.schema.Transition(
            transition_type=otio.schema.TransitionTypes.SMPTE_Dissolve,
            in_offset=RationalTime(2, 25),
            out_offset=RationalTime(2, 25),
        )
        path = write_otio_file(
            tmp_path / "cut.otio", [otio_clip(footage), dissolve, otio_clip(silent)]
        )
        timeline = open_project(studio, import_otio(studio, path).id).timeline
        assert len(timeline.video_tracks[0].transitions) == 1
        assert timeline.audio_tracks[0].transitions == ()

    def test_what_lies_in_the_library_is_used_as_it_is(
        self, studio: Studio, upload: Upload, tmp_path: Path
    ) -> None:
        stored = studio.media_store.fetch(upload.s3_key)
        project = import_otio(studio, write_otio_file(tmp_path / "a.otio", [otio_clip(stored)]))
        assert [found.id for found in list_sources(studio)] == [upload.id]
        item = open_project(studio, project.id).timeline.video_tracks[0].items[0]
        assert isinstance(item, Clip)
        assert item.media == reference_to(upload, duration=FLICKS_PER_SECOND)

    def test_a_stranger_s_upload_is_copied(
        self, stranger: Studio, upload: Upload, tmp_path: Path
    ) -> None:
        stored = stranger.media_store.fetch(upload.s3_key)
        import_otio(stranger, write_otio_file(tmp_path / "a.otio", [otio_clip(stored)]))
        (theirs,) = list_sources(stranger)
        assert theirs.id != upload.id
        assert theirs.s3_key != upload.s3_key

    def test_what_others_note_on_their_media_is_kept(
        self, studio: Studio, footage: Path, tmp_path: Path
    ) -> None:
        path = write_otio_file(tmp_path / "a.otio", [otio_clip(footage, camera={"iso": 400})])
        project = import_otio(studio, path)
        written = otio.adapters.read_from_file(
            str(save_otio(studio, project.id, tmp_path / "out.otio"))
        )
        clip = next(iter(written.video_tracks()))[0]
        assert clip.media_reference.metadata["camera"] == {"iso": 400}

    def test_sound_alone_makes_a_timeline_of_the_usual_size(
        self, studio: Studio, tmp_path: Path
    ) -> None:
        music = tone(tmp_path / "music.wav", duration=1)
        timeline = otio.schema.Timeline("Song")
        track = otio.schema.Track(kind=otio.schema.TrackKind.Audio)
        track.append(otio_clip(music))
        timeline.tracks.append(track)
        path = tmp_path / "song.otio"
        otio.adapters.write_to_file(timeline, str(path))
        made = open_project(studio, import_otio(studio, path).id).timeline
        assert (made.width, made.height) == (1920, 1080)
        assert len(made.audio_tracks[0].items) == 1

    def test_missing_media_leaves_nothing(
        self, studio: Studio, footage: Path, tmp_path: Path, stored: Stored
    ) -> None:
        path = write_otio_file(
            tmp_path / "cut.otio", [otio_clip(footage), otio_clip(tmp_path / "lost.mov")]
        )
        with pytest.raises(MediaError, match=r"lost\.mov"):
            import_otio(studio, path)
        assert list_projects(studio) == []
        assert list_sources(studio) == []
        assert stored() == []

    def test_a_missing_reference_is_named(self, studio: Studio, tmp_path: Path) -> None:
        lost = otio.schema.Clip(
            name="Interview 3",
            media_reference=otio.schema.MissingReference(),
            source_range=TimeRange(RationalTime(0, 25), RationalTime(5, 25)),
        )
        with pytest.raises(MediaError, match="Interview 3"):
            import_otio(studio, write_otio_file(tmp_path / "cut.otio", [lost]))
        assert list_projects(studio) == []

    def test_a_file_that_is_no_timeline_is_named(self, studio: Studio, tmp_path: Path) -> None:
        path = tmp_path / "notes.otio"
        path.write_text("{}")
        with pytest.raises(DocumentError, match=r"notes\.otio"):
            import_otio(studio, path)
        assert list_projects(studio) == []


class TestSaveOtio:
    def test_names_the_stored_files(
        self, studio: Studio, project: Project, upload: Upload, tmp_path: Path
    ) -> None:
        path = save_otio(studio, project.id, tmp_path / "out.otio")
        written = otio.adapters.read_from_file(str(path))
        assert written.name == "Holiday"
        clip = next(iter(written.video_tracks()))[0]
        assert clip.media_reference.target_url.endswith(upload.s3_key)

    def test_what_was_written_can_be_brought_in_again(
        self, studio: Studio, project: Project, upload: Upload, tmp_path: Path
    ) -> None:
        path = save_otio(studio, project.id, tmp_path / "out.otio")
        again = import_otio(studio, path)
        assert again.name == "Holiday"
        before = open_project(studio, project.id).timeline
        after = open_project(studio, again.id).timeline
        assert after.tracks == before.tracks
        assert [found.id for found in list_sources(studio)] == [upload.id]

    def test_an_empty_timeline_can_be_written(self, studio: Studio, tmp_path: Path) -> None:
        project = create_project(studio, timeline=empty_timeline())
        path = save_otio(studio, project.id, tmp_path / "out.otio")
        assert len(otio.adapters.read_from_file(str(path)).tracks) == 2

    def test_a_folder_that_is_not_there_is_named(
        self, studio: Studio, project: Project, tmp_path: Path
    ) -> None:
        with pytest.raises(DocumentError, match=r"nowhere/out\.otio"):
            save_otio(studio, project.id, tmp_path / "nowhere" / "out.otio")
