"""What is known at once about a kind of care: does it need our yes? Information, no decision."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openmso.casework.prior_auth.standing import Standing
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.office.letters.fields import worded_for
from openmso.roster.benefits.domain.authorization_list import ListAnswer
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.plans.domain.delegation import DecidedBy

_TAGS: dict[ListAnswer, tuple[Promise, StatusTone]] = {
    ListAnswer.REQUIRED: (_("It needs our yes first"), StatusTone.WAITING),
    ListAnswer.NOT_REQUIRED: (_("It does not need our yes"), StatusTone.GOOD),
    ListAnswer.PLAN_DECIDES: (_("Your health plan decides"), StatusTone.WORKING),
    ListAnswer.NOT_LISTED: (_("We have to look"), StatusTone.WAITING),
}
_SENTENCES: dict[ListAnswer, Promise] = {
    ListAnswer.REQUIRED: _("Ask here, or let your doctor ask. We tell you yes or no."),
    ListAnswer.NOT_REQUIRED: _("You can get it with no word from us. You may still ask us."),
    ListAnswer.PLAN_DECIDES: _("Ask here. We send it to your plan, and tell you so."),
    ListAnswer.NOT_LISTED: _("It is not on our list. Ask here, and one of us looks at it."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`name_lang` names the language of the name where it is not the page's own."""

    name: str
    name_lang: str
    tag: StatusTag | None
    sentence: str


def told(service: ServiceCode, standing: Standing, *, language: str) -> Told:
    """Say what the list of the member's own plan says; nothing where nobody covers the day."""
    name, lang = name_of(service.description, service.description_es, language)
    if standing.coverage is None:
        nobody = str(_("We found no health plan for you on that day. Call us."))
        return Told(name=name, name_lang=lang, tag=None, sentence=nobody)
    answer = standing.needed
    if standing.decided_by is DecidedBy.PLAN and answer is not ListAnswer.NOT_REQUIRED:
        answer = ListAnswer.PLAN_DECIDES
    words, tone = _TAGS[answer]
    return Told(
        name=name,
        name_lang=lang,
        tag=StatusTag(str(words), tone),
        sentence=str(_SENTENCES[answer]),
    )


def name_of(english: str, spanish: str, language: str) -> tuple[str, str]:
    """Return a service's name, and its language where that is not the page's own."""
    said = worded_for(english, spanish, language)
    return said.text, said.foreign_on(language)
