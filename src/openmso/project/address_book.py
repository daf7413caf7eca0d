"""The address book of the outbound gate: the roster, and who has an account to read letters in."""

from uuid import UUID

from openmso.office.access.models import Account
from openmso.office.outbound.interfaces import Address
from openmso.office.outbound.ways import MEMBER, PRACTICE
from openmso.roster.members.models import Member
from openmso.roster.providers.models import Practice


class RosterAddressBook:
    """Finds members and practices of one office."""

    def address_of(self, tenant_id: UUID, receiver_kind: str, receiver_id: UUID) -> Address:
        """Return the present address. Raises LookupError for another office's, or nobody's."""
        if receiver_kind == MEMBER:
            return _member(tenant_id, receiver_id)
        if receiver_kind == PRACTICE:
            return _practice(tenant_id, receiver_id)
        raise LookupError(f'the roster knows no receivers of the kind "{receiver_kind}"')


def _member(tenant_id: UUID, member_id: UUID) -> Address:
    member = Member.objects.filter(tenant_id=tenant_id, id=member_id).first()
    if member is None:
        raise LookupError(f"no member {member_id} in this office")
    return Address(
        name=member.full_name,
        lines=member.address_lines,
        portal=Account.objects.filter(
            tenant_id=tenant_id, member_id=member_id, is_active=True
        ).exists(),
        language=member.language,
        letter_format=member.letter_format,
    )


def _practice(tenant_id: UUID, practice_id: UUID) -> Address:
    practice = Practice.objects.filter(tenant_id=tenant_id, id=practice_id).first()
    if practice is None:
        raise LookupError(f"no practice {practice_id} in this office")
    place = f"{practice.city}, {practice.state} {practice.postal_code}".strip(" ,")
    return Address(
        name=practice.name,
        lines=tuple(line for line in (practice.address_line, place) if line),
        fax=practice.fax,
        portal=Account.objects.filter(
            tenant_id=tenant_id, practice_id=practice_id, is_active=True
        ).exists(),
    )
