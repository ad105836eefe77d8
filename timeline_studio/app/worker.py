"""The worker process: serves the queue while its parent lives."""

import signal
import sys
import threading

from timeline_studio.app.composition import open_studio, work
from timeline_studio.app.logs import start_log
from timeline_studio.settings import find_home


def serve_worker() -> None:
    """Work until standard input closes: it does so by itself when the window ends or dies."""
    # Ctrl+C in a terminal reaches the whole group: the window decides when this ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    home = find_home()
    studio = open_studio(home)
    start_log(home, "worker")
    orphaned = threading.Event()

    def wait_for_parent() -> None:
        while sys.stdin.buffer.read(4096):
            pass
        orphaned.set()

    threading.Thread(target=wait_for_parent, name="parent-watch", daemon=True).start()
    with studio.library:
        work(studio, orphaned.is_set)
