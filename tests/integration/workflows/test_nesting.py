"""Projects as clips of others: found, never in a circle, missed where they are gone."""

import pytest
from msgspec.structs import replace

from timeline_studio.media import MediaError
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import Generator, Timeline, Track
from timeline_studio.timeline.nested import NestingError, nested_media
from timeline_studio.timeline.otio import read_otio
from timeline_studio.workflows.interchange import save_otio
from timeline_studio.workflows.media import resolver
from timeline_studio.workflows.nesting import nested_pair
from timeline_studio.workflows.preflight import check_timeline
from timeline_studio.workflows.projects import create_project, open_project, save_timeline

S = 705_600_000


def colour(*more) -> Timeline:
    item = Generator(id="g", start=0, duration=S)
    return Timeline(tracks=(Track(id="V1", kind="video", items=(item, *more)),))


def holding(studio, project) -> Timeline:
    picture, sound = nested_pair(studio, project.id, 0)
    assert picture is not None
    assert sound is None
    return Timeline(tracks=(Track(id="V1", kind="video", items=(picture,)),))


def test_it_is_found_as_it_is_now(studio):
    project = create_project(studio, "Inner", colour())
    resolve = resolver(studio)
    media = nested_media(project.id, "Inner", S)
    before = resolve(media)
    assert from_json(before.read_bytes()) == colour()
    assert resolve(media) == before
    opened = open_project(studio, project.id)
    longer = colour(Generator(id="h", start=S, duration=S))
    save_timeline(studio, project.id, longer, opened.revision)
    assert from_json(resolve(media).read_bytes()) == longer


def test_no_timeline_contains_itself(studio):
    inner = create_project(studio, "Inner", colour())
    middle = create_project(studio, "Middle", holding(studio, inner))
    outer = create_project(studio, "Outer", holding(studio, middle))
    for into in (inner, middle, outer):
        with pytest.raises(NestingError, match="contain itself"):
            nested_pair(studio, outer.id, into.id)
    picture, _ = nested_pair(studio, inner.id, outer.id)
    assert picture is not None
    assert picture.media.duration == S


def test_an_empty_one_is_no_clip(studio):
    empty = create_project(studio, "Empty")
    with pytest.raises(NestingError, match="empty"):
        nested_pair(studio, empty.id, 0)


def test_one_that_is_gone_is_missed(studio):
    with pytest.raises(MediaError, match="“Old cut”, which is a clip here, was deleted"):
        resolver(studio)(nested_media(4711, "Old cut", S))


def test_other_programs_get_what_it_stands_for(studio, tmp_path):
    inner = create_project(studio, "Inner", colour())
    outer = create_project(studio, "Outer", holding(studio, inner))
    read = read_otio(save_otio(studio, outer.id, tmp_path / "outer.otio"))
    assert [type(item) for track in read.tracks for item in track.items] == [Generator]


def test_the_check_names_what_is_gone_and_looks_into_the_rest(studio):
    project = create_project(studio, "Inner", colour())
    fine = holding(studio, project)
    outer = create_project(studio, "Outer", fine)
    assert not [each for each in check_timeline(studio, outer.id) if each.severity == "blocker"]
    lost = nested_media(4711, "Old cut", S)
    clip = replace(fine.tracks[0].items[0], id="lost", start=S, media=lost)
    torn = replace(fine, tracks=(replace(fine.tracks[0], items=(*fine.tracks[0].items, clip)),))
    found = check_timeline(studio, create_project(studio, "Torn", torn).id)
    assert any("was deleted" in str(each) for each in found if each.severity == "blocker")
