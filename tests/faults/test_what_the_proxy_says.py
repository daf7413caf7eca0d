"""What only the proxy may say, a visitor cannot say in its place: asked over a real line."""

import pytest

from faults.scene import Scene
from openmso.project.bench.lean_http import Answer, Connection
from openmso.project.bench.throwaway_office import HOST

SECURE = "X-Forwarded-Proto: https\r\n"
IMITATED = "X_Forwarded_Proto: https\r\n"


def ask(scene: Scene, *headers: str) -> Answer:
    head = f"GET / HTTP/1.1\r\nHost: {HOST}\r\n{''.join(headers)}Connection: close\r\n\r\n"
    return Connection(scene.office.port).ask(head.encode("ascii"))


def test_what_the_proxy_received_safely_is_answered(scene: Scene) -> None:
    assert ask(scene, SECURE).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (IMITATED,),
        ("X-Forwarded-Proto: http\r\n", IMITATED),
        (IMITATED, "X-Forwarded-Proto: http\r\n"),
    ],
)
def test_a_header_with_an_underscore_does_not_pass_for_the_proxys(
    scene: Scene, headers: tuple[str, ...]
) -> None:
    answer = ask(scene, *headers)

    assert (answer.status, answer.location) == (301, f"https://{HOST}/")
