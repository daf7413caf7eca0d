"""One fax held two requests: two cases with the time of the fax, each with its own pages."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from factories.decisions import DECIDED_AT, nurse_of, physician_of
from factories.papers import fax_of, words_in
from factories.prior_auth import MRI, RECEIVED_AT, SERVICE_ON, World, make_request, make_world
from factories.roster import make_member
from openmso.casework.prior_auth.actions.answer_point import Finding, answer_point
from openmso.casework.prior_auth.actions.join import NotTheSame, join
from openmso.casework.prior_auth.actions.open_record import DocumentNotFound
from openmso.casework.prior_auth.actions.split import NotToBeSplit, split
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.casework.prior_auth.models import AuthorizationRequest, CriteriaFinding
from openmso.casework.prior_auth.steps.sent_before import Received, SameKeyOtherContent
from openmso.office.access.actor import NotAllowed
from openmso.office.documents import store
from openmso.office.documents.models import Document
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

SPLIT_AT = DECIDED_AT
TWO_PATIENTS = ("Ana one", "Ana two", "Boris one", "Boris two")


def faxed(world: World, *pages: str, **given: Any) -> AuthorizationRequest:
    return make_request(world, files=(fax_of(*(pages or TWO_PATIENTS)),), **given)


def second_request(world: World, **given: Any) -> Request:
    """Another member's request for the same service, keyed by somebody who typed a later time."""
    fields: dict[str, Any] = {
        "client_key": "second",
        "channel": Channel.MAIL,
        "received_at": SPLIT_AT,
        "member_id": make_member(world.tenant, plan=world.plan, ipa=world.ipa).id,
        "practice_id": world.practice.id,
        "practitioner_id": world.practitioner.id,
        "services": (ServiceLine(code=MRI, description="MRI", quantity=Decimal(1), unit="study"),),
        "diagnoses": ("M54.50",),
        "service_from_on": SERVICE_ON,
    }
    return Request(**(fields | given))


def split_it(
    world: World, case: AuthorizationRequest, *pages: int, asked: Request | None = None
) -> Received:
    whole = Document.objects.get(case_id=case.id)
    return split(
        case.id,
        document_id=whole.id,
        pages=pages,
        other=asked or second_request(world),
        by=nurse_of(world),
        at=SPLIT_AT,
    )


@pytest.mark.requirement("S003-11")
def test_both_cases_have_the_time_of_the_fax_and_their_own_pages() -> None:
    world = make_world()
    case = faxed(world)
    whole = Document.objects.get(case_id=case.id)

    other = split_it(world, case, 3, 4).request

    ours, theirs = (Document.objects.get(case_id=one.id) for one in (case, other))
    assert (other.received_at, other.channel) == (RECEIVED_AT, Channel.FAX)
    assert of_case(world.tenant.id, other.id)[0].started_at == RECEIVED_AT
    assert {ours.received_at, theirs.received_at} == {RECEIVED_AT}
    assert (ours.pages, ours.arrived_pages) == (2, "1-2")
    assert (theirs.pages, theirs.arrived_pages) == (2, "3-4")
    assert {ours.arrived_as, theirs.arrived_as} == {whole.sha256}
    assert b"Boris" not in words_in(store.read(ours.sha256))
    assert b"Ana" not in words_in(store.read(theirs.sha256))


def test_the_whole_fax_is_kept_as_it_arrived_and_belongs_to_no_case() -> None:
    world = make_world()
    case = faxed(world)
    whole = Document.objects.get(case_id=case.id)

    split_it(world, case, 3, 4)

    kept = Document.objects.get(id=whole.id)
    assert (kept.case_kind, kept.case_id, kept.sha256) == ("whole_file", whole.id, whole.sha256)
    assert b"Boris" in words_in(store.read(kept.sha256))


def test_a_part_that_is_split_again_counts_its_pages_as_they_came() -> None:
    world = make_world()
    case = faxed(world)
    whole = Document.objects.get(case_id=case.id)
    other = split_it(world, case, 2, 3, 4).request

    third = split_it(world, other, 2, 3, asked=second_request(world, client_key="third")).request

    parts = [Document.objects.get(case_id=one.id) for one in (case, other, third)]
    assert [part.arrived_pages for part in parts] == ["1", "2", "3-4"]
    assert {part.arrived_as for part in parts} == {whole.sha256}


