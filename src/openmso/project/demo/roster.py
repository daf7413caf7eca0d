"""Writes the invented offices' roster through the same actions that a real load uses."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import chain

from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.roster.benefits.actions.add_benefits import load_service_codes
from openmso.standards.codes.service_codes import house_services

from .cast import FIRST_FREE_SERIAL, az_cast, la_cast
from .population.contracts import AZ_IPAS, AZ_PLANS, LA_IPAS, LA_PLANS
from .population.people import Region, people
from .population.person import PersonPlan
from .population.places import LOS_ANGELES, PHOENIX
from .population.write_contracts import write_contracts
from .population.write_members import write_members
from .population.write_network import write_network
from .population.written import DemoRoster

SEED = 20_261_122
LA = Region(state="CA", plans=LA_PLANS, ipas=LA_IPAS, places=LOS_ANGELES)
AZ = Region(state="AZ", plans=AZ_PLANS, ipas=AZ_IPAS, places=PHOENIX)
_PRACTICES = {"CA": 34, "AZ": 6}

Progress = Callable[..., None]
Cast = Callable[[date], list[PersonPlan]]


def build_la_roster(
    tenant: Tenant, *, members: int, at: datetime, progress: Progress, seed: int = SEED
) -> DemoRoster:
    """Write the Los Angeles office's plans, network, lists and people, the cast among them.

    `at` is the office's now: contracts and coverage begin in the years before it. The cast comes
    whole even where `members` is smaller than it.
    """
    return _build(tenant, LA, la_cast, members, at, progress, seed)


def build_az_roster(
    tenant: Tenant, *, members: int, at: datetime, progress: Progress, seed: int = SEED
) -> DemoRoster:
    """Write the Arizona medical group's roster in the same manner."""
    return _build(tenant, AZ, az_cast, members, at, progress, seed)


def _build(
    tenant: Tenant,
    region: Region,
    cast: Cast,
    members: int,
    at: datetime,
    progress: Progress,
    seed: int,
) -> DemoRoster:
    by = Actor.system("demo", tenant.id)
    on = at.astimezone(tenant.zone).date()
    progress(f"writing the contracts and the network of {tenant.name}")
    load_service_codes(house_services(), by=by, at=at)
    written = write_contracts(tenant, region, on=on, by=by, at=at)
    write_network(written, region, _PRACTICES[region.state], seed=seed, on=on, by=by, at=at)
    known = cast(on)
    others = people(
        max(0, members - len(known)), seed, on=on, region=region, first_serial=FIRST_FREE_SERIAL
    )
    write_members(written, region, chain(known, others), by=by, progress=progress)
    return written
