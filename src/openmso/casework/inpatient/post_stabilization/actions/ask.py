"""A hospital asks about a stabilized patient, by whichever way: the clock starts at once."""

import secrets
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import IntegrityError

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.documents.models import Document
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.items import NO_RULE, open_item
from openmso.roster.providers.actions.add_hospital import NewHospital, add_hospital
from openmso.roster.providers.hospitals import hospital_with_npi

from ..domain.request import Channel, HospitalRequest, require_possible
from ..domain.responsibility import Who
from ..domain.states import State
from ..events import Event
from ..models import PostStabilization
from ..patient import covered_patient, member_told
from ..steps.clock_keeping import keep_clock
from ..steps.silence import put_on_plan
from ..worklist import HOSPITAL_WAITS, item_text

FACE_SHEET = "Face sheet"
_SOURCES = {
    Channel.PAGE: Document.Source.PORTAL,
    Channel.PHONE: Document.Source.PHONE,
    Channel.FAX: Document.Source.FAX,
}


class _Ask(Protocol):
    def __call__(
        self,
        asked: HospitalRequest,
        *,
        hospital: UUID | NewHospital,
        face_sheet: Inspected | None = None,
        by: Actor,
        at: datetime,
    ) -> PostStabilization: ...


def _same_key_same_request(first_time: _Ask) -> _Ask:
    """Answer a second submission under one key with the request that is here already."""

    def ask(
        asked: HospitalRequest,
        *,
        hospital: UUID | NewHospital,
        face_sheet: Inspected | None = None,
        by: Actor,
        at: datetime,
    ) -> PostStabilization:
        try:
            return first_time(asked, hospital=hospital, face_sheet=face_sheet, by=by, at=at)
        except IntegrityError:
            before = PostStabilization.objects.filter(
                tenant_id=by.tenant_id, client_key=asked.client_key
            ).first()
            if before is None:
                raise
            return asked_again(before, asked, by=by, at=at)

    vars(ask)["is_action"] = True
    return ask


@action
def asked_again(
    before: PostStabilization, asked: HospitalRequest, *, by: Actor, at: datetime
) -> PostStabilization:
    """Write down that a form came a second time. Raises SameKeyOtherContent for another one."""
    if before.fingerprint != asked.fingerprint():
        raise SameKeyOtherContent(
            f"This form was sent before as {before.number}, with other content. "
            "Open that request, or start a new form."
        )
    record(before, Event.ASKED_AGAIN, by=by, at=at)
    return before


@_same_key_same_request
@action
def ask(
    asked: HospitalRequest,
    *,
    hospital: UUID | NewHospital,
    face_sheet: Inspected | None = None,
    by: Actor,
    at: datetime,
) -> PostStabilization:
    """Store the request, start the clock and put the case on its queue.

    The clock starts when it was asked, whoever keys it in later; one that has run out by then
    speaks at once. A `NewHospital` with a known NPI is that hospital. The same key with the same
    content is the same request. Raises NotPossible, SameKeyOtherContent, ValueError for a time of
    asking in the future.
    """
    if asked.asked_at > at:
        raise ValueError("a request cannot have been asked in the future")
    require_possible(asked.care, at=at)
    case = _row(asked, _hospital_id(hospital, by=by, at=at), by=by, at=at)
    case.save(force_insert=True)
    record(
        case,
        Event.ASKED,
        by=by,
        at=at,
        happened_at=asked.asked_at,
        channel=str(asked.channel),
        purpose=str(asked.care.purpose),
        face_sheet=face_sheet is not None,
    )
    if face_sheet is not None:
        attach(
            case,
            face_sheet,
            title=FACE_SHEET,
            source=_SOURCES[asked.channel],
            received_at=asked.asked_at,
            by=by,
            at=at,
        )
    _begin(case, by=by, at=at)
    return case


def _begin(case: PostStabilization, *, by: Actor, at: datetime) -> None:
    member_id = member_told(case.told_number, case.told_birth_date, by=by)
    if member_id is not None:
        covered_patient(case, member_id)
        if case.coverage_id is not None:
            case.save()
            record(case, Event.IDENTIFIED, by=by, at=at, line_of_business=case.line_of_business)
        else:
            # A person looks before anybody is told that this is not our member.
            case.member = None
    deadline = keep_clock(case)
    if deadline is None:
        record(case, Event.NO_CLOCK, by=by, at=at, line_of_business=case.line_of_business)
    _open(case, deadline, at=at)
    if deadline is not None and at > deadline.due_at:
        put_on_plan(case, deadline, by=by, at=at)


def _open(case: PostStabilization, deadline: Deadline | None, *, at: datetime) -> None:
    text = item_text(
        case,
        due_at=deadline.due_at if deadline else case.asked_at or at,
        due_rule=deadline.rule_id if deadline else NO_RULE,
    )
    open_item(case, HOSPITAL_WAITS, text, at=at)


def _hospital_id(hospital: UUID | NewHospital, *, by: Actor, at: datetime) -> UUID:
    if isinstance(hospital, UUID):
        return hospital
    known = hospital_with_npi(by.tenant_id, hospital.npi)
    return (known or add_hospital(hospital, by=by, at=at)).id


def _row(
    asked: HospitalRequest, hospital_id: UUID, *, by: Actor, at: datetime
) -> PostStabilization:
    on = office_calendar(by.tenant_id).local(asked.asked_at).date()
    return PostStabilization(
        tenant_id=by.tenant_id,
        number=readable_number("PS", on, secrets.choice),
        client_key=asked.client_key,
        fingerprint=asked.fingerprint(),
        state=State.ASKED,
        channel=asked.channel,
        asked_at=asked.asked_at,
        recorded_at=at,
        hospital_id=hospital_id,
        caller=asked.caller,
        call_back=asked.call_back,
        told_name=asked.patient.name,
        told_birth_date=asked.patient.birth_date,
        told_number=asked.patient.plan_number,
        stabilized_at=asked.care.stabilized_at,
        stabilized_by=asked.care.stabilized_by,
        emergency_began_at=asked.care.emergency_began_at,
        purpose=asked.care.purpose,
        care=asked.care.care,
        circumstance=asked.care.circumstance,
        responsible=Who.NOT_DECIDED,
    )
