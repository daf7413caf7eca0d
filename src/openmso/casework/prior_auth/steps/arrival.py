"""A request becomes rows: the case, its services, what the practice says of the criteria."""

import secrets
from datetime import date, datetime

from openmso.office.access.actor import Actor
from openmso.office.new_rows import add_rows

from ..domain.completeness import Missing
from ..domain.duplicates import Known
from ..domain.numbers import readable_number
from ..domain.request import Request, timing_of
from ..domain.states import State
from ..domain.triage import PointAnswer
from ..domain.urgency import urgency_of
from ..models import AuthorizationRequest, CriteriaFinding, RequestedService
from ..standing import Standing


def row_of(
    asked: Request,
    standing: Standing,
    missing: tuple[Missing, ...],
    twin: Known | None,
    *,
    by: Actor,
    at: datetime,
    received_on: date,
) -> AuthorizationRequest:
    """Return the request as it will be stored, not yet saved."""
    coverage = standing.coverage
    track = urgency_of(asked)
    return AuthorizationRequest(
        tenant_id=by.tenant_id,
        number=readable_number("PA", received_on, secrets.choice),
        client_key=asked.client_key,
        fingerprint=asked.fingerprint(),
        state=State.RECEIVED,
        channel=asked.channel,
        received_at=asked.received_at,
        recorded_at=at,
        complete_at=None if missing else asked.received_at,
        asked_by=asked.asked_by,
        ipa=coverage.ipa if coverage else None,
        plan=coverage.plan if coverage else None,
        coverage=coverage,
        line_of_business=coverage.line_of_business if coverage else "",
        member=standing.member,
        practice_id=asked.practice_id,
        practitioner_id=asked.practitioner_id,
        servicing_practitioner_id=asked.servicing_practitioner_id,
        servicing_name=asked.servicing_name,
        urgency=track.urgency,
        urgency_why=" ".join(filter(None, (track.why, asked.urgency_reason)))[:300],
        timing=timing_of(asked.service_from_on, asked.service_until_on, received_on),
        is_drug=asked.is_drug,
        service_from_on=asked.service_from_on,
        service_until_on=asked.service_until_on,
        diagnoses=list(asked.diagnoses),
        clinical_summary=asked.clinical_summary,
        missing=[{"code": one.code, "sentence": one.sentence} for one in missing],
        needs_authorization=True,
        criteria_edition=standing.edition,
        review_specialties=standing.review_specialties,
        likely_duplicate_id=twin.id if twin else None,
    )


def store_services(row: AuthorizationRequest, asked: Request) -> None:
    """Store what was asked for, line by line."""
    services = [
        RequestedService(
            tenant_id=row.tenant_id,
            request=row,
            line=line,
            code=service.code,
            description=service.description[:200],
            quantity=service.quantity,
            unit=service.unit,
        )
        for line, service in enumerate(asked.services, start=1)
    ]
    add_rows(services)


def store_answers(
    row: AuthorizationRequest, asked: Request, standing: Standing, *, by: Actor, at: datetime
) -> None:
    """Keep what the practice answered as proposals; the nurse confirms or corrects each."""
    codes = {point.code for point in standing.points}
    answers = [
        CriteriaFinding(
            tenant_id=row.tenant_id,
            request=row,
            point_code=code,
            answer=PointAnswer(answer),
            said_by_practice=answer,
            answered_by_name=by.name,
            answered_at=at,
        )
        for code, answer in asked.answers.items()
        if code in codes and answer
    ]
    add_rows(answers)
