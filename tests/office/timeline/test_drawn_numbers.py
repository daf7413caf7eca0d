"""Two cases of one day may draw the same number; the second draws again, and nobody notices."""

import secrets
from collections.abc import Iterator
from datetime import date
from itertools import chain, repeat

import pytest
from django.db import IntegrityError

from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.documents.models import Document
from openmso.office.timeline.queries import history
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.domain.receipt import SIGNS
from openmso.roster.members.domain.search import MemberSearch

pytestmark = pytest.mark.usefixtures("committed_rows")


@pytest.fixture
def world() -> World:
    return make_world()


def draws(monkeypatch: pytest.MonkeyPatch, signs: Iterator[str]) -> None:
    """Let chance bring these signs, one after another."""
    monkeypatch.setattr(secrets, "choice", lambda _of: next(signs))
    monkeypatch.setattr(secrets, "randbelow", lambda _below: SIGNS.index(next(signs)))


def test_a_request_that_drew_a_number_in_use_is_stored_under_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_request(world)
    taken = first.number[-6:]
    draws(monkeypatch, chain(taken, repeat("7")))

    second = make_request(world)

    assert second.number == f"{first.number[:-6]}777777"
    lines = history(world.tenant.id, second.id)
    assert len(lines) == len(history(world.tenant.id, first.id))
    assert Document.objects.filter(case_id=second.id).count() == 1
    assert AuthorizationRequest.objects.filter(tenant=world.tenant).count() == 2


def test_a_receipt_that_drew_a_number_in_use_is_stored_under_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = EligibilityQuestion(
        search=MemberSearch(member_id=world.member.id), for_date=date(2026, 11, 20)
    )
    first = check_eligibility(question, by=world.intake, at=RECEIVED_AT)
    taken = first.number[-9:].replace("-", "")
    draws(monkeypatch, chain(taken, repeat("7")))

    second = check_eligibility(question, by=world.intake, at=RECEIVED_AT)

    assert second.number.endswith("-7777-7777")
    assert second.outcome == first.outcome


def test_chance_that_always_brings_the_same_number_is_an_error_at_last(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws(monkeypatch, repeat("8"))
    first = make_request(world)

    with pytest.raises(IntegrityError, match="number_once"):
        make_request(world)
    assert AuthorizationRequest.objects.get(tenant=world.tenant).id == first.id


def test_a_row_refused_for_another_reason_is_not_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_request(world)
    tried: list[str] = []
    draws(monkeypatch, (tried.append("7") or "7" for _ in repeat(None)))

    with pytest.raises(ValueError, match="other content"):
        make_request(world, client_key=first.client_key, quantity=2)
    assert len(tried) == 6, "drawn once"
