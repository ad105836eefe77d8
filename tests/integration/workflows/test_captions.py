"""Captions from a file to viewers: edited, sent beside the picture, with chapters, a poster."""

import json
import posixpath
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import m3u8
import pytest

from media_factory import read_stamp, stamped_video
from timeline_studio.library import Project
from timeline_studio.media import image_frame
from timeline_studio.storage import captions_key
from timeline_studio.timeline import DocumentError, EditError, Marker, Timeline, edits
from timeline_studio.timeline.captions import read_captions
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start
from timeline_studio.workflows import Studio
from timeline_studio.workflows.caption_files import (
    chosen_track,
    export_captions,
    import_captions,
    read_caption_file,
)
from timeline_studio.workflows.captions import exported_timeline, poster_key
from timeline_studio.workflows.exports import list_exports, start_export
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.projects import open_project, save_timeline
from timeline_studio.workflows.sends import list_productions, start_send
from timeline_studio.workflows.sends.outputs import outputs_of

MILLISECOND = FLICKS_PER_SECOND // 1000

SRT = """1
00:00:00,101 --> 00:00:00,333
Hello, <i>you</i>

2
00:00:00,334 --> 00:00:00,777
Tom & Jerry

3
00:00:05,000 --> 00:00:06,000
Too late
"""


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    path = tmp_path / "holiday.en.srt"
    path.write_text(SRT)
    return path


def _edit(studio: Studio, project: Project, edit: Callable[[Timeline], Timeline]) -> None:
    opened = open_project(studio, project.id)
    save_timeline(studio, project.id, edit(opened.timeline), opened.revision)


def _sent(studio: Studio, project: Project, run_queue: Callable[[], None]) -> str:
    """The prefix of the outputs."""
    start_export(studio, project.id)
    run_queue()
    start_send(studio, list_exports(studio)[0].upload.id)
    run_queue()
    production = list_productions(studio)[0].production
    assert production.error_message is None
    assert production.status == "completed"
    return production.output_prefix


def _subtitles(studio: Studio, prefix: str) -> Iterator[tuple[str, m3u8.Media]]:
    for found in studio.output_store.list(prefix):
        if found.key.endswith(".m3u8"):
            playlist = m3u8.loads(studio.output_store.get(found.key).decode())
            for media in playlist.media:
                if media.type == "SUBTITLES":
                    yield posixpath.join(posixpath.dirname(found.key), media.uri), media


def _cues(studio: Studio, key: str) -> list[tuple[int, int, str]]:
    """Of all segments of a rendition, in milliseconds; a cue that is in two is one."""
    rendition = m3u8.loads(studio.output_store.get(key).decode())
    found: dict[tuple[int, int, str], None] = {}
    for segment in rendition.segments:
        data = studio.output_store.get(posixpath.join(posixpath.dirname(key), segment.uri))
        if b"-->" in data:
            for cue in read_captions(data, segment.uri).captions:
                shown = cue.start // MILLISECOND, cue.end // MILLISECOND, cue.text
                found[shown] = None
    return list(found)


def test_captions_come_in_are_edited_and_reach_viewers_to_the_millisecond(
    studio: Studio, project: Project, srt: Path, run_queue: Callable[[], None]
):
    imported = import_captions(studio, project.id, srt)
    assert (imported.count, imported.track) == (3, "C1")
    assert imported.notes == [
        "1 caption begins after the end of the timeline and will not be shown"
    ]

    def edit(timeline: Timeline) -> Timeline:
        first, second, late = timeline.caption_tracks[0].items
        timeline = edits.set_caption_text(timeline, first.id, "Good morning,\nyou & me")
        timeline = edits.lift(timeline, [late.id])
        return edits.move(timeline, [second.id], by=100 * MILLISECOND)

    _edit(studio, project, edit)
    prefix = _sent(studio, project, run_queue)

    renditions = list(_subtitles(studio, prefix))
    assert {(media.language, media.name) for _, media in renditions} == {("en", "English")}
    for key, _ in renditions:
        assert _cues(studio, key) == [
            (101, 333, "Good morning,\nyou & me"),
            (434, 877, "Tom & Jerry"),
        ]
    production = list_productions(studio)[0].production
    assert b"Good morning" in studio.media_store.get(captions_key(production.id))


def test_later_edits_change_nothing_of_what_was_exported(
    studio: Studio, project: Project, srt: Path, run_queue: Callable[[], None]
):
    import_captions(studio, project.id, srt)
    start_export(studio, project.id)
    run_queue()
    _edit(studio, project, lambda t: edits.remove_track(t, t.caption_tracks[0].id))

    upload = list_exports(studio)[0].upload

    snapshot = exported_timeline(studio, upload)
    assert snapshot is not None
    assert len(snapshot.caption_tracks[0].items) == 3


