"""A person signs a statement about themselves; nobody signs for another."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Attestation
from openmso.office.access.permissions import Permission
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.action import action, record

from ..statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Account:
    """The signer's account, as the timeline wants to see it."""

    id: UUID
    tenant_id: UUID
    case_kind: str = "account"


class AnotherEdition(ValueError):
    """The statement that was read is not the one in use. Read it again."""


@action
def attest(statement: Statement, *, edition_read: str, by: Actor, at: datetime) -> Attestation:
    """Store the signature of `by`, valid from `at` for the statement's years.

    Raises AnotherEdition when the page showed an older wording, NotAllowed.
    """
    by.require(Permission.ATTEST)
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person can sign a statement.")
    if edition_read != statement.edition:
        raise AnotherEdition("The statement has changed since you opened it. Read it again.")
    signed_on = at.astimezone(tenant_by_id(by.tenant_id).zone).date()
    signed = Attestation.objects.create(
        tenant_id=by.tenant_id,
        account_id=by.id,
        statement=statement.key,
        edition=statement.edition,
        signed_at=at,
        until_on=statement.holds_until(signed_on),
    )
    record(
        _Account(id=by.id, tenant_id=by.tenant_id),
        "account.attested",
        by=by,
        at=at,
        statement=statement.key,
        edition=statement.edition,
        until=signed.until_on.isoformat(),
    )
    return signed
