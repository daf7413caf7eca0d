"""A member asks us to change our answer in plain words, and sees how it stands."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from factories.appeals import ANSWERED_AT, FILED_AT, STANDS, with_reviewer
from factories.decided import make_denied
from factories.prior_auth import World, make_request
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import papers_of
from openmso.office import clock

from .conftest import SignedIn
from .pages_read import main_of, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-08")]

TYPED = {"words": "Mi pierna está débil.", "speed": "normal", "client_key": "one-form-0123456789"}


Today = Callable[[datetime], None]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Today:
    """Let it be the day of filing, until the test says another one."""

    def be(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    be(FILED_AT)
    return be


def test_it_is_asked_in_spanish_and_followed_to_the_answer(
    world: World, member_in: SignedIn, today: Today
) -> None:
    case, browser = make_denied(world), member_in("es")
    address = f"/member/requests/{case.id}/appeal/"
    assert address in browser.get(f"/member/requests/{case.id}/").content.decode()
    assert "El último día para pedirlo es" in words_of(browser.get(address))
    paper = SimpleUploadedFile("nota.txt", b"Una nota nueva del medico.")

    answer = browser.post(address, TYPED | {"papers": paper})

    appeal = Appeal.objects.get()
    assert answer.headers["Location"] == address
    assert (appeal.filed_by, appeal.channel, appeal.received_at) == ("member", "member", FILED_AT)
    assert "nota.txt" in [one.title for one in papers_of(appeal)]
    waiting = words_of(browser.get(address))
    assert appeal.number in waiting
    assert "La revisará un médico que no tomó la primera decisión." in waiting
    assert "Pedir otra revisión" not in waiting

    reviewer = with_reviewer(world, appeal)
    today(ANSWERED_AT)
    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)
    assert "Todavía no" in words_of(browser.get(address))


def test_what_cannot_wait_is_fast_and_what_is_late_says_why(
    world: World, member: Client, today: Today
) -> None:
    case = make_denied(world)
    today(FILED_AT + timedelta(days=70))
    address = f"/member/requests/{case.id}/appeal/"
    assert "You can still ask" in words_of(member.get(address))

    member.post(address, TYPED | {"speed": "fast", "late_because": "I was in the hospital."})

    appeal = Appeal.objects.get()
    assert (appeal.urgency, appeal.late) == ("expedited", True)
    assert appeal.good_cause == "I was in the hospital."


def test_a_form_without_words_is_told_and_the_same_form_twice_is_one_appeal(
    world: World, member: Client
) -> None:
    address = f"/member/requests/{make_denied(world).id}/appeal/"

    assert member.post(address, TYPED | {"words": ""}).status_code == 422
    member.post(address, TYPED)
    member.post(address, TYPED)

    assert Appeal.objects.count() == 1
    assert member.post(address, TYPED | {"client_key": "another"}).status_code == 409


def test_without_a_no_there_is_nothing_to_ask(world: World, member: Client) -> None:
    case = make_request(world)
    address = f"/member/requests/{case.id}/appeal/"

    assert address not in member.get(f"/member/requests/{case.id}/").content.decode()
    assert "<form" not in main_of(member.get(address))
    assert member.post(address, TYPED).status_code == 409
