"""What stands above each of the three pages of a case: state, facts, tabs, acts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from openmso.care.case_management.domain.states import State
from openmso.care.case_management.models import CareCase
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.line_of_business import plan_and_line
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date, staff_last_day
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.letters.languages import name_of

from .act import Act
from .words import CLOSINGS, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above each of the three pages."""

    number: str
    state: StatusTag
    flag: StatusTag | None
    facts: Sequence[Fact]
    tabs: Sequence[tuple[str, str, bool]]
    acts: Sequence[tuple[str, str]]


def head(
    case: CareCase, *, page: str, acts: Iterable[type[Act]], viewer: Actor, today: date
) -> Head:
    """Return the head of a page; `acts` are those that belong to it."""
    works = viewer.may(Permission.CARE_CASE_WORK) and case.state == State.OPEN
    return Head(
        number=case.number,
        state=_state(case),
        flag=_flag(case, today),
        facts=_facts(case),
        tabs=[
            (label, reverse(name, args=[case.id]), name == page)
            for label, name in (
                ("Case", "staff:care_case"),
                ("Care plan", "staff:care_plan"),
                ("Cover and continuity", "staff:care_cover"),
            )
        ],
        acts=[
            (act.title, reverse("staff:care_act", args=[case.id, act.name]))
            for act in acts
            if works and act.is_offered(case, today)
        ],
    )


def _state(case: CareCase) -> StatusTag:
    if case.state == State.OPEN:
        return StatusTag(f"Open, with {case.manager_name}", StatusTone.WORKING)
    return StatusTag(f"Closed: {said(CLOSINGS, case.closing)}", StatusTone.QUIET)


def _flag(case: CareCase, today: date) -> StatusTag | None:
    if case.flag is None or not case.flag.stands(today):
        return None
    return StatusTag("Complex or serious condition", StatusTone.NEW)


def _facts(case: CareCase) -> list[Fact]:
    facts = [
        Fact(
            label="Member",
            value=case.member.full_name,
            href=reverse("staff:member", args=[case.member_id]),
        ),
        Fact(label="Health plan", value=plan_and_line(case.plan.name, case.line_of_business)),
        Fact(label="IPA", value=case.ipa.name),
        Fact(label="Writes and speaks", value=_languages(case)),
        Fact(label="Telephone", value=case.member.phone or "Not known"),
        Fact(label="Why followed", value=case.reason),
    ]
    if case.complex_from_on is not None:
        until = f" until {staff_last_day(case.complex_until_on)}" if case.complex_until_on else ""
        facts.append(
            Fact(
                label="Complex condition",
                value=case.complex_condition,
                below=f"{case.complex_said_by}, from {staff_date(case.complex_from_on)}{until}",
            )
        )
    if case.closing_words:
        facts.append(Fact(label="At the end", value=case.closing_words))
    return facts


def _languages(case: CareCase) -> str:
    written, spoken = name_of(case.member.language), name_of(case.member.spoken_language)
    return written if written == spoken else f"{written}; {spoken}"
