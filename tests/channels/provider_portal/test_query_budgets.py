"""How many statements a page may ask for, beside the two of the sign-in itself."""

from collections.abc import Callable
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.decided import make_denied
from factories.prior_auth import NOTE, World, make_request
from openmso.casework.prior_auth.models import AuthorizationRequest

from .filling_in import NEW, filled_in

SIGN_IN = 1
LIST = 4
DETAIL = 8


def _statements(ask: Callable[[], object]) -> list[str]:
    """Return the statements without those that only open and close a transaction."""
    with CaptureQueriesContext(connection) as seen:
        ask()
    return [
        one["sql"]
        for one in seen.captured_queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
    ]


def test_the_list_of_requests(world: World, practice: Client) -> None:
    for _ in range(3):
        make_request(world)

    asked = _statements(lambda: practice.get("/practice/requests/"))

    assert len(asked) - SIGN_IN <= LIST, "\n".join(asked)


def test_one_request_open_or_decided(world: World, practice: Client) -> None:
    for case in (make_request(world, files=[NOTE]), make_denied(world)):
        asked = _statements(partial(practice.get, f"/practice/requests/{case.id}/"))

        assert len(asked) - SIGN_IN <= DETAIL, "\n".join(asked)


def test_the_first_answer(world: World, practice: Client) -> None:
    case = make_request(world)

    asked = _statements(lambda: practice.get(f"/practice/requests/{case.id}/sent/"))

    assert len(asked) - SIGN_IN <= LIST, "\n".join(asked)


def test_the_status_is_one_statement(world: World, practice: Client) -> None:
    case = make_request(world)

    practice.get("/practice/")  # a session notes from time to time that it was seen
    asked = _statements(lambda: practice.get(f"/practice/requests/{case.id}/status/"))

    assert len(asked) - SIGN_IN == 1, "\n".join(asked)


def test_an_eligibility_check_is_two_statements(world: World, practice: Client) -> None:
    typed = {"family_name": "Quintero", "birth_date": "03/14/1958", "for_date": "12/01/2026"}

    practice.post("/practice/eligibility/", typed)  # the office itself is read once in a process
    asked = _statements(lambda: practice.post("/practice/eligibility/", typed))

    assert len(asked) - SIGN_IN == 2, "\n".join(asked)


def test_weighing_a_form(world: World, practice: Client) -> None:
    sent = filled_in(practice, "72148")

    asked = _statements(lambda: practice.post(f"{NEW}check/", sent))

    assert len(asked) - SIGN_IN <= DETAIL, "\n".join(asked)


def test_sending_two_services(world: World, practice: Client) -> None:
    """Five more than for one: what the list says of both is read before they are received."""
    sent = filled_in(practice, "72148") | {"code_2": "E0143", "quantity_2": "1"}
    weighed = practice.post(f"{NEW}check/", sent).context["weighed"]
    sent["questions_for"] = str(weighed.questions_for)

    asked = _statements(lambda: practice.post(NEW, sent))

    assert AuthorizationRequest.objects.count() == 1
    assert len(asked) - SIGN_IN <= 3 + 10 + 5, "\n".join(asked)


def test_sending_a_request(world: World, practice: Client) -> None:
    """Three for what the form names (practitioners, receipt, service), ten to receive it."""
    sent = filled_in(practice, "72148", service_from_on="12/01/2026")
    page = practice.post(f"{NEW}check/", sent).context["weighed"]
    sent["questions_for"] = str(page.questions_for)

    asked = _statements(lambda: practice.post(NEW, sent))

    assert AuthorizationRequest.objects.count() == 1
    assert len(asked) - SIGN_IN <= 3 + 10, "\n".join(asked)
