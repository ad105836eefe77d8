"""The process that renders ahead, as the window sees it."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from timeline_studio.workflows.rendering_ahead import read_news


class AheadProcess(QObject):
    """One order at a time; `stop` ends it at once, and loses only the segment it was at."""

    told = Signal(object)  # AheadNews
    ended = Signal()

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self, order: bytes) -> None:
        self.stop()
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")  # it draws titles, and shows nothing
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        process.start(self._command[0], self._command[1:])
        if self._process is process:  # else it could not be started
            process.write(order)

    def stop(self) -> None:
        """Without waiting for its end."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            process.finished.connect(process.deleteLater)
            process.kill()

    def close(self, *, grace_ms: int = 3_000) -> None:
        """`stop`, and wait: for a window that closes."""
        process = self._process
        self.stop()
        if process is not None:
            process.waitForFinished(grace_ms)

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            try:
                news = read_news(bytes(process.readLine().data()))
            except msgspec.MsgspecError:
                continue  # a library of the system's that talks
            self.told.emit(news)

    def _on_finished(self) -> None:
        self._read()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.ended.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        """A process that ran says so by `finished`."""
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished()
