"""The member's appeals against one request, each in plain words with its date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.casework.appeals.appealable import may_be_filed
from openmso.casework.appeals.domain.clock_facts import DECIDE
from openmso.casework.appeals.domain.filing import Window, window_of
from openmso.casework.appeals.domain.states import OPEN, State
from openmso.casework.appeals.models import Appeal, AppealAnswer
from openmso.casework.appeals.queries import appeals_of_request
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import request_for
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.fields import worded_for
from openmso.office.letters.queries import letters_about
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case

from ..due_words import DueWords, due_words
from ..my_letters.reading import LetterLine, is_to, letter_line

_STATES: dict[State, tuple[Promise, StatusTone, Promise]] = {
    State.OPEN: (
        _("We have it"),
        StatusTone.WAITING,
        _("A doctor who did not make the first choice will look at it."),
    ),
    State.WITH_REVIEWER: (
        _("A doctor looks at it"),
        StatusTone.WORKING,
        _("This doctor did not make the first choice."),
    ),
    State.OVERTURNED: (
        _("We changed our answer"),
        StatusTone.GOOD,
        _("We now say yes. You can get the care."),
    ),
    State.PARTLY_UPHELD: (
        _("Yes to a part"),
        StatusTone.GOOD,
        _("We say yes to a part. Our letter tells you what you can do about the rest."),
    ),
    State.UPHELD: (
        _("Still no"),
        StatusTone.STOP,
        _("We did not change our answer. Our letter tells you why, and what you can do now."),
    ),
    State.DISMISSED: (
        _("Closed"),
        StatusTone.QUIET,
        _("We closed it and did not look at the care. Our letter tells you why."),
    ),
    State.WITHDRAWN: (_("Taken back"), StatusTone.QUIET, _("It was taken back.")),
    State.SENT_ON: (
        _("Sent on"),
        StatusTone.STOP,
        _("We were too late. A group outside looks at it now. You do not have to do a thing."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MyAppeal:
    number: str
    asked_on: str
    tag: StatusTag
    sentence: str
    reason: str
    reason_lang: str
    more: str
    due: DueWords | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyAppeals:
    """`may_ask`: there is a no, and no appeal about it is open. `last_day` empty: no rule says.
    `answered`: the newest was answered, so that the request's page says what comes next."""

    request: AuthorizationRequest
    appeals: Sequence[MyAppeal]
    letters: Sequence[LetterLine]
    may_ask: bool
    answered: bool
    late: bool
    last_day: str


def my_appeals(viewer: Actor, request_id: UUID, *, at: datetime, language: str) -> MyAppeals:
    """Return the viewer's appeals about one of their requests. Raises RequestNotFound.

    Three queries, four while an appeal is open.
    """
    request = request_for(viewer, request_id)
    found = appeals_of_request(viewer, request_id)
    window = _window(request)
    letters = letters_about(viewer.tenant_id, [one.id for one in found])
    until = office_calendar(viewer.tenant_id).local(window.until).date() if window.until else None
    return MyAppeals(
        request=request,
        appeals=[_told(one, at=at, language=language) for one in found],
        letters=[
            letter_line(one, language=language) for one in reversed(letters) if is_to(one, viewer)
        ],
        may_ask=may_be_filed(request, found),
        answered=bool(found) and found[0].state not in OPEN,
        late=window.is_late(at),
        last_day=member_date(until, language) if until else "",
    )


def how_it_stands(appeal: Appeal) -> tuple[StatusTag, str]:
    """Return where an appeal stands, in a word and in a sentence for its member."""
    name, tone, sentence = _STATES[State(appeal.state)]
    return StatusTag(str(name), tone), str(sentence)


def _window(request: AuthorizationRequest) -> Window:
    office = office_calendar(request.tenant_id)
    told_at = request.decided_at or request.silence_at
    told_on: date = office.local(told_at or request.received_at).date()
    return window_of(request.line_of_business, told_on=told_on, book=rulebook(), office=office)


def _told(appeal: Appeal, *, at: datetime, language: str) -> MyAppeal:
    zone = tenant_by_id(appeal.tenant_id).zone
    tag, sentence = how_it_stands(appeal)
    reason, reason_lang = _reason(appeal, language)
    return MyAppeal(
        number=appeal.number,
        asked_on=member_date(appeal.received_at.astimezone(zone).date(), language),
        tag=tag,
        sentence=sentence,
        reason=reason,
        reason_lang=reason_lang,
        more=_more(appeal),
        due=_due(appeal, at=at, language=language) if appeal.state in OPEN else None,
    )


def _reason(appeal: Appeal, language: str) -> tuple[str, str]:
    """Return why our no stands in plain words, and their language if it is not the page's."""
    answer: AppealAnswer | None = getattr(appeal, "answer", None)
    if answer is None:
        return "", ""
    said = worded_for(answer.plain_reason, answer.plain_reason_es, language)
    return said.text, said.foreign_on(language)


def _more(appeal: Appeal) -> str:
    if appeal.sends_on and appeal.state != State.SENT_ON:
        return _now("We send your case to a group outside. It will look at all of it anew.")
    if appeal.state in OPEN and appeal.silence_at is not None:
        return _now("We are late. You can take the next step now. You do not have to wait for us.")
    if appeal.state in OPEN and appeal.late and appeal.late_accepted_at is None:
        return _now("It came after the last day. We look at your reason first.")
    return ""


def _due(appeal: Appeal, *, at: datetime, language: str) -> DueWords | None:
    rows = of_case(appeal.tenant_id, appeal.id)
    governing = next((row for row in rows if row.purpose == DECIDE and row.governs), None)
    if governing is None:
        return None
    rule = rulebook().rule(governing.rule_id)
    zone = tenant_by_id(appeal.tenant_id).time_zone
    return due_words(governing, rule, at=at, time_zone=zone, language=language)
