"""When a member has our answer, and which rule says so, in plain words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from openmso.channels.ui.presenters.deadline import rule_href
from openmso.office.letters.fields import Length
from openmso.office.letters.wording.speech import SPEECHES
from openmso.office.timeline.models import Deadline
from openmso.rulebook.answers import Answer
from openmso.standards.calendars import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """`rule` is empty where no length of time can be told; `citation` is the law's own name.

    `rule_href` is the address of the page about the rule.
    """

    sentence: str
    rule: str
    citation: str
    rule_href: str


def due_words(
    deadline: Deadline, rule: Answer, *, at: datetime, time_zone: str, language: str
) -> DueWords:
    """Say by when we answer, as of `at`, in office time."""
    speech = SPEECHES[language]
    when = speech.moment(deadline.due_at, time_zone)
    late = at > deadline.due_at
    return DueWords(
        sentence=_("We had to answer by %(when)s. We are late. We still owe you an answer.")
        % {"when": when}
        if late
        else _("You will have our answer by %(when)s. It may come sooner.") % {"when": when},
        rule=_rule(deadline, rule, language),
        citation=deadline.citation,
        rule_href=rule_href(deadline.rule_id),
    )


def _rule(deadline: Deadline, rule: Answer, language: str) -> str:
    if not isinstance(rule.value, Span):
        return ""
    speech = SPEECHES[language]
    length = speech.length(Length(count=rule.value.count, unit=str(rule.value.unit)))
    if deadline.starts_with in {"information_complete", "information_received"}:
        said = _("The rule gives us %(length)s from the time we have all the papers.")
    else:
        said = _("The rule gives us %(length)s from the time we got the request.")
    words = said % {"length": length}
    if deadline.extended and rule.extension is not None:
        more = speech.length(Length(count=rule.extension.count, unit=str(rule.extension.unit)))
        words += " " + _("We took %(length)s more. We sent you a letter that says why.") % {
            "length": more
        }
    return words
