"""How long somebody who was paged has to answer, and whose turn it is after them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .duty_role import DutyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTerms:
    """For one role: the time to answer each call, and the roles that are called afterwards."""

    answer_within: timedelta
    then: tuple[DutyRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds from `from_on` on; `office` is the key of the one office it holds for, or ""."""

    from_on: date
    office: str
    roles: Mapping[DutyRole, RoleTerms]

    def line_of(self, role: DutyRole) -> tuple[DutyRole, ...]:
        """Return the roles that are called for a page to `role`, itself first."""
        return (role, *(other for other in self.roles[role].then if other is not role))


def terms_in_force(every: Iterable[Terms], *, office: str, on: date) -> Terms:
    """Return the newest terms of this office on a day, else the newest of all offices.

    Raises LookupError when none hold yet on that day.
    """
    known = [terms for terms in every if terms.from_on <= on and terms.office in {"", office}]
    if not known:
        raise LookupError(f"nobody has said how long a page may wait on {on}")
    return max(known, key=lambda terms: (terms.office != "", terms.from_on))
