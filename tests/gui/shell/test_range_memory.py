"""In and out points, and heights of rows, belong to a project: they are there the next time."""

from collections.abc import Callable

from timeline_studio.settings import Preferences
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.ui.shell.range_memory import RANGE_POINTS
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project


def test_each_project_has_its_own(
    open_window: Callable[..., MainWindow],
    studio: Studio,
    tasks: BackgroundTasks,
    preferences: Preferences,
) -> None:
    one, other = create_project(studio, "One"), create_project(studio, "Other")
    window = open_window(one.id)
    points = window.panels.timeline.points
    points.set(SECOND, 3 * SECOND)
    window.flows.session.open(other.id)
    assert tasks.wait_idle()
    assert points.stretch is None
    points.set_start(2 * SECOND)
    assert tasks.wait_idle()
    assert window.close()

    again = open_window(one.id).panels.timeline.points
    assert again.stretch == (SECOND, 3 * SECOND)
    assert preferences.get(RANGE_POINTS)[str(other.id)] == [2 * SECOND, None]


def test_what_makes_no_sense_is_no_point(
    open_window: Callable[..., MainWindow], studio: Studio, preferences: Preferences
) -> None:
    project = create_project(studio, "One")
    preferences.set(RANGE_POINTS, {str(project.id): "soon"})
    assert open_window(project.id).panels.timeline.points.stretch is None


def test_a_row_is_as_high_as_it_was_made(
    open_window: Callable[..., MainWindow], studio: Studio, tasks: BackgroundTasks
) -> None:
    one, other = create_project(studio, "One"), create_project(studio, "Other")
    window = open_window(one.id)
    layout = window.panels.timeline.view.layout_of_tracks
    first = next(iter(layout.rows)).track.id
    layout.set_height(first, 111)
    window.flows.session.open(other.id)
    assert tasks.wait_idle()
    assert layout.own_heights == {}
    assert window.close()

    again = open_window(one.id).panels.timeline.view.layout_of_tracks
    assert again.rows.of(first).height == 111