def test_burned_in_and_hidden_captions_are_not_sent_beside_the_picture(
    studio: Studio, project: Project, srt: Path, run_queue: Callable[[], None]
):
    for _ in range(2):
        import_captions(studio, project.id, srt, "de")

    def edit(timeline: Timeline) -> Timeline:
        first, second = timeline.caption_tracks
        timeline = edits.set_captioning(timeline, first.id, burned_in=True)
        return edits.set_track(timeline, second.id, hidden=True)

    _edit(studio, project, edit)
    assert list(_subtitles(studio, _sent(studio, project, run_queue))) == []


def test_two_tracks_are_two_renditions_with_labels_of_their_own(
    studio: Studio, project: Project, srt: Path, run_queue: Callable[[], None]
):
    for language in ("de", "de", "fr"):
        import_captions(studio, project.id, srt, language)
    _edit(
        studio,
        project,
        lambda t: edits.rename_track(t, t.caption_tracks[2].id, "Pour tous"),
    )
    found = _subtitles(studio, _sent(studio, project, run_queue))
    assert {(media.language, media.name) for _, media in found} == {
        ("de", "German"),
        ("de", "German 2"),
        ("fr", "Pour tous"),
    }


def test_markers_become_chapters_and_one_chooses_the_poster(
    studio: Studio, project: Project, run_queue: Callable[[], None]
):
    rate = open_project(studio, project.id).timeline.rate

    def edit(timeline: Timeline) -> Timeline:
        for frame, name, is_poster in (
            (0, "Start", False),
            (10, "End & all", False),
            (17, "", True),
        ):
            marker = Marker(
                id=f"m{frame}", time=frame_start(frame, rate), name=name, is_poster=is_poster
            )
            timeline = edits.add_marker(timeline, marker)
        return timeline

    _edit(studio, project, edit)
    prefix = _sent(studio, project, run_queue)

    store = studio.output_store
    assert store.get(prefix + "chapters.vtt").decode() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:00.400\nStart\n\n"
        "00:00:00.400 --> 00:00:01.000\nEnd &amp; all\n"
    )
    assert json.loads(store.get(prefix + "chapters.json"))["chapters"] == [
        {"startTime": 0.0, "endTime": 0.4, "title": "Start"},
        {"startTime": 0.4, "endTime": 1.0, "title": "End & all"},
    ]
    poster = image_frame(store.fetch(poster_key(prefix)))
    assert read_stamp(poster.to_ndarray(format="rgb24")) == 17
    posters = outputs_of(studio, list_productions(studio)[0].production).posters
    assert posters[0] == poster_key(prefix)
    assert len(posters) > 1


def test_an_upload_that_is_no_export_is_sent_without_captions(
    studio: Studio, tmp_path: Path, run_queue: Callable[[], None]
):
    film = stamped_video(tmp_path / "f.mp4", frames=25, rate=Fraction(25), size=(160, 90))
    upload = import_media(studio, [film])[0]
    assert exported_timeline(studio, upload) is None


def test_a_caption_track_is_written_as_the_file_that_its_name_says(
    studio: Studio, project: Project, srt: Path, tmp_path: Path
):
    import_captions(studio, project.id, srt)
    for name in ("out.srt", "out.VTT"):
        assert export_captions(studio, project.id, tmp_path / name) == 3
        assert [c.text for c in read_caption_file(tmp_path / name).captions] == [
            "Hello, you",
            "Tom & Jerry",
            "Too late",
        ]
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.VTT", "out.srt"]
    with pytest.raises(DocumentError, match=r"end the name in \.srt or \.vtt"):
        export_captions(studio, project.id, tmp_path / "out.txt")
    with pytest.raises(DocumentError, match="cannot be written"):
        export_captions(studio, project.id, tmp_path / "no" / "out.srt")


def test_a_caption_track_is_found_by_name_and_language(studio: Studio, project: Project, srt: Path):
    with pytest.raises(DocumentError, match="no captions: import some"):
        chosen_track(open_project(studio, project.id).timeline)
    for language in ("en", "German"):
        import_captions(studio, project.id, srt, language)
    timeline = open_project(studio, project.id).timeline
    names = [chosen_track(timeline, word).name for word in (None, "C2", "de", "eng", "English")]
    assert names == ["C1", "C2", "C2", "C1", "C1"]
    with pytest.raises(DocumentError, match=r"C1 \(English\), C2 \(German\)"):
        chosen_track(timeline, "fr")


def test_what_cannot_be_imported_is_said_and_changes_nothing(
    studio: Studio, project: Project, srt: Path, tmp_path: Path
):
    before = open_project(studio, project.id).timeline
    with pytest.raises(DocumentError, match=r"none\.srt: the file cannot be read"):
        import_captions(studio, project.id, tmp_path / "none.srt")
    with pytest.raises(EditError, match="“Klingon” is no language"):
        import_captions(studio, project.id, srt, "Klingon")
    assert open_project(studio, project.id).timeline == before


def test_captions_without_a_language_are_sent_as_undetermined(
    studio: Studio, project: Project, srt: Path, run_queue: Callable[[], None]
):
    plain = srt.rename(srt.with_name("plain.srt"))
    import_captions(studio, project.id, plain)
    found = _subtitles(studio, _sent(studio, project, run_queue))
    assert {(media.language, media.name) for _, media in found} == {("und", "Unknown language")}
