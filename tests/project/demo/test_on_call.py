"""The demo's plan has no gap, and its nights end in every way a night can."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from factories.access import make_account
from factories.roster import make_tenant
from openmso.office.access.roles import Role
from openmso.office.on_call.domain.coverage import gaps
from openmso.office.on_call.domain.stretch import Stretch
from openmso.office.on_call.models import Page, PageSending, Shift
from openmso.office.on_call.queries import duties_in, roles_with_schedules
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent
from openmso.project.demo.accounts import Staff
from openmso.project.demo.on_call import PAGERS, PHONE_DESK, PLANNER, write_on_call
from openmso.project.wiring import plug_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 19, 20, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Tenant]:
    tenant = make_tenant()
    staff = Staff(
        accounts={
            PLANNER: make_account(Role.SUPERVISOR, tenant),
            PHONE_DESK: make_account(Role.ANSWERING_SERVICE, tenant),
            "physician-lapsed": make_account(Role.PHYSICIAN, tenant),
            **{
                key: make_account(Role.NURSE if "nurse" in key else Role.PHYSICIAN, tenant)
                for key in PAGERS
            },
        }
    )
    with override_settings(DATA_DIR=tmp_path):
        plug_in()
        write_on_call(staff, tenant, at=NOW)
        yield tenant
    plug_in()


def test_the_plan_covers_ten_weeks_without_a_gap(office: Tenant) -> None:
    weeks = Stretch(NOW - timedelta(weeks=5), NOW + timedelta(weeks=5))
    roles = roles_with_schedules(office.id)

    duties = duties_in(office.id, roles, weeks)

    assert len(roles) == 4
    assert all(gaps(weeks, duties[role]) == () for role in roles)
    assert Shift.objects.exclude(given_up_at=None).count() == 1


def test_every_kind_of_night_was_told_and_nothing_lies_ahead(office: Tenant) -> None:
    pages = list(Page.objects.order_by("asked_at"))

    assert [(page.state, page.calls.count()) for page in pages] == [
        ("acknowledged", 1),
        ("acknowledged", 1),
        ("acknowledged", 3),
        ("acknowledged", 1),
        ("unanswered", 4),
    ]
    assert not PageSending.objects.exclude(state="sent").exists()
    assert not CaseEvent.objects.filter(recorded_at__gt=NOW).exists()


def test_an_office_without_a_planner_has_no_plan() -> None:
    tenant = make_tenant()

    write_on_call(Staff(), tenant, at=NOW)

    assert roles_with_schedules(tenant.id) == []
