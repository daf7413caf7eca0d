"""A clamd that speaks INSTREAM as the real one does, and can be told to misbehave."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from openmso.adapters.virus_scan.simulator import EICAR


class Clamd:
    """Listens on `address`. `answer` replaces its own verdict; None makes it say nothing."""

    def __init__(self, folder: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(folder / "clamd.ctl"))
        self.socket.listen()
        self.address = f"unix:{folder / 'clamd.ctl'}"
        self.largest = 10_000_000
        self.answer: str | None = ""
        self.received = b""

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                with connection, suppress(OSError):
                    self._converse(connection)

    def _converse(self, connection: socket.socket) -> None:
        if _exactly(connection, 10) != b"zINSTREAM\0":
            connection.sendall(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while (size := struct.unpack("!L", _exactly(connection, 4))[0]) > 0:
            content += _exactly(connection, size)
            if len(content) > self.largest:
                connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.received = content
        if self.answer is None:
            connection.recv(1)  # until the other side has had enough
            return
        verdict = "stream: Eicar-Test-Signature FOUND" if EICAR in content else "stream: OK"
        connection.sendall((self.answer or verdict).encode() + b"\0")


def _exactly(connection: socket.socket, size: int) -> bytes:
    said = b""
    while len(said) < size:
        more = connection.recv(size - len(said))
        if not more:
            raise ConnectionError("the other side left")
        said += more
    return said


@contextmanager
def clamd(folder: Path) -> Iterator[Clamd]:
    daemon = Clamd(folder)
    thread = Thread(target=daemon.serve, daemon=True)
    thread.start()
    try:
        yield daemon
    finally:
        with suppress(OSError):
            daemon.socket.shutdown(socket.SHUT_RDWR)
        daemon.socket.close()
        thread.join(5)
