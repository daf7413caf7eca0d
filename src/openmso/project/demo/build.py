"""Builds the whole demo: two offices, their people, their law, their sign-ins, a year of cases."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from openmso.casework.prior_auth.jobs import due_now
from openmso.office.tenants.models import Tenant

from .accounts import write_accounts
from .law.contact_lines import write_contact_lines
from .law.criteria import write_criteria
from .office import open_arizona, open_los_angeles
from .population.written import DemoRoster
from .post_room import empty_the_tray
from .roster import SEED, build_az_roster, build_la_roster
from .silent_queue import nothing_for_later
from .year.calendar_of_the_year import Planned, arizona, los_angeles
from .year.desk import Desk
from .year.tell import tell_all

Progress = Callable[..., None]

_ARIZONA_SHARE = 10
_ARIZONA_AT_LEAST = 40


def build_office(members: int, at: datetime, progress: Progress) -> None:
    """Write the demo office into an empty database, with about `members` members.

    `at` is the demo's present: the year of cases ends there. The same `members` and `at` give the
    same people and stories (but other ids, numbers and codes). `progress(step, done, total)` is
    called at least once a second.
    """
    with nothing_for_later():
        chance = Random(f"{SEED}:cases")
        los_angeles_office, phoenix = open_los_angeles(), open_arizona()
        roster = build_la_roster(los_angeles_office, members=members, at=at, progress=progress)
        others = max(_ARIZONA_AT_LEAST, members // _ARIZONA_SHARE)
        arizona_roster = build_az_roster(phoenix, members=others, at=at, progress=progress)
        progress("writing criteria, contact lines and sign-ins", 0, 2)
        _tell(roster, los_angeles(members, chance), chance, at, progress)
        _tell(arizona_roster, arizona(), chance, at, progress)
        for tenant in (los_angeles_office, phoenix):
            due_now(at, tenant.id)
        empty_the_tray(now=at, progress=progress)


def _tell(
    roster: DemoRoster, planned: list[Planned], chance: Random, at: datetime, progress: Progress
) -> None:
    tenant: Tenant = roster.tenant
    on = at.astimezone(tenant.zone).date()
    write_contact_lines(tenant, roster.plan_ids, on=on)
    write_criteria(tenant, on=on)
    staff = write_accounts(roster, on=on, at=at)
    tell_all(planned, Desk(roster=roster, staff=staff, now=at, chance=chance), progress)
