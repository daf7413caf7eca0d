"""Bed days of each IPA and hospital, on 1,000 member months.

Days of one stay hang together: a single long one moves the figure of a small IPA far. The number
of stays stands beside it instead of an interval that would promise too much.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from .document import Row, Table
from .facts import MemberMonths, StayDays
from .figures import Figure, number, per_thousand

KEY = "bed_days"
MEASURES = ("stays", "bed_days", "months", "per_thousand")


def tables(days: Iterable[StayDays], months: MemberMonths) -> tuple[Table, ...]:
    """Count by IPA, and by IPA and hospital; an IPA without a stay has its row too."""
    lived: Counter[str] = Counter()
    for group, count in months.items():
        lived[group.ipa] += count
    by_ipa: dict[str, list[StayDays]] = {ipa: [] for ipa in lived}
    by_hospital: dict[tuple[str, str], list[StayDays]] = defaultdict(list)
    for one in days:
        by_ipa.setdefault(one.ipa, []).append(one)
        by_hospital[one.ipa, one.hospital].append(one)
    ipas = tuple(Row(key=ipa, figures=_figures(by_ipa[ipa], lived[ipa])) for ipa in sorted(by_ipa))
    hospitals = tuple(
        Row(key=f"{ipa}|{hospital}", figures=_figures(here, lived[ipa]))
        for (ipa, hospital), here in sorted(by_hospital.items())
    )
    return (
        Table(key="ipas", measures=MEASURES, rows=ipas),
        Table(key="hospitals", measures=MEASURES, rows=hospitals),
    )


def _figures(days: list[StayDays], months: int) -> dict[str, Figure]:
    bed_days = sum(one.bed_days for one in days)
    return {
        "stays": number(len({one.stay for one in days})),
        "bed_days": number(bed_days),
        "months": number(months),
        "per_thousand": per_thousand(bed_days, months),
    }
