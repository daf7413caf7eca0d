"""An open case whose criteria were reworded goes over to the edition in force."""

from datetime import date, timedelta

import pytest

from factories.decided import make_denied
from factories.decisions import (
    DECIDED_AT,
    a_denial,
    answer_points,
    nurse_of,
    physician_of,
    with_physician,
)
from factories.prior_auth import CRITERIA, World, make_request, make_world
from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.actions.renew_criteria import renew_criteria
from openmso.casework.prior_auth.criteria_change import NothingToRenew
from openmso.casework.prior_auth.denial import CriterionNotInForce
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import CriteriaFinding, Decision
from openmso.office.access.actor import NotAllowed
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.models import CaseEvent

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)


def new_edition(world: World, *, closes_the_old: bool = True) -> CriteriaEdition:
    """From today: the first point moved to place 2 with its words, another one in place 1."""
    if closes_the_old:
        CriteriaEdition.objects.filter(id=world.edition.id).update(until_on=TODAY)
    edition = CriteriaEdition.objects.create(
        tenant=world.tenant,
        key=CRITERIA,
        edition="2026-2",
        title="MRI of the low back",
        title_es="Resonancia de la espalda baja",
        publisher="Sample office",
        from_on=TODAY,
    )
    texts = (("1", "An X-ray was taken."), ("2", "Six weeks of therapy did not help."))
    for code, text in texts:
        CriteriaPoint.objects.create(
            tenant=world.tenant,
            edition=edition,
            code=code,
            text=text,
            question=text,
            plain=text,
            plain_es=text,
        )
    return edition


@pytest.mark.requirement("S003-01")
def test_answers_stay_where_the_words_are_the_same_and_the_others_are_asked_again() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="not_met")
    edition = new_edition(world)

    renew_criteria(request.id, by=nurse, at=DECIDED_AT)

    request.refresh_from_db()
    finding = CriteriaFinding.objects.get(request=request)
    line = CaseEvent.objects.get(case_id=request.id, name="prior_auth.criteria_renewed")
    assert request.criteria_edition == edition
    assert (finding.point_code, finding.answer, finding.confirmed) == ("2", "met", True)
    assert line.details == {
        "before": "MRI of the low back, edition 2026-1",
        "after": "MRI of the low back, edition 2026-2",
        "kept": ["2"],
        "again": ["1"],
    }


def test_only_answers_that_were_given_are_told_as_kept() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    new_edition(world)

    renew_criteria(request.id, by=nurse, at=DECIDED_AT)

    line = CaseEvent.objects.get(case_id=request.id, name="prior_auth.criteria_renewed")
    assert not CriteriaFinding.objects.filter(request=request).exists()
    assert line.details["kept"] == []


def test_an_earlier_decision_keeps_the_edition_it_was_made_by() -> None:
    world = make_world()
    case = make_denied(world)
    new_edition(world)

    with pytest.raises(MoveNotAllowed, match="criteria are kept"):
        renew_criteria(case.id, by=nurse_of(world), at=DECIDED_AT)

    assert Decision.objects.get(request=case).criteria_edition == world.edition


def test_a_decision_after_the_renewal_is_made_by_the_new_edition() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    edition = new_edition(world)
    renew_criteria(request.id, by=nurse, at=DECIDED_AT)
    answer_points(request, nurse, p1="met", p2="met")

    approve(request.id, by=nurse, at=DECIDED_AT)

    assert Decision.objects.get(request=request).criteria_edition == edition


@pytest.mark.requirement("S003-40")
@pytest.mark.parametrize("closes_the_old", [True, False])
def test_a_denial_by_an_edition_that_was_superseded_is_refused(closes_the_old: bool) -> None:
    world = make_world()
    physician = physician_of(world)
    request = with_physician(world, physician)
    new_edition(world, closes_the_old=closes_the_old)

    with pytest.raises(CriterionNotInForce, match="Renew the criteria"):
        deny(
            request.id,
            denial=a_denial(world),
            by=physician,
            at=DECIDED_AT,
            version=request.version,
        )

    request.refresh_from_db()
    assert request.state == State.WITH_PHYSICIAN


def test_a_yes_never_waits_for_a_renewal() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)
    answer_points(request, nurse, p1="met", p2="met")
    new_edition(world)

    assert approve(request.id, by=nurse, at=DECIDED_AT).state == State.APPROVED


def test_there_is_nothing_to_renew_before_the_day_and_without_a_successor() -> None:
    world = make_world()
    request, nurse = make_request(world), nurse_of(world)

    with pytest.raises(NothingToRenew, match="edition in force"):
        renew_criteria(request.id, by=nurse, at=DECIDED_AT)
    CriteriaEdition.objects.filter(id=world.edition.id).update(until_on=TODAY)
    with pytest.raises(NothingToRenew, match="No edition"):
        renew_criteria(request.id, by=nurse, at=DECIDED_AT)


def test_only_a_reviewer_renews() -> None:
    world = make_world()
    request = make_request(world)
    new_edition(world)

    with pytest.raises(NotAllowed):
        renew_criteria(request.id, by=world.intake, at=DECIDED_AT + timedelta(hours=1))
