"""Links that reach a second start of the program go to the window that runs already."""

import getpass
import hashlib

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from timeline_studio.settings import Home

_PATIENCE_MS = 2_000
_MOST_BYTES = 1_024
_ACCEPTED = b"ok\n"


class LinkListener(QObject):
    """Listens for links, from this user's own programs only: `received` carries one line each.

    The desktop of macOS hands links to the program itself, as an event of the application.
    """

    received = Signal(str)

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_of(home)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def listen(self) -> bool:
        """False where another window of this home listens already."""
        # Asked first: a server that is for one user only takes the name from another that has it.
        if _connected(self._name) is not None:
            return False
        QLocalServer.removeServer(self._name)  # left by a program that was killed
        return self._server.listen(self._name)

    def close(self) -> None:
        self._server.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QFileOpenEvent) and event.url().isValid():
            self.received.emit(event.url().toString())
            return True
        return super().eventFilter(watched, event)

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda of=socket: self._on_ready(of))
            socket.disconnected.connect(socket.deleteLater)
            self._on_ready(socket)

    def _on_ready(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        line = bytes(socket.readLine(_MOST_BYTES).data()).decode("utf-8", "replace").strip()
        socket.write(_ACCEPTED)
        socket.flush()
        self.received.emit(line)


def hand_over(home: Home, link: str) -> bool:
    """Give `link` to the window of this home that runs; False where there is none."""
    socket = _connected(_name_of(home))
    if socket is None:
        return False
    socket.write(f"{link}\n".encode())
    is_taken = socket.waitForReadyRead(_PATIENCE_MS) and socket.readAll().data() == _ACCEPTED
    socket.abort()
    return bool(is_taken)


def _connected(name: str) -> QLocalSocket | None:
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket if socket.waitForConnected(_PATIENCE_MS) else None


def _name_of(home: Home) -> str:
    """One a user and home; short, for the path of a socket is."""
    whose = f"{getpass.getuser()}\n{home.root.absolute()}"
    return f"timeline-studio-{hashlib.sha256(whose.encode()).hexdigest()[:16]}"
