"""The program's entry: a command line, or the window."""

import signal
import sys

from timeline_studio.app.ahead import serve_ahead
from timeline_studio.app.composition import work
from timeline_studio.app.display import need_display
from timeline_studio.app.doctor import diagnose
from timeline_studio.app.encoder_trials import serve_encoder_trials
from timeline_studio.app.link_registration import register_links
from timeline_studio.app.logs import start_log
from timeline_studio.app.program import Program
from timeline_studio.app.worker import serve_worker
from timeline_studio.cli import CliContext, build_cli, run_cli
from timeline_studio.settings import find_home


def main(arguments: list[str] | None = None) -> int:
    # Being ended is being cancelled: what is half-made goes, and a worker's job is put back.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    program = Program(find_home())
    start_log(program.home, "commands")

    def open_window(project_id: int | None) -> int:
        need_display()
        from timeline_studio.app.window import run_window  # noqa: PLC0415 - Qt is slow to load

        return run_window(program, project_id)

    def hand_over(link: str) -> bool:
        from timeline_studio.app.handover import hand_over as to_window  # noqa: PLC0415 - as above

        return to_window(program.home, link)

    context = CliContext(
        open_studio=program.open_studio,
        work=work,
        serve_worker=lambda: serve_worker(program),
        open_window=open_window,
        diagnose=lambda: diagnose(program),
        desk=program.desk,
        use_account=program.use,
        account=lambda: program.account,
        hand_over=hand_over,
        register_links=register_links,
        serve_ahead=serve_ahead,
        serve_encoder_trials=serve_encoder_trials,
    )
    return run_cli(build_cli(context), sys.argv[1:] if arguments is None else arguments)
