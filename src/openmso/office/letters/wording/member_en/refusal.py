"""Why we said no, in plain words, with the rule and the doctor's own words beside them."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Ground, Refusal
from openmso.office.letters.wording.writer import Writer


def why_not(w: Writer, refusal: Refusal, *, ask_us: bool = True) -> tuple[Block, ...]:
    """Say why; with `ask_us` also that we can be asked to change it."""
    rule = refusal.rule
    used = w.name(", ".join(part for part in (rule.name, rule.edition, rule.section) if part))
    reason = (
        w.heading("Why we said no"),
        w.paragraph(refusal.reason, element="reason"),
        *_try_first(w, refusal),
    )
    if refusal.ground is Ground.NOT_COVERED:
        return (
            *reason,
            w.paragraph(
                "Your plan does not cover this kind of care. You can read this in your plan’s"
                " papers here: ",
                used,
                ".",
                element="rule_used",
            ),
            *_who_decided(w, refusal),
        )
    return (
        *reason,
        w.box(
            "What “not medically necessary” means",
            w.paragraph(
                "It means that this care is not the right care for your health problem at this"
                " time. There may be other care that you should try first. Or there may be other"
                " care that works as well. It does not mean that you are not sick.",
                " You can still ask us to change this." if ask_us else "",
            ),
            element="meaning_of_ground",
        ),
        w.paragraph("We used this rule: ", used, ".", element="rule_used"),
        w.paragraph(
            "Here is what we wrote for your doctor: ",
            w.quoted(refusal.clinical_reason),
            element="clinical_reason",
        ),
        *_who_decided(w, refusal),
    )


def _try_first(w: Writer, refusal: Refusal) -> tuple[Block, ...]:
    if refusal.alternative is None:
        return ()
    return (
        w.paragraph(
            "Please try this first: ",
            refusal.alternative,
            ". Did you try it, or is it not safe for you? Then tell us, or ask your doctor to tell"
            " us. It can change our answer.",
            element="try_first",
        ),
    )


def _who_decided(w: Writer, refusal: Refusal) -> tuple[Block, ...]:
    return (
        w.paragraph(
            "A doctor made this choice on ",
            w.day(refusal.decided_on),
            ". The doctor’s title: ",
            w.name(refusal.responsible.title),
            ".",
            element="decided",
        ),
        w.paragraph(
            "You can have a copy of the rule and of all papers we used. It is free. Just call us.",
            element="free_copies",
        ),
    )
