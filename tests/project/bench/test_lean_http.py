"""The load generator's client reads what our server writes."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from openmso.project.bench.lean_http import Connection, NoAnswer

ASK = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@contextmanager
def server_saying(*answers: bytes, parts: int = 1) -> Iterator[int]:
    """A server that gives these answers, one a connection or request, cut into `parts`."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            left = list(answers)
            while left:
                visitor, _ = door.accept()
                with visitor:
                    while left and visitor.recv(65536):
                        answer = left.pop(0)
                        size = max(1, len(answer) // parts)
                        for start in range(0, len(answer), size):
                            visitor.sendall(answer[start : start + size])
                        if b"connection: close" in answer.lower() or not answer:
                            break

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(5)


def test_an_answer_in_pieces_is_read_to_its_length() -> None:
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world"

    with server_saying(said, said, parts=7) as port:
        connection = Connection(port)
        first, second = connection.ask(ASK), connection.ask(ASK)
        connection.close()

    assert (first.status, first.body) == (200, b"hello world")
    assert second == first


def test_a_redirect_tells_where_to() -> None:
    said = b"HTTP/1.1 302 Found\r\nLocation: /practice/\r\nContent-Length: 0\r\n\r\n"

    with server_saying(said) as port:
        connection = Connection(port)
        answer = connection.ask(ASK)
        connection.close()

    assert (answer.status, answer.location) == (302, "/practice/")


def test_chunks_are_read_to_their_end() -> None:
    said = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n"
        b"0\r\n\r\n"
    )

    with server_saying(said, parts=5) as port:
        connection = Connection(port)
        answer = connection.ask(ASK)
        connection.close()

    assert answer.body.endswith(b"0\r\n\r\n")


def test_a_kept_connection_that_was_closed_meanwhile_is_opened_again() -> None:
    closing = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"

    with server_saying(closing, closing) as port:
        connection = Connection(port)
        assert [connection.ask(ASK).status for _ in range(2)] == [200, 200]
        connection.close()


def test_a_server_that_says_nothing_is_no_answer() -> None:
    with server_saying(b"") as port, pytest.raises(NoAnswer):
        Connection(port).ask(ASK)
