"""An office with a history under several seals, and the hands of one who owns its database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection

from factories.roster import make_actor, make_tenant
from openmso.office.disclosures.models import Disclosure
from openmso.office.keys.signing import public_keys, signing_key
from openmso.office.seals.fault import Fault
from openmso.office.seals.head import Head, head_of
from openmso.office.seals.sealing import seal_office
from openmso.office.seals.verifying import faults
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.action import action, record

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
TABLES = ("case_event", "disclosure", "seal")


@dataclass(frozen=True, slots=True)
class SomeCase:
    tenant_id: UUID
    id: UUID
    case_kind: str = "prior_auth"


def write_history(office: Tenant, *, lines: int, case_id: UUID | None = None) -> UUID:
    """Record `lines` lines about one case in one action, and one disclosure."""
    case = SomeCase(office.id, case_id or uuid4())

    @action
    def work() -> None:
        for n in range(lines):
            at = AT + timedelta(minutes=n)
            record(case, "prior_auth.noted", by=make_actor(office), at=at, note=f"Nº {n}", count=n)

    work()
    Disclosure.objects.create(
        tenant=office,
        about_member_id=uuid4(),
        case_kind=case.case_kind,
        case_id=case.id,
        what="approval",
        purpose="notice",
        receiver_kind="member",
        receiver_name="Rosa Delgadillo",
        way="mail",
        at=AT,
    )
    return case.id


def sealed_office(*, seals: int = 4, lines: int = 5) -> Tenant:
    """Return an office whose history lies under `seals` seals of `lines` lines and a disclosure."""
    office = make_tenant()
    for n in range(seals):
        write_history(office, lines=lines)
        seal(office, at=AT + timedelta(hours=n))
    return office


def seal(office: Tenant, *, at: datetime = AT) -> int:
    return seal_office(office.id, key=signing_key(), at=at)


def faults_of(office: Tenant, *, head: Head | None = None) -> list[Fault]:
    return list(faults(office.id, keys=public_keys(), head=head))


def newest_head(office: Tenant) -> Head:
    head = head_of(office.id, keys=dict(public_keys()))
    assert head is not None
    return head


@contextmanager
def owner_of_the_database() -> Iterator[None]:
    """Take the triggers away for a moment, as the owner of the tables can."""
    tell("SET CONSTRAINTS ALL IMMEDIATE")
    for table in TABLES:
        tell(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    tell("SET CONSTRAINTS ALL IMMEDIATE")
    for table in TABLES:
        tell(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def tell(command: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(command, values)
