"""Whether a physician's signature holds today, read from the records of licences and statements."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.credentials import credentials_of
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id

from .domain.decision import SignerFacts
from .domain.physician_signature import SignatureNotInForce, why_no_signature


def signs_as_physician(by: Actor) -> bool:
    """Tell whether what this person decides is a physician's decision."""
    return by.may(Permission.PRIOR_AUTH_DENY)


def in_the_way_of_signing(by: Actor, *, at: datetime) -> tuple[str, ...]:
    """Return why `by` may not sign as a physician on the office's day of `at`. Two queries.

    An empty tuple for everybody whose decisions are not a physician's: no query.
    """
    if by.id is None or not signs_as_physician(by):
        return ()
    on = office_calendar(by.tenant_id).local(at).date()
    credentials = credentials_of(by.tenant_id, by.id, on=on)
    return why_no_signature(
        state=tenant_by_id(by.tenant_id).state,
        licensed_in=credentials.physician_licensed_in,
        attested=credentials.has_current_attestation,
    )


def signer_of_a_no(
    by: Actor, *, needs: Permission, opened: frozenset[UUID], at: datetime
) -> SignerFacts:
    """Gather what the guard of every denial must know of the person who would sign at `at`.

    `needs` is the permission for this kind of no, `opened` the papers of the case that `by` has
    opened. Two queries; none for a program, which can sign nothing.
    """
    if by.id is None or not by.is_person:
        return SignerFacts(
            is_person=False,
            may_deny=False,
            licensed_in=frozenset(),
            specialties=frozenset(),
            attested=False,
            opened_documents=frozenset(),
        )
    on = office_calendar(by.tenant_id).local(at).date()
    held = credentials_of(by.tenant_id, by.id, on=on)
    return SignerFacts(
        is_person=True,
        may_deny=by.may(needs),
        licensed_in=held.physician_licensed_in,
        specialties=held.specialties,
        attested=held.has_current_attestation,
        opened_documents=opened,
    )


def require_signature(by: Actor, *, at: datetime) -> None:
    """Raise SignatureNotInForce with every reason when `by` may not sign at `at`."""
    if reasons := in_the_way_of_signing(by, at=at):
        raise SignatureNotInForce(reasons)
