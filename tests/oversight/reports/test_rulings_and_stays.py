"""What appeals, reviews and hospitals did reaches the figures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from factories.decisions import DECIDED_AT, a_denial, nurse_of, physician_of, with_physician
from factories.prior_auth import World, make_world
from factories.reports import NOVEMBER, YEAR, YEAR_CLOSED, order
from factories.stays import make_stay
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.prior_auth.actions.carry_out_overturn import carry_out_overturn
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.domain.ruling import RuledBy, Ruling
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.documents.queries import papers_received
from openmso.oversight.reports.behind import cases_behind
from openmso.oversight.reports.computing import compute
from openmso.oversight.reports.domain.document import Document
from openmso.oversight.reports.domain.figures import Figure
from openmso.oversight.reports.reading.requests import decided_in

pytestmark = pytest.mark.django_db

RULED_AT = DECIDED_AT + timedelta(days=40)


def overturned(world: World, approved: Mapping[int, Decimal] | None = None) -> AuthorizationRequest:
    """A denial of twelve visits that Independent Medical Review took back."""
    physician = physician_of(world)
    case = with_physician(world, physician, quantity=12, unit="visit")
    deny(case.id, denial=a_denial(world), by=physician, at=DECIDED_AT, version=case.version)
    ruling = Ruling(
        ruled_by=RuledBy.IMR,
        ruled_on=date(2026, 12, 29),
        notice_received_at=RULED_AT,
        reference="MN26-12345",
        evidence_document_id=papers_received(case.tenant_id, case.id)[0].id,
    )
    carry_out_overturn(
        case.id, ruling=replace(ruling, approved=approved), by=nurse_of(world), at=RULED_AT
    )
    return case


@pytest.mark.requirement("S003-31")
def test_a_no_that_was_taken_back_stays_a_no_and_counts_as_approved_after_an_appeal() -> None:
    world = make_world("KK")
    case = overturned(world)

    for measure in ("standard_denied", "standard_after_appeal"):
        [behind] = cases_behind(
            order(world, "public_metrics"), table="plans", row=world.plan.key, measure=measure
        )
        assert behind.id == case.id


def test_a_ruling_that_gave_a_part_is_not_the_yes_that_the_figures_mean() -> None:
    world = make_world("KK")
    overturned(world, {1: Decimal(8)})

    [found] = decided_in(world.tenant.id, YEAR, as_of=YEAR_CLOSED, zone=world.tenant.zone)

    assert found.standing.overturned_at is None


def row_of(document: Document, table: str, key: str) -> Mapping[str, Figure]:
    found = document.table(table)
    assert found is not None
    row = found.row(key)
    assert row is not None
    return row.figures


@pytest.mark.requirement("S003-31")
def test_the_month_counts_the_midnights_of_a_stay_at_its_hospital_for_the_member_s_ipa() -> None:
    """Admitted on Friday, November 20, and still there: eleven midnights until December."""
    world = make_world()
    stay: Admission = make_stay(world)
    ordered = order(world, "bed_days")

    document = compute(ordered)

    ipa = row_of(document, "ipas", world.ipa.key)
    assert {name: ipa[name].value for name in ("stays", "bed_days", "months")} == {
        "stays": 1,
        "bed_days": 11,
        "months": 1,
    }
    assert ipa["per_thousand"].value == Decimal("11000.00")
    place = f"{world.ipa.key}|{stay.hospital_id}"
    assert row_of(document, "hospitals", place)["bed_days"].value == 11
    for table, row in (("ipas", world.ipa.key), ("hospitals", place)):
        [behind] = cases_behind(ordered, table=table, row=row, measure="bed_days")
        assert (behind.id, behind.number) == (stay.id, stay.number)
    assert cases_behind(ordered, table="ipas", row=world.ipa.key, measure="months") == []


@pytest.mark.requirement("IMP-17", "S003-31")
def test_a_stay_we_heard_of_later_is_not_in_the_month_as_it_was_known_then() -> None:
    world = make_world()
    make_stay(world)
    before = NOVEMBER.instants(world.tenant.zone)[0]

    document = compute(order(world, "bed_days", as_of=before))

    hospitals = document.table("hospitals")
    assert hospitals is not None
    assert hospitals.rows == ()
