"""When a member's PCP, IPA or plan changed: read from the spans of coverage, one after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class What(StrEnum):
    PLAN = "plan"
    IPA = "ipa"
    PCP = "pcp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """One span of coverage; `until_on` is the first day without it, None: open."""

    plan_id: UUID
    plan_name: str
    line_of_business: str
    ipa_id: UUID
    ipa_name: str
    pcp_id: UUID | None
    pcp_name: str
    from_on: date
    until_on: date | None
    known_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is different from the day `on`. `before` None: the member is new to us; `after` None:
    the plan ends on that day and none of ours takes its place."""

    on: date
    before: Cover | None
    after: Cover | None
    what: tuple[What, ...]

    @property
    def learned_at(self) -> datetime:
        """When we knew both sides of it."""
        return max(side.known_from for side in (self.before, self.after) if side)


def changes(covers: Sequence[Cover]) -> tuple[Change, ...]:
    """Return every change, oldest first. `covers` are the spans we know now, of all plans.

    Two plans at the same time are two lines of change. A renewed span that changes nothing is none.
    """
    in_order = sorted(covers, key=lambda cover: (cover.from_on, str(cover.plan_id)))
    found = [_begins(cover, _before(cover, in_order)) for cover in in_order]
    found += [_ends(cover) for cover in in_order if not _is_followed(cover, in_order)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.on))


def _begins(cover: Cover, before: Cover | None) -> Change | None:
    if before is None:
        return Change(on=cover.from_on, before=None, after=cover, what=(What.PLAN,))
    what = tuple(
        which
        for which, one, other in (
            (What.PLAN, before.plan_id, cover.plan_id),
            (What.IPA, before.ipa_id, cover.ipa_id),
            (What.PCP, before.pcp_id, cover.pcp_id),
        )
        if one != other
    )
    return Change(on=cover.from_on, before=before, after=cover, what=what) if what else None


def _ends(cover: Cover) -> Change | None:
    if cover.until_on is None:
        return None
    return Change(on=cover.until_on, before=cover, after=None, what=(What.PLAN,))


def _before(cover: Cover, covers: Sequence[Cover]) -> Cover | None:
    """The span that ended last before this one began: of several the same plan's, then one of the
    same line of business."""
    ended = [one for one in covers if one.until_on is not None and one.until_on <= cover.from_on]
    return max(
        ended,
        key=lambda one: (
            one.until_on,
            one.plan_id == cover.plan_id,
            one.line_of_business == cover.line_of_business,
            one.from_on,
        ),
        default=None,
    )


def _is_followed(cover: Cover, covers: Sequence[Cover]) -> bool:
    return any(
        other.from_on == cover.until_on and _before(other, covers) is cover for other in covers
    )
