"""The log file: what a bug report needs, never a secret."""

import logging
from logging.handlers import RotatingFileHandler

from timeline_studio.settings import Home


class _LogFile(RotatingFileHandler):
    """A log that cannot be written, on a full disk, is nothing to tell the user."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own
        """Let the record go."""


def start_log(home: Home, name: str) -> None:
    """Write warnings and errors to `logs/<name>.log`; without the folder, nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        home.logs.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _LogFile(
            home.logs / f"{name}.log", maxBytes=2_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
    )
    for before in root.handlers:
        if isinstance(before, _LogFile):
            before.close()
    root.handlers[:] = [handler]
    logging.getLogger("alembic").setLevel(logging.WARNING)
