"""To the member, in Spanish: the health plan decides this one, and we passed it on."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import ForwardedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def forwarded(w: Writer, fields: ForwardedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Su plan de salud decidirá sobre ", case.asked, "."),
        w.paragraph(
            "Su médico nos pidió esta atención. Para este tipo de atención decide el plan y no"
            " nosotros. Su plan es ",
            w.name(case.plan_name),
            ". No dijimos ni sí ni no.",
            element="who_decides",
        ),
        w.paragraph(
            "Enviamos la solicitud a su plan el ",
            w.day(fields.forwarded_on),
            ". Ni usted ni su médico tienen que enviarla otra vez.",
            element="forwarded_on",
        ),
        w.paragraph(
            "Su plan le escribirá y le dirá qué decidió. ¿Quiere preguntar ahora? Llame al número"
            " que está en la tarjeta de su plan de salud. También puede llamarnos. Si esperar puede"
            " hacerle daño, dígalo enseguida a su plan o a su médico. Así el plan puede ir rápido.",
            element="what_next",
        ),
        the_request(w, case),
    )
