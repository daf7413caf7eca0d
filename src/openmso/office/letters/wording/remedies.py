"""What a member can do about a decision: one passage for each way to ask for a change.

The order and the conditions stand here once; each language brings its words (`RemedyWords`, in
member_en/remedies.py and its sisters). A pattern names what is filled in: {length}, {day}…
"""

from collections.abc import Callable
from dataclasses import dataclass

from openmso.office.letters.blocks import Block, Run, Runs
from openmso.office.letters.fields import Remedy, RemedyKind, Told

from .writer import Part, Writer


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, or strong first words, and the sentences that follow it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyWords:
    """The words of one language. A text that needs a number or a day is left out without it."""

    heading: str
    plan_appeal_title: str
    grievance_title: str
    how: str
    until: str
    until_unknown: str
    answer: str
    fast_answer: str
    fast_grievance: Passage
    fast_grievance_answer: str
    hearing: Passage
    hearing_within: str
    hearing_end: str
    review: Passage
    review_name: str
    review_within: str
    review_end: str
    keep: Passage
    keep_within: str
    keep_any_day: str
    keep_end: str
    keep_by: str
    person: str
    others: str
    who_decides: str
    answered: str
    last_day: str
    whom_to_call: str
    mind: str
    someone: Passage
    more_facts: Passage
    no_reprisal: str


