"""The worker process: serves the queue while its parent lives."""

import signal
import sys
import threading

from timeline_studio.app.composition import work
from timeline_studio.app.logs import start_log
from timeline_studio.app.program import Program


def serve_worker(program: Program) -> None:
    """Work until standard input closes: it does so by itself when the window ends or dies."""
    # Ctrl+C in a terminal reaches the whole group: the window decides when this ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    studio = program.open_studio()
    start_log(studio.home, "worker")
    orphaned = threading.Event()

    def wait_for_parent() -> None:
        while sys.stdin.buffer.read(4096):
            pass
        orphaned.set()

    threading.Thread(target=wait_for_parent, name="parent-watch", daemon=True).start()
    with studio.library:
        work(studio, orphaned.is_set)
