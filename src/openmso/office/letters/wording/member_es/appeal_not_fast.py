"""To the member, in Spanish: your appeal takes the usual time, why, and how to make it fast."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealNotFastFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request


def appeal_not_fast(w: Writer, fields: AppealNotFastFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Usted nos pidió ir rápido. Tomaremos el tiempo normal para ver su apelación."),
        w.paragraph(
            "Su apelación es sobre ",
            case.asked,
            ". Tiene el número ",
            w.name(fields.appeal_number),
            ". Tomamos esta decisión el ",
            w.day(fields.refused_on),
            ". No dijimos que no a su apelación. La seguimos estudiando, y el tiempo empezó el día"
            " que nos llegó.",
            *_by(w, fields),
            element="handled_as_standard",
        ),
        w.heading("Por qué puede esperar"),
        w.paragraph(fields.reason, element="reason"),
        w.heading("Su médico puede hacer que sea rápida"),
        w.paragraph(
            "¿Esperar podría hacerle daño? Pida a su médico que nos llame o nos escriba. Su médico"
            " debe decir que esperar podría dañar su salud. Entonces tenemos que ir rápido. A eso"
            " no podemos decir que no. Puede pedirlo otra vez cuando quiera.",
            element="ask_again_with_doctor",
        ),
        *_object(w, fields),
        the_request(w, case),
    )


def _by(w: Writer, fields: AppealNotFastFields) -> tuple[Part, ...]:
    if fields.decide_by is None:
        return ()
    return (
        " Responderemos a más tardar: ",
        w.moment(fields.decide_by, fields.case.time_zone),
        ".",
    )


def _object(w: Writer, fields: AppealNotFastFields) -> tuple[Block, ...]:
    number = w.number_of(w.letterhead.line_for("grievances", "utilization_management"))
    within = next((one.answer_within for one in fields.remedies if one.answer_within), None)
    answer = (" Debemos responder en ", w.length(within), ".") if within else ()
    return (
        w.heading("Díganos si no está de acuerdo"),
        w.paragraph(
            "Si cree que debemos ir rápido, puede presentar una queja rápida. Llame al ",
            number,
            ".",
            *answer,
            element="fast_grievance",
        ),
        w.paragraph(
            "Se llama queja formal. También puede escribirnos a la dirección de esta carta. Es"
            " gratis. Nadie le tratará peor por pedirlo.",
            element="grievance",
        ),
    )
