"""A measure says which cases it counts; the figure and the cases behind it come from the same
two tests, so that a number can always be opened to exactly its cases."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from .figures import Figure, mean_hours, median_hours, number, share


class Lasting(Protocol):
    """How far something had come, and how long it took."""

    @property
    def took(self) -> timedelta | None: ...


class Counted(Protocol):
    """What can be counted: a case that tells how far it had come."""

    @property
    def standing(self) -> Lasting: ...


F = TypeVar("F", bound=Counted)


class Kind(StrEnum):
    COUNT = "count"
    SHARE = "share"
    MEAN_HOURS = "mean_hours"
    MEDIAN_HOURS = "median_hours"


@dataclass(frozen=True, slots=True)
class Measure(Generic[F]):
    """`among` chooses the sample (None: all); for a share, `of` chooses those of it that count."""

    key: str
    kind: Kind
    among: Callable[[F], bool] | None = None
    of: Callable[[F], bool] | None = None

    def behind(self, cases: Iterable[F]) -> list[F]:
        """Return the cases a reader means by the number: for a share, those that count."""
        return _chosen(self.of, _chosen(self.among, cases))

    def figure(self, cases: Iterable[F], *, fewest: int) -> Figure:
        """Compute the number."""
        sample = _chosen(self.among, cases)
        if self.kind is Kind.COUNT:
            return number(len(sample))
        if self.kind is Kind.SHARE:
            return share(len(_chosen(self.of, sample)), len(sample), fewest=fewest)
        spans = took(sample)
        hours = mean_hours if self.kind is Kind.MEAN_HOURS else median_hours
        return hours(spans, fewest=fewest)


def took(cases: Iterable[Counted]) -> Sequence[timedelta]:
    """Return how long each answered case took."""
    return [span for one in cases if (span := one.standing.took) is not None]


def _chosen(test: Callable[[F], bool] | None, cases: Iterable[F]) -> list[F]:
    return [one for one in cases if test is None or test(one)]
