"""What a member can do about a decision, in Spanish: one passage for each way to ask."""

from openmso.office.letters.blocks import Block, Runs
from openmso.office.letters.fields import Remedy, RemedyKind
from openmso.office.letters.wording.writer import Part, Writer


def what_you_can_do(w: Writer, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    """Write every remedy in the order given, then who may help and what to send.

    Where no rule names a remedy, say whom to call.
    """
    if not remedies:
        return (w.heading("Qué puede hacer ahora"), whom_to_call(w))
    kinds = {remedy.kind for remedy in remedies}
    passages: list[Block] = [w.heading("Qué puede hacer ahora")]
    passages += (PASSAGES[remedy.kind](w, remedy) for remedy in remedies)
    if {RemedyKind.STATE_HEARING, RemedyKind.INDEPENDENT_REVIEW} <= kinds:
        passages.append(which_first(w))
    return (*passages, *help_with_asking(w))


def plan_appeal(w: Writer, remedy: Remedy) -> Block:
    return _look_again(
        w, remedy, title="Pídanos que revisemos otra vez (una apelación)", it="appeal"
    )


def grievance(w: Writer, remedy: Remedy) -> Block:
    return _look_again(
        w, remedy, title="Pídanos que revisemos otra vez (una queja)", it="grievance"
    )


def _look_again(w: Writer, remedy: Remedy, *, title: str, it: str) -> Block:
    line = w.letterhead.line_for("grievances", "member_services")
    inside: list[Block] = [
        w.paragraph(
            "Puede pedirlo usted, su médico o una persona que usted elija. Llame al ",
            w.number_of(line),
            ". O escríbanos a la dirección de esta carta. Es gratis.",
            element="appeal_how",
        )
    ]
    if remedy.file_within and remedy.file_by:
        inside.append(
            w.paragraph(
                "Tiene ",
                w.length(remedy.file_within),
                " desde la fecha de esta carta. El último día es el ",
                w.last_day(remedy.file_by),
                ". Si tuvo una buena razón para tardar más, pídalo de todos modos.",
                element="appeal_until",
            )
        )
    if remedy.answer_within:
        inside.append(
            w.paragraph("Debemos responder en un plazo de ", w.length(remedy.answer_within), ".")
        )
    if remedy.fast_answer_within:
        inside.append(
            w.paragraph(
                "Si esperar puede hacerle daño, pida una respuesta rápida. Entonces debemos"
                " responder en ",
                w.length(remedy.fast_answer_within),
                ". Díganos por qué no puede esperar, o pida a su médico que nos lo diga.",
                element="fast_appeal",
            )
        )
    return w.box(title, *inside, element=it)


def fast_grievance(w: Writer, remedy: Remedy) -> Block:
    line = w.letterhead.line_for("grievances", "member_services")
    within: tuple[Part, ...] = (
        (" Debemos responder en ", w.length(remedy.answer_within), ".")
        if remedy.answer_within
        else ()
    )
    return w.box(
        "Díganos si no está de acuerdo",
        w.paragraph(
            "Si cree que no debemos tomar más tiempo, puede presentar una queja rápida. Llame al ",
            w.number_of(line),
            ".",
            *within,
        ),
        element="fast_grievance",
    )


def state_hearing(w: Writer, remedy: Remedy) -> Block:
    within: tuple[Part, ...] = (
        ("Tiene ", w.length(remedy.file_within), " desde la fecha de nuestra respuesta. ")
        if remedy.file_within
        else ()
    )
    return w.box(
        "Pida una audiencia del Estado",
        w.paragraph(
            "En una audiencia, un juez mira su caso. El juez no trabaja para nosotros. Primero"
            " debe pedirnos que revisemos otra vez. Si decimos que no de nuevo, puede pedir la"
            " audiencia. ",
            *within,
            "Es gratis. Llámenos y le diremos cómo pedirla.",
        ),
        element="state_hearing",
    )


def independent_review(w: Writer, remedy: Remedy) -> Block:
    within: tuple[Part, ...] = (
        ("Tiene ", w.length(remedy.file_within), " desde la fecha de nuestra respuesta. ")
        if remedy.file_within
        else ()
    )
    return w.box(
        "Pida una revisión de afuera (IMR)",
        w.paragraph(
            "Se llama revisión médica independiente. Médicos que no trabajan para nosotros miran"
            " su caso. La dirige el Estado. Es gratis. Casi siempre, primero debe pedirnos que"
            " revisemos otra vez. Si no puede esperar, tal vez pueda pedirla ahora mismo. ",
            *within,
            "Siempre puede pedirla. El Estado le dirá si su caso cumple los requisitos.",
        ),
        element="independent_medical_review",
    )


def keep_service(w: Writer, remedy: Remedy) -> Block:
    by: Runs = (
        w.say(" El último día para pedirlo es el ", w.last_day(remedy.file_by), ".")
        if remedy.file_by
        else ()
    )
    within: tuple[Part, ...] = (
        (" Pídalo en ", w.length(remedy.file_within), " desde la fecha de esta carta,")
        if remedy.file_within
        else (" Pídalo",)
    )
    return w.box(
        "Conserve la atención que recibe ahora",
        w.paragraph(
            "¿Recibe ahora esta atención? Tal vez pueda seguir con ella mientras revisamos.",
            *within,
            " o antes del día en que la atención deba terminar.",
            *by,
        ),
        element="keep_service",
    )


def whom_to_call(w: Writer) -> Block:
    line = w.letterhead.line_for("grievances", "member_services")
    return w.paragraph(
        "Si no está de acuerdo, llámenos al ",
        w.number_of(line),
        ". Le diremos cómo pedirnos que cambiemos esto. Es gratis.",
        element="whom_to_call",
    )


def which_first(w: Writer) -> Block:
    return w.paragraph(
        w.strong("¿Cuál pedir primero? "),
        "Si pide primero la revisión de afuera, después todavía puede pedir una audiencia. Si pide"
        " primero una audiencia, puede perder la revisión de afuera.",
        element="which_first",
    )


def help_with_asking(w: Writer) -> tuple[Block, ...]:
    return (
        w.paragraph(
            w.strong("Alguien puede pedirlo por usted. "),
            "Puede ser un amigo, un familiar, su médico o un abogado. A veces los dos deben firmar"
            " un formulario. Llámenos y se lo enviamos.",
            element="who_may_help",
        ),
        w.paragraph(
            w.strong("Puede enviarnos más información. "),
            "Envíe notas de su médico o cualquier papel que ayude a su caso.",
            element="give_evidence",
        ),
        w.paragraph(
            "Nadie puede tratarle peor porque usted pide una revisión.", element="no_reprisal"
        ),
    )


PASSAGES = {
    RemedyKind.PLAN_APPEAL: plan_appeal,
    RemedyKind.GRIEVANCE: grievance,
    RemedyKind.FAST_GRIEVANCE: fast_grievance,
    RemedyKind.STATE_HEARING: state_hearing,
    RemedyKind.INDEPENDENT_REVIEW: independent_review,
    RemedyKind.KEEP_SERVICE: keep_service,
}
