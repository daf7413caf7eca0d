"""Whether a physician's signature holds today, read from the records of licences and statements."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.access.credentials import credentials_of
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id

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


def require_signature(by: Actor, *, at: datetime) -> None:
    """Raise SignatureNotInForce with every reason when `by` may not sign at `at`."""
    if reasons := in_the_way_of_signing(by, at=at):
        raise SignatureNotInForce(reasons)
