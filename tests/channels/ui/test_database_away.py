"""When the database is away, people are told to try again, and nothing is acknowledged."""

import pytest
from django.db import OperationalError
from django.test import Client


def test_a_page_says_to_try_again_in_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr("openmso.project.sessions.SessionStore.load", away)
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "x" * 32

    answer = client.get("/account/login/")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
