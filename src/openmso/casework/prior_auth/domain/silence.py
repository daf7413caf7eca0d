"""What it means in law that nobody answered in time. The rulebook says; this asks it."""

from dataclasses import dataclass
from datetime import date

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.vocabulary import Consequence

from .deadlines import ClockFacts

GRANTS = frozenset({Consequence.DEEMED_APPROVED, Consequence.DEEMED_GRANTED})
OPENS_APPEAL = frozenset(
    {Consequence.ADVERSE_DETERMINATION_APPEALABLE, Consequence.COUNTS_AS_DENIAL}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The consequence and the rule it comes from; `rule` None: no law gives the silence a meaning.

    Silence never decides against a member: at most it opens the way to an appeal while the case
    stays open for a person.
    """

    consequence: Consequence | None
    rule: Answer | None

    @property
    def grants(self) -> bool:
        return self.consequence in GRANTS

    @property
    def opens_appeal(self) -> bool:
        return self.consequence in OPENS_APPEAL

    @property
    def owes_delay_notice(self) -> bool:
        return self.consequence is Consequence.DELAY_NOTICE_OWED


def meaning_of_silence(facts: ClockFacts, book: Rulebook, *, on: date) -> Silence:
    """Return what silence on this request means under the law of the day `on`.

    A rule that grants does so only when everything necessary had arrived. On a request that was
    opened again it means nothing in law: the request was answered before, in its own time. Raises
    ConflictingAnswers.
    """
    if facts.reopened_at is not None:
        return Silence(consequence=None, rule=None)
    answers = [
        answer
        for answer in book.answers_in_force("prior_auth/silence", on=on, facts=facts.for_rulebook())
        if facts.complete_at is not None or answer.consequence not in GRANTS
    ]
    if not answers:
        return Silence(consequence=None, rule=None)
    # Of several authorities the one kindest to the member speaks first.
    rule = min(answers, key=lambda answer: answer.consequence not in GRANTS)
    return Silence(consequence=rule.consequence, rule=rule)
