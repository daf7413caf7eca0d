"""The yearly figures on prior authorization that the federal rule makes public, plan by plan.

42 CFR 422.122(c): all items and services together, drugs left out; standard and expedited apart.
A request counts in the year of its first decision. Care that was already given is no prior
authorization and is left out. Who decided is not among the facts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from openmso.casework.prior_auth.domain.request import Timing, Urgency

from .document import Row, Table
from .facts import ListedService, Outcome, RequestFacts
from .figures import Figure, withheld
from .measures import Kind, Measure
from .period import Period

KEY = "public_metrics"
TABLE = "plans"
SERVICES = "services"
YES = frozenset({Outcome.APPROVED, Outcome.GRANTED_BY_LAW})


def _standard(one: RequestFacts) -> bool:
    return one.standing.urgency == Urgency.STANDARD


def _expedited(one: RequestFacts) -> bool:
    return one.standing.urgency == Urgency.EXPEDITED


def _approved(one: RequestFacts) -> bool:
    return one.standing.outcome in YES


def _denied(one: RequestFacts) -> bool:
    """A yes to a part is a no to the rest, and counts as one."""
    return not _approved(one)


def _approved_after_appeal(one: RequestFacts) -> bool:
    return _denied(one) and one.standing.overturned_at is not None


def _extended_and_approved(one: RequestFacts) -> bool:
    return one.standing.extended and _approved(one)


MEASURES: tuple[Measure[RequestFacts], ...] = (
    Measure("standard_decided", Kind.COUNT, _standard),
    Measure("standard_approved", Kind.SHARE, _standard, _approved),
    Measure("standard_denied", Kind.SHARE, _standard, _denied),
    Measure("standard_after_appeal", Kind.SHARE, _standard, _approved_after_appeal),
    Measure("expedited_decided", Kind.COUNT, _expedited),
    Measure("expedited_approved", Kind.SHARE, _expedited, _approved),
    Measure("expedited_denied", Kind.SHARE, _expedited, _denied),
    Measure("extended_approved", Kind.SHARE, None, _extended_and_approved),
    Measure("standard_mean", Kind.MEAN_HOURS, _standard),
    Measure("standard_median", Kind.MEDIAN_HOURS, _standard),
    Measure("expedited_mean", Kind.MEAN_HOURS, _expedited),
    Measure("expedited_median", Kind.MEDIAN_HOURS, _expedited),
)


def by_plan(requests: Iterable[RequestFacts], period: Period) -> dict[str, list[RequestFacts]]:
    """Return what counts in this year, by the plan's key."""
    plans: dict[str, list[RequestFacts]] = defaultdict(list)
    for one in requests:
        if one.plan and counts(one, period):
            plans[one.plan].append(one)
    return dict(plans)


def counts(one: RequestFacts, period: Period) -> bool:
    """Tell whether a request belongs into the figures of the year."""
    return (
        one.decided_on is not None
        and period.from_on <= one.decided_on < period.until_on
        and not one.is_drug
        and one.timing != Timing.RETROSPECTIVE
    )


def tables(
    requests: Iterable[RequestFacts], period: Period, *, plans: Iterable[str], fewest: int
) -> tuple[Table, ...]:
    """Count; a plan without a single decision has its row too.

    What stands on fewer than `fewest` requests is left out, as everybody may read it.
    """
    found = by_plan(requests, period)
    rows = tuple(
        Row(key=plan, figures=_figures(found.get(plan, []), fewest))
        for plan in sorted({*plans, *found})
    )
    return (Table(key=TABLE, measures=tuple(one.key for one in MEASURES), rows=rows),)


def _figures(requests: Sequence[RequestFacts], fewest: int) -> dict[str, Figure]:
    return {
        one.key: withheld(one.figure(requests, fewest=fewest), fewest=fewest) for one in MEASURES
    }


def service_list(services: Iterable[ListedService]) -> Sequence[tuple[str, ...]]:
    """Return which services need an authorization: plan, code, description."""
    return [(one.plan, one.code, one.description) for one in sorted(set(services))]


def behind(
    requests: Iterable[RequestFacts], period: Period, *, row: str, measure: str
) -> list[RequestFacts]:
    """Return the cases behind one number."""
    counted = by_plan(requests, period).get(row, [])
    return next((one.behind(counted) for one in MEASURES if one.key == measure), [])
