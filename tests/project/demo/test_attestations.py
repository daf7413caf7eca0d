"""The demo's physicians attest in time: at whatever hour the demo is built, none has a gap."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from factories.access import make_account
from factories.roster import make_tenant
from openmso.office.access.models import Attestation
from openmso.office.access.roles import Role
from openmso.project.demo.accounts import _attestations

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [0, 7, 8, 12, 23])
def test_the_second_attestation_is_signed_while_the_first_still_holds(hour: int) -> None:
    tenant = make_tenant()
    physician = make_account(Role.PHYSICIAN, tenant, may_sign=False)
    now = datetime(2026, 11, 24, hour, 38, tzinfo=UTC)

    _attestations(SimpleNamespace(attested=True), physician, now.date(), now)

    first, second = Attestation.objects.filter(account=physician).order_by("signed_at")
    assert second.signed_at.astimezone(tenant.zone).date() < first.until_on
    assert second.until_on > now.date()
