"""Members whose care the invented case manager follows: one for every state a case can be in.

Everything happens through the actions people use, at its own time.
"""

from datetime import date, datetime, time, timedelta

from openmso.care.case_management.actions.add_task import add_task
from openmso.care.case_management.actions.close_case import close_case
from openmso.care.case_management.actions.comment import comment
from openmso.care.case_management.actions.end_task import end_task
from openmso.care.case_management.actions.flag_complex import flag_complex
from openmso.care.case_management.actions.give_instructions import ToDo, give_instructions
from openmso.care.case_management.actions.give_standing_access import give_standing_access
from openmso.care.case_management.actions.keep_continuity import keep_continuity
from openmso.care.case_management.actions.note_treatment import note_treatment
from openmso.care.case_management.actions.open_case import open_case
from openmso.care.case_management.actions.record_contact import Talk, record_contact
from openmso.care.case_management.actions.set_goal import set_goal
from openmso.care.case_management.actions.write_plan import Plan, write_plan
from openmso.care.case_management.actions.write_status import Status, write_status
from openmso.care.case_management.domain.daily_status import Condition
from openmso.care.case_management.domain.states import (
    Closing,
    ContactOutcome,
    ContactWay,
    ContactWith,
    Source,
    TaskOutcome,
)
from openmso.care.case_management.jobs import WATCH
from openmso.care.case_management.models import CareCase
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.roster.eligibility.actions.add_coverage import NewCoverage, add_coverage
from openmso.roster.eligibility.actions.correct_coverage import end_coverage
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.providers.models import Practitioner

from . import cast
from .population.written import WrittenMember
from .year.desk import LINE_OF_PLAN, Desk

_IN_THE_MORNING = time(9, 20)
_ONE_DAY = timedelta(days=1)
_TERM = timedelta(days=180)
_HEART = Plan(
    doctor="Dr. Lena Ortiz",
    about="We want to keep your heart strong. We want to keep you at home.",
    about_es="Queremos cuidar su corazón. Queremos que usted siga en su casa.",
    steps=(
        "A nurse calls you each day.\nYou weigh each day and write it down.\n"
        "Dr. Ortiz sees you each month."
    ),
    steps_es=(
        "Una enfermera le llama cada día.\nUsted se pesa cada día y lo anota.\n"
        "La Dra. Ortiz le ve cada mes."
    ),
)
_SUGAR = Plan(
    doctor="Dr. Omar Haddad",
    about="We want to bring your blood sugar down.",
    steps="You check your sugar in the morning.\nWe help you get a new meter.",
)
_AT_HOME = "Take your new pill in the morning.\nEat less salt.\nCall us if your feet swell."
_AT_HOME_ES = (
    "Tome su pastilla nueva en la mañana.\nComa menos sal.\nLlámenos si se le hinchan los pies."
)


