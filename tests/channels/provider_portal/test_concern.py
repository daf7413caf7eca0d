"""A practice tells us a concern for its patient."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from factories.access import make_account, sign_in
from factories.grievances import TOLD_AT, make_grievance
from factories.prior_auth import make_request, make_world
from openmso.casework.grievances.models import Grievance
from openmso.office import clock
from openmso.office.access.roles import Role
from page_checks import assert_ids_resolve

pytestmark = pytest.mark.django_db

TOLD = {
    "filed_by_name": "Dr. Ana Lim",
    "category": "ride",
    "words": "The ride never came.",
    "client_key": "0123456789",
}


@pytest.mark.requirement("S000-41")
def test_a_practice_files_for_its_patient_and_is_asked_for_the_consent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: TOLD_AT)
    world = make_world("MA")
    case = make_request(world)
    person = make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id)
    browser, address = sign_in(Client(), person), f"/practice/requests/{case.id}/concern/"
    theirs = make_grievance(world, request_id=case.id)

    refused = browser.post(address, TOLD | {"words": ""})
    sent = browser.post(address, TOLD)

    own = Grievance.objects.get(practice_id=world.practice.id)
    html = browser.get(address).content.decode()
    page = strip_tags(html)
    assert (refused.status_code, sent.headers["Location"]) == (422, address)
    assert (own.filed_by, own.authority, own.member_id) == ("provider", "pending", case.member_id)
    assert own.number in page
    assert "written consent" in page
    assert theirs.number not in page
    assert_ids_resolve(html)
