"""The ways to ask for a review, for the practice: what, until when, and who may ask."""

from openmso.office.letters.blocks import Block, Runs
from openmso.office.letters.fields import Remedy, RemedyKind
from openmso.office.letters.wording.writer import Part, Writer

NAMES = {
    RemedyKind.PLAN_APPEAL: "Plan appeal",
    RemedyKind.GRIEVANCE: "Grievance with the plan",
    RemedyKind.FAST_GRIEVANCE: "Expedited grievance about this notice",
    RemedyKind.STATE_HEARING: "State hearing after the plan appeal",
    RemedyKind.INDEPENDENT_REVIEW: "Independent Medical Review, as a rule after the plan’s answer",
    RemedyKind.KEEP_SERVICE: "Continued service during the review",
}


def ways_to_ask(w: Writer, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    line = w.letterhead.line_for("grievances", "utilization_management")
    ways = [remedy for remedy in remedies if remedy.kind is not RemedyKind.A_PERSON]
    call = w.paragraph("To ask for a review, call ", w.number_of(line), ".", element="whom_to_call")
    if not ways:
        return (w.heading("Review rights"), call)
    return (
        w.heading("Review rights"),
        w.items(*(_way(w, remedy) for remedy in ways), element="appeal_how"),
        w.paragraph(
            "The patient received the same rights in writing. You may ask for the patient; where"
            " the program wants written consent, send it with the request.",
            element="who_may_help",
        ),
        call,
    )


def _way(w: Writer, remedy: Remedy) -> Runs:
    parts: list[Part] = [w.strong(NAMES.get(remedy.kind) or _name(remedy))]
    if remedy.by_a_person:
        parts.append(": a person decides whether it fits; call us")
    if remedy.file_within:
        parts += [": within ", w.length(remedy.file_within)]
    if remedy.file_by:
        parts += [", last day ", w.last_day(remedy.file_by)]
    if remedy.answer_within:
        parts += ["; answer within ", w.length(remedy.answer_within)]
    if remedy.fast_answer_within:
        parts += ["; expedited within ", w.length(remedy.fast_answer_within)]
    return w.say(*parts, ".")


def _name(remedy: Remedy) -> str:
    if remedy.name is None:
        raise ValueError(f"the way {remedy.key} comes without its name")
    return remedy.name.en
