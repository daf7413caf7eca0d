"""To the member, in Spanish: this care needs no approval from us, and why."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import NotNeededBecause, NotNeededFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def not_needed(w: Writer, fields: NotNeededFields) -> tuple[Block, ...]:
    case = fields.case
    if fields.because is NotNeededBecause.EMERGENCY:
        why = w.paragraph(
            "La atención de emergencia nunca necesita nuestra aprobación.",
            element="why_not_needed",
        )
    else:
        why = w.paragraph(
            "Tenemos una lista de la atención que necesita nuestra aprobación. Esta atención no"
            " está en la lista. Miramos ",
            w.name(f"{fields.list_name}, {fields.list_edition}"),
            ".",
            element="why_not_needed",
        )
    return (
        w.lead("No necesita nuestra aprobación para ", case.asked, "."),
        why,
        w.paragraph(
            "Esto vale para la atención del ",
            w.day(fields.care_on),
            ". Su número de recibo es ",
            w.name(fields.receipt_number),
            ".",
            element="receipt_number",
        ),
        w.paragraph(
            "Esta carta no dice que se pagarán todos los costos. El día de la atención, usted"
            " todavía debe ser miembro del plan. Tal vez tenga que pagar una parte del costo.",
            element="no_guarantee",
        ),
        the_request(w, case),
    )
