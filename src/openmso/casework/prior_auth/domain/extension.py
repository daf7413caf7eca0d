"""Whether the time to decide may be extended, and on which grounds. The rule names them."""

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.vocabulary import ExtensionGround
from openmso.standards.calendars import OfficeCalendar

from .deadlines import ClockFacts


class NotExtendable(ValueError):
    """The law gives no extension here, or not on this ground, or not any more."""


GROUNDS: dict[ExtensionGround, str] = {
    ExtensionGround.MEMBER_ASKS: "The member asks for more time.",
    ExtensionGround.PROVIDER_ASKS: "The doctor's office asks for more time.",
    ExtensionGround.NONCONTRACT_EVIDENCE_MAY_CHANGE_DENIAL: (
        "Papers from a doctor outside the network may change a denial."
    ),
    ExtensionGround.EXTRAORDINARY_CIRCUMSTANCES: (
        "Circumstances out of the ordinary, in the member's interest."
    ),
    ExtensionGround.MORE_INFORMATION_IN_MEMBERS_INTEREST: (
        "More information is needed and waiting is in the member's interest."
    ),
}


def extendable_rules(
    facts: ClockFacts, book: Rulebook, office: OfficeCalendar
) -> tuple[Answer, ...]:
    """Return the decision rules in force for this request that allow an extension."""
    answers = book.ask(
        "prior_auth/decision_due",
        on=office.local(facts.begun_at).date(),
        facts=facts.for_rulebook(),
    )
    return tuple(answer for answer in answers if answer.extension is not None)


def require_extendable(
    facts: ClockFacts, ground: str, book: Rulebook, office: OfficeCalendar
) -> Answer:
    """Return the rule that allows this extension. Raises NotExtendable with the reason."""
    if facts.extension_taken_at is not None:
        raise NotExtendable("This request was extended once; the law allows no second time.")
    rules = extendable_rules(facts, book, office)
    if not rules:
        raise NotExtendable("No rule allows more time for this request.")
    for rule in rules:
        if ground in rule.extension_grounds:
            return rule
    allowed = " ".join(GROUNDS[ground] for ground in rules[0].extension_grounds)
    raise NotExtendable(f"More time is allowed only when: {allowed}")
