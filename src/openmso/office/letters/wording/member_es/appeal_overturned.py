"""To the member, in Spanish: we take our no back, what is approved, and how to get it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealOverturnedFields
from openmso.office.letters.wording.writer import Writer

from .approval import using_it
from .the_request import the_approval, the_request


def appeal_overturned(w: Writer, fields: AppealOverturnedFields) -> tuple[Block, ...]:
    case, granted = fields.case, fields.approval
    return (
        w.lead("Cambiamos nuestra respuesta. Ahora decimos que sí a ", granted.approved, "."),
        w.paragraph(
            "Usted nos pidió revisar otra vez. Su apelación tiene el número ",
            w.name(fields.appeal_number),
            ". Otro médico leyó los papeles. Tomamos esta decisión el ",
            w.day(granted.decided_on),
            ".",
            element="decided",
        ),
        w.paragraph(
            "Ya puede recibir esta atención. También avisamos a su médico. Llame al consultorio que"
            " se la dará. Tenga a mano el número de aprobación. ¿Hay un problema? Llámenos y le"
            " ayudaremos a recibirla.",
            element="carried_out_how",
        ),
        the_approval(w, case, granted),
        *using_it(w, case, granted),
        the_request(w, case),
    )
