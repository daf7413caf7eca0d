"""Nothing about a person reaches a log line."""

import json
import logging

import pytest

from openmso.project.logs import LOGGING, keep_allowed_keys, without_query


def test_a_key_nobody_declared_harmless_is_dropped() -> None:
    kept = keep_allowed_keys(None, "info", {"event": "letter_sent", "member_name": "Rosa Nieves"})

    assert kept == {"event": "letter_sent"}


def test_an_exception_is_written_as_type_and_place_never_as_text() -> None:
    try:
        raise ValueError("Key (email)=(rosa@example.org) already exists")
    except ValueError as error:
        kept = keep_allowed_keys(None, "error", {"event": "request_failed", "exc_info": error})

    assert kept["failed"] == "builtins.ValueError"
    assert "rosa" not in json.dumps(kept)
    assert "test_logs.py" in kept["at"][0]


def test_djangos_own_messages_lose_the_query() -> None:
    event = {"logger": "django.request", "event": "Not Found: /staff/find?name=Nieves"}

    assert without_query(None, "warning", event)["event"] == "Not Found: /staff/find"


def test_every_handler_writes_through_the_allow_list() -> None:
    assert {handler["formatter"] for handler in LOGGING["handlers"].values()} == {"allowed"}


@pytest.mark.django_db
def test_the_line_of_a_request_carries_no_query(
    client: object, caplog: pytest.LogCaptureFixture
) -> None:
    from django.test import Client

    with caplog.at_level(logging.INFO):
        Client().get("/account/login/?email=rosa@example.org")

    assert "rosa" not in caplog.text
