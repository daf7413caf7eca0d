"""To the member: we pay for care that was given after all, how much, to whom and by when."""

from openmso.office.letters.blocks import Block, Facts
from openmso.office.letters.fields import PaymentOrder, PaymentOrderedFields
from openmso.office.letters.wording.writer import Writer

from .the_request import the_request


def payment_ordered(w: Writer, fields: PaymentOrderedFields) -> tuple[Block, ...]:
    case, payment = fields.case, fields.payment
    who = (
        "A group outside looked at it anew. It told us to pay, and we do. It did so on "
        if payment.from_outside
        else "Another doctor read the papers. We made this choice on "
    )
    return (
        w.lead("We changed our answer. We will now pay for this care."),
        w.paragraph(
            "You asked us to look again. Your appeal has the number ",
            w.name(fields.appeal_number),
            ". ",
            who,
            w.day(payment.decided_on),
            ".",
            element="decided",
        ),
        the_payment(w, payment, case.time_zone),
        w.paragraph(
            "You do not have to do a thing. We told the people who pay the bills. Did you get a"
            " bill for this care? Do not pay it now. Call us, and we will help you. Did you pay it"
            " on your own? Tell us, and send us the bill you paid.",
            element="carried_out_how",
        ),
        the_request(w, case),
    )


def the_payment(w: Writer, payment: PaymentOrder, time_zone: str) -> Facts:
    """Say how much is paid, to whom and by when."""
    by = w.moment(payment.pay_by, time_zone) if payment.pay_by else "as soon as we can"
    return w.facts(
        "What we pay",
        w.fact("How much", w.name(payment.amount), element="approved"),
        w.fact("To", w.name(payment.pay_to)),
        w.fact("By", by),
    )
