"""A client that costs almost nothing: one kept connection, bytes out, status and body in.

It knows just enough of HTTP/1.1 for our own server: lengths, chunks, kept connections.
"""

import re
import socket
from dataclasses import dataclass

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_LOCATION = re.compile(rb"\r\nlocation: *([^\r]*)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_CLOSES = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
_END_OF_CHUNKS = b"0\r\n\r\n"
_AT_ONCE = 1 << 16
_PATIENCE_SECONDS = 60.0


class NoAnswer(OSError):
    """The server closed the connection or said nothing in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    body: bytes


class Connection:
    """One browser's connection; opened when needed, kept while the server keeps it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def ask(self, request: bytes) -> Answer:
        """Send a whole request and return its answer. Raises NoAnswer."""
        reused = self._socket is not None
        try:
            return self._ask(request)
        except NoAnswer:
            self.close()
            # A kept connection may have been closed by the server just now, before it read a byte.
            if not reused:
                raise
            return self._ask(request)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _ask(self, request: bytes) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self._port), _PATIENCE_SECONDS)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self._socket.sendall(request)
            head, body = self._head()
            body = self._body(head, body)
        except OSError as problem:
            raise NoAnswer(str(problem)) from problem
        if _CLOSES.search(head):
            self.close()
        location = _LOCATION.search(head)
        return Answer(
            status=int(head[9:12]),
            location=location[1].decode("latin-1") if location else "",
            body=body,
        )

    def _head(self) -> tuple[bytes, bytes]:
        read = self._more()
        while (end := read.find(b"\r\n\r\n")) < 0:
            read += self._more()
        return read[: end + 2], read[end + 4 :]

    def _body(self, head: bytes, body: bytes) -> bytes:
        length = _LENGTH.search(head)
        if length is not None:
            parts, missing = [body], int(length[1]) - len(body)
            while missing > 0:
                parts.append(self._more())
                missing -= len(parts[-1])
            return b"".join(parts)
        if _CHUNKED.search(head):
            while not body.endswith(_END_OF_CHUNKS):
                body += self._more()
        return body

    def _more(self) -> bytes:
        if self._socket is None:
            raise NoAnswer("not connected")
        read = self._socket.recv(_AT_ONCE)
        if not read:
            raise NoAnswer("the server closed the connection")
        return read
