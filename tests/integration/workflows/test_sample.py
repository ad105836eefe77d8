"""The sample project: real footage on a timeline that shows what the editor can do."""

from timeline_studio.timeline.model import Clip, Title
from timeline_studio.timeline.validation import validate
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import list_sources, resolver
from timeline_studio.workflows.projects import list_projects, open_project
from timeline_studio.workflows.sample import create_sample_project


def test_it_has_cuts_a_dissolve_and_a_title(studio: Studio) -> None:
    project = create_sample_project(studio)
    timeline = open_project(studio, project.id).timeline
    validate(timeline)
    pictures, titles = timeline.video_tracks
    (sounds,) = timeline.audio_tracks
    assert len(pictures.items) == len(sounds.items) == 4
    assert len(pictures.transitions) == len(sounds.transitions) == 1
    (title,) = titles.items
    assert isinstance(title, Title)
    clips = [item for item in pictures.items if isinstance(item, Clip)]
    assert all(resolver(studio)(clip.media).is_file() for clip in clips)
    assert [clip.link for clip in clips] == [item.link for item in sounds.items]


def test_the_footage_is_imported_once(studio: Studio) -> None:
    create_sample_project(studio)
    create_sample_project(studio)
    assert len(list_projects(studio)) == 2
    assert len(list_sources(studio)) == 1
