"""Until when the plan covers care whose end was announced: who pays while the QIO looks, and after.

The moments are in rulebook/inpatient/stay_covered.yaml and
rulebook/care_that_ends/coverage_goes_on.yaml; late_papers.yaml says who pays for our delay.
"""

from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.vocabulary import Consequence
from openmso.standards.calendars import OfficeCalendar

from .care import LATE_PAPERS, End


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The member owes nothing (besides the usual share) up to `until`, and may owe from then on.

    `rules` say so; none where only the end of the day on the notice is left.
    """

    until: datetime
    rules: tuple[Answer, ...]
    working: tuple[str, ...]


def covered_until(
    end: End,
    book: Rulebook,
    office: OfficeCalendar,
    *,
    decided_at: datetime | None,
    in_time: bool,
    papers_late: bool = False,
) -> Covered:
    """Return until when the care is covered if its end stands.

    `decided_at` is when the QIO told its decision, None when it made none. A protection that runs
    from that decision is only for a member who asked in time. With `papers_late` the plan also
    pays up to the decision that our papers delayed.
    """
    covered = _by_rule(end, book, office, decided_at=decided_at if in_time else None)
    if papers_late and decided_at is not None and decided_at > covered.until:
        rules = book.ask(LATE_PAPERS, on=office.local(decided_at).date(), facts=end.facts)
        if rules[0].consequence is Consequence.PLAN_PAYS:
            said = "Our papers were late: the plan pays up to the decision they delayed."
            return Covered(until=decided_at, rules=tuple(rules), working=(said,))
    return covered


def _by_rule(
    end: End, book: Rulebook, office: OfficeCalendar, *, decided_at: datetime | None
) -> Covered:
    moments = {end.questions.ends: end.moment(office)}
    if decided_at is not None:
        moments["qio_decision_received"] = decided_at
    last_day = office.end_of_day(end.on)
    for clock in running_clocks(
        book, end.questions.covered, facts=end.facts, moments=moments, office=office
    ):
        until = clock.due.due_at
        if until is not None and until >= last_day:
            return Covered(until=until, rules=(clock.rule,), working=clock.due.working)
    said = "Covered to the end of the day on the notice."
    return Covered(until=last_day, rules=(), working=(said,))
