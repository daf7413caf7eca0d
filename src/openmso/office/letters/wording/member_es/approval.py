"""To the member, in Spanish: we said yes, to what, from when to when, and why that last day."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Approval, ApprovalFields, CaseFacts
from openmso.office.letters.wording.writer import Writer

from .the_request import the_approval, the_request, why_that_day


def approval(w: Writer, fields: ApprovalFields) -> tuple[Block, ...]:
    case, granted = fields.case, fields.approval
    return (
        w.lead("Dijimos que sí a ", granted.approved, "."),
        w.paragraph(
            "Tomamos esta decisión el ",
            w.day(granted.decided_on),
            ". Ya puede recibir esta atención. Llame al consultorio que se la dará. Tenga a mano"
            " el número de aprobación.",
            element="decided",
        ),
        the_approval(w, case, granted),
        *using_it(w, case, granted),
        the_request(w, case),
    )


def using_it(w: Writer, case: CaseFacts, approval: Approval) -> tuple[Block, ...]:
    """Say why the last day is the last day, what the conditions are, and what is not promised."""
    conditions: tuple[Block, ...] = (
        (
            w.paragraph("Tenga en cuenta:"),
            w.items(*(w.say(each) for each in approval.conditions), element="conditions"),
        )
        if approval.conditions
        else ()
    )
    kept: tuple[Block, ...] = (
        (
            w.paragraph(
                "Cuando su médico ya le dio la atención de buena fe, nadie puede retirar esta"
                " aprobación.",
                element="not_taken_back",
            ),
        )
        if approval.may_not_be_taken_back
        else ()
    )
    return (
        w.heading("Cuánto dura"),
        w.paragraph(*why_that_day(w, case, approval), element="why_that_day"),
        *conditions,
        w.paragraph(
            "Esta carta no dice que se pagarán todos los costos. El día de la atención, usted"
            " todavía debe ser miembro del plan. Tal vez tenga que pagar una parte del costo.",
            element="no_guarantee",
        ),
        *kept,
    )
