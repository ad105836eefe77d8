"""Where the palette looks: commands, timecodes, markers, timelines, media."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from timeline_studio.library import Project, Upload
from timeline_studio.timeline.model import Marker
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.background import BackgroundTasks, Task
from timeline_studio.ui.commands.actions import key_text
from timeline_studio.ui.commands.found import MOST, Choice, Found, Show, likeliest
from timeline_studio.ui.commands.recent import RecentCommands
from timeline_studio.ui.commands.registry import Command, CommandRegistry
from timeline_studio.ui.commands.typed_timecode import typed_timecode
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.elements.words import date_text, duration_text, timeline_name
from timeline_studio.workflows.media import list_sources
from timeline_studio.workflows.projects import list_projects
from timeline_studio.workflows.studio import Studio


class CommandFinder:
    """Those that were used lately come first where nothing is asked for, and win a draw."""

    def __init__(self, registry: CommandRegistry, recent: RecentCommands) -> None:
        self._registry = registry
        self._recent = recent

    def find(self, query: str, show: Show) -> None:
        show(likeliest(query, self._in_order(), name=_title, choice=_of_command))

    def forget(self) -> None:
        """They are asked each time."""

    def _in_order(self) -> list[Command]:
        lately = [self._registry[each] for each in self._recent if each in self._registry]
        return [*lately, *(command for command in self._registry if command not in lately)]


class TimecodeFinder:
    def __init__(self, document: TimelineDocument) -> None:
        self._document = document

    def find(self, query: str, show: Show) -> None:
        document = self._document
        rate = document.timeline.rate
        time = typed_timecode(query, rate, document.playhead)
        if time is None:
            show([])
        else:
            name = f"Go to {timecode(time, rate)}"
            jump = lambda: document.set_playhead(time)  # noqa: E731
            show([Found(Choice(name, "Timecode", "edit_point_next", jump))])

    def forget(self) -> None:
        """Nothing is kept."""


class MarkerFinder:
    def __init__(self, document: TimelineDocument) -> None:
        self._document = document

    def find(self, query: str, show: Show) -> None:
        markers = self._document.timeline.markers
        show(likeliest(query, markers, name=self._name, choice=self._choice))

    def forget(self) -> None:
        """Nothing is kept."""

    def _name(self, marker: Marker) -> str:
        return marker.name or self._time(marker)

    def _time(self, marker: Marker) -> str:
        return timecode(marker.time, self._document.timeline.rate)

    def _choice(self, marker: Marker) -> Choice:
        jump = lambda: self._document.set_playhead(marker.time)  # noqa: E731
        return Choice(self._name(marker), self._time(marker), "marker", jump)


class TimelineFinder(QObject):
    """The projects are read once an opening, and searched off the GUI thread."""

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        open_project: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._open = open_project
        self._projects: list[Project] | None = None
        self._asked: Task | None = None

    def find(self, query: str, show: Show) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.run(lambda: self._found(query), done=show)

    def forget(self) -> None:
        self._projects = None

    def _found(self, query: str) -> list[Found]:
        projects = self._projects
        if projects is None:
            projects = self._projects = list_projects(self._studio)
        return likeliest(query, projects, name=_name_of, choice=self._choice)

    def _choice(self, project: Project) -> Choice:
        project_id = project.id
        return Choice(
            _name_of(project),
            date_text(project.updated_at),
            "open_timeline",
            lambda: self._open(project_id),
        )


class MediaFinder(QObject):
    """The library itself searches: of a hundred thousand files only those are read that fit."""

    def __init__(
        self,
        studio: Studio,
        tasks: BackgroundTasks,
        open_upload: Callable[[Upload], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._open = open_upload
        self._asked: Task | None = None

    def find(self, query: str, show: Show) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.run(lambda: self._found(query.strip()), done=show)

    def forget(self) -> None:
        """The library is asked each time."""

    def _found(self, query: str) -> list[Found]:
        """In the library's order, with the letters that were typed where they are in a row."""
        uploads = list_sources(self._studio, search=query or None, limit=MOST)
        return [Found(self._choice(upload), _place(query, upload.name)) for upload in uploads]

    def _choice(self, upload: Upload) -> Choice:
        return Choice(
            upload.name,
            duration_text(upload.duration_seconds),
            "media",
            lambda: self._open(upload),
        )


def _name_of(project: Project) -> str:
    return timeline_name(project.name)


def _place(query: str, name: str) -> tuple[int, ...]:
    start = name.lower().find(query.lower())
    return tuple(range(start, start + len(query))) if start >= 0 else ()


def _title(command: Command) -> str:
    return command.title


def _of_command(command: Command) -> Choice:
    return Choice(
        name=command.title,
        kind=command.category,
        symbol=command.symbol,
        run=command.action.trigger,
        keys=key_text(command.action),
        reason=command.reason,
        id=command.id,
    )
