"""Needed, not needed, or the plan decides: the answer with its source and its days."""

from dataclasses import dataclass
from datetime import timedelta

from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date
from openmso.roster.benefits.domain.authorization_list import AuthorizationAnswer, ListAnswer

ONE_DAY = timedelta(days=1)  # spans end before `until_on`; people read the last day

_TAGS = {
    ListAnswer.REQUIRED: StatusTag("Authorization needed", StatusTone.WAITING),
    ListAnswer.NOT_REQUIRED: StatusTag("No authorization needed", StatusTone.GOOD),
    ListAnswer.PLAN_DECIDES: StatusTag("The health plan decides", StatusTone.WORKING),
    ListAnswer.NOT_LISTED: StatusTag("Not on the list", StatusTone.QUIET),
}
_SENTENCES = {
    ListAnswer.REQUIRED: "Send us a request before the service.",
    ListAnswer.NOT_REQUIRED: "You can give this service on that day without asking us.",
    ListAnswer.PLAN_DECIDES: "The health plan decides this one itself. Send the request to us and "
    "we pass it on, or send it to the plan.",
    ListAnswer.NOT_LISTED: "The list does not name this service. Send the request and a person "
    "looks at it.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAnswer:
    tag: StatusTag
    sentence: str
    facts: tuple[Fact, ...]
    may_request: bool


def need_answer(
    answer: AuthorizationAnswer,
    *,
    description: str,
    plan_name: str,
    plan_decides: bool,
) -> NeedAnswer:
    """Present the list’s answer; `plan_decides` when the contract leaves it to the plan."""
    said = ListAnswer.PLAN_DECIDES if plan_decides and _is_asked(answer) else answer.answer
    last_on = answer.until_on - ONE_DAY if answer.until_on else None
    facts = [
        Fact(label="Service", value=answer.code, below=description),
        Fact(label="Health plan", value=plan_name),
        Fact(label="Date of service", value=staff_date(answer.on)),
    ]
    if answer.source:
        facts.append(Fact(label="Source", value=answer.source))
    if answer.from_on:
        facts.append(
            Fact(
                label="This answer holds",
                value=f"from {staff_date(answer.from_on)}",
                below=f"to {staff_date(last_on)}" if last_on else "until the list changes",
            )
        )
    return NeedAnswer(
        tag=_TAGS[said],
        sentence=_SENTENCES[said],
        facts=tuple(facts),
        may_request=said is not ListAnswer.NOT_REQUIRED,
    )


def need_words(answer: ListAnswer, *, plan_decides: bool) -> str:
    """Return the answer in a few words."""
    asked = answer is not ListAnswer.NOT_REQUIRED
    return _TAGS[ListAnswer.PLAN_DECIDES if plan_decides and asked else answer].words


def _is_asked(answer: AuthorizationAnswer) -> bool:
    return answer.answer is not ListAnswer.NOT_REQUIRED
