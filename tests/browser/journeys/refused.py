"""A refused request for outpatient rehabilitation: where the stories of appeals begin."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from browser.open_office import OpenOffice, make_busy_world, set_clock
from factories import roster
from factories.appeals import ANSWERED_AT, make_appeal, with_reviewer
from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import World, make_criteria
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.upholding import Stands
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.request import ServiceLine
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.roster.benefits.models import ServiceCode

REHAB = "97110"
CARE = "Therapeutic exercises"
CARE_ES = "Ejercicios de terapia"
# A Monday, 9 in the morning in Los Angeles.
MORNING = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
FRIDAY = MORNING + timedelta(days=4)
WHY = "The notes do not name a goal for the next twelve visits; point 2 is not met."
WHY_PLAIN = "Your notes do not say what the visits should help you do."
WHY_PLAIN_ES = "Sus notas no dicen qué debe lograr con las visitas."


def a_refused_course(
    office: OpenOffice, line_of_business: str, **member: Any
) -> tuple[World, AuthorizationRequest]:
    """Twelve visits of rehabilitation that a physician refused; it is the Monday after."""
    set_clock(office.folder, MORNING)
    world = _with_rehabilitation(make_busy_world(line_of_business, **member))
    physician = physician_of(world)
    twelve = ServiceLine(code=REHAB, description=CARE, quantity=Decimal(12), unit="visit")
    request = with_physician(world, physician, services=(twelve,))
    no = a_denial(world, clinical_reason=WHY, plain_reason=WHY_PLAIN, plain_reason_es=WHY_PLAIN_ES)
    deny(request.id, denial=no, by=physician, at=DECIDED_AT, version=request.version)
    office.work_off_jobs()
    request.refresh_from_db()
    return world, request


def an_upheld_course(
    office: OpenOffice, line_of_business: str, **member: Any
) -> tuple[World, AuthorizationRequest]:
    """The same, appealed, and the no let stand by another physician; it is the Friday after."""
    world, request = a_refused_course(office, line_of_business, **member)
    appeal = make_appeal(world, request)
    reviewer = with_reviewer(world, appeal)
    stands = Stands(
        ground=Ground.MEDICAL_APPROPRIATENESS,
        clinical_reason=WHY,
        plain_reason=WHY_PLAIN,
        plain_reason_es=WHY_PLAIN_ES,
    )
    uphold(appeal.id, stands=stands, by=reviewer, at=ANSWERED_AT, version=appeal.version)
    set_clock(office.folder, FRIDAY)
    office.work_off_jobs()
    return world, request


def _with_rehabilitation(world: World) -> World:
    if not ServiceCode.objects.filter(code=REHAB).exists():
        roster.make_service_code(REHAB, CARE, description_es=CARE_ES, unit="visit")
    edition = make_criteria(
        world.tenant,
        key="outpatient-rehabilitation",
        title="Outpatient rehabilitation",
        title_es="Rehabilitación ambulatoria",
    )
    roster.make_list_entry(
        world.tenant,
        REHAB,
        plan=world.plan,
        criteria_key=edition.key,
        review_specialties=["207Q00000X"],
    )
    return replace(world, edition=edition)
