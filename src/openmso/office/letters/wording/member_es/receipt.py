"""To the member, in Spanish: we got the request, and when we will decide."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ReceiptFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def receipt(w: Writer, fields: ReceiptFields) -> tuple[Block, ...]:
    case = fields.case
    speed = (
        "La revisaremos con rapidez, porque esperar podría hacerle daño."
        if fields.expedited
        else "Si usted o su médico cree que esperar podría hacerle daño, llámenos. Pídanos que"
        " vayamos más rápido."
    )
    return (
        w.lead("Recibimos la solicitud de ", case.asked, "."),
        w.paragraph(
            "Decidiremos a más tardar: ",
            w.moment(fields.decide_by, case.time_zone),
            ". Entonces le escribiremos a usted y a su médico.",
            element="decide_by",
        ),
        w.paragraph(speed, element="speed"),
        w.paragraph("No tiene que hacer nada ahora."),
        the_request(w, case),
    )
