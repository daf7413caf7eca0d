"""The moment from which every worked example counts: the same each time, easy to check."""

from datetime import datetime, timedelta

from openmso.rulebook.answers import Answer

# A Friday afternoon: a weekend follows at once, a holiday some days later.
USUAL = datetime.fromisoformat("2026-11-20T16:45")
_YEARS = 5


def example_moment(rule: Answer) -> datetime:
    """Return the moment in office time, in the nearest year in which the rule is in force."""
    for years in sorted(range(-_YEARS, _YEARS + 1), key=abs):
        moment = USUAL.replace(year=USUAL.year + years)
        if rule.in_force(moment.date()):
            return moment
    last = rule.until_on - timedelta(days=1) if rule.until_on else None
    return datetime.combine(rule.from_on or last or USUAL.date(), USUAL.time())
