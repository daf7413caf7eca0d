"""Why we said no, in plain Spanish, with the rule and the doctor's own words beside them."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Ground, Refusal
from openmso.office.letters.wording.writer import Writer


def why_not(w: Writer, refusal: Refusal, *, ask_us: bool = True) -> tuple[Block, ...]:
    """Say why; with `ask_us` also that we can be asked to change it."""
    rule = refusal.rule
    used = w.name(", ".join(part for part in (rule.name, rule.edition, rule.section) if part))
    reason = (
        w.heading("Por qué dijimos que no"),
        w.paragraph(refusal.reason, element="reason"),
        *_try_first(w, refusal),
    )
    if refusal.ground is Ground.NOT_COVERED:
        return (
            *reason,
            w.paragraph(
                "Su plan no cubre este tipo de atención. Puede leerlo en los documentos de su"
                " plan, aquí: ",
                used,
                ".",
                element="rule_used",
            ),
            *_who_decided(w, refusal),
        )
    return (
        *reason,
        w.box(
            "Qué quiere decir “no es médicamente necesario”",
            w.paragraph(
                "Quiere decir que esta atención no es la adecuada para su problema de salud en"
                " este momento. Puede haber otra atención que conviene probar primero, o que"
                " funciona igual de bien. No quiere decir que usted no esté enfermo.",
                " Puede pedirnos que cambiemos la decisión." if ask_us else "",
            ),
            element="meaning_of_ground",
        ),
        w.paragraph("Usamos esta regla: ", used, ".", element="rule_used"),
        w.paragraph(
            "Esto es lo que escribimos para su médico: ",
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
            "Por favor, pruebe primero esto: ",
            refusal.alternative,
            ". ¿Ya lo probó, o no es seguro para usted? Díganoslo, o pida a su médico que nos lo"
            " diga. Eso puede cambiar nuestra respuesta.",
            element="try_first",
        ),
    )


def _who_decided(w: Writer, refusal: Refusal) -> tuple[Block, ...]:
    return (
        w.paragraph(
            "Un médico tomó esta decisión el ",
            w.day(refusal.decided_on),
            ". Su título: ",
            w.name(refusal.responsible.title),
            ".",
            element="decided",
        ),
        w.paragraph(
            "Puede recibir gratis una copia de la regla y de todos los papeles que usamos. Solo"
            " llámenos.",
            element="free_copies",
        ),
    )
