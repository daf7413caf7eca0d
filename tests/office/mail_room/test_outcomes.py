"""No paper leaves the tray without an outcome, and a wrong outcome can be taken back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.access import make_account
from factories.mail_room import TAKEN_AT, make_paper
from factories.papers import pdf_of
from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from openmso.casework.prior_auth.actions.index_paper import index_paper
from openmso.casework.prior_auth.actions.take_paper_back import take_paper_back
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.queries import documents_of
from openmso.office.mail_room.actions.hand_on import hand_on
from openmso.office.mail_room.actions.reject import reject
from openmso.office.mail_room.actions.take_back import take_back
from openmso.office.mail_room.domain.outcome import (
    Desk,
    OutcomeNotPossible,
    Reason,
    Rejection,
    State,
    Told,
    require_possible,
)
from openmso.office.mail_room.models import ArrivedPaper
from openmso.office.mail_room.queries import PaperNotFound, files_of, how_many, waiting_papers
from openmso.office.mail_room.steps.settling import SettledMeanwhile
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.queries import history

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-09")]

AT = RECEIVED_AT + timedelta(days=2)
UNREADABLE = Rejection(reason=Reason.UNREADABLE, told=Told.FAX, words="Page 2 is black.")


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def clerk(world: World) -> Actor:
    return make_account(Role.INTAKE, world.tenant).as_actor()


def names(paper: ArrivedPaper) -> list[str]:
    return [line.name for line in history(paper.tenant_id, paper.id)]


def test_a_rejection_keeps_its_reason_and_what_the_sender_was_told(
    world: World, clerk: Actor
) -> None:
    paper = reject(make_paper(world.tenant).id, UNREADABLE, by=clerk, at=AT)

    assert (paper.state, paper.reason, paper.told) == ("rejected", "unreadable", "fax")
    assert paper.words.startswith("We cannot read what you sent.")
    assert paper.words.endswith("Page 2 is black.")
    assert how_many(clerk) == 0
    assert names(paper)[-1] == "mail_room.settled"


@pytest.mark.parametrize(
    ("given", "opens", "doubles", "sentence"),
    [
        ({"reason": Reason.TWICE, "told": Told.FAX}, True, False, "same content"),
        ({"reason": Reason.DAMAGED, "told": Told.FAX}, True, True, "This file opens"),
        ({"reason": Reason.EMPTY, "told": Told.NOT_TOLD, "words": " "}, True, True, "Write why"),
    ],
)
def test_a_rejection_that_the_paper_contradicts_is_refused(
    given: dict[str, Any], opens: bool, doubles: bool, sentence: str
) -> None:
    with pytest.raises(OutcomeNotPossible, match=sentence):
        require_possible(Rejection(**given), opens=opens, doubles=doubles)


def test_only_one_of_two_clerks_deals_with_a_paper(world: World, clerk: Actor) -> None:
    paper = make_paper(world.tenant)
    hand_on(paper.id, Desk.APPEALS, words="An appeal.", by=clerk, at=AT)

    with pytest.raises(SettledMeanwhile, match="handed on"):
        reject(paper.id, UNREADABLE, by=clerk, at=AT)
    with pytest.raises(SettledMeanwhile):
        index_paper(paper.id, make_request(world).id, by=clerk, at=AT)


def test_an_outcome_that_was_wrong_is_taken_back_with_its_first_time(
    world: World, clerk: Actor
) -> None:
    paper = make_paper(world.tenant)
    reject(paper.id, UNREADABLE, by=clerk, at=AT)

    again = take_back(paper.id, why="Read with another program.", by=clerk, at=AT)

    assert (again.state, again.reason, again.words) == (State.WAITING, "", "")
    assert again.received_at == paper.received_at
    assert names(again)[-2:] == ["mail_room.settled", "mail_room.taken_back"]
    with pytest.raises(OutcomeNotPossible):
        take_back(paper.id, why="Once more.", by=clerk, at=AT)


def test_a_paper_is_put_on_its_case_with_its_own_received_time(world: World, clerk: Actor) -> None:
    case = make_request(world, files=(), clinical_summary="", diagnoses=())
    paper = make_paper(world.tenant)

    index_paper(paper.id, case.id, by=clerk, at=AT)

    (file,) = documents_of(world.tenant.id, case.id)
    paper.refresh_from_db()
    assert (file.received_at, file.sha256) == (paper.received_at, files_of(paper)[0].sha256)
    assert (paper.state, paper.case_number_of) == (State.ON_CASE, case.number)
    assert "prior_auth.paper_indexed" in [line.name for line in history(world.tenant.id, case.id)]


def test_a_paper_on_the_wrong_case_comes_back_and_the_case_forgets_it(
    world: World, clerk: Actor
) -> None:
    case = make_request(world, files=(), clinical_summary="")
    paper = make_paper(world.tenant)
    index_paper(paper.id, case.id, by=clerk, at=AT)
    case.refresh_from_db()
    missing_with_it = len(case.missing)

    take_paper_back(paper.id, why="Another patient.", by=clerk, at=AT)

    case.refresh_from_db()
    paper.refresh_from_db()
    assert list(documents_of(world.tenant.id, case.id)) == []
    assert len(case.missing) > missing_with_it
    assert (paper.state, paper.case_id_of) == (State.WAITING, None)


def test_a_closed_case_keeps_its_papers_and_takes_no_more(world: World, clerk: Actor) -> None:
    case = make_request(world)
    paper, late = make_paper(world.tenant), make_paper(world.tenant)
    index_paper(paper.id, case.id, by=clerk, at=AT)
    withdraw(case.id, asked_by="The practice", why="Not needed.", by=clerk, at=AT)

    with pytest.raises(MoveNotAllowed):
        take_paper_back(paper.id, why="Another patient.", by=clerk, at=AT)
    with pytest.raises(MoveNotAllowed):
        index_paper(late.id, case.id, by=clerk, at=AT)
    late.refresh_from_db()
    assert late.is_waiting


def test_what_has_no_file_is_put_on_no_case(world: World, clerk: Actor) -> None:
    broken = make_paper(world.tenant, b"%PDF-1.7 broken")

    with pytest.raises(OutcomeNotPossible, match="no file"):
        index_paper(broken.id, make_request(world).id, by=clerk, at=AT)
    damaged = Rejection(reason=Reason.DAMAGED, told=Told.PHONE)
    assert reject(broken.id, damaged, by=clerk, at=AT).state == State.REJECTED


def test_the_longest_waiting_comes_first_page_by_page(world: World, clerk: Actor) -> None:
    times = [TAKEN_AT - timedelta(hours=hours) for hours in (1, 5, 3)]
    papers = [make_paper(world.tenant, pdf_of(str(at)), received_at=at) for at in times]

    first = waiting_papers(clerk, rows=2)
    second = waiting_papers(clerk, after=first.next, rows=2)

    assert [one.id for one in first.rows] == [papers[1].id, papers[2].id]
    assert [one.id for one in second.rows] == [papers[0].id]
    assert second.next is None


def test_another_office_and_a_colleague_of_some_ipas_find_no_paper(
    world: World, clerk: Actor
) -> None:
    paper = make_paper(world.tenant)
    stranger = make_account(Role.INTAKE, make_world().tenant).as_actor()
    narrow = replace(clerk, ipa_ids=frozenset({world.ipa.id}))

    for nobody in (stranger, narrow):
        assert how_many(nobody) == 0
        with pytest.raises(PaperNotFound):
            reject(paper.id, UNREADABLE, by=nobody, at=AT)


def test_the_database_itself_lets_nothing_leave_without_an_outcome(world: World) -> None:
    paper = make_paper(world.tenant)

    for lie in ({"state": "rejected"}, {"settled_at": AT}, {"state": "on_case", "settled_at": AT}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ArrivedPaper.objects.filter(id=paper.id).update(**lie)
