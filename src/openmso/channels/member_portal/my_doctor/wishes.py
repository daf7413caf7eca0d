"""Wishes for another doctor in a member's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date
from openmso.roster.pcp_changes.domain.answer import State
from openmso.roster.pcp_changes.models import PcpChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    title: str
    tag: StatusTag
    sentence: str
    asked: str


def wishes_of(changes: Iterable[PcpChange], *, zone: ZoneInfo, language: str) -> list[Wish]:
    """Return the wishes for the page, in the order given."""
    return [
        Wish(
            title=change.wanted.full_name,
            tag=_tag(State(change.state)),
            sentence=_sentence(change),
            asked=_("Asked on %(day)s. Number %(number)s.")
            % {
                "day": member_date(change.asked_at.astimezone(zone).date(), language),
                "number": change.number,
            },
        )
        for change in changes
    ]


def _tag(state: State) -> StatusTag:
    if state is State.CHANGED:
        return StatusTag(_("Changed"), StatusTone.GOOD)
    if state is State.OTHER_DOCTOR:
        return StatusTag(_("Another doctor"), StatusTone.QUIET)
    if state is State.COVERAGE_ENDED:
        return StatusTag(_("Plan ended"), StatusTone.QUIET)
    return StatusTag(_("With your plan"), StatusTone.WAITING)


def _sentence(change: PcpChange) -> str:
    state, plan = State(change.state), change.plan.name
    if state is State.CHANGED:
        return _("Your plan said yes. This is your doctor now.")
    if state is State.OTHER_DOCTOR:
        name = change.got.full_name if change.got else ""
        return _("Your plan chose %(name)s. Call your plan if you want to know why.") % {
            "name": name
        }
    if state is State.COVERAGE_ENDED:
        return _("You left this plan before it answered.")
    if state is State.PASSED_ON:
        return _("We sent it to %(plan)s. They decide.") % {"plan": plan}
    return _("We send it to %(plan)s. They decide.") % {"plan": plan}