class Care:
    """The caseload of one office; `desk` knows its people, `desk.now` is its present."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._office = office_calendar(desk.roster.tenant.id)
        self._by: Actor = desk.staff.accounts["case-manager"].as_actor()

    def write(self) -> None:
        """Let every case happen."""
        self._a_complex_condition()
        self._a_task_is_overdue()
        self._the_ipa_changes()
        self._the_goals_are_reached()

    def _a_complex_condition(self) -> None:
        """Watched every day; yesterday nobody wrote, and the member has said something."""
        begun = self._morning(9)
        case = self._opened(self._desk.roster.cast[cast.ROSA], "Heart failure, two stays", begun)
        flag_complex(case.id, "Heart failure", "Dr. Lena Ortiz", by=self._by, at=begun)
        self._talk(case, begun, "She has her pills and no scale at home.")
        given = ToDo(
            source=Source.DISCHARGE,
            from_whom="Harbor Point Hospital",
            given_on=begun.date(),
            steps=_AT_HOME,
            steps_es=_AT_HOME_ES,
            follow_up_on=self._day(-3),
        )
        give_instructions(case.id, given, by=self._by, at=begun)
        write_plan(case.id, _HEART, by=self._by, at=begun + _ONE_DAY)
        self._access(case, begun + _ONE_DAY)
        for days_ago in range(9, 1, -1):
            self._status(case, days_ago)
        member, at = self._desk.staff.accounts["member"].as_actor(), self._morning(2)
        set_goal(case.id, "Bailar en la boda de mi hija.", language="es", by=member, at=at)
        comment(
            case.id, "No puedo pararme en la báscula. ¿Hay otra?", language="es", by=member, at=at
        )
        write_plan(case.id, _HEART, by=self._by, at=self._morning(1))

    def _a_task_is_overdue(self) -> None:
        at = self._morning(30)
        case = self._opened(self._desk.roster.cast[cast.HAROLD], "Diabetes out of control", at)
        write_plan(case.id, _SUGAR, by=self._by, at=at)
        add_task(case.id, "Order a blood sugar meter", self._day(2), by=self._by, at=at)
        add_task(case.id, "Ask how the new meter works", self._day(-6), by=self._by, at=at)
        self._talk(case, at, "He lost his meter.")

    def _the_ipa_changes(self) -> None:
        """From the first of next month another IPA looks after the member; care goes on."""
        at, by = self._morning(12), self._desk.system("Plan file")
        member = self._somebody(place=0)
        case = self._opened(member, "Dialysis three times a week", at)
        note_treatment(
            case.id,
            *("Dialysis", "Kidney center, Example Way"),
            since_on=self._day(300),
            by=self._by,
            at=at,
        )
        known = CoverageSpan.objects.filter(
            tenant_id=case.tenant_id, member_id=case.member_id, known_until=None, until_on=None
        ).get(plan_id=case.plan_id)
        first = (self._day(0).replace(day=1) + timedelta(days=32)).replace(day=1)
        learned = self._morning(5)
        end_coverage(known.id, until_on=first, reason="Another IPA", by=by, at=learned)
        other = next(key for key in sorted(self._desk.roster.ipa_ids) if key != member.ipa)
        span = NewCoverage(
            member_id=case.member_id,
            plan_id=case.plan_id,
            ipa_id=self._desk.roster.ipa_ids[other],
            member_number=known.member_number,
            from_on=first,
            source="Plan file",
        )
        add_coverage([span], by=by, at=learned)
        keep_continuity(case.id, by=self._desk.system(WATCH), at=learned)

    def _the_goals_are_reached(self) -> None:
        at = self._morning(120)
        case = self._opened(self._somebody(place=1), "New hip, lives alone", at)
        task = add_task(case.id, "Find help at home", self._day(110), by=self._by, at=at)
        words, done_at = "A niece comes each morning.", self._morning(112)
        end_task(case.id, task.id, TaskOutcome.DONE, words, by=self._by, at=done_at)
        close_case(case.id, Closing.GOALS_REACHED, "", by=self._by, at=self._morning(60))

    def _opened(self, member: WrittenMember, reason: str, at: datetime) -> CareCase:
        return open_case(member.id, reason, by=self._by, at=at)

    def _status(self, case: CareCase, days_ago: int) -> None:
        at = self._morning(days_ago)
        condition = Condition.BETTER if days_ago % 3 == 0 else Condition.SAME
        status = Status(on=self._day(days_ago), condition=condition, note="Weight as before.")
        write_status(case.id, status, by=self._by, at=at + timedelta(hours=1))

    def _talk(self, case: CareCase, at: datetime, note: str) -> None:
        talk = Talk(
            way=ContactWay.PHONE,
            with_whom=ContactWith.MEMBER,
            outcome=ContactOutcome.TALKED,
            talked_at=at + timedelta(minutes=10),
            note=note,
        )
        record_contact(case.id, talk, by=self._by, at=at + timedelta(minutes=25))

    def _access(self, case: CareCase, at: datetime) -> None:
        specialist = (
            Practitioner.objects.filter(
                tenant_id=case.tenant_id,
                networks__ipa_id=case.ipa_id,
                networks__primary_care=False,
                networks__until_on=None,
                networks__from_on__lte=at.date(),
            )
            .order_by("npi")
            .first()
        )
        if specialist is not None:
            first = at.date()
            give_standing_access(
                case.id,
                specialist.npi,
                from_on=first,
                until_on=first + _TERM,
                by=self._by,
                at=at,
            )

    def _somebody(self, *, place: int) -> WrittenMember:
        """Return somebody of a Medicare plan who is covered long enough and not of the cast."""
        since = self._day(150)
        fitting = [
            one
            for one in self._desk.roster.members
            if LINE_OF_PLAN[one.plan] == "MA"
            and one.until_on is None
            and one.from_on <= since
            and not one.key
        ]
        return sorted(fitting, key=lambda one: one.serial, reverse=True)[place]

    def _day(self, days_ago: int) -> date:
        return self._office.local(self._desk.now).date() - days_ago * _ONE_DAY

    def _morning(self, days_ago: int) -> datetime:
        return self._office.instant(datetime.combine(self._day(days_ago), _IN_THE_MORNING))


def write_care(desk: Desk) -> None:
    """Write the caseload."""
    Care(desk).write()
