"""The demo office is whole: every state, every letter, every line of business, what happens seldom,
and true clocks."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from factories.replay import ROWS, Noticed, as_it_is, as_replayed, noticing
from openmso.care.case_management.models import (
    CareCase,
    Comment,
    ContinuityAnswer,
    StandingAccess,
)
from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.fast_track.domain.states import State as Ending
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.grievances.domain.states import State as Complaint
from openmso.casework.grievances.domain.types import Kind
from openmso.casework.grievances.models import Grievance
from openmso.casework.inpatient.admissions.models import Admission, ConcurrentReview
from openmso.casework.prior_auth.clock_keeping import compute_clocks
from openmso.casework.prior_auth.criteria_change import NothingToRenew, change_of_criteria
from openmso.casework.prior_auth.domain.letters_owed import LetterKind
from openmso.casework.prior_auth.domain.states import DECIDED, OPEN, State
from openmso.casework.prior_auth.models import (
    AuthorizationRequest,
    CaseMessage,
    Decision,
    NotDuplicates,
)
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.accounts.models import Invitation
from openmso.office.documents.models import Document
from openmso.office.incentives.models import IncentiveProgram
from openmso.office.letters.models import OrderedLetter
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.on_call.domain.coverage import gaps
from openmso.office.on_call.domain.stretch import Stretch
from openmso.office.on_call.models import Page, PageSending
from openmso.office.on_call.queries import duties_in, roles_with_schedules
from openmso.office.outbound.models import Dispatch
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem
from openmso.project.demo.build import build_office
from openmso.project.wiring import plug_in
from openmso.roster.pcp_changes.models import PcpChange

NOW = datetime(2026, 11, 24, 19, 20, tzinfo=UTC)
LARKSPUR, PHOENIX = "larkspur", "phoenix"
WATCHED = Noticed(one_request_of=4)


@pytest.fixture(scope="module", autouse=True)
def _demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """One small demo for all tests here, in a database of its own."""
    from database import database_of_commits

    files: Path = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        override_settings(DATA_DIR=files),
        database_of_commits("demo"),
    ):
        plug_in()
        # These tests may come in two parts, each with an office of its own.
        WATCHED.left.clear()
        # One pair of hands: the printer keeps threads of its own, which do not survive a fork once
        # another test has printed in this process.
        with noticing(WATCHED):
            build_office(60, NOW, lambda *_: None, hands=1)
        yield
    plug_in()


def requests() -> list[AuthorizationRequest]:
    return list(
        AuthorizationRequest.objects.select_related("tenant", "coverage", "criteria_edition")
    )


def waiting(queue: str, office: str = LARKSPUR) -> list[WorklistItem]:
    return list(WorklistItem.objects.filter(tenant__key=office, queue=queue, closed_at=None))


def test_every_state_of_a_request_is_there() -> None:
    assert {request.state for request in requests()} == {state.value for state in State}


def test_every_letter_is_there_for_member_and_practice() -> None:
    kinds = set(OrderedLetter.objects.values_list("kind", flat=True))

    assert kinds >= {kind.value for kind in LetterKind}


def test_hospital_stays_stand_in_every_way() -> None:
    stays = list(Admission.objects.all())

    assert {stay.state for stay in stays} == {"in_house", "discharged"}
    assert {stay.review_desk for stay in stays} == {"nurse", "physician"}
    assert any(stay.notified_late for stay in stays)
    assert any(stay.night_id for stay in stays)
    assert any(stay.member_id is None for stay in stays)
    assert ConcurrentReview.objects.filter(outcome="refused").exists()


def test_grievances_stand_in_every_kind_and_state() -> None:
    grievances = list(Grievance.objects.all())

    assert {one.kind for one in grievances} == {kind.value for kind in Kind}
    assert {one.state for one in grievances} == {state.value for state in Complaint}
    assert any(one.late_at for one in grievances)
    assert any(one.exempt_until_at for one in grievances)
    assert any(one.round > 1 for one in grievances)
    assert any(one.extended_at for one in grievances)


def test_care_that_ends_stands_in_every_way() -> None:
    cases = FastTrackCase.objects.all()

    assert set(cases.values_list("state", flat=True)) == {one.value for one in Ending}
    assert set(cases.values_list("asked_way", flat=True)) >= {"qio_in_time", "plan_appeal"}
    assert cases.filter(papers_late_at__isnull=False).exists()
    assert cases.filter(notice_late=True).exists()
    assert cases.filter(came_from__isnull=False).exists()


def test_a_case_manager_follows_members_in_every_way() -> None:
    cases = CareCase.objects.all()

    assert set(cases.values_list("state", flat=True)) == {"open", "closed"}
    assert cases.filter(state="open", complex_from_on__isnull=False).count() == 1
    assert Comment.objects.filter(by_member=True).exists()
    assert ContinuityAnswer.objects.exists()
    assert StandingAccess.objects.exists()


def test_no_letter_failed_to_print() -> None:
    failed = OrderedLetter.objects.filter(state=OrderedLetter.State.FAILED)

    assert list(failed.values_list("kind", "problem")) == []


def test_every_line_of_business_has_yes_and_no() -> None:
    answers = Counter(
        Decision.objects.values_list("request__line_of_business", "outcome").distinct()
    )

    assert set(answers) >= {
        (line, outcome)
        for line in ("MA", "MEDI-CAL", "KK", "AZ-COMM")
        for outcome in ("approved", "denied", "partly_approved")
    }


def test_the_lists_have_the_length_of_a_working_day() -> None:
    assert 25 <= len(waiting("nurse")) <= 40
    assert len(waiting("physician")) >= 6
    assert len(waiting("intake")) >= 8


def test_the_nurses_list_is_spread_over_the_week() -> None:
    due = [item.due_at - NOW for item in waiting("nurse")]

    assert any(left < timedelta(0) for left in due)
    assert sum(timedelta(0) <= left < timedelta(hours=13) for left in due) >= 3
    assert any(left > timedelta(days=3) for left in due)


def test_time_that_ran_out_means_what_the_law_of_each_line_says() -> None:
    silent = {
        (request.line_of_business, request.silence_means)
        for request in requests()
        if request.silence_means
    }

    assert silent == {
        ("MA", "adverse_determination_appealable"),
        ("MEDI-CAL", "counts_as_denial"),
        ("KK", "delay_notice_owed"),
        ("AZ-COMM", "deemed_granted"),
    }


def test_there_is_an_extension_and_a_conversation() -> None:
    assert any(request.extended_at and request.state in OPEN for request in requests())
    assert CaseMessage.objects.filter(from_practice=True).exists()
    assert CaseMessage.objects.filter(from_practice=False).exists()


def test_two_requests_look_alike_and_two_others_were_found_not_to_be_the_same() -> None:
    alike = [one for one in requests() if one.likely_duplicate_id and one.state in OPEN]

    said = NotDuplicates.objects.get(why__contains="knee")

    assert len(alike) == 1
    assert {said.first.state, said.second.state} == {State.IN_REVIEW}
    assert said.first.likely_duplicate_id is said.second.likely_duplicate_id is None


def test_one_fax_became_the_cases_of_two_members_with_the_pages_of_each() -> None:
    parts = Document.objects.exclude(arrived_as="").order_by("arrived_pages")

    cases = [AuthorizationRequest.objects.get(id=part.case_id) for part in parts]

    assert [part.arrived_pages for part in parts] == ["1-2", "3-4"]
    assert parts[0].arrived_as == parts[1].arrived_as
    assert cases[0].received_at == cases[1].received_at
    assert cases[0].member_id != cases[1].member_id


def test_one_reopened_case_has_a_clock_of_its_own_and_another_was_decided_again() -> None:
    (reopened,) = [one for one in requests() if one.reopened_at and one.state in OPEN]
    decided = [
        one.decisions
        for one in requests()
        if one.reopened_at and not one.ruled_by and one.state in DECIDED
    ]

    clock = Deadline.objects.get(
        case_id=reopened.id, purpose="decide", governs=True, closed_at=None
    )
    assert clock.started_at == reopened.reopened_at
    assert clock.due_at > NOW + timedelta(days=1)
    assert [
        list(each.order_by("decided_at").values_list("outcome", flat=True)) for each in decided
    ] == [["denied", "approved"]]


def test_one_open_case_has_superseded_criteria_and_another_was_renewed() -> None:
    renewed = CaseEvent.objects.get(name="prior_auth.criteria_renewed")
    by_renewal = AuthorizationRequest.objects.get(id=renewed.case_id)

    superseded = [
        one
        for one in requests()
        if one.state in OPEN and one.criteria_edition and one.criteria_edition.until_on
    ]

    assert any(change_of_criteria(one, at=NOW).renewal.again == ("P2",) for one in superseded)
    with pytest.raises(NothingToRenew):
        change_of_criteria(by_renewal, at=NOW)
    assert renewed.details["again"] == ["P2"]


def test_who_is_not_covered_is_told_so_and_the_practice_too() -> None:
    letters = OrderedLetter.objects.filter(kind="not_eligible", tenant__key=LARKSPUR)

    assert set(letters.values_list("reader", "language")) >= {("member", "es"), ("provider", "en")}


def test_a_practice_has_colleagues_who_came_who_may_come_and_who_came_too_late() -> None:
    invited = Invitation.objects.filter(tenant__key=LARKSPUR)

    assert sorted(each.state(NOW) for each in invited) == ["accepted", "expired", "pending"]
    assert Account.objects.get(name="Yesenia Duarte").practice_id == invited[0].practice_id


def test_one_kind_of_letter_has_its_official_wording_and_the_others_still_name_theirs() -> None:
    denials = OrderedLetter.objects.filter(kind="denial", reader="member", tenant__key=LARKSPUR)
    lines = dict(AuthorizationRequest.objects.values_list("id", "line_of_business"))
    lines |= dict(Admission.objects.values_list("id", "line_of_business"))
    complete = {lines[each.case_id]: not each.official_missing for each in denials}

    assert complete == {"MA": False, "MEDI-CAL": False, "KK": True}


def test_rosa_reads_her_letters_in_spanish() -> None:
    rosa = Account.objects.get(email="rosa@larkspur.example")

    letters = OrderedLetter.objects.filter(reader="member", about_member_id=rosa.member_id)

    assert {"approval", "denial"} <= set(letters.values_list("kind", flat=True))
    assert set(letters.values_list("language", flat=True)) == {"es"}


def test_stored_due_times_equal_those_computed_anew() -> None:
    wrong = []
    for request in requests():
        if request.state not in OPEN | DECIDED:
            continue
        computed = {
            (clock.purpose, clock.rule.id): (clock.due_at, clock.started_at, clock.governs)
            for clock in compute_clocks(request)
        }
        rows = Deadline.objects.filter(case_id=request.id, closed_at=None)
        stored = {
            (row.purpose, row.rule_id): (row.due_at, row.started_at, row.governs) for row in rows
        }
        # A reopened case keeps the duties of its earlier decision, which were done.
        of_before = {(row.purpose, row.rule_id) for row in rows if row.met_at} - set(computed)
        if computed != {name: due for name, due in stored.items() if name not in of_before}:
            wrong.append((request.number, request.state))

    assert wrong == []


def test_nothing_happens_after_the_present_or_before_it_was_received() -> None:
    assert not CaseEvent.objects.filter(recorded_at__gt=NOW, case_kind="prior_auth").exists()
    early = [
        request.number
        for request in requests()
        if CaseEvent.objects.filter(
            case_id=request.id, recorded_at__lt=request.received_at
        ).exists()
    ]
    assert early == []


def test_everything_that_left_has_its_proof_and_lies_with_a_vendor() -> None:
    assert not Dispatch.objects.exclude(state=Dispatch.State.SENT).exists()
    assert set(Dispatch.objects.values_list("way", flat=True)) == {"mail", "fax", "portal"}


def test_the_papers_are_real_pdf_files() -> None:
    by_e_mail = Document.Source.EMAIL  # brings its words as text
    papers = Document.objects.exclude(source__in=[Document.Source.OFFICE, by_e_mail])

    assert papers.exists()
    assert set(papers.values_list("media_type", flat=True)) == {"application/pdf"}


def test_the_mail_room_the_members_wishes_and_the_programs_have_something_in_every_state() -> None:
    papers = ArrivedPaper.objects.filter(tenant__key=LARKSPUR)
    waiting = papers.filter(state="waiting")

    assert set(waiting.values_list("way", flat=True)) == {"fax", "mail", "email"}
    assert waiting.exclude(trouble="").count() == 1
    assert waiting.exclude(same_as=None).count() == 1
    assert {"handed_on", "rejected"} < set(papers.values_list("state", flat=True))
    assert PcpChange.objects.get().proof
    assert any(request.asked_by == "member" for request in requests())
    assert set(IncentiveProgram.objects.values_list("state", flat=True)) == {
        "active",
        "refused",
        "registered",
    }


def test_a_criterion_was_reworded_in_the_year_and_its_former_edition_is_kept() -> None:
    editions = CriteriaEdition.objects.filter(key="joint_mri", tenant__key=LARKSPUR)

    former, present = editions.order_by("from_on")

    assert former.until_on == present.from_on
    assert present.until_on is None


def test_nothing_crosses_between_the_two_offices() -> None:
    offices = {tenant.key: tenant.id for tenant in Tenant.objects.all()}

    assert set(offices) == {LARKSPUR, PHOENIX}
    for request in requests():
        assert request.member.tenant_id == request.tenant_id
        assert request.practice.tenant_id == request.tenant_id
    assert waiting("nurse", PHOENIX)
    assert Actor.system("x", offices[PHOENIX]).tenant_id != offices[LARKSPUR]


def test_somebody_is_on_duty_for_weeks_and_nights_were_told() -> None:
    tenant = Tenant.objects.get(key=LARKSPUR)
    weeks = Stretch(NOW - timedelta(weeks=5), NOW + timedelta(weeks=5))
    roles = roles_with_schedules(tenant.id)

    duties = duties_in(tenant.id, roles, weeks)
    steps = {page.state: page.calls.count() for page in Page.objects.order_by("asked_at")}

    assert len(roles) == 4
    assert all(gaps(weeks, duties[role]) == () for role in roles)
    assert set(steps) == {"acknowledged", "unanswered"}
    assert steps["unanswered"] == 4
    assert [item.note for item in waiting("on_call")] == ["Nobody answered"]
    assert not PageSending.objects.exclude(state="sent").exists()


def test_somebody_outside_looks_at_noes_in_every_state() -> None:
    cases = ExternalReview.objects.all()

    assert set(cases.values_list("state", flat=True)) >= {
        *("prepared", "packet_due", "packet_sent", "delayed", "not_qualified"),
        *("filed", "to_be_carried_out", "closed"),
    }
    assert set(cases.values_list("forum", flat=True)) == {each.value for each in Forum}


def test_every_case_replayed_now_is_the_case_as_it_is() -> None:
    cases = [
        (kind, tenant_id, case_id)
        for kind, model in ROWS.items()
        for tenant_id, case_id in model.objects.values_list("tenant_id", "id")
    ]

    wrong = [
        case
        for case in cases
        if as_replayed(case[1], case[0], case[2], NOW) != as_it_is(case[0], case[2])
    ]

    assert len(cases) > 100
    assert wrong == []


def test_a_case_replayed_at_the_minute_of_an_action_is_what_the_action_left() -> None:
    every = WATCHED.places()

    wrong = [
        (case, minute)
        for case, minute, left in every
        if as_replayed(case[1], case[0], case[2], minute) != left
    ]

    assert len(every) > 100
    assert wrong == []