def test_the_pages_count_as_papers_of_the_second_request() -> None:
    world = make_world()
    case = faxed(world)

    other = split_it(world, case, 3).request

    assert (other.missing, other.state) == ([], State.IN_REVIEW)


def test_both_timelines_say_who_split_what() -> None:
    world = make_world()
    case = faxed(world)

    other = split_it(world, case, 2, 4).request

    found = {
        line.case_id: (line.actor_name, line.details["other"], line.details["pages"])
        for line in CaseEvent.objects.filter(name="prior_auth.split")
    }
    assert found == {
        case.id: ("Nora Nurse", other.number, "1, 3"),
        other.id: ("Nora Nurse", case.number, "2, 4"),
    }


def test_two_requests_of_one_member_are_not_taken_for_duplicates() -> None:
    world = make_world()
    case = faxed(world)

    other = split_it(world, case, 3, asked=second_request(world, member_id=world.member.id)).request

    other.refresh_from_db()
    assert other.likely_duplicate is None
    assert WorklistItem.objects.get(case_id=other.id).note == ""
    with pytest.raises(NotTheSame):
        join(other.id, into_id=case.id, by=nurse_of(world), at=SPLIT_AT)


def test_what_was_found_in_the_whole_fax_must_be_looked_at_again() -> None:
    world = make_world()
    case = faxed(world)
    whole = Document.objects.get(case_id=case.id)
    found = Finding(answer=PointAnswer.MET, document_id=whole.id, page=3)
    answer_point(case.id, "1", finding=found, by=nurse_of(world), at=SPLIT_AT)

    split_it(world, case, 3, 4)

    finding = CriteriaFinding.objects.get(request=case, point_code="1")
    assert (finding.confirmed, finding.document, finding.page) == (False, None, None)


def test_sent_twice_it_is_split_once() -> None:
    world = make_world()
    case = faxed(world)
    whole = Document.objects.get(case_id=case.id)
    asked = second_request(world)
    first = split_it(world, case, 3, 4, asked=asked)

    again = split(
        case.id,
        document_id=whole.id,
        pages=(3, 4),
        other=asked,
        by=nurse_of(world),
        at=SPLIT_AT + timedelta(seconds=1),
    )

    assert (again.duplicate, again.request.id) == (True, first.request.id)
    assert AuthorizationRequest.objects.count() == 2
    with pytest.raises(SameKeyOtherContent):
        split(
            case.id,
            document_id=whole.id,
            pages=(3, 4),
            other=replace(asked, clinical_summary="Something else."),
            by=nurse_of(world),
            at=SPLIT_AT,
        )


@pytest.mark.parametrize("pages", [(), (1, 2, 3, 4)])
def test_each_request_gets_some_pages(pages: tuple[int, ...]) -> None:
    world = make_world()
    case = faxed(world)

    with pytest.raises(NotToBeSplit):
        split_it(world, case, *pages)

    assert Document.objects.get(case_id=case.id).pages == 4


def test_a_text_and_a_closed_case_and_somebody_else_s_paper_are_not_split() -> None:
    world = make_world()
    noted, faxed_one, closed = make_request(world), faxed(world), faxed(world)
    withdraw(closed.id, asked_by="The practice", why="", by=world.intake, at=SPLIT_AT)
    elsewhere = Document.objects.get(case_id=noted.id)

    with pytest.raises(NotToBeSplit):
        split_it(world, noted, 1)
    with pytest.raises(MoveNotAllowed):
        split_it(world, closed, 3)
    with pytest.raises(DocumentNotFound):
        split(
            faxed_one.id,
            document_id=elsewhere.id,
            pages=(3,),
            other=second_request(world),
            by=nurse_of(world),
            at=SPLIT_AT,
        )


def test_who_may_not_key_in_may_not_split() -> None:
    world = make_world()
    case = faxed(world)
    whole = Document.objects.get(case_id=case.id)

    with pytest.raises(NotAllowed):
        split(
            case.id,
            document_id=whole.id,
            pages=(3,),
            other=second_request(world),
            by=physician_of(world),
            at=SPLIT_AT,
        )
