"""To the member, in Spanish: papers are missing, who sends them, and when we decide."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import InformationFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def request_for_information(w: Writer, fields: InformationFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Necesitamos más papeles para decidir sobre ", case.asked, "."),
        w.paragraph("No dijimos que no. Pedimos al consultorio de su médico que nos envíe:"),
        w.items(*(w.say(each) for each in fields.missing), element="missing"),
        w.paragraph(
            "Los necesitamos a más tardar: ",
            w.moment(fields.send_by, case.time_zone),
            ". Con lo que tengamos, decidiremos a más tardar: ",
            w.moment(fields.decide_by, case.time_zone),
            ".",
            element="send_by",
        ),
        w.heading("Qué puede hacer"),
        w.paragraph(
            "No tiene que hacer nada. Si quiere, llame al consultorio de su médico y pida que nos"
            " envíen los papeles. Si los tiene en casa, también puede enviarlos usted. El número"
            " de fax es ",
            w.name(fields.fax),
            ".",
            element="where_to_send",
        ),
        the_request(w, case),
    )
