"""Who may look at a no again: nobody who took part in it, and nobody who works under them.

Sources: 42 CFR 422.590(h), 438.406(b)(2), HSC 1368(a)(4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReview:
    """Who had a hand in the decision appealed: everybody on its timeline, and who signed."""

    signed_by: frozenset[UUID]
    took_part: frozenset[UUID]


def superiors_of(person: UUID, reports_to: Mapping[UUID, UUID]) -> frozenset[UUID]:
    """Return everybody above a person; a circle in what was told ends the search."""
    found: set[UUID] = set()
    above = reports_to.get(person)
    while above is not None and above not in found:
        found.add(above)
        above = reports_to.get(above)
    return frozenset(found)


def why_not_independent(
    person: UUID, first: FirstReview, reports_to: Mapping[UUID, UUID]
) -> tuple[str, ...]:
    """List why this person may not decide the appeal; an empty tuple when they may."""
    if person in first.signed_by:
        return ("You signed the decision that is appealed. Somebody else must look at it.",)
    if person in first.took_part:
        return ("You took part in the decision that is appealed. Somebody else must look at it.",)
    if superiors_of(person, reports_to) & first.signed_by:
        return ("You work under the person who signed the decision that is appealed.",)
    return ()
