"""One member's care plan in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from openmso.care.case_management.domain.states import GoalState, Source, State
from openmso.care.case_management.models import (
    CareCase,
    CarePlan,
    Comment,
    Goal,
    Instructions,
    StandingAccess,
)
from openmso.care.case_management.queries import newest_plan, own_case
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.letters.fields import worded_for
from openmso.office.tenants.queries import tenant_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Something written, with its language where it is not the page's own."""

    lines: Sequence[str]
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    words: str
    lang: str
    tag: StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    words: str
    lang: str
    who: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    title: str
    steps: Words
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyCarePlan:
    """`can_speak` is false when the case has ended. `about` and `steps` None: no plan yet."""

    case_id: UUID
    can_speak: bool
    about: Words | None
    steps: Words | None
    facts: Sequence[Fact]
    goals: Sequence[GoalLine]
    doctors: Sequence[Fact]
    to_do: Sequence[ToDo]
    said: Sequence[Said]


def my_care_plan(viewer: Actor, *, at: datetime, language: str) -> MyCarePlan | None:
    """Return the viewer's own plan; None when nobody follows their care. At most six queries."""
    case = own_case(viewer)
    if case is None:
        return None
    zone = tenant_by_id(case.tenant_id).zone
    plan = newest_plan(case)
    mine = {"tenant_id": case.tenant_id, "case": case}
    return MyCarePlan(
        case_id=case.id,
        can_speak=case.state == State.OPEN,
        about=_words(plan.about, plan.about_es, language) if plan else None,
        steps=_words(plan.steps, plan.steps_es, language) if plan else None,
        facts=_facts(case, plan, zone, language),
        goals=[_goal(one, language) for one in Goal.objects.filter(**mine).order_by("set_at")],
        doctors=_doctors(case, at.astimezone(zone).date(), language),
        to_do=[
            _to_do(one, language)
            for one in Instructions.objects.filter(**mine).order_by("-written_at", "id")
        ],
        said=[
            _said(one, zone, language)
            for one in Comment.objects.filter(**mine).order_by("written_at", "id")
        ],
    )


def _words(english: str, spanish: str, language: str) -> Words:
    said = worded_for(english, spanish, language)
    lines = [line.strip() for line in said.text.splitlines() if line.strip()]
    return Words(lines=lines, lang=said.foreign_on(language))


def _facts(case: CareCase, plan: CarePlan | None, zone: ZoneInfo, language: str) -> list[Fact]:
    facts = [Fact(label=_("Who looks after it"), value=case.manager_name)]
    if plan is not None:
        day = member_date(plan.written_at.astimezone(zone).date(), language)
        facts += [
            Fact(label=_("Your doctor for this plan"), value=plan.doctor),
            Fact(label=_("Written on"), value=day),
        ]
    return [*facts, Fact(label=_("Plan number"), value=case.number)]


def _goal(goal: Goal, language: str) -> GoalLine:
    tags = {
        GoalState.OPEN.value: StatusTag(_("We work on it"), StatusTone.WORKING),
        GoalState.REACHED.value: StatusTag(_("Reached"), StatusTone.GOOD),
        GoalState.GIVEN_UP.value: StatusTag(_("Not any more"), StatusTone.QUIET),
    }
    lang = goal.language if goal.language != language else ""
    return GoalLine(words=goal.words, lang=lang, tag=tags[goal.state])


def _doctors(case: CareCase, today: date, language: str) -> list[Fact]:
    if case.flag is None or not case.flag.stands(today):
        return []
    accesses = StandingAccess.objects.filter(
        tenant_id=case.tenant_id, case=case, until_on__gt=today
    ).select_related("specialist")
    return [
        Fact(
            label=one.specialist.full_name,
            value=_("Through %(day)s") % {"day": member_date(one.until_on - ONE_DAY, language)},
        )
        for one in accesses.order_by("from_on", "id")
    ]


def _to_do(given: Instructions, language: str) -> ToDo:
    title = (
        _("After your stay at %(place)s")
        if given.source == Source.DISCHARGE
        else _("After your visit to %(place)s")
    )
    return ToDo(
        title=title % {"place": given.from_whom},
        steps=_words(given.steps, given.steps_es, language),
        again=_("We will see how you are by %(day)s.")
        % {"day": member_date(given.follow_up_on, language)},
    )


def _said(one: Comment, zone: ZoneInfo, language: str) -> Said:
    return Said(
        words=one.words,
        lang=one.language if one.language != language else "",
        who=_("You") if one.by_member else one.by_name,
        day=member_date(one.written_at.astimezone(zone).date(), language),
    )
