"""How each physician asks: how much, within the network or outside, how completely, with what
outcome and how fast we answered.

It is about those who ask. Who reviewed is not among the facts, so no row and no column can rank a
reviewer; rows stand in the order of the NPI, never in that of a rate.
"""

from collections import defaultdict
from collections.abc import Iterable

from .document import Row, Table
from .facts import RequestFacts
from .measures import Kind, Measure
from .period import Period
from .public_metrics import YES

KEY = "physician_profile"
TABLE = "physicians"
_JOINED = "joined"


def _in(period: Period, one: RequestFacts) -> bool:
    return period.from_on <= one.asked_on < period.until_on and one.standing.closed_as != _JOINED


def _named(one: RequestFacts) -> bool:
    return one.in_network is not None


def _unknown(one: RequestFacts) -> bool:
    return one.in_network is None


def _in_network(one: RequestFacts) -> bool:
    return one.in_network is True


def _out_of_network(one: RequestFacts) -> bool:
    return one.in_network is False


def _complete(one: RequestFacts) -> bool:
    return one.standing.complete_on_arrival


def _decided(one: RequestFacts) -> bool:
    return one.standing.decided_at is not None


def _approved(one: RequestFacts) -> bool:
    return one.standing.outcome in YES


def _in_time(one: RequestFacts) -> bool:
    return not one.standing.ran_late


MEASURES: tuple[Measure[RequestFacts], ...] = (
    Measure("made", Kind.COUNT),
    Measure("in_network", Kind.COUNT, _in_network),
    Measure("out_of_network", Kind.COUNT, _out_of_network),
    Measure("network_unknown", Kind.COUNT, _unknown),
    Measure("out_share", Kind.SHARE, _named, _out_of_network),
    Measure("complete", Kind.SHARE, None, _complete),
    Measure("decided", Kind.COUNT, _decided),
    Measure("approved", Kind.SHARE, _decided, _approved),
    Measure("in_time", Kind.SHARE, _decided, _in_time),
    Measure("median", Kind.MEDIAN_HOURS, _decided),
)


def by_physician(requests: Iterable[RequestFacts], period: Period) -> dict[str, list[RequestFacts]]:
    """Return the requests that reached us in the period, by the NPI of who asked."""
    physicians: dict[str, list[RequestFacts]] = defaultdict(list)
    for one in requests:
        if _in(period, one):
            physicians[one.asked_by].append(one)
    return dict(physicians)


def tables(requests: Iterable[RequestFacts], period: Period, *, fewest: int) -> tuple[Table, ...]:
    """Count."""
    found = by_physician(requests, period)
    rows = tuple(
        Row(
            key=npi,
            figures={one.key: one.figure(found[npi], fewest=fewest) for one in MEASURES},
        )
        for npi in sorted(found)
    )
    return (Table(key=TABLE, measures=tuple(one.key for one in MEASURES), rows=rows),)


def behind(
    requests: Iterable[RequestFacts], period: Period, *, row: str, measure: str
) -> list[RequestFacts]:
    """Return the cases behind one number."""
    made = by_physician(requests, period).get(row, [])
    return next((one.behind(made) for one in MEASURES if one.key == measure), [])
