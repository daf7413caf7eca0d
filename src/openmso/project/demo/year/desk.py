"""One invented office at work: who sits where, what time it is, and who may be asked about."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from uuid import UUID

from openmso.casework.prior_auth.domain.request import Channel
from openmso.office.access.actor import Actor
from openmso.office.access.credentials import credentials_of
from openmso.office.access.roles import Role
from openmso.office.law import office_calendar

from ..accounts import Staff, practices_with_accounts
from ..population.contracts import AZ_PLANS, LA_PLANS
from ..population.written import DemoRoster, WrittenMember, WrittenPractitioner
from .hours import Hours
from .wishes import Wish

LINE_OF_PLAN = {plan.key: plan.line_of_business for plan in (*LA_PLANS, *AZ_PLANS)}
_KEPT_BY_PLAN = {
    (plan.key, ipa)
    for plan in (*LA_PLANS, *AZ_PLANS)
    for ipa, function in plan.keeps
    if function == "utilization_management"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request as it will reach the office. `service_on` is the first day of the service."""

    wish: Wish
    member: WrittenMember
    doctor: WrittenPractitioner
    channel: Channel
    received_at: datetime
    service_on: date
    quantity: int
    urgent: bool = False


class NobodyFits(LookupError):
    """No member or physician of this office fits what the story needs."""


@dataclass(slots=True, kw_only=True)
class Desk:
    """Everything a story needs; `now` is the office's present, after which nothing happens."""

    roster: DemoRoster
    staff: Staff
    now: datetime
    chance: Random
    _asked: set[tuple[UUID, str]] = field(default_factory=set)
    _own_practices: set[UUID] = field(init=False)
    _physicians: list[Actor] = field(init=False)

    def __post_init__(self) -> None:
        self._own_practices = set(practices_with_accounts(self.roster))
        self._physicians = self._people(Role.PHYSICIAN)

    def intake(self) -> Actor:
        return (self._people(Role.INTAKE) or self._people(Role.NURSE))[0]

    def nurse(self, chance: Random) -> Actor:
        return chance.choice(self._people(Role.NURSE))

    def hours(self, chance: Random) -> Hours:
        return Hours(office_calendar(self.roster.tenant.id), chance)

    def supervisor(self) -> Actor:
        return self._people(Role.SUPERVISOR)[0]

    def physician(self, specialties: list[str], at: datetime) -> Actor:
        """Return a physician who may sign a denial for these specialties at `at`.

        Raises NobodyFits.
        """
        on = office_calendar(self.roster.tenant.id).local(at).date()
        for actor in self._physicians:
            if actor.id is not None:
                held = credentials_of(actor.tenant_id, actor.id, on=on)
                matched = not specialties or held.specialties & set(specialties)
                if matched and held.has_current_attestation:
                    return actor
        raise NobodyFits(f"no physician for {specialties} on {on}")

    def practice(self, doctor: WrittenPractitioner) -> Actor:
        """Return who works at the doctor's front desk: an account of the demo, or somebody of whom
        the office knows the practice only."""
        for account in self.staff.accounts.values():
            if account.practice_id == doctor.practice_id:
                return account.as_actor()
        return Actor(
            id=None,
            name="Front desk",
            tenant_id=self.roster.tenant.id,
            practice_id=doctor.practice_id,
        )

    def system(self, name: str) -> Actor:
        return Actor.system(name, self.roster.tenant.id)

    def member(
        self, wish: Wish, *, line: str, service_on: date, key: str = "", kept_by_plan: bool = False
    ) -> WrittenMember:
        """Choose a member covered on `service_on` who has not asked for this yet.

        `key` names one of the cast. Raises NobodyFits.
        """
        if key:
            return self.roster.cast[key]
        fitting = [
            member
            for member in self.roster.members
            if LINE_OF_PLAN[member.plan] == line
            and member.from_on <= service_on
            and (member.until_on is None or member.until_on > service_on)
            and ((member.plan, member.ipa) in _KEPT_BY_PLAN) == kept_by_plan
        ]
        fresh = [each for each in fitting if (each.id, wish.code) not in self._asked]
        if not fresh:
            raise NobodyFits(f"nobody in {line} who has not asked for {wish.key}")
        chosen = self.chance.choice(fresh)
        self._asked.add((chosen.id, wish.code))
        return chosen

    def doctor(self, member: WrittenMember) -> WrittenPractitioner:
        """Choose a doctor of the member's IPA, two times of five one whose practice signs in."""
        in_network = [each for each in self.roster.practitioners if member.ipa in each.ipas]
        own = [each for each in in_network if each.practice_id in self._own_practices]
        if own and self.chance.random() < 0.4:
            return self.chance.choice(own)
        return self.chance.choice(in_network or self.roster.practitioners)

    def own_doctor(self, place: int = 0) -> WrittenPractitioner:
        """Return the first doctor of a practice that signs in."""
        practice = practices_with_accounts(self.roster)[place]
        return next(each for each in self.roster.practitioners if each.practice_id == practice)

    def _people(self, role: Role) -> list[Actor]:
        """Return who works in this role for every IPA."""
        return [
            account.as_actor()
            for account in self.staff.accounts.values()
            if role.value in account.roles and not account.ipa_ids
        ]
