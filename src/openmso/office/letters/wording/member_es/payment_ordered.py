"""To the member, in Spanish: we pay for care that was given after all, how much and by when."""

from openmso.office.letters.blocks import Block, Facts
from openmso.office.letters.fields import PaymentOrder, PaymentOrderedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def payment_ordered(w: Writer, fields: PaymentOrderedFields) -> tuple[Block, ...]:
    case, payment = fields.case, fields.payment
    who = (
        "Un grupo de fuera lo revisó todo de nuevo. Nos dijo que paguemos, y pagamos. Lo hizo el "
        if payment.from_outside
        else "Otro médico leyó los papeles. Tomamos esta decisión el "
    )
    return (
        w.lead("Cambiamos nuestra respuesta. Ahora pagaremos esta atención."),
        w.paragraph(
            "Usted nos pidió revisar otra vez. Su apelación tiene el número ",
            w.name(fields.appeal_number),
            ". ",
            who,
            w.day(payment.decided_on),
            ".",
            element="decided",
        ),
        the_payment(w, payment, case.time_zone),
        w.paragraph(
            "Usted no tiene que hacer nada. Avisamos a quienes pagan las cuentas. ¿Le llegó una"
            " cuenta por esta atención? No la pague ahora. Llámenos y le ayudaremos. ¿Ya la pagó"
            " usted? Díganos y envíenos la cuenta que pagó.",
            element="carried_out_how",
        ),
        the_request(w, case),
    )


def the_payment(w: Writer, payment: PaymentOrder, time_zone: str) -> Facts:
    """Say how much is paid, to whom and by when."""
    by = w.moment(payment.pay_by, time_zone) if payment.pay_by else "lo antes posible"
    return w.facts(
        "Lo que pagamos",
        w.fact("Cuánto", w.name(payment.amount), element="approved"),
        w.fact("A quién", w.name(payment.pay_to)),
        w.fact("A más tardar", by),
    )
