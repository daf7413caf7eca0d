"""Care that ends in the invented office: one case for every way it can go.

Everything happens through the actions people use, at its own time. Days are counted back from the
demo's present, so that the open cases are open today.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from openmso.casework.fast_track.actions.announce_end import announce_end
from openmso.casework.fast_track.actions.ask_again import ask_again
from openmso.casework.fast_track.actions.close_case import close_case
from openmso.casework.fast_track.actions.give_reasons import give_reasons
from openmso.casework.fast_track.actions.record_decision import record_decision
from openmso.casework.fast_track.actions.record_notice import record_notice
from openmso.casework.fast_track.actions.record_request import record_request
from openmso.casework.fast_track.actions.record_told import record_told
from openmso.casework.fast_track.actions.send_records import send_records
from openmso.casework.fast_track.actions.take_back_end import take_back_end
from openmso.casework.fast_track.actions.withdraw_request import withdraw_request
from openmso.casework.fast_track.actions.write_reasons import write_reasons
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.decision import Answer, Told
from openmso.casework.fast_track.domain.notice import Delivery, Proof
from openmso.casework.fast_track.domain.reasons import Reasons
from openmso.casework.fast_track.jobs import due_now
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.fast_track.steps.opening import Announced
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.law import office_calendar
from openmso.office.tenants.models import Tenant
from openmso.roster.members.models import Member

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_LINE = "MA"
_PROVIDERS = {
    Care.HOSPITAL_STAY: ("Cypress Bay Hospital", "213-555-0171"),
    Care.NURSING_FACILITY: ("Sunrise Nursing Center", "626-555-0148"),
    Care.HOME_HEALTH: ("Harbor Home Care", "310-555-0152"),
    Care.REHABILITATION_FACILITY: ("Elm Street Therapy Center", "818-555-0139"),
}
_REASONS = Reasons(
    why="You can walk and dress on your own. Your wound has closed.",
    why_es="Usted ya camina y se viste por su cuenta. Su herida cerró.",
    rule_used="Invented Coverage Manual, chapter 8, section 30",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """One case: its care ends `ends_in` days from today, and it goes on as `goes` says."""

    care: Care
    ends_in: int
    goes: Callable[["CareThatEnds", FastTrackCase], None] | None = None


class CareThatEnds:
    """The announced ends of one office; `now` is its present."""

    def __init__(self, tenant: Tenant, now: datetime) -> None:
        self._tenant, self._now = tenant, now
        self._office = office_calendar(tenant.id)
        self._today = self._office.local(now).date()
        desk = Account.objects.filter(
            tenant_id=tenant.id, roles__contains=[Role.SUPERVISOR.value]
        ).order_by("email")
        self._by = desk[0].as_actor()

    def write(self) -> None:
        """Let every case happen; a plot without a member left is left out."""
        for plot, member in zip(_PLOTS, self._members(), strict=False):
            case = self._announced(plot, member)
            if plot.goes is not None:
                plot.goes(self, case)
        due_now(self._now, self._tenant.id)

    def noticed(self, case: FastTrackCase, *, days_before: int = 3, **proof: str) -> None:
        given_at = self._at(case, -days_before, 11)
        delivery = Delivery(
            given_at=given_at,
            given_by=case.provider_name,
            proof=Proof(proof.get("proof", Proof.SIGNED)),
            told_to=proof.get("told_to", case.member.full_name),
            witness=proof.get("witness", ""),
            mailed_on=given_at.date() if proof.get("proof") == Proof.BY_PHONE else None,
        )
        record_notice(case.id, delivery, by=self._by, at=min(given_at + _HOUR, self._now))

    def noticed_late(self, case: FastTrackCase) -> None:
        self.noticed(case, days_before=1, proof=Proof.BY_PHONE, told_to="A daughter")

    def refused_to_sign(self, case: FastTrackCase) -> None:
        self.noticed(case, proof=Proof.REFUSED, witness="Nurse of the evening shift")

    def asked(self, case: FastTrackCase, *, days_before: int = 2, hour: int = 10) -> None:
        if case.care != Care.HOSPITAL_STAY:
            self.noticed(case)
        asked_at = self._at(case, -days_before, hour)
        who = case.member.full_name
        record_request(case.id, asked_at=asked_at, asked_by=who, by=self._by, at=asked_at)

    def told(self, case: FastTrackCase) -> None:
        self.asked(case)
        told_at = self._at(case, -2, 14)
        record_told(case.id, told_at=told_at, reference="Q-4711", by=self._by, at=told_at)

    def told_just_now(self, case: FastTrackCase) -> None:
        self.asked(case)
        at = self._now - _HOUR
        record_told(case.id, told_at=at, reference="Q-4712", by=self._by, at=at)

    def with_qio(self, case: FastTrackCase) -> None:
        self.told(case)
        at = self._at(case, -2, 15)
        how = "Handed over by the provider"
        write_reasons(case.id, _REASONS, by=self._by, at=at)
        give_reasons(case.id, given_at=at, how=how, by=self._by, at=at)
        what = "Chart of the last two weeks"
        send_records(case.id, sent_at=at, what=what, way="portal", by=self._by, at=at)

    def stands(self, case: FastTrackCase) -> None:
        self._decided(case, Answer.END_STANDS)

    def asked_again(self, case: FastTrackCase) -> None:
        self.stands(case)
        at = self._at(case, 2, 10)
        ask_again(case.id, asked_at=at, by=self._by, at=at)

    def goes_on(self, case: FastTrackCase) -> None:
        self._decided(case, Answer.CARE_GOES_ON)

    def ends_after_all(self, case: FastTrackCase) -> None:
        """The care went on, and a new end was announced after it."""
        self.goes_on(case)
        plot = _Plot(care=Care(case.care), ends_in=4)
        self._announced(plot, case.member, came_from=case)

    def late_for_the_qio(self, case: FastTrackCase) -> None:
        self.asked(case, days_before=-1, hour=9)

    def withdrawn(self, case: FastTrackCase) -> None:
        self.told(case)
        withdraw_request(case.id, by=self._by, at=self._at(case, -1, 9))

    def taken_back(self, case: FastTrackCase) -> None:
        self.noticed(case)
        why = "The doctor orders more visits"
        take_back_end(case.id, why=why, by=self._by, at=self._at(case, -1, 9))

    def nobody_asked(self, case: FastTrackCase) -> None:
        self.noticed(case)
        close_case(case.id, by=self._by, at=self._at(case, 1, 9))

    def _decided(self, case: FastTrackCase, answer: Answer) -> None:
        self.with_qio(case)
        told = Told(
            answer=answer,
            told_at=self._at(case, -1, 16),
            told_by="Letter of the invented reviewer",
            words="The records were read.",
        )
        record_decision(case.id, told, by=self._by, at=told.told_at)

    def _announced(
        self, plot: _Plot, member: Member, *, came_from: FastTrackCase | None = None
    ) -> FastTrackCase:
        name, phone = _PROVIDERS[plot.care]
        ends_on = self._today + plot.ends_in * _DAY
        told = Announced(
            care=plot.care,
            member_id=member.id,
            ends_on=ends_on,
            provider_name=name,
            provider_phone=phone,
            came_from_id=came_from.id if came_from else None,
        )
        at = self._office.at(ends_on - 4 * _DAY, time(9))
        return announce_end(told, by=self._by, at=min(at, self._now))

    def _at(self, case: FastTrackCase, days: int, hour: int) -> datetime:
        """Return an hour of a day counted from the end; what would lie ahead happens now."""
        return min(self._office.at(case.ends_on + days * _DAY, time(hour)), self._now)

    def _members(self) -> Iterator[Member]:
        """Yield members of such a plan who have been covered for a while."""
        covered = Member.objects.filter(
            tenant_id=self._tenant.id,
            deceased_on=None,
            coverage_spans__plan__line_of_business=_LINE,
            coverage_spans__until_on=None,
            coverage_spans__known_until=None,
            coverage_spans__from_on__lte=self._today - 60 * _DAY,
        )
        return iter(covered.distinct().order_by("-family_name", "id")[: len(_PLOTS)])


_PLOTS = (
    _Plot(care=Care.NURSING_FACILITY, ends_in=4),
    _Plot(care=Care.HOME_HEALTH, ends_in=3, goes=CareThatEnds.refused_to_sign),
    _Plot(care=Care.REHABILITATION_FACILITY, ends_in=1, goes=CareThatEnds.noticed_late),
    _Plot(care=Care.NURSING_FACILITY, ends_in=2, goes=CareThatEnds.asked),
    _Plot(care=Care.HOME_HEALTH, ends_in=1, goes=CareThatEnds.told_just_now),
    _Plot(care=Care.HOME_HEALTH, ends_in=-1, goes=CareThatEnds.told),
    _Plot(care=Care.NURSING_FACILITY, ends_in=1, goes=CareThatEnds.with_qio),
    _Plot(care=Care.NURSING_FACILITY, ends_in=-9, goes=CareThatEnds.stands),
    _Plot(care=Care.HOSPITAL_STAY, ends_in=-12, goes=CareThatEnds.stands),
    _Plot(care=Care.REHABILITATION_FACILITY, ends_in=-15, goes=CareThatEnds.asked_again),
    _Plot(care=Care.HOME_HEALTH, ends_in=-20, goes=CareThatEnds.goes_on),
    _Plot(care=Care.NURSING_FACILITY, ends_in=-25, goes=CareThatEnds.ends_after_all),
    _Plot(care=Care.HOSPITAL_STAY, ends_in=-1, goes=CareThatEnds.late_for_the_qio),
    _Plot(care=Care.HOME_HEALTH, ends_in=-30, goes=CareThatEnds.withdrawn),
    _Plot(care=Care.REHABILITATION_FACILITY, ends_in=-35, goes=CareThatEnds.taken_back),
    _Plot(care=Care.HOME_HEALTH, ends_in=-40, goes=CareThatEnds.nobody_asked),
)


def write_care_that_ends(tenant: Tenant, *, at: datetime) -> None:
    """Write the office's announced ends; its accounts and members must be there."""
    CareThatEnds(tenant, at).write()
