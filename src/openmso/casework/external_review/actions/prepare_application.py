"""An application for Independent Medical Review is prepared: its facts are filled in by us."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.casework.prior_auth.domain.states import REFUSED
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import request_for
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..doctors import doctors_of
from ..domain.forum import Forum
from ..domain.imr import Basis, FirstStep, Prediction, hearing_step, order_rule, predicted
from ..domain.packet import Doctor, checklist
from ..domain.states import FIRST
from ..events import Event
from ..models import ExternalReview
from ..prediction import basis_of_the_no, newest_appeal, routed_for_review
from ..queries import open_review, other_cases
from ..steps.papers import add_papers
from ..steps.queues import put_on_queue
from ..steps.who_may import require_own_or_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the member, or who helps them, adds to what we know.

    `basis` None: as the letter says. `outside_doctors` are doctors outside the network whom the
    member names. `first_step` is the appeal or grievance that came before, if it is no case of
    ours; one that is counts by itself.
    """

    urgent: bool = False
    basis: Basis | None = None
    outside_doctors: tuple[Doctor, ...] = ()
    first_step: FirstStep | None = None


class PreparedAlready(ValueError):
    """An application about this care is on its way; `case_id` is its case."""

    def __init__(self, case_id: UUID) -> None:
        super().__init__("An application about this care is on its way already.")
        self.case_id = case_id


@action
def prepare_application(
    request_id: UUID, application: Application, *, by: Actor, at: datetime
) -> ExternalReview:
    """Open the case, keep what the router predicts, and write the packet's checklist.

    Whatever is predicted, nobody is refused: the regulator decides who qualifies. Our own records
    and those of the network's doctors become our tasks in the same act. Raises RequestNotFound,
    PreparedAlready, MoveNotAllowed where nothing was refused, NotAllowed.
    """
    require_own_or_desk(by)
    request = request_for(by, request_id)
    _require_a_no(request)
    before = open_review(request.tenant_id, request.id, Forum.IMR)
    if before is not None:
        raise PreparedAlready(before.id)
    prediction = _prediction(request, application, at=at)
    case = _row(request, application, prediction, at=at)
    case.save(force_insert=True)
    record(
        case,
        Event.PREPARED,
        by=by,
        at=at,
        request=request.number,
        urgent=application.urgent,
        predicted=prediction.answer,
        rows=list(prediction.rows),
        order=order_rule(
            hearing_step(other_cases(request.tenant_id, request.id)), may_be_reviewed=True
        ).value,
    )
    _write_checklist(case, application, by=by, at=at)
    put_on_queue(case, at=at)
    return case


def _require_a_no(request: AuthorizationRequest) -> None:
    if request.state not in REFUSED and request.silence_at is None:
        raise MoveNotAllowed("Nothing was refused on this request, so there is nothing to review.")


def _prediction(
    request: AuthorizationRequest, application: Application, *, at: datetime
) -> Prediction:
    routed = routed_for_review(
        request,
        basis=application.basis,
        urgent=application.urgent,
        first_step=application.first_step,
        at=at,
    )
    return predicted(routed)


def _row(
    request: AuthorizationRequest,
    application: Application,
    prediction: Prediction,
    *,
    at: datetime,
) -> ExternalReview:
    on = office_calendar(request.tenant_id).local(at).date()
    return ExternalReview(
        tenant_id=request.tenant_id,
        number=readable_number("ER", on, secrets.choice),
        forum=Forum.IMR,
        state=FIRST[Forum.IMR],
        appeal_id=_appeal_id(request),
        request=request,
        member=request.member,
        plan=request.plan,
        ipa=request.ipa,
        line_of_business=request.line_of_business,
        basis=application.basis or basis_of_the_no(request) or "",
        urgent=application.urgent,
        prediction=prediction.as_values(),
        recorded_at=at,
    )


def _appeal_id(request: AuthorizationRequest) -> UUID | None:
    appeal = newest_appeal(request)
    return appeal.id if appeal else None


def _write_checklist(
    case: ExternalReview, application: Application, *, by: Actor, at: datetime
) -> None:
    on = office_calendar(case.tenant_id).local(at).date()
    papers = checklist(
        (*doctors_of(case.request, on=on), *application.outside_doctors),
        urgent=application.urgent,
        experimental=case.basis == Basis.EXPERIMENTAL,
        application=True,
    )
    for paper in add_papers(case, papers):
        record(case, Event.PAPER_NEEDED, by=by, at=at, kind=paper.kind, owed_by=paper.owed_by)
