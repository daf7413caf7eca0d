"""To the member, in Spanish: we found no coverage with us for that day, and what to do about it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import NotEligibleBecause, NotEligibleFields
from openmso.office.letters.wording.writer import Part, Writer

from .the_request import the_request


def not_eligible(w: Writer, fields: NotEligibleFields) -> tuple[Block, ...]:
    line = w.letterhead.line_for("member_services")
    return (
        w.lead("No encontramos que usted esté con nosotros el ", w.day(fields.care_on), "."),
        w.paragraph(
            "Su médico nos pidió ",
            fields.case.asked,
            ". No dijimos que no a esta atención. Nadie aquí ha mirado si usted la necesita. Solo"
            " podemos hacerlo para las personas que están con uno de nuestros grupos médicos el"
            " día de la atención.",
            element="not_a_denial",
        ),
        w.paragraph(*_what_we_know(w, fields), element="why_not_eligible"),
        w.heading("Qué puede hacer ahora"),
        w.items(
            w.say(
                w.strong("¿Tiene un plan nuevo o un grupo médico nuevo? "),
                "Muestre su nueva tarjeta a su médico. Así su médico puede preguntar en el lugar"
                " correcto.",
            ),
            w.say(
                w.strong("¿Cree que esto es un error? "),
                "Llámenos al ",
                w.number_of(line),
                ". Tenga a mano la tarjeta de su plan de salud. Miraremos otra vez. Si le"
                " encontramos, su médico no tiene que pedirlo de nuevo.",
            ),
            w.say(
                w.strong("¿No tiene un plan ahora? "),
                "Llámenos también. Podemos decirle dónde preguntar por uno.",
            ),
            element="what_next",
        ),
        the_request(w, fields.case),
    )


def _what_we_know(w: Writer, fields: NotEligibleFields) -> tuple[Part, ...]:
    known = w.name(" / ".join(filter(None, (fields.known_plan, fields.known_ipa))))
    day = w.last_day(fields.turning_on) if fields.turning_on else ""
    match fields.because:
        case NotEligibleBecause.ENDED:
            return (
                "Le tenemos con ",
                known,
                ". Nuestra lista dice que su último día fue el ",
                day,
                ".",
            )
        case NotEligibleBecause.NOT_BEGUN:
            return (
                "Le tenemos con ",
                known,
                ". Nuestra lista dice que usted empieza el ",
                day,
                ".",
            )
        case NotEligibleBecause.NOT_WITH_US:
            return (
                "Nuestra lista no le muestra con ninguno de nuestros grupos médicos para ese día.",
            )
