"""What every letter to a member repeats about the request, in Spanish."""

from openmso.office.letters.blocks import Facts, Run
from openmso.office.letters.fields import Approval, CaseFacts, Claim, ValidityEnd
from openmso.office.letters.wording.services import granted, services
from openmso.office.letters.wording.writer import Writer


def the_request(w: Writer, case: CaseFacts) -> Facts:
    """Say which request, or which claim, this letter is about."""
    if case.claim is not None:
        return _the_claim(w, case, case.claim)
    return w.facts(
        "La solicitud",
        w.fact("Miembro", w.name(case.member_name)),
        w.fact("Número de miembro", w.name(case.member_number)),
        w.fact("Plan de salud", w.name(case.plan_name)),
        w.fact("Quién la pidió", w.name(case.requested_by)),
        w.fact("Qué se pidió", *services(w, case), element="asked"),
        w.fact("La recibimos el", w.day(case.received_on)),
        w.fact("Número de solicitud", w.name(case.request_number)),
    )


def _the_claim(w: Writer, case: CaseFacts, claim: Claim) -> Facts:
    return w.facts(
        "La cuenta",
        w.fact("Miembro", w.name(case.member_name)),
        w.fact("Número de miembro", w.name(case.member_number)),
        w.fact("Plan de salud", w.name(case.plan_name)),
        w.fact("Quién dio la atención", w.name(case.requested_by)),
        w.fact("La atención", w.quoted(claim.service), element="asked"),
        w.fact("Día de la atención", w.day(claim.served_on)),
        w.fact("No se pagó", w.name(claim.amount)),
        w.fact("Fecha de la primera carta", w.day(case.received_on)),
        w.fact("Número de la cuenta", w.name(case.request_number)),
    )


def the_approval(w: Writer, case: CaseFacts, approval: Approval) -> Facts:
    """Say what was granted, under which number, from when to when."""
    validity = approval.validity
    last = w.last_day(validity.last_day) if validity.last_day else w.strong("sin fecha fija")
    return w.facts(
        "Lo que aprobamos",
        w.fact("Aprobado", approval.approved, element="approved"),
        w.fact("Servicios", *granted(w, case), element="units"),
        w.fact(
            "Número de aprobación",
            w.name(approval.authorization_number),
            element="authorization_number",
        ),
        w.fact("Primer día", w.day(validity.first_day), element="valid_from"),
        w.fact("Último día", last, element="valid_until"),
        w.fact("Dónde recibirla", w.name(approval.care_from)),
    )


def why_that_day(w: Writer, case: CaseFacts, approval: Approval) -> tuple[str | Run, ...]:
    """Say why the approval ends when it ends."""
    match approval.validity.end:
        case ValidityEnd.TERM:
            if approval.validity.term is None:
                raise ValueError("an approval that ends with its term must say how long it is")
            term = w.length(approval.validity.term)
            return ("Una aprobación dura ", term, ". Por eso termina ese día.")
        case ValidityEnd.COVERAGE:
            plan = w.name(case.plan_name)
            return (
                "Su cobertura con ",
                plan,
                " termina ese día. Por eso la aprobación termina también.",
            )
        case ValidityEnd.COURSE_OF_CARE:
            return ("Dura mientras usted necesite esta atención.",)
