"""What a member can do about a decision: one passage for each way to ask for a change.

The order and the conditions stand here once; each language brings its words (`RemedyWords`, in
member_en/remedies.py and its sisters). A pattern names what is filled in: {length}, {day}…
"""

from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter

from openmso.office.letters.blocks import Block, Run
from openmso.office.letters.fields import Remedy, RemedyKind

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
    whom_to_call: str
    which_first: Passage
    someone: Passage
    more_facts: Passage
    no_reprisal: str


def remedies_told(w: Writer, words: RemedyWords, remedies: tuple[Remedy, ...]) -> tuple[Block, ...]:
    """Write every remedy in the order given, then who may help and what to send.

    Where no rule names a remedy, say whom to call.
    """
    if not remedies:
        return (w.heading(words.heading), _whom_to_call(w, words))
    kinds = {remedy.kind for remedy in remedies}
    passages: list[Block] = [w.heading(words.heading)]
    passages += (_PASSAGES[remedy.kind](w, words, remedy) for remedy in remedies)
    if {RemedyKind.STATE_HEARING, RemedyKind.INDEPENDENT_REVIEW} <= kinds:
        passages.append(_strong(w, words.which_first, "which_first"))
    return (
        *passages,
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
        w.paragraph(*_filled(words.how, number=_number(w)), element="appeal_how")
    ]
    if remedy.file_within and remedy.file_by:
        length, day = w.length(remedy.file_within), w.last_day(remedy.file_by)
        inside.append(
            w.paragraph(*_filled(words.until, length=length, day=day), element="appeal_until")
        )
    if remedy.answer_within:
        inside.append(w.paragraph(*_filled(words.answer, length=w.length(remedy.answer_within))))
    if remedy.fast_answer_within:
        length = w.length(remedy.fast_answer_within)
        inside.append(
            w.paragraph(*_filled(words.fast_answer, length=length), element="fast_appeal")
        )
    return w.box(title, *inside, element=it)


def _fast_grievance(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    within = (
        _filled(words.fast_grievance_answer, length=w.length(remedy.answer_within))
        if remedy.answer_within
        else ()
    )
    text = (*_filled(words.fast_grievance.text, number=_number(w)), *within)
    return w.box(words.fast_grievance.title, w.paragraph(*text), element="fast_grievance")


def _state_hearing(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    within = _within(w, words.hearing_within, remedy)
    text = (words.hearing.text, *within, words.hearing_end)
    return w.box(words.hearing.title, w.paragraph(*text), element="state_hearing")


def _independent_review(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    name = w.name(words.review_name)
    within = _within(w, words.review_within, remedy)
    text = (*_filled(words.review.text, name=name), *within, words.review_end)
    return w.box(words.review.title, w.paragraph(*text), element="independent_medical_review")


def _keep_service(w: Writer, words: RemedyWords, remedy: Remedy) -> Block:
    within = _within(w, words.keep_within, remedy) or (words.keep_any_day,)
    by = _filled(words.keep_by, day=w.last_day(remedy.file_by)) if remedy.file_by else ()
    text = (words.keep.text, *within, words.keep_end, *by)
    return w.box(words.keep.title, w.paragraph(*text), element="keep_service")


def _whom_to_call(w: Writer, words: RemedyWords) -> Block:
    return w.paragraph(*_filled(words.whom_to_call, number=_number(w)), element="whom_to_call")


def _strong(w: Writer, passage: Passage, element: str) -> Block:
    return w.paragraph(w.strong(passage.title), passage.text, element=element)


def _within(w: Writer, pattern: str, remedy: Remedy) -> tuple[Part, ...]:
    return _filled(pattern, length=w.length(remedy.file_within)) if remedy.file_within else ()


def _number(w: Writer) -> Run:
    return w.number_of(w.letterhead.line_for("grievances", "member_services"))


def _filled(pattern: str, **given: Part) -> tuple[Part, ...]:
    """Put what is given into its places; raises KeyError for a place that nothing was given for."""
    parts: list[Part] = []
    for text, name, _, _ in Formatter().parse(pattern):
        parts.append(text)
        if name is not None:
            parts.append(given[name])
    return tuple(parts)


_PASSAGES: dict[RemedyKind, Callable[[Writer, RemedyWords, Remedy], Block]] = {
    RemedyKind.PLAN_APPEAL: _plan_appeal,
    RemedyKind.GRIEVANCE: _grievance,
    RemedyKind.FAST_GRIEVANCE: _fast_grievance,
    RemedyKind.STATE_HEARING: _state_hearing,
    RemedyKind.INDEPENDENT_REVIEW: _independent_review,
    RemedyKind.KEEP_SERVICE: _keep_service,
}
