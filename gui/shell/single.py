"""One window per workspace: a second start raises the first."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_CALL = b"raise\n"


class SingleInstance(QObject):
    """Listens for later starts over the same workspace; `raise_wanted` says that one came."""

    raise_wanted = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(workspace)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def call_first(self) -> bool:
        """Ask a window already open to come forward; False when there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_CALL)
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> bool:
        """Be the first; a name left over by a crash is taken away."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_wanted.emit()


def _name(workspace: Path) -> str:
    """Name the workspace: path and user make it, so that two users do not meet."""
    place = f"{os.path.expanduser('~')}|{workspace.resolve()}"  # noqa: PTH111 - not every user has a home
    return f"voccheck-{hashlib.sha256(place.encode()).hexdigest()[:20]}"
