"""Several workers in one process, each in its own thread."""

import threading
from collections.abc import Callable, Sequence

from timeline_studio.jobs.worker import Worker

_LOOK_SECONDS = 0.1


def run_lanes(workers: Sequence[Worker], until: Callable[[], bool]) -> None:
    """Run `workers` until `until()`; then their running jobs are stopped and put back.

    When one of them ends by an error, so do the others, and the error is raised here.
    """
    errors: list[BaseException] = []
    over = threading.Event()

    def lane(worker: Worker) -> None:
        try:
            worker.run(over.is_set)
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            errors.append(error)
            over.set()

    threads = [threading.Thread(target=lane, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        while not (until() or over.wait(_LOOK_SECONDS)):
            pass
    finally:
        over.set()
        for worker in workers:
            worker.stop()
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
