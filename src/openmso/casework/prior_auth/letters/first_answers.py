"""The merge fields of the letters that answer a request without a review."""

from datetime import datetime

from openmso.office.law import office_calendar
from openmso.office.letters import fields as f
from openmso.roster.eligibility.queries import coverage_history

from ..domain.states import State
from ..domain.uncovered import why_uncovered
from .occasion import Occasion
from .teller import Teller


def not_needed(teller: Teller, told: Occasion, _at: datetime) -> f.Fields:
    request = teller.request
    return f.NotNeededFields(
        case=teller.case(),
        because=f.NotNeededBecause.EMERGENCY
        if request.state == State.EXEMPT
        else f.NotNeededBecause.NOT_ON_LIST,
        receipt_number=request.authorization_number,
        care_on=request.service_from_on,
        list_name=told.why,
        list_edition=f"{request.service_from_on.year}",
    )


def not_eligible(teller: Teller, _told: Occasion, _at: datetime) -> f.Fields:
    request = teller.request
    known = coverage_history(request.tenant_id, request.member_id)
    found = why_uncovered(known, request.service_from_on)
    return f.NotEligibleFields(
        case=teller.case(),
        because=f.NotEligibleBecause(found.why),
        care_on=request.service_from_on,
        known_plan=found.plan,
        known_ipa=found.ipa,
        turning_on=found.turning_on,
    )


def forwarded(teller: Teller, _told: Occasion, at: datetime) -> f.Fields:
    forwarded_on = office_calendar(teller.request.tenant_id).local(at).date()
    return f.ForwardedFields(case=teller.case(), forwarded_on=forwarded_on)
