"""What runs by itself: time that runs out, the page to the one on call, one-time codes."""

import secrets
from datetime import datetime
from uuid import UUID

from openmso.office import clock
from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import every, job, when
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.paging import end_pages, page_on_call
from openmso.office.timeline.models import CaseEvent
from openmso.office.timeline.running_out import (
    carry_out_if_overdue,
    carry_out_overdue,
    order_for_overdue,
)

from .actions.make_code import make_code
from .actions.order_code import SEND
from .actions.pass_to_plan_responsibility import pass_to_plan_responsibility
from .code_mail import code_mail
from .domain.clock import ANSWER_HOSPITAL
from .domain.codes import new_code
from .domain.states import State
from .events import Event
from .models import HospitalCode, PostStabilization

_HOSPITAL_ASKS = "A hospital asks about a stabilized patient."


@every("* * * * * */15", name="inpatient.look_for_time_run_out")
def look_for_time_run_out() -> None:
    """Find hospitals' requests whose time has fully passed and order one job for each."""
    order_for_overdue(time_ran_out, ANSWER_HOSPITAL, case_is="case_id", at=clock.now())


@job("inpatient.time_ran_out")
def time_ran_out(tenant_id: str, case_id: str) -> None:
    carry_out_if_overdue(
        tenant_id,
        case_id,
        ANSWER_HOSPITAL,
        carry_out=pass_to_plan_responsibility,
        at=clock.now(),
    )


@when(Event.ASKED)
def page_the_nurse(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Page the nurse on call while the hospital waits; asking twice starts one page."""
    del case_kind, event_id
    case = PostStabilization.objects.get(tenant_id=tenant_id, id=case_id)
    if case.state != State.ASKED:
        return
    page_on_call(
        case,
        DutyRole.NURSE,
        reason=_HOSPITAL_ASKS,
        by=Actor.system("Night desk", case.tenant_id),
        at=clock.now(),
        number=case.number,
    )


@when(Event.APPROVED, Event.DISAGREED, Event.NOT_OURS)
def let_the_next_sleep(tenant_id: str, case_kind: str, case_id: str, event_id: str) -> None:
    """Wake nobody further once the hospital has its answer; the page counts as its answerer's."""
    del case_kind
    line = CaseEvent.objects.get(tenant_id=tenant_id, id=event_id)
    case = PostStabilization.objects.get(tenant_id=tenant_id, id=case_id)
    end_pages(case, by=Actor.system(line.actor_name, case.tenant_id), at=clock.now())


@job(SEND)
def send_hospital_code(tenant_id: str, code_id: str) -> None:
    """Make a code and mail it; run twice, the last one made is the one that works."""
    by = Actor.system("Post room", UUID(tenant_id))
    waiting = HospitalCode.objects.select_related("hospital", "tenant").get(
        tenant_id=tenant_id, id=code_id
    )
    if waiting.used_at is not None or not waiting.hospital.contact_email:
        return
    secret = new_code(secrets.choice)
    code = make_code(waiting.id, secret=secret, by=by, at=clock.now())
    code_mail(
        to=waiting.hospital.contact_email,
        code=secret,
        asked_at=code.ordered_at,
        zone=waiting.tenant.zone,
    ).send()


def due_now(at: datetime, tenant_id: UUID) -> int:
    """Carry out everything that is overdue at `at`, oldest first; return how much it was."""
    return carry_out_overdue(tenant_id, ANSWER_HOSPITAL, pass_to_plan_responsibility, at=at)
