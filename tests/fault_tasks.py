"""What is interrupted by the fault tests: each opens the studio of a home, and does one thing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_studio.app.composition import open_studio
from timeline_studio.jobs import Worker
from timeline_studio.settings import Home
from timeline_studio.workflows import Studio
from timeline_studio.workflows.deletions import delete_production, delete_upload
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.media import import_media, sweep_promises
from timeline_studio.workflows.sends import send_timeline
from timeline_studio.workflows.work_folder import sweep_work


@contextmanager
def opened(home: Path) -> Iterator[Studio]:
    studio = open_studio(Home(home))
    yield studio
    studio.library.close()


def open_only(home: Path) -> None:
    with opened(home):
        pass


def bring_in(home: Path, path: str) -> None:
    with opened(home) as studio:
        import_media(studio, [Path(path)])


def send(home: Path, project_id: int, publish_to: list[int]) -> None:
    """Queue it; `drain` does the rest."""
    with opened(home) as studio:
        send_timeline(studio, project_id, publish_to=publish_to)


def remove_production(home: Path, production_id: int) -> None:
    with opened(home) as studio:
        delete_production(studio, production_id)


def remove_upload(home: Path, upload_id: int) -> None:
    with opened(home) as studio:
        delete_upload(studio, upload_id, force=True, with_productions=True)


def drain(home: Path) -> None:
    """What the worker process does, in one thread, until nothing is left to do."""
    with opened(home) as studio:
        sweep_work(studio)
        sweep_promises(studio)
        handlers = {kind: handler for lane in lanes(studio) for kind, handler in lane.items()}
        worker = Worker(studio.library, studio.user_id, handlers, poll=0.02)
        worker.run(lambda: not studio.queue.list(statuses=["pending", "processing"]))
