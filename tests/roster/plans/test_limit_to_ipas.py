"""An administrator limits a colleague to the cases of some IPAs, and lets them see all again."""

from uuid import uuid4

import pytest
from django.test import Client

from factories.access import make_account, sign_in
from factories.prior_auth import make_request, make_world
from factories.roster import make_ipa, make_practice, make_tenant
from openmso.office import clock
from openmso.office.access.actor import NotAllowed
from openmso.office.access.roles import Role
from openmso.office.timeline.models import CaseEvent
from openmso.roster.plans.actions.limit_to_ipas import limit_to_ipas
from openmso.roster.plans.models import Ipa

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S003-09")]


def test_it_counts_from_the_next_click_and_is_told_on_the_account() -> None:
    world = make_world()
    case = make_request(world)
    other = make_ipa(world.tenant)
    admin, nurse = (make_account(role, world.tenant) for role in (Role.OFFICE_ADMIN, Role.NURSE))
    desk = sign_in(Client(), nurse)
    address, page = f"/staff/prior-auth/{case.id}/", f"/staff/accounts/{nurse.id}/"
    office = sign_in(Client(), admin)
    assert desk.get(address).status_code == 200

    limited = office.post(f"{page}reach/", {"ipas": [str(other.id)]})

    assert limited["Location"] == page
    assert desk.get(address).status_code == 404
    assert other.name in office.get(page).content.decode()
    office.post(f"{page}reach/", {})
    assert desk.get(address).status_code == 200
    lines = CaseEvent.objects.filter(case_id=nurse.id, name="account.reach_changed")
    assert [line.details["ipas"] for line in lines.order_by("recorded_at")] == [[other.name], []]


def test_an_ipa_of_another_office_is_none() -> None:
    tenant = make_tenant()
    admin, nurse = (make_account(role, tenant) for role in (Role.OFFICE_ADMIN, Role.NURSE))
    for stranger in (make_ipa(make_tenant()).id, uuid4()):
        with pytest.raises(Ipa.DoesNotExist):
            limit_to_ipas(nurse.id, ipa_ids=[stranger], by=admin.as_actor(), at=clock.now())
        form = {"ipas": [str(stranger)]}
        answer = sign_in(Client(), admin).post(f"/staff/accounts/{nurse.id}/reach/", form)
        assert answer.status_code == 422

    nurse.refresh_from_db()
    assert nurse.ipa_ids == []


def test_neither_oneself_nor_a_practice_nor_without_the_right() -> None:
    tenant = make_tenant()
    ipa = make_ipa(tenant)
    admin, nurse = (make_account(role, tenant) for role in (Role.OFFICE_ADMIN, Role.NURSE))
    practice = make_account(Role.PRACTICE, tenant, practice_id=make_practice(tenant).id)
    for by, whom in ((admin, admin), (admin, practice), (nurse, admin)):
        with pytest.raises(NotAllowed):
            limit_to_ipas(whom.id, ipa_ids=[ipa.id], by=by.as_actor(), at=clock.now())
