"""Why nobody covers a day, as our own record tells it: coverage ended, begins later, or neither."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openmso.roster.eligibility.domain.coverage import Coverage

from .validity import ONE_DAY


class Why(StrEnum):
    ENDED = "coverage_ended"
    NOT_BEGUN = "coverage_not_begun"
    NOT_WITH_US = "not_with_us"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """`turning_on` is the last day of the coverage that ended, or the first of the one to come."""

    why: Why
    plan: str = ""
    ipa: str = ""
    turning_on: date | None = None


def why_uncovered(known: Iterable[Coverage], day: date) -> Uncovered:
    """Choose the coverage nearest to `day`, which none of them covers; one that ended goes first.

    What was corrected since does not count.
    """
    spans = [span for span in known if span.known_until is None]
    ended = [(span.until_on, span) for span in spans if span.until_on and span.until_on <= day]
    if ended:
        until_on, span = max(ended, key=lambda one: one[0])
        return Uncovered(
            why=Why.ENDED, plan=span.plan_name, ipa=span.ipa_name, turning_on=until_on - ONE_DAY
        )
    coming = [span for span in spans if span.from_on > day]
    if coming:
        span = min(coming, key=lambda one: one.from_on)
        return Uncovered(
            why=Why.NOT_BEGUN, plan=span.plan_name, ipa=span.ipa_name, turning_on=span.from_on
        )
    return Uncovered(why=Why.NOT_WITH_US)
