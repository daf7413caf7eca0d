"""One request for several services on the desks: keyed, reviewed, and approved line by line."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from factories import roster
from factories.access import make_account, sign_in, signed_in
from factories.decisions import DECIDED_AT, with_physician
from factories.keyed_form import KEYED_AT, keyed
from factories.prior_auth import MRI, World, make_world
from openmso.casework.prior_auth.domain.request import ServiceLine
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.models import Account
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db
LIVE = "/staff/key-in/completeness/"
THERAPY = "97110"
BOTH = (
    ServiceLine(code=MRI, description="MRI of the spine", quantity=Decimal(1), unit="study"),
    ServiceLine(code=THERAPY, description="Therapy", quantity=Decimal(12), unit="visit"),
)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def physician(world: World) -> Account:
    return make_account(Role.PHYSICIAN, world.tenant)


@pytest.fixture
def desk(physician: Account) -> Client:
    return sign_in(Client(), physician)


@pytest.fixture
def case(world: World, physician: Account) -> AuthorizationRequest:
    roster.make_list_entry(world.tenant, THERAPY, plan=world.plan)
    return with_physician(world, physician.as_actor(), services=BOTH)


@pytest.fixture
def decision_day() -> Iterator[None]:
    with time_machine.travel(DECIDED_AT, tick=False):
        yield


def in_part(case: AuthorizationRequest, **lines: str) -> dict[str, Any]:
    return {
        "choice": "in_part",
        "ground": "medical_appropriateness",
        "clinical_reason": "Six visits are enough for a first look.",
        "plain_reason": "Six visits are enough for now. Then we look again.",
        "version": case.version,
        **lines,
    }


@pytest.mark.usefixtures("decision_day")
def test_the_review_page_and_the_desk_list_every_line(
    desk: Client, case: AuthorizationRequest
) -> None:
    for name in ("prior_auth_case", "prior_auth_decide"):
        page = desk.get(reverse(f"staff:{name}", args=[case.id])).content.decode()

        assert "MRI of the spine: 1 study" in page
        assert "Therapy: 12 visits" in page


@pytest.mark.requirement("S003-40")
@pytest.mark.usefixtures("decision_day")
def test_a_physician_approves_one_line_whole_and_half_of_the_other(
    desk: Client, case: AuthorizationRequest
) -> None:
    address = reverse("staff:prior_auth_decide", args=[case.id])

    letter = desk.post(address, in_part(case, line_1="1", line_2="6"))
    signed = dict(letter.context["carried"]) | {"shown": letter.context["shown"]}
    desk.post(reverse("staff:prior_auth_sign", args=[case.id]), signed)

    case.refresh_from_db()
    given = case.services.order_by("line").values_list("line", "approved_quantity")
    assert case.state == "partly_approved"
    assert list(given) == [(1, Decimal(1)), (2, Decimal(6))]
    page = desk.get(reverse("staff:prior_auth_case", args=[case.id])).content.decode()
    assert "Approved: 1 study" in page
    assert "Approved: 6 visits" in page


@pytest.mark.usefixtures("decision_day")
@pytest.mark.parametrize(
    ("lines", "field", "sentence"),
    [
        ({"line_1": "1", "line_2": "13"}, "line_2", "No more than 12 visits"),
        ({"line_1": "2", "line_2": "6"}, "line_1", "No more than 1 study"),
        ({"line_1": "1", "line_2": "some"}, "line_2", "Write a number"),
        ({"line_1": "1", "line_2": "12"}, "line_1", "not nothing and not everything"),
        ({}, "line_1", "not nothing and not everything"),
    ],
)
def test_an_amount_that_is_no_part_is_told_beside_its_line(
    desk: Client, case: AuthorizationRequest, lines: dict[str, str], field: str, sentence: str
) -> None:
    answer = desk.post(reverse("staff:prior_auth_decide", args=[case.id]), in_part(case, **lines))

    errors = answer.context["form"].errors
    assert answer.status_code == 422
    assert list(errors) == [field]
    assert sentence in " ".join(errors[field])


def test_every_keyed_line_counts_while_it_is_weighed(world: World) -> None:
    roster.make_list_entry(world.tenant, THERAPY, "not_required", plan=world.plan)
    typed = keyed(world, code_1=THERAPY, code_2=MRI, quantity_2="1", description_2="MRI")

    with time_machine.travel(KEYED_AT, tick=False):
        page = signed_in(Role.INTAKE, world.tenant).post(LIVE, typed).content.decode()

    assert "97110: needs none" in page
    assert "72148: needs an authorization" in page
    assert "To be decided by" in page


def test_a_code_that_is_keyed_twice_is_told_beside_the_second_line(world: World) -> None:
    with time_machine.travel(KEYED_AT, tick=False):
        intake = signed_in(Role.INTAKE, world.tenant)
        answer = intake.post("/staff/key-in/", keyed(world, code_3=MRI, quantity_3="1"))

    assert answer.status_code == 422
    assert "72148 is service 1 already" in " ".join(answer.context["form"].errors["code_3"])
    assert not AuthorizationRequest.objects.filter(tenant=world.tenant).exists()
