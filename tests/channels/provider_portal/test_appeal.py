"""A practice appeals for its patient and sees how it stands."""

from datetime import datetime

import pytest
from django.test import Client

from factories.access import signed_in
from factories.appeals import FILED_AT
from factories.decided import make_denied
from factories.prior_auth import World, make_world
from openmso.casework.appeals.models import Appeal
from openmso.office import clock
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db

TYPED = {
    "filed_by_name": "Dr. Ana Lim",
    "words": "The leg is weak; see my note.",
    "speed": "standard",
    "client_key": "one-form-0123456789",
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> datetime:
    monkeypatch.setattr(clock, "now", lambda: FILED_AT)
    return FILED_AT


def at_the_counter(world: World) -> Client:
    return signed_in(Role.PRACTICE, world.tenant, practice_id=world.practice.id)


def test_the_doctor_s_word_makes_it_fast_and_no_paper_is_needed() -> None:
    world = make_world("MA")
    case, counter = make_denied(world), at_the_counter(world)
    address = f"/practice/requests/{case.id}/appeal/"
    assert address in counter.get(f"/practice/requests/{case.id}/").content.decode()

    answer = counter.post(address, TYPED | {"speed": "fast"})

    appeal = Appeal.objects.get()
    assert (answer.status_code, appeal.urgency) == (302, "expedited")
    assert (appeal.filed_by, appeal.authority) == ("treating_physician", "not_needed")
    page = counter.get(address).content.decode()
    assert appeal.number in page
    assert "MA-RECON-EXP-72H" in page
    assert counter.post(address, TYPED | {"client_key": "another"}).status_code == 409


def test_where_consent_is_asked_for_it_may_follow_and_a_tick_without_paper_is_refused() -> None:
    world = make_world("MEDI-CAL")
    case, counter = make_denied(world), at_the_counter(world)
    address = f"/practice/requests/{case.id}/appeal/"

    refused = counter.post(address, TYPED | {"consent": "on"})
    counter.post(address, TYPED)

    assert refused.status_code == 422
    assert Appeal.objects.get().authority == "pending"
    assert "written consent" in counter.get(address).content.decode()


def test_another_practice_finds_nothing() -> None:
    world, other = make_world("MA"), make_world("MA")
    case = make_denied(world)

    for answer in (
        at_the_counter(other).get(f"/practice/requests/{case.id}/appeal/"),
        at_the_counter(other).post(f"/practice/requests/{case.id}/appeal/", TYPED),
    ):
        assert answer.status_code == 404
