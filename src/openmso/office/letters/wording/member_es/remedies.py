"""The words that tell a member, in Spanish, what can be done about a decision."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import Remedy
from openmso.office.letters.wording.remedies import Passage, RemedyWords, remedies_told
from openmso.office.letters.wording.writer import Writer

WORDS = RemedyWords(
    heading="Qué puede hacer ahora",
    plan_appeal_title="Pídanos que revisemos otra vez (una apelación)",
    grievance_title="Pídanos que revisemos otra vez (una queja)",
    how=(
        "Puede pedirlo usted, su médico o una persona que usted elija. Llame al {number}. O"
        " escríbanos a la dirección de esta carta. Es gratis."
    ),
    until=(
        "Tiene {length} desde la fecha de esta carta. El último día es el {day}. Si tuvo una buena"
        " razón para tardar más, pídalo de todos modos."
    ),
    until_unknown=(
        "Pídalo pronto. No sabemos cuál es el último día para pedirlo. Llámenos y lo averiguamos."
    ),
    answer="Debemos responder en un plazo de {length}.",
    fast_answer=(
        "Si esperar puede hacerle daño, pida una respuesta rápida. Entonces debemos responder en"
        " {length}. Díganos por qué no puede esperar, o pida a su médico que nos lo diga."
    ),
    fast_grievance=Passage(
        "Díganos si no está de acuerdo",
        "Si cree que no debemos tomar más tiempo, puede presentar una queja rápida. Llame al"
        " {number}.",
    ),
    fast_grievance_answer=" Debemos responder en un plazo de {length}.",
    hearing=Passage(
        "Pida una audiencia del Estado",
        "En una audiencia, un juez mira su caso. El juez no trabaja para nosotros. Primero debe"
        " pedirnos que revisemos otra vez. Si decimos que no de nuevo, puede pedir la audiencia. ",
    ),
    hearing_within="Tiene {length} desde la fecha de nuestra respuesta. ",
    hearing_end="Es gratis. Llámenos y le diremos cómo pedirla.",
    review=Passage(
        "Pida una revisión de afuera (IMR)",
        "Se llama {name}. Médicos que no trabajan para nosotros miran su"
        " caso. La dirige el Estado. Es gratis. Casi siempre, primero debe pedirnos que revisemos"
        " otra vez. Si no puede esperar, tal vez pueda pedirla ahora mismo. ",
    ),
    review_name="revisión médica independiente",
    review_within="Tiene {length} desde la fecha de nuestra respuesta. ",
    review_end="Siempre puede pedirla. El Estado le dirá si su caso cumple los requisitos.",
    keep=Passage(
        "Conserve la atención que recibe ahora",
        "¿Recibe ahora esta atención? Tal vez pueda seguir con ella mientras revisamos.",
    ),
    keep_within=" Pídalo en {length} desde la fecha de esta carta,",
    keep_any_day=" Pídalo",
    keep_end=" o antes del día en que la atención deba terminar.",
    keep_by=" El último día para pedirlo es el {day}.",
    person="Una persona debe verlo con usted. Llámenos al {number}.",
    others="También hay otros caminos. Son gratis.",
    who_decides="Quién decide: {who}.",
    answered=" La respuesta debe llegar en un plazo de {length}.",
    last_day=" El último día para pedirlo es el {day}.",
    whom_to_call=(
        "Si no está de acuerdo, llámenos al {number}. Le diremos cómo pedirnos que cambiemos esto."
        " Es gratis."
    ),
    mind="Sepa esto antes de elegir:",
    someone=Passage(
        "Alguien puede pedirlo por usted. ",
        "Puede ser un amigo, un familiar, su médico o un abogado. A veces los dos deben firmar"
        " un formulario. Llámenos y se lo enviamos.",
    ),
    more_facts=Passage(
        "Puede enviarnos más información. ",
        "Envíe notas de su médico o cualquier papel que ayude a su caso.",
    ),
    no_reprisal="Nadie puede tratarle peor porque usted pide una revisión.",
)


def what_you_can_do(w: Writer, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    """Write every remedy in the order given, then who may help and what to send."""
    return remedies_told(w, WORDS, remedies)
