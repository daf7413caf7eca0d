"""The member's concerns, each in plain words with its date."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.casework.grievances.domain.states import OPEN, State
from openmso.casework.grievances.domain.types import Kind, categories, line_row
from openmso.casework.grievances.models import Grievance, GrievanceAnswer
from openmso.casework.grievances.queries import answers_of, due_times, grievances_seen
from openmso.casework.grievances.ways_on import ways_on
from openmso.channels.ui.presenters.remedies import ShownRemedy, shown_after_a_letter
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.law import rulebook
from openmso.office.letters.fields import worded_for
from openmso.office.letters.queries import letters_about
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.models import Deadline

from ..due_words import DueWords, due_words
from ..my_letters.reading import LetterLine, is_to, letter_line

_STATES: dict[State, tuple[Promise, StatusTone, Promise]] = {
    State.OPEN: (_("We have it"), StatusTone.WAITING, _("We will look into it.")),
    State.IN_WORK: (
        _("We look into it"),
        StatusTone.WORKING,
        _("A person who had no part in it looks into it."),
    ),
    State.ANSWERED: (
        _("We answered"),
        StatusTone.GOOD,
        _("Our letter tells you what we found, and what you can do now."),
    ),
    State.SOLVED: (_("Solved"), StatusTone.GOOD, _("We took care of it.")),
    State.WITHDRAWN: (_("Taken back"), StatusTone.QUIET, _("It was taken back.")),
    State.DISMISSED: (_("Closed"), StatusTone.QUIET, _("We closed it. Our letter tells you why.")),
    State.BECAME_APPEAL: (
        _("It is an appeal now"),
        StatusTone.WORKING,
        _(
            "You asked us to change our answer about care. A doctor will look at it. You lost no"
            " time."
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MyConcern:
    """`answer_lang` is the language our answer is written in, "" when it is the page's.
    `letters` have the newest first; `ways` are told when we are late."""

    number: str
    told_on: str
    about: str
    words: str
    tag: StatusTag
    sentence: str
    more: str
    answer: str
    answer_lang: str
    due: DueWords | None
    letters: Sequence[LetterLine]
    ways: Sequence[ShownRemedy]


def my_concerns(viewer: Actor, *, at: datetime, language: str) -> Sequence[MyConcern]:
    """Return the viewer's concerns, the newest first. Four queries."""
    found = grievances_seen(viewer)
    answers = answers_of(found)
    dues = due_times([one for one in found if one.state in OPEN])
    letters: dict[UUID, list[LetterLine]] = defaultdict(list)
    for letter in reversed(letters_about(viewer.tenant_id, [one.id for one in found])):
        if is_to(letter, viewer):
            letters[letter.case_id].append(letter_line(letter, language=language))
    return [
        _told(
            one,
            answers.get(one.id),
            dues.get(one.id),
            letters[one.id],
            at=at,
            language=language,
        )
        for one in found
    ]


def _told(
    one: Grievance,
    answer: GrievanceAnswer | None,
    due: Deadline | None,
    letters: Sequence[LetterLine],
    *,
    at: datetime,
    language: str,
) -> MyConcern:
    office = tenant_by_id(one.tenant_id)
    name, tone, sentence = _STATES[State(one.state)]
    said, said_in = _answer(answer, language) if one.state not in OPEN else ("", "")
    return MyConcern(
        number=one.number,
        told_on=member_date(one.received_at.astimezone(office.zone).date(), language),
        about=getattr(categories()[one.category], language),
        words=one.words,
        tag=StatusTag(str(name), tone),
        sentence=str(sentence),
        more=_more(one),
        answer=said,
        answer_lang=said_in,
        due=due_words(
            due, rulebook().rule(due.rule_id), at=at, time_zone=office.time_zone, language=language
        )
        if due
        else None,
        letters=letters,
        ways=_ways(one, at=at),
    )


def _ways(one: Grievance, *, at: datetime) -> Sequence[ShownRemedy]:
    """Return what the member can do while we owe an answer that is late."""
    late = one.state in OPEN and one.late_at is not None
    return shown_after_a_letter(ways_on(one, at=at)) if late else ()


def _answer(answer: GrievanceAnswer | None, language: str) -> tuple[str, str]:
    if answer is None:
        return "", ""
    said = worded_for(answer.plain, answer.plain_es, language)
    return said.text, said.foreign_on(language)


def _more(one: Grievance) -> str:
    if one.state not in OPEN:
        return ""
    if one.kind == Kind.EXPEDITED and line_row(one.line_of_business).regulator_told:
        return _now("It is urgent. So you can ask the State for help right now.")
    if one.about_a_decision:
        return _now("We will see if this should be an appeal. You lose no time.")
    return ""
