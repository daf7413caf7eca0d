"""What every answer carries, whatever page it is."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_may_load_only_our_own_files_and_never_be_framed(client: Client) -> None:
    answer = client.get("/account/login/")

    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


def test_an_answer_to_somebody_with_a_session_is_never_stored(client: Client) -> None:
    client.cookies["sessionid"] = "anything"

    assert client.get("/no-such-page/")["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["signup", "email", "confirm-email", "login/code/confirm"])
def test_nobody_signs_up_or_changes_an_address_alone(client: Client, page: str) -> None:
    assert client.get(f"/account/{page}/").status_code == 404


def test_the_language_is_changed_by_a_form_that_carries_its_ticket() -> None:
    strict = Client(enforce_csrf_checks=True)

    assert strict.post("/language/", {"language": "es"}).status_code == 403
