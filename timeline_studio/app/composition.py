"""Joins the parts into one studio, and into the workers that serve its queue."""

from collections.abc import Callable

from timeline_studio.jobs import JobQueue, Worker, run_lanes
from timeline_studio.library import Library
from timeline_studio.productions import LocalTranscoder
from timeline_studio.render import prepare_text
from timeline_studio.settings import Home, profiles_dir
from timeline_studio.storage import LocalFolderStore
from timeline_studio.workflows import Studio
from timeline_studio.workflows.handlers import lanes
from timeline_studio.workflows.work_folder import sweep_work

LOCAL_USER = 1
MEDIA_BUCKET = "timeline-studio-media"
OUTPUT_BUCKET = "timeline-studio-hls"


def open_studio(home: Home) -> Studio:
    """The embedded studio: SQLite, local folders, the local transcoder.

    Raises SettingsError or LibraryError when the home cannot be used.
    """
    home.prepare()
    library = Library.open(home.database)
    queue = JobQueue(library, LOCAL_USER)
    return Studio(
        home=home,
        user_id=LOCAL_USER,
        library=library,
        media_store=LocalFolderStore(home.store, MEDIA_BUCKET),
        output_store=LocalFolderStore(home.store, OUTPUT_BUCKET),
        queue=queue,
        transcoder=LocalTranscoder(queue),
        profiles=profiles_dir(),
    )


def work(studio: Studio, until: Callable[[], bool]) -> None:
    """Serve the queue in this process, one thread a lane, until `until()` holds."""
    prepare_text()  # here, on the main thread: a lane may be the first to draw a title
    sweep_work(studio)
    workers = [Worker(studio.library, studio.user_id, handlers) for handlers in lanes(studio)]
    run_lanes(workers, until)
