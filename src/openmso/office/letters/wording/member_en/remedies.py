"""What a member can do about a decision: one passage for each way to ask for a change."""

from openmso.office.letters.blocks import Block, Runs
from openmso.office.letters.fields import Remedy, RemedyKind
from openmso.office.letters.wording.writer import Part, Writer


def what_you_can_do(w: Writer, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    """Write every remedy in the order given, then who may help and what to send.

    Where no rule names a remedy, say whom to call.
    """
    if not remedies:
        return (w.heading("What you can do now"), whom_to_call(w))
    kinds = {remedy.kind for remedy in remedies}
    passages: list[Block] = [w.heading("What you can do now")]
    passages += (PASSAGES[remedy.kind](w, remedy) for remedy in remedies)
    if {RemedyKind.STATE_HEARING, RemedyKind.INDEPENDENT_REVIEW} <= kinds:
        passages.append(which_first(w))
    return (*passages, *help_with_asking(w))


def plan_appeal(w: Writer, remedy: Remedy) -> Block:
    return _look_again(w, remedy, title="Ask us to look again (an appeal)", it="appeal")


def grievance(w: Writer, remedy: Remedy) -> Block:
    return _look_again(w, remedy, title="Ask us to look again (a grievance)", it="grievance")


def _look_again(w: Writer, remedy: Remedy, *, title: str, it: str) -> Block:
    line = w.letterhead.line_for("grievances", "member_services")
    inside: list[Block] = [
        w.paragraph(
            "You, your doctor, or someone you choose can ask. Call ",
            w.number_of(line),
            ". Or write to us at the address on this letter. It is free.",
            element="appeal_how",
        )
    ]
    if remedy.file_within and remedy.file_by:
        inside.append(
            w.paragraph(
                "You have ",
                w.length(remedy.file_within),
                " from the date on this letter. The last day is ",
                w.last_day(remedy.file_by),
                ". If you had a good reason to be late, ask us anyway.",
                element="appeal_until",
            )
        )
    if remedy.answer_within:
        inside.append(w.paragraph("We must answer within ", w.length(remedy.answer_within), "."))
    if remedy.fast_answer_within:
        inside.append(
            w.paragraph(
                "If you could be hurt by the wait, ask for a fast answer. Then we must answer"
                " within ",
                w.length(remedy.fast_answer_within),
                ". Tell us, or ask your doctor to tell us, why it can’t wait.",
                element="fast_appeal",
            )
        )
    return w.box(title, *inside, element=it)


def fast_grievance(w: Writer, remedy: Remedy) -> Block:
    line = w.letterhead.line_for("grievances", "member_services")
    within: tuple[Part, ...] = (
        (" We must answer within ", w.length(remedy.answer_within), ".")
        if remedy.answer_within
        else ()
    )
    return w.box(
        "Tell us if you do not agree",
        w.paragraph(
            "If you think we should not take more time, you can file a fast complaint. Call ",
            w.number_of(line),
            ".",
            *within,
        ),
        element="fast_grievance",
    )


def state_hearing(w: Writer, remedy: Remedy) -> Block:
    within: tuple[Part, ...] = (
        ("You have ", w.length(remedy.file_within), " from the date of our answer to ask. ")
        if remedy.file_within
        else ()
    )
    return w.box(
        "Ask for a State hearing",
        w.paragraph(
            "At a hearing, a judge looks at your case. The judge does not work for us. You must"
            " first ask us to look again. If we still say no, you can ask for a hearing. ",
            *within,
            "It is free. You can call us, and we will tell you how to ask.",
        ),
        element="state_hearing",
    )


def independent_review(w: Writer, remedy: Remedy) -> Block:
    within: tuple[Part, ...] = (
        ("You have ", w.length(remedy.file_within), " from the date of our answer to ask. ")
        if remedy.file_within
        else ()
    )
    return w.box(
        "Ask for an outside review (IMR)",
        w.paragraph(
            "The full name is ",
            w.name("Independent Medical Review"),
            ". Doctors who do not work for us look at your case. The State runs it. It is free."
            " Most of the time, you must first ask us to look again. If it can’t wait, you may be"
            " able to ask right now. ",
            *within,
            "You can always ask. The State will tell you if your case fits.",
        ),
        element="independent_medical_review",
    )


def keep_service(w: Writer, remedy: Remedy) -> Block:
    by: Runs = (
        w.say(" The last day to ask is ", w.last_day(remedy.file_by), ".") if remedy.file_by else ()
    )
    within: tuple[Part, ...] = (
        (" Ask within ", w.length(remedy.file_within), " of the date on this letter,")
        if remedy.file_within
        else (" Ask",)
    )
    return w.box(
        "Keep the care you have now",
        w.paragraph(
            "Do you get this care now? You may be able to keep it while we look again.",
            *within,
            " or before the day the care is to stop.",
            *by,
        ),
        element="keep_service",
    )


def whom_to_call(w: Writer) -> Block:
    line = w.letterhead.line_for("grievances", "member_services")
    return w.paragraph(
        "If you do not agree, call us at ",
        w.number_of(line),
        ". We will tell you how to ask us to change this. It is free.",
        element="whom_to_call",
    )


def which_first(w: Writer) -> Block:
    return w.paragraph(
        w.strong("Which one should come first? "),
        "If you ask for the outside review first, you can still ask for a hearing. If you ask for"
        " a hearing first, you may lose the outside review.",
        element="which_first",
    )


def help_with_asking(w: Writer) -> tuple[Block, ...]:
    return (
        w.paragraph(
            w.strong("Someone can ask for you. "),
            "This can be a friend, a family member, your doctor or a lawyer. For some, you both"
            " sign a form. Call us, and we will send it.",
            element="who_may_help",
        ),
        w.paragraph(
            w.strong("You can send us more facts. "),
            "Send notes from your doctor or any papers that help your case.",
            element="give_evidence",
        ),
        w.paragraph("No one may treat you worse because you ask.", element="no_reprisal"),
    )


PASSAGES = {
    RemedyKind.PLAN_APPEAL: plan_appeal,
    RemedyKind.GRIEVANCE: grievance,
    RemedyKind.FAST_GRIEVANCE: fast_grievance,
    RemedyKind.STATE_HEARING: state_hearing,
    RemedyKind.INDEPENDENT_REVIEW: independent_review,
    RemedyKind.KEEP_SERVICE: keep_service,
}
