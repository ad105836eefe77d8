"""The program's entry: a command line, or the window."""

import signal
import sys

from timeline_studio.app.composition import open_studio, work
from timeline_studio.app.display import need_display
from timeline_studio.app.doctor import diagnose
from timeline_studio.app.logs import start_log
from timeline_studio.app.worker import serve_worker
from timeline_studio.cli import CliContext, build_cli, run_cli
from timeline_studio.settings import find_home


def main(arguments: list[str] | None = None) -> int:
    # Being ended is being cancelled: what is half-made goes, and a worker's job is put back.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    home = find_home()
    start_log(home, "commands")

    def open_window(project_id: int | None) -> int:
        need_display()
        from timeline_studio.app.window import run_window  # noqa: PLC0415 - Qt is slow to load

        return run_window(home, project_id)

    context = CliContext(
        open_studio=lambda: open_studio(home),
        work=work,
        serve_worker=serve_worker,
        open_window=open_window,
        diagnose=lambda: diagnose(home),
    )
    return run_cli(build_cli(context), sys.argv[1:] if arguments is None else arguments)
