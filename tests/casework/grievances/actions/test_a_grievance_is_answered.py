"""A grievance is given to the right person, answered by letter, extended, opened again."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from factories.access import make_account, make_licence
from factories.grievances import (
    ANSWER,
    LATER,
    SOON,
    TOLD_AT,
    given_to,
    make_grievance,
    supervisor_of,
)
from factories.prior_auth import make_world
from factories.roster import LONG_AGO
from openmso.casework.appeals.actions.set_reporting_line import set_reporting_line
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.grievances.actions.answer import answer
from openmso.casework.grievances.actions.change_kind import make_fast, make_standard
from openmso.casework.grievances.actions.dismiss import dismiss
from openmso.casework.grievances.actions.extend import extend
from openmso.casework.grievances.actions.give import give
from openmso.casework.grievances.actions.mark_clinical import mark_clinical
from openmso.casework.grievances.actions.reopen import reopen
from openmso.casework.grievances.actions.run_out_of_time import run_out_of_time
from openmso.casework.grievances.actions.withdraw import withdraw
from openmso.casework.grievances.domain.types import FastGround, FiledBy
from openmso.casework.grievances.domain.who_may import MayNotWorkOnIt
from openmso.casework.grievances.models import Grievance, GrievanceAnswer
from openmso.casework.grievances.queries import GrievanceNotFound, grievance_for
from openmso.casework.prior_auth.domain.extension import NotExtendable
from openmso.office.access.actor import Actor
from openmso.office.access.models import Licence
from openmso.office.access.roles import Role
from openmso.office.content.models import OutsideOrganization
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db


def letter_of(grievance: Grievance, kind: str) -> OrderedLetter:
    return OrderedLetter.objects.get(case_id=grievance.id, kind=kind)


@pytest.mark.requirement("S000-43")
@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("MA", {"ask_a_person"}),
        ("MEDI-CAL", {"dmhc_complaint", "ask_a_person"}),
        ("KK", {"dmhc_complaint", "ask_a_person"}),
    ],
)
def test_an_answer_is_a_letter_in_the_member_s_language_with_the_ways_that_stay_open(
    line: str, ways: set[str]
) -> None:
    world = make_world(line, language="es")
    grievance = make_grievance(world)
    worker = given_to(world, grievance)

    answer(grievance.id, told=ANSWER, by=worker, at=LATER)

    grievance.refresh_from_db()
    letter = letter_of(grievance, "grievance_answered")
    fields = letter.content["fields"]
    assert (grievance.state, letter.language) == ("answered", "es")
    assert fields["answer"] == {"text": ANSWER.plain_es, "language": "es"}
    assert {one["key"] for one in fields["remedies"]} == ways
    assert compose(thawed(letter.content)).translation_owed == ""
    assert Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance").met_at == LATER
    assert not WorklistItem.objects.filter(case_id=grievance.id, closed_at=None).exists()
    with transaction.atomic(), pytest.raises(DatabaseError, match="history"):
        GrievanceAnswer.objects.filter(grievance=grievance).update(plain="Changed.")


def test_medicare_s_answer_about_quality_of_care_names_the_review_group() -> None:
    world = make_world("MA")
    OutsideOrganization.objects.create(
        tenant=world.tenant,
        purpose="quality_organization",
        program="MA",
        name="Sample Review Group",
        name_es="Grupo de muestra",
        voice="213-555-0183",
        from_on=LONG_AGO,
    )
    grievance = make_grievance(world, category="quality_of_care")
    physician = make_account(Role.PHYSICIAN, world.tenant).as_actor()
    given_to(world, grievance, physician)

    answer(grievance.id, told=ANSWER, by=physician, at=LATER)

    letter = letter_of(grievance, "grievance_answered")
    assert letter.content["fields"]["quality_of_care"] is True
    page = compose(thawed(letter.content))
    said = [run.text for block in page.blocks for run in getattr(block, "runs", ())]
    assert any("QIO" in text for text in said)
    assert "Sample Review Group" in said


def test_a_clinical_one_goes_to_a_clinician_alone() -> None:
    world = make_world("KK")
    grievance = make_grievance(world)
    clerk = given_to(world, grievance)
    mark_clinical(grievance.id, quality_of_care=True, by=supervisor_of(world), at=SOON)

    with pytest.raises(MayNotWorkOnIt, match="clinical licence"):
        answer(grievance.id, told=ANSWER, by=clerk, at=LATER)

    nurse = make_account(Role.NURSE, world.tenant)
    make_licence(nurse, profession=Licence.Profession.NURSE)
    given_to(world, grievance, nurse.as_actor())
    answer(grievance.id, told=ANSWER, by=nurse.as_actor(), at=LATER)
    grievance.refresh_from_db()
    assert (grievance.state, grievance.quality_of_care) == ("answered", True)


def test_nobody_works_on_one_about_themselves_nor_even_sees_it() -> None:
    world = make_world("MA")
    nurse = make_account(Role.NURSE, world.tenant, name="Nell Nurse")
    grievance = make_grievance(world, about_account_id=nurse.id, category="treatment")

    with pytest.raises(MayNotWorkOnIt, match="about this person"):
        give(grievance.id, handler_id=nurse.id, by=supervisor_of(world), at=SOON)
    with pytest.raises(GrievanceNotFound):
        grievance_for(nurse.as_actor(), grievance.id)


def test_nobody_works_on_one_about_their_superior() -> None:
    world = make_world("MA")
    boss, nurse = (make_account(role, world.tenant) for role in (Role.SUPERVISOR, Role.NURSE))
    admin = make_account(Role.OFFICE_ADMIN, world.tenant).as_actor()
    set_reporting_line(nurse.id, reports_to_id=boss.id, by=admin, at=TOLD_AT)
    grievance = make_grievance(world, about_account_id=boss.id)

    with pytest.raises(MayNotWorkOnIt, match="works under"):
        give(grievance.id, handler_id=nurse.id, by=supervisor_of(world), at=SOON)


def test_the_database_refuses_an_answer_by_whom_it_is_about_and_a_state_without_answer() -> None:
    world = make_world("MA")
    nurse = make_account(Role.NURSE, world.tenant)
    grievance = make_grievance(world, about_account_id=nurse.id)
    worker = given_to(world, grievance)
    fields = {
        "tenant": world.tenant,
        "grievance": grievance,
        "round": 1,
        "at_once": False,
        "finding": "right",
        "plain": "Yes.",
        "answered_at": LATER,
        "answered_on": LATER.date(),
    }

    with transaction.atomic(), pytest.raises(DatabaseError, match="grievance guard"):
        GrievanceAnswer.objects.create(answered_by=nurse, answered_by_name="Nell", **fields)
    with transaction.atomic(), pytest.raises(DatabaseError, match="no answer stands behind"):
        Grievance.objects.filter(id=grievance.id).update(state="answered", closed_at=LATER)
    GrievanceAnswer.objects.create(answered_by_id=worker.id, answered_by_name="Sam", **fields)


def test_more_time_is_taken_once_in_medicare_with_a_letter_and_nowhere_else() -> None:
    world = make_world("MA")
    grievance, by = make_grievance(world), supervisor_of(world)
    first = Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance").due_at

    extend(grievance.id, ground="member_asks", why="You asked us to wait.", by=by, at=SOON)

    row = Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance")
    assert (row.due_at - first, row.extended) == (timedelta(days=14), True)
    assert letter_of(grievance, "grievance_extension")
    with pytest.raises(NotExtendable, match="grievance was extended once"):
        extend(grievance.id, ground="member_asks", why="Again.", by=by, at=SOON)
    other = make_world("KK")
    with pytest.raises(NotExtendable, match="No rule allows more time for this grievance"):
        extend(
            make_grievance(other).id,
            ground="member_asks",
            why="Please.",
            by=supervisor_of(other),
            at=SOON,
        )


def test_one_nobody_answered_is_late_since_its_due_time_and_stays_open() -> None:
    world = make_world("MEDI-CAL")
    grievance = make_grievance(world)
    due = Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance").due_at
    after = due + timedelta(minutes=1)

    run_out_of_time(grievance.id, by=Actor.system("Clock", world.tenant.id), at=after)

    grievance.refresh_from_db()
    assert (grievance.state, grievance.late_at) == ("open", due)
    worker = given_to(world, grievance)
    answer(grievance.id, told=ANSWER, by=worker, at=after + timedelta(days=1))
    grievance.refresh_from_db()
    row = Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance")
    assert (grievance.state, row.missed_at) == ("answered", after)


def test_it_is_opened_again_with_clocks_of_its_own_and_the_first_answer_stays() -> None:
    world = make_world("KK")
    grievance = make_grievance(world)
    worker = given_to(world, grievance)
    answer(grievance.id, told=ANSWER, by=worker, at=LATER)
    again_at = LATER + timedelta(days=5)

    reopen(grievance.id, why="It happened again.", by=supervisor_of(world), at=again_at)

    grievance.refresh_from_db()
    assert (grievance.state, grievance.round, grievance.begun_at) == ("open", 2, again_at)
    row = Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance")
    assert row.started_at == again_at
    worker = given_to(world, grievance, worker)
    answer(grievance.id, told=ANSWER, by=worker, at=again_at + timedelta(days=1))
    assert GrievanceAnswer.objects.filter(grievance=grievance).count() == 2


def test_it_is_taken_back_or_dismissed_without_the_paper_with_a_letter() -> None:
    world = make_world("MA")
    by = supervisor_of(world)
    taken_back = make_grievance(world)
    without_paper = make_grievance(world, filed_by=FiledBy.REPRESENTATIVE)

    withdraw(taken_back.id, asked_by="Mina Member", by=by, at=SOON)
    dismiss(without_paper.id, by=by, at=LATER)

    taken_back.refresh_from_db()
    without_paper.refresh_from_db()
    assert (taken_back.state, without_paper.state) == ("withdrawn", "dismissed")
    ends = [
        letter_of(one, "grievance_closed").content["fields"]["end"]
        for one in (taken_back, without_paper)
    ]
    assert ends == ["withdrawn", "no_authority"]
    with pytest.raises(NotPossible):
        dismiss(make_grievance(world).id, by=by, at=SOON)


def test_its_kind_changes_with_the_clocks_of_the_first_receipt() -> None:
    world = make_world("KK")
    by = supervisor_of(world)
    first, second = make_grievance(world, at_once=True), make_grievance(world)

    make_standard(first.id, why="The clinic is closed.", by=by, at=SOON)
    make_fast(second.id, ground=FastGround.SERIOUS_HARM, why="Chest pain.", by=by, at=SOON)

    rows = {
        (row.case_id, row.rule_id): row.started_at
        for row in Deadline.objects.filter(purpose="answer_grievance", closed_at=None)
    }
    assert rows == {
        (first.id, "KK-GRIEV-30D"): TOLD_AT,
        (second.id, "KK-GRIEV-EXP-3D"): TOLD_AT,
    }
    with pytest.raises(NotPossible, match="does not make a grievance fast"):
        make_fast(first.id, ground=FastGround.OUR_TIME, why="Slow.", by=by, at=SOON)
