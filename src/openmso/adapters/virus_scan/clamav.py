"""ClamAV's daemon, asked over its socket by INSTREAM.

The content is sent in pieces, each after its length in four bytes; a length of nothing ends it. The
answer is one line: "stream: OK", "stream: NAME FOUND", or "... ERROR".
"""

import socket
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic

from openmso.office.documents.scanning import CannotScan, ScannerDown

_PIECE = 64 * 1024
_LONGEST_ANSWER = 4096
_CONNECT_SECONDS = 3.0


class ClamAv:
    """A clamd. `address` is "unix:/path/of/its/socket" or "tcp:host:port"."""

    def __init__(self, address: str, *, longest_seconds: float = 30.0) -> None:
        """Raises ValueError for an address of another form."""
        kind, _, place = address.partition(":")
        host, _, port = place.rpartition(":")
        if kind == "unix" and place.startswith("/"):
            self._place: str | tuple[str, int] = place
        elif kind == "tcp" and host and port.isdecimal():
            self._place = (host.strip("[]"), int(port))
        else:
            raise ValueError(
                f'not the address of a scanner: "{address}" (write "unix:/run/clamav/clamd.ctl" '
                'or "tcp:127.0.0.1:3310")'
            )
        self._longest_seconds = longest_seconds

    def scan(self, content: bytes) -> str:
        """Return the name of what clamd found, "" for nothing. Raises ScannerDown, CannotScan."""
        ends_at = monotonic() + self._longest_seconds
        try:
            with self._connected() as connection:
                # A daemon that has enough stops listening and says why; its answer counts.
                with suppress(BrokenPipeError, ConnectionResetError):
                    _send(connection, content, ends_at)
                answer = _answer(connection, ends_at)
        except OSError as trouble:
            why = trouble.strerror or str(trouble) or type(trouble).__name__
            raise ScannerDown(f"The virus scanner does not answer: {why}.") from None
        return _read(answer)

    def _connected(self) -> socket.socket:
        if isinstance(self._place, tuple):
            return socket.create_connection(self._place, _CONNECT_SECONDS)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(_CONNECT_SECONDS)
        try:
            connection.connect(self._place)
        except OSError:
            connection.close()
            raise
        return connection


def _send(connection: socket.socket, content: bytes, ends_at: float) -> None:
    for part in _pieces(content):
        connection.settimeout(_seconds_left(ends_at))
        connection.sendall(part)


def _pieces(content: bytes) -> Iterator[bytes]:
    yield b"zINSTREAM\0"
    view = memoryview(content)
    for start in range(0, len(content), _PIECE):
        piece = view[start : start + _PIECE]
        yield len(piece).to_bytes(4, "big") + piece
    yield bytes(4)


def _answer(connection: socket.socket, ends_at: float) -> str:
    said = b""
    while b"\0" not in said and len(said) < _LONGEST_ANSWER:
        connection.settimeout(_seconds_left(ends_at))
        more = connection.recv(_LONGEST_ANSWER)
        if not more:
            break
        said += more
    return said.partition(b"\0")[0].decode("ascii", errors="replace").strip()


def _seconds_left(ends_at: float) -> float:
    left = ends_at - monotonic()
    if left <= 0:
        raise TimeoutError("it took too long")
    return left


def _read(answer: str) -> str:
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return ""
    if said.endswith(" FOUND"):
        return said.removesuffix(" FOUND")
    if "size limit" in said:
        raise CannotScan("The file is larger than the virus scanner's own limit (StreamMaxLength).")
    raise ScannerDown(f'The virus scanner answered "{said[:80]}".')