def remedies_told(w: Writer, words: RemedyWords, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    """Write every remedy in the order given, what to mind, then who may help and what to send.

    Where nobody but a person can tell, or no remedy is named at all, say whom to call.
    """
    if not remedies:
        return (w.heading(words.heading), _whom_to_call(w, words))
    return (
        w.heading(words.heading),
        *(_PASSAGES[one.kind](w, words, one) for one in remedies if one.kind in _PASSAGES),
        *_others(w, words, remedies),
        *_warnings(w, words, remedies),
        *([_whom_to_call(w, words)] if _a_person_helps(remedies) else []),
        _strong(w, words.someone, "who_may_help"),
        _strong(w, words.more_facts, "give_evidence"),
        w.paragraph(words.no_reprisal, element="no_reprisal"),
    )


def _plan_appeal(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    return _look_again(w, words, remedy, title=words.plan_appeal_title, it="appeal")


def _grievance(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    return _look_again(w, words, remedy, title=words.grievance_title, it="grievance")


def _look_again(w: Writer, words: RemedyWords, remedy: Remedy, *, title: str, it: str) -> Block:
    inside: list[Block] = [
        w.paragraph(*w.filled(words.how, number=_number(w)), element="appeal_how")
    ]
    inside.append(_until(w, words, remedy))
    if remedy.answer_within:
        inside.append(w.paragraph(*w.filled(words.answer, length=w.length(remedy.answer_within))))
    if remedy.fast_answer_within:
        length = w.length(remedy.fast_answer_within)
        inside.append(
            w.paragraph(*w.filled(words.fast_answer, length=length), element="fast_appeal")
        )
    return w.box(title, *inside, element=it)


def _until(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    if remedy.by_a_person:
        return w.paragraph(*_person(w, words))
    if not (remedy.file_within and remedy.file_by):
        return w.paragraph(words.until_unknown)
    length, day = w.length(remedy.file_within), w.last_day(remedy.file_by)
    return w.paragraph(*w.filled(words.until, length=length, day=day), element="appeal_until")


def _fast_grievance(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    within = (
        w.filled(words.fast_grievance_answer, length=w.length(remedy.answer_within))
        if remedy.answer_within
        else ()
    )
    text = (*w.filled(words.fast_grievance.text, number=_number(w)), *within)
    return w.box(words.fast_grievance.title, w.paragraph(*text), element="fast_grievance")


def _state_hearing(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    within = _person(w, words) if remedy.by_a_person else _within(w, words.hearing_within, remedy)
    text: tuple[Part, ...] = (words.hearing.text, *within, words.hearing_end)
    return w.box(words.hearing.title, w.paragraph(*text), element="state_hearing")


def _independent_review(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    text: list[Part] = [*w.filled(words.review.text, name=w.name(words.review_name))]
    text += (*w.told(remedy.why), " ") if remedy.why else ()
    text += _person(w, words) if remedy.by_a_person else _within(w, words.review_within, remedy)
    text.append(words.review_end)
    return w.box(words.review.title, w.paragraph(*text), element="independent_medical_review")


def _keep_service(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    within = _within(w, words.keep_within, remedy) or (words.keep_any_day,)
    by = w.filled(words.keep_by, day=w.last_day(remedy.file_by)) if remedy.file_by else ()
    person = (" ", *_person(w, words)) if remedy.by_a_person else ()
    text = (words.keep.text, *within, words.keep_end, *by, *person)
    return w.box(words.keep.title, w.paragraph(*text), element="keep_service")


def _others(w: Writer, words: RemedyWords, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    found = [_other(w, words, one) for one in remedies if one.kind is RemedyKind.ANOTHER_WAY]
    if not found:
        return ()
    return (
        w.paragraph(words.others, element="other_ways"),
        w.items(*found, element="other_ways"),
    )


def _other(w: Writer, words: RemedyWords, remedy: Remedy) -> Runs:
    if not (remedy.name and remedy.says and remedy.who):
        raise ValueError(f"the way {remedy.key} comes without its words")
    name = Run(_as_text(w, remedy.name), w.language, exempt=True, strong=True)
    parts: list[Part] = [name, ". ", *w.told(remedy.says), " "]
    parts += [*w.told(remedy.why), " "] if remedy.why else []
    parts += _person(w, words) if remedy.by_a_person else ()
    parts += w.filled(words.who_decides, who=w.name(_as_text(w, remedy.who)))
    if remedy.answer_within:
        parts += w.filled(words.answered, length=w.length(remedy.answer_within))
    if remedy.file_by:
        parts += w.filled(words.last_day, day=w.last_day(remedy.file_by))
    return w.say(*parts)


def _as_text(w: Writer, told: Told) -> str:
    return "".join(run.text for run in w.told(told))


def _warnings(w: Writer, words: RemedyWords, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    heard = dict.fromkeys(warning for remedy in remedies for warning in remedy.warnings)
    if not heard:
        return ()
    return (
        w.paragraph(w.strong(words.mind), element="mind_first"),
        w.items(*(w.told(warning) for warning in heard), element="mind_first"),
    )


def _a_person_helps(remedies: tuple[Remedy, ...]) -> bool:
    return any(remedy.kind is RemedyKind.A_PERSON or remedy.by_a_person for remedy in remedies)


def _whom_to_call(w: Writer, words: RemedyWords) -> Block:
    return w.paragraph(*w.filled(words.whom_to_call, number=_number(w)), element="whom_to_call")


def _person(w: Writer, words: RemedyWords) -> tuple[Part, ...]:
    return (*w.filled(words.person, number=_number(w)), " ")


def _strong(w: Writer, passage: Passage, element: str) -> Block:
    return w.paragraph(w.strong(passage.title), passage.text, element=element)


def _within(w: Writer, pattern: str, remedy: Remedy) -> tuple[Part, ...]:
    return w.filled(pattern, length=w.length(remedy.file_within)) if remedy.file_within else ()


def _number(w: Writer) -> Run:
    return w.number_of(w.letterhead.line_for("grievances", "member_services"))


_PASSAGES: dict[RemedyKind, Callable[[Writer, RemedyWords, Remedy], Block]] = {
    RemedyKind.PLAN_APPEAL: _plan_appeal,
    RemedyKind.GRIEVANCE: _grievance,
    RemedyKind.FAST_GRIEVANCE: _fast_grievance,
    RemedyKind.STATE_HEARING: _state_hearing,
    RemedyKind.INDEPENDENT_REVIEW: _independent_review,
    RemedyKind.KEEP_SERVICE: _keep_service,
}
