"""A report is computed from what was known at an instant: run again, it is the same."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from time_machine import travel

from factories.access import make_account
from factories.decisions import (
    DECIDED_AT,
    a_denial,
    answer_points,
    nurse_of,
    physician_of,
    with_physician,
)
from factories.prior_auth import MRI, RECEIVED_AT, World, make_request, make_world
from factories.reports import CLOSED, NOVEMBER, YEAR, YEAR_CLOSED, make_run, order
from factories.roster import (
    make_actor,
    make_coverage,
    make_ipa,
    make_member,
    make_plan,
    make_practitioner,
)
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role
from openmso.office.timeline.models import CaseEvent
from openmso.oversight.reports import jobs
from openmso.oversight.reports.actions.run_report import NotYetKnown, WrongPeriod
from openmso.oversight.reports.behind import cases_behind
from openmso.oversight.reports.computing import MONTHLY, YEARLY, compute
from openmso.oversight.reports.domain.document import Document, read, written
from openmso.oversight.reports.domain.figures import Figure
from openmso.oversight.reports.domain.period import Period
from openmso.oversight.reports.models import ReportRun
from openmso.oversight.reports.queries import RunNotFound, public_editions, run_for, runs_of
from openmso.roster.eligibility.models import CoverageSpan

pytestmark = pytest.mark.django_db

LATER = YEAR_CLOSED + timedelta(days=40)


def figure(document: Document, table: str, row: str, measure: str) -> Figure:
    found = document.table(table)
    assert found is not None
    line = found.row(row)
    assert line is not None, [one.key for one in found.rows]
    return line.figures[measure]


def denied(world: World, **given: object) -> AuthorizationRequest:
    physician = physician_of(world, **given)
    case = with_physician(world, physician)
    deny(case.id, denial=a_denial(world), by=physician, at=DECIDED_AT, version=case.version)
    return case


@pytest.mark.requirement("IMP-17", "S003-31")
@pytest.mark.parametrize("report", [*MONTHLY, *YEARLY])
def test_what_happens_later_does_not_change_a_report_as_of_an_earlier_time(report: str) -> None:
    world = make_world()
    denied(world)
    waiting = make_request(world)
    before = written(compute(order(world, report)))

    withdraw(waiting.id, asked_by="practice", why="No longer needed.", by=nurse_of(world), at=LATER)
    make_request(world, received_at=RECEIVED_AT, at=LATER)
    span = CoverageSpan.objects.get(member=world.member)
    CoverageSpan.objects.filter(id=span.id).update(known_until=LATER)
    make_coverage(world.member, world.plan, make_ipa(world.tenant), known_from=LATER)

    assert written(compute(order(world, report))) == before


@pytest.mark.requirement("IMP-17")
def test_what_had_been_learned_by_then_does_change_it() -> None:
    world = make_world()
    make_request(world)
    late = make_request(world, received_at=RECEIVED_AT, at=LATER)

    then = compute(order(world, "physician_profile"))
    now = compute(order(world, "physician_profile", as_of=LATER))

    npi = late.practitioner.npi
    assert figure(then, "physicians", npi, "made").value == 1
    assert figure(now, "physicians", npi, "made").value == 2


@pytest.mark.requirement("IMP-17", "S003-31")
def test_run_again_it_is_the_same_run_with_the_same_bytes() -> None:
    world = make_world()
    denied(world)

    first = make_run(world)
    again = make_run(world, at=LATER)

    assert first == again
    assert ReportRun.objects.get().sha256 == first.sha256
    assert written(read(first.document)) == first.document
    assert CaseEvent.objects.filter(case_id=first.id, name="report.ran").count() == 2


def test_a_report_that_ran_is_never_changed_or_removed() -> None:
    world = make_world()
    make_run(world, "bed_days")

    for change in ("UPDATE report_run SET sha256 = ''", "DELETE FROM report_run"):
        with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
            connection.cursor().execute(change)


def test_nobody_can_know_what_will_be_known() -> None:
    world = make_world()

    with pytest.raises(NotYetKnown):
        make_run(world, "bed_days", at=CLOSED - timedelta(seconds=1))


@pytest.mark.parametrize(("report", "period"), [("public_metrics", NOVEMBER), ("bed_days", YEAR)])
def test_a_report_is_about_its_own_length_of_time(report: str, period: Period) -> None:
    with pytest.raises(WrongPeriod):
        make_run(make_world(), report, period=period)


@pytest.mark.requirement("S003-31")
def test_the_figures_of_a_running_year_are_public_until_it_is_frozen() -> None:
    world = make_world()
    earlier = make_run(world, "public_metrics", as_of=CLOSED - timedelta(days=30))
    so_far = make_run(world, "public_metrics", as_of=CLOSED)

    assert public_editions(world.tenant.id, "public_metrics") == [so_far]

    frozen = make_run(world, "public_metrics")
    assert public_editions(world.tenant.id, "public_metrics") == [frozen]
    assert (earlier.public_edition, so_far.public_edition, frozen.public_edition) == (None, None, 1)


@pytest.mark.requirement("S003-32", "S000-69")
@pytest.mark.parametrize("report", [*MONTHLY, *YEARLY])
def test_no_report_tells_reviewers_apart(report: str) -> None:
    """Two offices alike in everything but who decided give the same figures, and the names,
    addresses and ids of our own people stand in no report."""
    figures, told = [], []
    for second_name in ("Nora Strict", "Nora Mild"):
        world = make_world()
        first = make_account(Role.NURSE, world.tenant, name="Nora Strict")
        second = make_account(Role.NURSE, world.tenant, name=second_name)
        for nurse in (first, second if second_name == "Nora Mild" else first):
            case = make_request(world)
            answer_points(case, nurse.as_actor(), p1="met", p2="met")
            approve(case.id, by=nurse.as_actor(), at=DECIDED_AT)
        run = make_run(world, report)
        figures.append([row.figures for one in read(run.document).tables for row in one.rows])
        told += own_people_in(run)

    assert figures[0] == figures[1]
    assert not told


@pytest.mark.requirement("S003-32", "S000-69")
@pytest.mark.parametrize("report", [*MONTHLY, *YEARLY])
def test_no_report_names_who_signed_a_denial(report: str) -> None:
    world = make_world()
    denied(world)

    assert not own_people_in(make_run(world, report))


def own_people_in(run: ReportRun) -> list[str]:
    """What of our own people stands in a report."""
    kept = f"{run.document} {run.names}"
    return [
        one
        for account in Account.objects.filter(tenant=run.tenant)
        for one in (account.name, account.email, str(account.id))
        if one in kept
    ]


@pytest.mark.requirement("S003-31")
def test_a_public_figure_opens_to_its_cases() -> None:
    world = make_world()
    case = denied(world)
    ordered = order(world, "public_metrics")

    [behind] = cases_behind(ordered, table="plans", row=world.plan.key, measure="standard_denied")

    assert (behind.id, behind.number) == (case.id, case.number)
    withheld = figure(compute(ordered), "plans", world.plan.key, "standard_denied")
    assert withheld == Figure(value=None, why="too_few")


@pytest.mark.requirement("S003-31")
def test_the_year_lists_the_services_that_need_an_authorization() -> None:
    world = make_world()

    document = compute(order(world, "public_metrics"))

    assert [row[:2] for row in document.lists["services"]] == [(world.plan.key, MRI)]


@pytest.mark.requirement("S003-32")
def test_a_profile_tells_the_network_from_everybody_else() -> None:
    world = make_world()
    inside = make_practitioner(world.tenant, ipa=world.ipa)
    outside = make_practitioner(world.tenant, ipa=make_ipa(world.tenant))
    for treats in (inside, outside, None):
        make_request(world, servicing_practitioner_id=treats.id if treats else None)
    make_request(world, servicing_name="Dr. Somebody")

    document = compute(order(world, "physician_profile"))

    def value(measure: str) -> object:
        return figure(document, "physicians", world.practitioner.npi, measure).value

    assert (value("in_network"), value("out_of_network"), value("network_unknown")) == (1, 1, 2)


@pytest.mark.requirement("S003-31")
def test_member_months_count_each_member_once_a_month_by_the_plan_that_pays_first() -> None:
    world = make_world()
    make_coverage(world.member, make_plan(world.tenant, "MEDI-CAL"), world.ipa)
    make_member(world.tenant, plan=world.plan, ipa=world.ipa)

    document = compute(order(world, "bed_days"))

    assert figure(document, "ipas", world.ipa.key, "months").value == 2


@pytest.mark.requirement("S003-31")
def test_the_schedule_runs_what_has_closed_once_for_the_office_and_each_ipa() -> None:
    world = make_world()
    with travel(CLOSED + timedelta(hours=4), tick=False):
        jobs.look_what_closed()
        for args in _jobs_of(world):
            jobs.run(**args)
        ran = ReportRun.objects.filter(tenant=world.tenant)
        assert ran.count() == 2 * len(MONTHLY) + 2 * len(YEARLY)
        assert {one.as_of for one in ran if not one.public_edition} == {CLOSED}

        for args in _jobs_of(world):
            jobs.run(**args)
        before = len(_jobs_of(world))
        jobs.look_what_closed()

    assert ran.count() == 2 * len(MONTHLY) + 2 * len(YEARLY)
    assert len(_jobs_of(world)) == before


def _jobs_of(world: World) -> list[dict[str, Any]]:
    found = ProcrastinateJob.objects.filter(
        task_name="reports.run", args__tenant_id=str(world.tenant.id)
    )
    return [dict(args) for args in found.values_list("args", flat=True)]


@pytest.mark.requirement("S003-31")
def test_a_second_freeze_of_a_year_is_the_next_edition_and_the_first_one_stays() -> None:
    world = make_world()
    for at in (YEAR_CLOSED, LATER):
        make_run(world, "public_metrics", as_of=at)

    editions = public_editions(world.tenant.id, "public_metrics")

    assert [one.public_edition for one in editions] == [2, 1]
    assert public_editions(make_world().tenant.id, "public_metrics") == []


@pytest.mark.requirement("S003-33", "IMP-16")
def test_somebody_limited_to_an_ipa_finds_its_reports_and_no_others() -> None:
    world = make_world()
    other = make_ipa(world.tenant)
    runs = {
        ipa.id if ipa else None: make_run(world, "bed_days", ipa=ipa)
        for ipa in (None, world.ipa, other)
    }
    limited = make_actor(world.tenant, Permission.REPORT_READ, ipa_ids=frozenset({world.ipa.id}))

    assert [one.id for one in runs_of(limited)] == [runs[world.ipa.id].id]
    assert len(runs_of(make_actor(world.tenant, Permission.REPORT_READ))) == 3
    for hidden in (None, other.id):
        with pytest.raises(RunNotFound):
            run_for(limited, runs[hidden].id)
    with pytest.raises(RunNotFound):
        run_for(make_actor(make_world().tenant), runs[None].id)
