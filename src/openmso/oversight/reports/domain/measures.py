"""A measure says which requests it counts; the figure and the cases behind it come from the same
two tests, so that a number can always be opened to exactly its cases."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .facts import RequestFacts
from .figures import Figure, mean_hours, median_hours, number, share

Test = Callable[[RequestFacts], bool]


class Kind(StrEnum):
    COUNT = "count"
    SHARE = "share"
    MEAN_HOURS = "mean_hours"
    MEDIAN_HOURS = "median_hours"


@dataclass(frozen=True, slots=True)
class Measure:
    """`among` chooses the sample (None: all); for a share, `of` chooses those of it that count."""

    key: str
    kind: Kind
    among: Test | None = None
    of: Test | None = None

    def behind(self, requests: Iterable[RequestFacts]) -> list[RequestFacts]:
        """Return the cases a reader means by the number: for a share, those that count."""
        return _chosen(self.of, _chosen(self.among, requests))

    def figure(self, requests: Iterable[RequestFacts], *, fewest: int) -> Figure:
        """Compute the number."""
        sample = _chosen(self.among, requests)
        if self.kind is Kind.COUNT:
            return number(len(sample))
        if self.kind is Kind.SHARE:
            return share(len(_chosen(self.of, sample)), len(sample), fewest=fewest)
        spans = took(sample)
        hours = mean_hours if self.kind is Kind.MEAN_HOURS else median_hours
        return hours(spans, fewest=fewest)


def took(requests: Iterable[RequestFacts]) -> Sequence[timedelta]:
    """Return how long each decided request took."""
    return [span for one in requests if (span := one.standing.took) is not None]


def _chosen(test: Test | None, requests: Iterable[RequestFacts]) -> list[RequestFacts]:
    return [one for one in requests if test is None or test(one)]
