"""No path, in the code or the database, lets a no stand by whoever said it, or by anybody unfit."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.access import make_account
from factories.appeals import (
    ANSWERED_AT,
    FILED_AT,
    NEW_NOTE,
    STANDS,
    another_physician,
    make_appeal,
    supervisor_of,
    with_reviewer,
)
from factories.prior_auth import make_world
from openmso.casework.appeals.actions.add_papers import add_papers
from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.actions.set_reporting_line import set_reporting_line
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.domain.deciding import NotQualifiedToAnswer
from openmso.casework.appeals.models import Appeal, AppealAnswer, ReportingLine
from openmso.casework.prior_auth.models import Decision
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account, Attestation, Licence
from openmso.office.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IMP-04")]


def first_signer(appeal: Appeal) -> Account:
    signer = Decision.objects.get(request=appeal.request).signed_by
    assert signer is not None
    return signer


def insert_by_hand(appeal: Appeal, by: Actor, result: str = "upheld") -> None:
    """Write an answer past the action, as an import or a shell could."""
    assert by.id is not None
    AppealAnswer.objects.create(
        tenant_id=appeal.tenant_id,
        appeal=appeal,
        result=result,
        ground="medical_appropriateness" if result == "upheld" else "",
        criteria_edition_id=appeal.request.criteria_edition_id if result == "upheld" else None,
        clinical_reason="x" if result == "upheld" else "",
        plain_reason="x" if result == "upheld" else "",
        signed_by_id=by.id,
        signed_by_name=by.name,
        answered_at=ANSWERED_AT,
        answered_on=ANSWERED_AT.date(),
    )


def put_with(appeal: Appeal, by: Actor) -> None:
    Appeal.objects.filter(id=appeal.id).update(state="with_reviewer", reviewer_id=by.id)
    appeal.refresh_from_db()


def test_whoever_signed_the_no_is_refused_everywhere() -> None:
    world = make_world("MEDI-CAL")
    appeal = make_appeal(world)
    first = first_signer(appeal).as_actor()

    with pytest.raises(NotQualifiedToAnswer, match="signed the decision"):
        with_reviewer(world, appeal, first)
    put_with(appeal, first)
    with pytest.raises(NotQualifiedToAnswer, match="signed the decision"):
        overturn(appeal.id, why="x", by=first, at=ANSWERED_AT, version=appeal.version)
    with pytest.raises(IntegrityError, match="took part"), transaction.atomic():
        insert_by_hand(appeal, first)
    with pytest.raises(IntegrityError, match="took part"), transaction.atomic():
        insert_by_hand(appeal, first, "overturned")


def test_whoever_works_under_the_signer_is_refused_everywhere() -> None:
    world = make_world("MEDI-CAL")
    appeal = make_appeal(world)
    middle, low = another_physician(world), another_physician(world)
    admin = make_account(Role.OFFICE_ADMIN, world.tenant).as_actor()
    signer = first_signer(appeal)
    assert middle.id is not None
    assert low.id is not None
    set_reporting_line(middle.id, reports_to_id=signer.id, by=admin, at=FILED_AT)
    set_reporting_line(low.id, reports_to_id=middle.id, by=admin, at=FILED_AT)

    with pytest.raises(NotQualifiedToAnswer, match="work under"):
        choose_reviewer(appeal.id, reviewer_id=low.id, by=supervisor_of(world), at=FILED_AT)
    put_with(appeal, low)
    with pytest.raises(IntegrityError, match="works under"), transaction.atomic():
        insert_by_hand(appeal, low)
    assert ReportingLine.objects.count() == 2


def _no_licence(account: Account) -> None:
    Licence.objects.filter(account=account).update(until_on=FILED_AT.date())


def _other_specialty(account: Account) -> None:
    Licence.objects.filter(account=account).update(specialties=["208000000X"])


def _no_attestation(account: Account) -> None:
    Attestation.objects.filter(account=account).delete()


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (_no_licence, "licensed and matched"),
        (_other_specialty, "licensed and matched"),
        (_no_attestation, "attestation is not current"),
    ],
)
def test_without_licence_specialty_or_statement_nobody_answers(
    spoil: Callable[[Account], None], refusal: str
) -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    spoil(Account.objects.get(id__in=[reviewer.id]))

    with pytest.raises(NotQualifiedToAnswer):
        uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)
    with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
        insert_by_hand(appeal, reviewer)


def test_a_no_stands_only_after_every_paper_was_opened_and_a_yes_may_come_before() -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    add_papers(
        appeal.id,
        files=(NEW_NOTE,),
        source="fax",
        received_at=FILED_AT,
        by=supervisor_of(world),
        at=FILED_AT + timedelta(hours=1),
    )
    appeal.refresh_from_db()

    with pytest.raises(NotQualifiedToAnswer, match="1 not opened"):
        uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)
    with pytest.raises(IntegrityError, match="opened every paper"), transaction.atomic():
        insert_by_hand(appeal, reviewer)
    overturn(appeal.id, why="Clear enough.", by=reviewer, at=ANSWERED_AT, version=appeal.version)


def test_what_came_late_is_not_upheld_before_a_person_looked_at_the_reason() -> None:
    world = make_world("MEDI-CAL")
    appeal = make_appeal(world, received_at=FILED_AT + timedelta(days=60))
    reviewer = with_reviewer(world, appeal)
    at = FILED_AT + timedelta(days=61)

    with pytest.raises(NotQualifiedToAnswer, match="came late"):
        uphold(appeal.id, stands=STANDS, by=reviewer, at=at, version=appeal.version)
    with pytest.raises(IntegrityError, match="undecided"), transaction.atomic():
        insert_by_hand(appeal, reviewer)


@pytest.mark.parametrize("role", [Role.NURSE, Role.SUPERVISOR, Role.INTAKE])
def test_no_other_role_answers(role: Role) -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    other = make_account(role, world.tenant).as_actor()
    put_with(appeal, other)

    with pytest.raises(NotQualifiedToAnswer, match="physician reviewer"):
        uphold(appeal.id, stands=STANDS, by=other, at=ANSWERED_AT, version=appeal.version)
    with pytest.raises(NotQualifiedToAnswer, match="physician reviewer"):
        overturn(appeal.id, why="x", by=other, at=ANSWERED_AT, version=appeal.version)
    with pytest.raises(IntegrityError, match="no physician"), transaction.atomic():
        insert_by_hand(appeal, other)


@pytest.mark.parametrize("state", ["upheld", "partly_upheld", "overturned"])
def test_no_appeal_is_answered_without_its_answer(state: str) -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    with_reviewer(world, appeal)

    with pytest.raises(IntegrityError, match="no signed answer"), transaction.atomic():
        Appeal.objects.filter(id=appeal.id).update(state=state, closed_at=ANSWERED_AT)


def test_no_overturn_without_an_authorization() -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    insert_by_hand(appeal, reviewer, "overturned")

    with pytest.raises(IntegrityError, match="no authorization"), transaction.atomic():
        Appeal.objects.filter(id=appeal.id).update(state="overturned", closed_at=ANSWERED_AT)


def test_an_answer_never_changes() -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    with pytest.raises(IntegrityError), transaction.atomic():
        AppealAnswer.objects.filter(appeal=appeal).update(plain_reason="other")
