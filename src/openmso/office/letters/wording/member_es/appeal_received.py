"""To the member, in Spanish: your appeal is here, who looks after it, and by when we answer."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import AppealReceivedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def appeal_received(w: Writer, fields: AppealReceivedFields) -> tuple[Block, ...]:
    case = fields.case
    return (
        w.lead("Usted nos pidió revisar otra vez nuestra respuesta sobre ", case.asked, "."),
        w.paragraph(
            "Recibimos su apelación el ",
            w.day(fields.filed_on),
            ". La envió ",
            w.name(fields.filed_by),
            ". Su número es ",
            w.name(fields.appeal_number),
            ".",
            element="received_on",
        ),
        *_when(w, fields),
        *_open_points(w, fields),
        w.paragraph(
            "La revisará un médico que no participó en la primera respuesta. Ese médico leerá todo"
            " lo que usted y su médico nos envíen."
        ),
        w.paragraph(
            "¿Tiene más papeles que puedan ayudar? Envíelos ahora. También puede explicarnos con"
            " sus propias palabras, por teléfono o por correo.",
            element="give_evidence",
        ),
        w.paragraph(
            "¿Tiene preguntas? Pregunte por ",
            w.name(f"{fields.contact.name}, {fields.contact.title}"),
            ". Llame al ",
            w.name(fields.contact.phone),
            ", o escriba a la dirección de esta carta.",
            element="contact_person",
        ),
        the_request(w, case),
    )


def _when(w: Writer, fields: AppealReceivedFields) -> tuple[Block, ...]:
    if fields.decide_by is None:
        return (
            w.paragraph("Responderemos lo antes posible. Le escribiremos.", element="expected_on"),
        )
    return (
        w.paragraph(
            "Responderemos a más tardar: ",
            w.moment(fields.decide_by, fields.case.time_zone),
            ". Le escribiremos. ",
            _speed(fields),
            element="expected_on",
        ),
    )


def _speed(fields: AppealReceivedFields) -> str:
    if fields.case.claim is not None:
        return (
            "Usted ya recibió la atención, así que esperar no le hace daño. No podemos ir rápido."
        )
    if fields.expedited:
        return "Iremos rápido, porque esperar podría hacerle daño."
    return (
        "¿Esperar podría hacerle daño? Llámenos, o pida a su médico que nos llame. Entonces iremos"
        " rápido."
    )


def _open_points(w: Writer, fields: AppealReceivedFields) -> tuple[Block, ...]:
    found: list[Block] = []
    if fields.paper_awaited:
        found.append(
            w.paragraph(
                "Necesitamos un papel más. Debe decir que esta persona puede pedir por usted."
                " Usted debe firmarlo. Llámenos y le enviaremos el formulario.",
                element="paper_awaited",
            )
        )
    if fields.waiver_awaited:
        found.append(
            w.paragraph(
                "Quien le dio la atención nos pide el pago. Primero debe firmar un papel. Debe"
                " decir que no le cobrará a usted esta atención, pase lo que pase.",
                element="paper_awaited",
            )
        )
    if fields.last_day is not None:
        found.append(
            w.paragraph(
                "El último día para pedirlo fue el ",
                w.last_day(fields.last_day),
                ". ¿Estuvo enfermo, o hubo una buena razón para la demora? Díganoslo, por favor.",
                element="came_late",
            )
        )
    if fields.regulator:
        found.append(
            w.paragraph(
                "Su caso es urgente. Por eso puede pedir ayuda al estado ahora mismo. No tiene que"
                " esperarnos.",
                element="regulator_right",
            )
        )
    return tuple(found)
