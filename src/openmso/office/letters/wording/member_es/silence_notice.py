"""To the member, in Spanish: the time ran out without a decision, and what the law says."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import SilenceFields, SilenceMeans
from openmso.office.letters.wording.writer import Writer

from .remedies import what_you_can_do
from .the_request import the_request

POINT = {
    SilenceMeans.NO: (
        ". Por ley, esto cuenta como un no. Puede pedirnos que cambiemos esto.",
        "No dijimos que no. Pero la ley lo cuenta como un no, para que usted pueda actuar ya. No"
        " tiene que esperarnos. Lo sentimos.",
    ),
    SilenceMeans.YES: (
        ". Por ley, esto cuenta como un sí.",
        "Puede recibir esta atención. Muestre esta carta en el consultorio que se la dará.",
    ),
    SilenceMeans.STILL_OPEN: (
        ". Todavía trabajamos en ello.",
        "Esto no es un no. Le escribiremos cuando decidamos. También puede actuar ahora. Lo"
        " sentimos.",
    ),
}


def silence_notice(w: Writer, fields: SilenceFields) -> tuple[Block, ...]:
    case = fields.case
    point, meaning = POINT[fields.means]
    return (
        w.lead("No decidimos a tiempo sobre ", case.asked, point),
        w.paragraph(
            "Debíamos decidir a más tardar: ",
            w.moment(fields.due_at, case.time_zone),
            ".",
            element="due_at",
        ),
        w.heading("Qué quiere decir esto"),
        w.paragraph(meaning, element="meaning_of_silence"),
        w.note("La regla: ", w.name(fields.citation), ".", element="rule_used"),
        the_request(w, case),
        *(() if fields.means is SilenceMeans.YES else what_you_can_do(w, fields.remedies)),
    )
