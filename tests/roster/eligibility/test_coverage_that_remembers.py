"""Coverage as we know it now and as we knew it then: worked cases with the database."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as effort
from hypothesis.extra.django import TestCase
from hypothesis.strategies import integers, lists, tuples

from factories.roster import (
    LEARNED_AT,
    make_actor,
    make_coverage,
    make_ipa,
    make_member,
    make_plan,
    make_tenant,
)
from openmso.office.timeline.queries import history
from openmso.roster.eligibility.actions.add_coverage import NewCoverage, add_coverage
from openmso.roster.eligibility.actions.correct_coverage import (
    NotKnownAnyMore,
    correct_coverage,
    end_coverage,
)
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.eligibility.queries import coverage_history, coverage_on, coverages_on

pytestmark = pytest.mark.django_db

MAY_4 = date(2026, 5, 4)
FRIDAY = datetime(2026, 5, 8, 18, 0, tzinfo=UTC)


@pytest.mark.requirement("S003-14")
def test_the_ipa_is_the_one_of_the_day_of_service_not_of_today() -> None:
    office = make_tenant()
    plan, old_ipa, new_ipa = make_plan(office), make_ipa(office), make_ipa(office)
    member = make_member(office)
    make_coverage(member, plan, old_ipa, from_on=date(2026, 1, 1), until_on=date(2026, 5, 1))
    make_coverage(member, plan, new_ipa, from_on=date(2026, 5, 1))

    april = coverage_on(office.id, member.id, date(2026, 4, 30))
    may = coverage_on(office.id, member.id, date(2026, 5, 1))

    assert april is not None
    assert may is not None
    assert (april.ipa_id, may.ipa_id) == (old_ipa.id, new_ipa.id)


def test_a_coverage_that_ended_backwards_was_still_known_as_open_before() -> None:
    office = make_tenant()
    desk = make_actor(office)
    member = make_member(office, plan=make_plan(office))
    span = CoverageSpan.objects.get(member=member)

    end_coverage(span.id, until_on=date(2026, 4, 1), reason="moved away", by=desk, at=FRIDAY)

    assert coverage_on(office.id, member.id, MAY_4) is None
    before = coverage_on(office.id, member.id, MAY_4, as_known_at=FRIDAY - timedelta(seconds=1))
    assert before is not None
    assert before.span_id == span.id
    assert before.until_on is None


def test_a_coverage_that_never_was_leaves_only_the_memory_of_it() -> None:
    office = make_tenant()
    desk = make_actor(office)
    member = make_member(office, plan=make_plan(office))
    span = CoverageSpan.objects.get(member=member)

    correct_coverage(span.id, truth=None, reason="another person", by=desk, at=FRIDAY)

    assert coverage_on(office.id, member.id, MAY_4) is None
    assert coverage_on(office.id, member.id, MAY_4, as_known_at=LEARNED_AT) is not None
    assert [line.name for line in history(office.id, member.id)] == ["coverage.ended"]


def test_a_changed_ipa_is_a_correction_that_names_what_it_replaced() -> None:
    office = make_tenant()
    desk, plan, right_ipa = make_actor(office), make_plan(office), make_ipa(office)
    member = make_member(office, plan=plan)
    span = CoverageSpan.objects.get(member=member)
    truth = NewCoverage(
        member_id=member.id,
        plan_id=plan.id,
        ipa_id=right_ipa.id,
        member_number=span.member_number,
        from_on=span.from_on,
        source="call from the plan",
    )

    new = correct_coverage(span.id, truth=truth, reason="wrong IPA", by=desk, at=FRIDAY)

    assert new is not None
    assert new.replaces_id == span.id
    lines = coverage_history(office.id, member.id)
    assert [line.known_until for line in lines] == [None, FRIDAY]
    assert lines[0].ipa_id == right_ipa.id
    assert history(office.id, member.id)[0].name == "coverage.corrected"


def test_what_somebody_else_corrected_meanwhile_cannot_be_corrected_again() -> None:
    office = make_tenant()
    desk = make_actor(office)
    member = make_member(office, plan=make_plan(office))
    span = CoverageSpan.objects.get(member=member)
    end_coverage(span.id, until_on=MAY_4, reason="first", by=desk, at=FRIDAY)

    with pytest.raises(NotKnownAnyMore):
        end_coverage(span.id, until_on=MAY_4, reason="second", by=desk, at=FRIDAY)


def test_another_offices_coverage_is_not_found() -> None:
    office, stranger = make_tenant(), make_actor(make_tenant())
    member = make_member(office, plan=make_plan(office))
    span = CoverageSpan.objects.get(member=member)

    with pytest.raises(CoverageSpan.DoesNotExist):
        end_coverage(span.id, until_on=MAY_4, reason="not mine", by=stranger, at=FRIDAY)
    assert coverage_on(stranger.tenant_id, member.id, MAY_4) is None


def test_the_database_refuses_two_current_coverages_of_one_plan_on_one_day() -> None:
    office = make_tenant()
    plan, ipa = make_plan(office), make_ipa(office)
    member = make_member(office, plan=plan, ipa=ipa)

    with pytest.raises(IntegrityError, match="coverage_span_no_overlap"), transaction.atomic():
        make_coverage(member, plan, ipa, from_on=date(2026, 6, 1))


def test_of_two_plans_the_one_that_pays_first_stands_in_front() -> None:
    office = make_tenant()
    medicare, medi_cal, ipa = make_plan(office), make_plan(office, "MEDI-CAL"), make_ipa(office)
    member = make_member(office, plan=medi_cal, ipa=ipa)
    make_coverage(member, medicare, ipa)

    both = coverages_on(office.id, member.id, MAY_4)

    assert [coverage.plan_id for coverage in both] == [medicare.id, medi_cal.id]
    only = coverage_on(office.id, member.id, MAY_4, plan_id=medi_cal.id)
    assert only is not None
    assert only.plan_id == medi_cal.id


def test_a_question_about_coverage_is_one_query() -> None:
    office = make_tenant()
    member = make_member(office, plan=make_plan(office))

    with CaptureQueriesContext(connection) as now:
        coverage_on(office.id, member.id, MAY_4)
    with CaptureQueriesContext(connection) as then:
        coverage_on(office.id, member.id, MAY_4, as_known_at=FRIDAY)

    assert (len(now), len(then)) == (1, 1)


class CorrectionsNeverRewriteThePast(TestCase):
    """Any chain of corrections: every earlier answer can still be asked for."""

    @effort(max_examples=25)
    @given(lists(tuples(integers(1, 300), integers(1, 48)), min_size=1, max_size=5))
    def test_after_any_corrections_each_earlier_moment_gives_its_own_answer(
        self, corrections: list[tuple[int, int]]
    ) -> None:
        office = make_tenant(key=f"office-{uuid4()}")
        desk = make_actor(office)
        plan, ipa = make_plan(office), make_ipa(office)
        member = make_member(office)
        first = NewCoverage(
            member_id=member.id,
            plan_id=plan.id,
            ipa_id=ipa.id,
            member_number="N1",
            from_on=date(2026, 1, 1),
            source="test",
        )
        at = LEARNED_AT
        (span,) = add_coverage([first], by=desk, at=at)
        told: list[tuple[datetime, date | None]] = [(at, None)]

        for days, hours in corrections:
            at += timedelta(hours=hours)
            until_on = date(2026, 1, 1) + timedelta(days=days)
            new = end_coverage(span.id, until_on=until_on, reason="file", by=desk, at=at)
            assert new is not None
            span = new
            told.append((at, until_on))

        for learned_at, told_end in told:
            known = coverage_on(office.id, member.id, date(2026, 1, 1), as_known_at=learned_at)
            assert known is not None
            assert known.until_on == told_end
