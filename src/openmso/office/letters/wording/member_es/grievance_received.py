"""To the member, in Spanish: your concern is here, whom to ask, and by when we answer."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import GrievanceReceivedFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_concern import the_concern

_NOW = (
    "Su queja es urgente. Por eso puede pedir ayuda al estado ahora mismo. No tiene que esperarnos."
)
_LATER = (
    "También puede pedir ayuda al estado. El papel que va con esta carta le dice cómo y cuándo."
)


def grievance_received(w: Writer, fields: GrievanceReceivedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Gracias por decirnos lo que pasa. Vamos a revisar su queja."),
        w.paragraph(
            "La recibimos el ",
            w.day(case.received_on),
            ". La envió ",
            w.name(fields.filed_by),
            ". Su número es ",
            w.name(case.request_number),
            ".",
            element="received_on",
        ),
        _when(w, fields),
        *_open_points(w, fields),
        w.paragraph(
            "¿Tiene algo más que decirnos, o papeles que ayuden? Llámenos o escríbanos ahora.",
            element="give_evidence",
        ),
        w.paragraph(
            "¿Tiene preguntas? Pregunte por ",
            *_whom(w, fields),
            ". Llame al ",
            w.name(fields.contact.phone),
            ", o escriba a la dirección de esta carta.",
            element="contact_person",
        ),
        w.paragraph(
            "Usted siempre puede decirnos lo que está mal. Nadie puede tratarle peor por eso.",
            element="no_reprisal",
        ),
        the_concern(w, case),
    )


def _whom(w: Writer, fields: GrievanceReceivedFields) -> tuple[Part, ...]:
    who = fields.contact
    return (w.name(f"{who.name}, {who.title}" if who.name else who.title),)


def _when(w: Writer, fields: GrievanceReceivedFields) -> Block:
    if fields.answer_by is None:
        return w.paragraph(
            "Responderemos lo antes posible. Le escribiremos.", element="expected_on"
        )
    return w.paragraph(
        "Responderemos a más tardar: ",
        w.moment(fields.answer_by, fields.case.time_zone),
        ". Le escribiremos.",
        " Iremos rápido, porque esto no puede esperar." if fields.expedited else "",
        element="expected_on",
    )


def _open_points(w: Writer, fields: GrievanceReceivedFields) -> tuple[Block, ...]:
    found: list[Block] = []
    if fields.regulator:
        said = _NOW if fields.expedited else _LATER
        found.append(w.paragraph(said, element="regulator_right"))
    if fields.paper_awaited:
        found.append(
            w.paragraph(
                "Necesitamos un papel más. Debe decir que esta persona puede hablar por usted."
                " Usted debe firmarlo. Llámenos y le enviaremos el formulario.",
                element="paper_awaited",
            )
        )
    if fields.about_a_decision:
        found.append(
            w.paragraph(
                "¿Dijimos que no a una atención que necesita? Entonces veremos si esto debe ser"
                " una apelación. No pierde tiempo. Cuenta su primer día."
            )
        )
    return tuple(found)
