"""From the form as it stands to the draft that is weighed, and to the request that is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from openmso.casework.criteria.models import CriteriaPoint
from openmso.casework.criteria.queries import NoEdition
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.preview import Draft, Preview, preview
from openmso.office.access.actor import Actor
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.benefits.queries import services_named
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.providers.queries import practitioner_by_npi
from openmso.standards.typed_text import code_form

from ..need.presenter import need_words
from .forms import DIAGNOSES, RequestForm
from .lines import TypedService, typed_services
from .meter import LineMeter, Meter, meter_of, nothing_yet
from .patient import Patient
from .questions import NO_EDITION, QuestionsFor, QuestionsForm

NO_CRITERIA = (
    "We cannot take this service online today: its criteria are being renewed. Send the printed "
    "form, or call us."
)
_DRUGS = "injection"
_UNIT = "item"
_COUNTED_BY = {"each": "item"}
_ONE_DAY = timedelta(days=1)  # people write the last day; inside, spans end before `until_on`


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What weighing gave: the meter, the questions to ask, and the answers that belong to them.

    `for_the_plan` are codes that must be asked for alone, because the plan decides only those.
    """

    meter: Meter
    questions_for: QuestionsFor
    points: tuple[CriteriaPoint, ...] = ()
    for_the_plan: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> QuestionsForm:
        """The questions with their answers."""
        said = {f"point_{code}": answer for code, answer in self.answers.items()}
        return QuestionsForm(said, points=self.points)

    @property
    def answers_aside(self) -> list[tuple[str, str]]:
        """Answers to questions that cannot be shown just now; the page carries them along."""
        shown = {point.code for point in self.points}
        return [(f"point_{code}", said) for code, said in self.answers.items() if code not in shown]


def weigh(
    said: Mapping[str, Any],
    patient: Patient | None,
    answers: Mapping[str, str],
    answered: QuestionsFor,
    *,
    documents: int,
    by: Actor,
    at: datetime,
) -> Weighed:
    """Weigh what was said as far as it is good; mistakes elsewhere in the form do not stop this.

    `answered` tells which questions `answers` belong to; to other questions they do not count.
    """
    typed, day = typed_services(said), said.get("service_from_on")
    if patient is None:
        return _unweighed("Find the patient first.", answers, answered)
    if not typed or day is None:
        return _unweighed("Choose the service and its first day.", answers, answered)
    codes = [one.code for one in typed]
    known = services_named(codes)
    draft = Draft(
        member_id=patient.member_id,
        codes=codes,
        service_from_on=day,
        service_until_on=_first_day_after(said.get("service_until_on")),
        at=at,
        diagnoses=sum(1 for name in DIAGNOSES if said.get(name)),
        documents=documents,
        clinical_summary=said.get("clinical_summary") or "",
        answers=answers,
        urgent=said.get("urgency") == "urgent",
        emergency=said.get("urgency") == "emergency",
        is_drug=_is_drug(known),
    )
    try:
        found = preview(draft, viewer=by)
        edition = str(found.standing.edition.id) if found.standing.edition else NO_EDITION
        if answers and edition != answered.edition:
            draft, answers = replace(draft, answers={}), {}
            found = preview(draft, viewer=by)
    except NoEdition:
        return _unweighed(NO_CRITERIA, answers, answered)
    return Weighed(
        meter=meter_of(
            found,
            unit=unit_of(known, codes[0]),
            lines=_lines(typed, known, found) if len(typed) > 1 else (),
            at=at,
            zone=tenant_by_id(by.tenant_id).zone,
        ),
        questions_for=QuestionsFor(edition, asked_together(typed), day.isoformat()),
        points=found.standing.points,
        for_the_plan=found.standing.for_the_plan,
        answers=answers,
    )


def asked_together(typed: Sequence[TypedService]) -> str:
    """Return the codes of a form as one word."""
    return "+".join(one.code for one in typed)


def _lines(
    typed: Sequence[TypedService], known: Mapping[str, ServiceCode], found: Preview
) -> tuple[LineMeter, ...]:
    """Say of each service what it is and whether it needs an authorization."""
    answers = {answer.code: answer for answer in found.standing.answers}
    kept_by_plan = found.standing.decided_by is DecidedBy.PLAN
    lines = []
    for one in typed:
        service, answer = known.get(code_form(one.code)), answers.get(code_form(one.code))
        lines.append(
            LineMeter(
                code=one.code,
                name=service.description if service else one.description,
                words=need_words(answer.answer, plan_decides=kept_by_plan) if answer else "",
                unit=unit_of(known, one.code),
                unnamed=service is None and not one.description,
            )
        )
    return tuple(lines)


def _unweighed(sentence: str, answers: Mapping[str, str], answered: QuestionsFor) -> Weighed:
    return Weighed(meter=nothing_yet(sentence), questions_for=answered, answers=answers)


def to_request(
    form: RequestForm,
    patient: Patient,
    known: Mapping[str, ServiceCode],
    answers: Mapping[str, str],
    *,
    by: Actor,
    at: datetime,
) -> Request:
    """Return the request as the casework takes it; form and patient must be good.

    `known` are the services of our list that are asked for, by code.
    """
    said = form.cleaned_data
    if by.practice_id is None:
        raise ValueError("a request through this portal comes from a practice")
    npi = said["servicing_npi"]
    servicing = practitioner_by_npi(by.tenant_id, npi) if npi else None
    return Request(
        client_key=f"practice-{by.practice_id}-{said['client_key']}"[:80],
        channel=Channel.PORTAL,
        received_at=at,
        member_id=patient.member_id,
        practice_id=by.practice_id,
        practitioner_id=said["practitioner"],
        services=tuple(_service_line(one, known) for one in typed_services(said)),
        diagnoses=form.diagnoses(),
        service_from_on=said["service_from_on"],
        service_until_on=_first_day_after(said["service_until_on"]),
        servicing_practitioner_id=servicing.id if servicing else None,
        servicing_name=_servicing_name(said, known=servicing is not None),
        marked_urgent=said["urgency"] == "urgent",
        physician_supports_urgency=said["urgency"] == "urgent" and said["physician_support"],
        urgency_reason=said["urgency_reason"],
        emergency=said["urgency"] == "emergency",
        is_drug=_is_drug(known),
        clinical_summary=said["clinical_summary"],
        answers=dict(answers),
    )


def _servicing_name(said: Mapping[str, Any], *, known: bool) -> str:
    if known or not said["servicing_npi"]:
        return str(said["servicing_name"])
    return f"{said['servicing_name']} (NPI {said['servicing_npi']})".strip()


def _service_line(one: TypedService, known: Mapping[str, ServiceCode]) -> ServiceLine:
    service = known.get(code_form(one.code))
    return ServiceLine(
        code=one.code,
        description=service.description if service else one.description,
        quantity=Decimal(one.quantity or 0).quantize(Decimal("0.01")),
        unit=unit_of(known, one.code),
    )


def _is_drug(known: Mapping[str, ServiceCode]) -> bool:
    return any(service.category == _DRUGS for service in known.values())


def unit_of(known: Mapping[str, ServiceCode], code: str) -> str:
    """Return what a service is counted by."""
    service = known.get(code_form(code))
    unit = service.unit[:20] if service else ""
    return _COUNTED_BY.get(unit, unit) or _UNIT


def _first_day_after(last_day: date | None) -> date | None:
    return last_day + _ONE_DAY if last_day else None
