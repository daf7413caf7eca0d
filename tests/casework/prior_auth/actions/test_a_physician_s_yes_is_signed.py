"""A physician's yes carries a licence and an attestation of the day; a nurse's needs neither."""

from typing import Any

import pytest

from factories.access import make_account, make_attestation, make_licence
from factories.decisions import DECIDED_AT, answer_points, nurse_of
from factories.prior_auth import make_request, make_world
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.domain.physician_signature import SignatureNotInForce
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import Decision
from openmso.office.access.roles import Role

pytestmark = pytest.mark.django_db

TODAY = DECIDED_AT.date()


@pytest.mark.requirement("S000-67", "S003-29")
@pytest.mark.parametrize(
    ("licence", "attestation", "sentence"),
    [
        ({}, {"until_on": TODAY}, "attestation"),
        ({"until_on": TODAY}, {}, "license"),
        ({"state": "NV"}, {}, "license"),
    ],
)
def test_what_ended_yesterday_signs_no_approval_today(
    licence: dict[str, Any], attestation: dict[str, Any], sentence: str
) -> None:
    world = make_world()
    request = make_request(world)
    account = make_account(Role.PHYSICIAN, world.tenant, may_sign=False)
    make_licence(account, **licence)
    make_attestation(account, **attestation)

    with pytest.raises(SignatureNotInForce, match=sentence):
        approve(request.id, by=account.as_actor(), at=DECIDED_AT)

    request.refresh_from_db()
    assert request.state == State.IN_REVIEW
    assert not Decision.objects.filter(request=request).exists()


def test_a_nurse_approves_what_meets_the_criteria_without_either() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="met")

    approved = approve(request.id, by=nurse, at=DECIDED_AT)

    assert approved.state == State.APPROVED
