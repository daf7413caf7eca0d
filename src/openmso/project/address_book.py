"""The address book of the outbound gate: the roster, and who has an account to read letters in."""

from uuid import UUID

from django.db.models import Exists, QuerySet

from openmso.office.access.models import Account
from openmso.office.outbound.interfaces import Address
from openmso.office.outbound.ways import HOSPITAL, MEMBER, PRACTICE
from openmso.office.statement import statement
from openmso.roster.members.models import Member
from openmso.roster.providers.models import Hospital, Practice


class RosterAddressBook:
    """Finds members, practices and hospitals of one office."""

    def address_of(self, tenant_id: UUID, receiver_kind: str, receiver_id: UUID) -> Address:
        """Return the present address. Raises LookupError for another office's, or nobody's."""
        if receiver_kind == MEMBER:
            return _member(tenant_id, receiver_id)
        if receiver_kind == PRACTICE:
            return _practice(tenant_id, receiver_id)
        if receiver_kind == HOSPITAL:
            return _hospital(tenant_id, receiver_id)
        raise LookupError(f'the roster knows no receivers of the kind "{receiver_kind}"')


def _member(tenant_id: UUID, member_id: UUID) -> Address:
    found = _member_with_account(tenant_id, member_id)
    if not found:
        raise LookupError(f"no member {member_id} in this office")
    [member] = found
    return Address(
        name=member.full_name,
        lines=member.address_lines,
        portal=vars(member)["reads_online"],
        language=member.language,
        letter_format=member.letter_format,
    )


def _practice(tenant_id: UUID, practice_id: UUID) -> Address:
    found = _practice_with_account(tenant_id, practice_id)
    if not found:
        raise LookupError(f"no practice {practice_id} in this office")
    [practice] = found
    return Address(
        name=practice.name,
        lines=_lines(practice),
        fax=practice.fax,
        portal=vars(practice)["reads_online"],
    )


def _hospital(tenant_id: UUID, hospital_id: UUID) -> Address:
    hospital = Hospital.objects.filter(tenant_id=tenant_id, id=hospital_id).first()
    if hospital is None:
        raise LookupError(f"no hospital {hospital_id} in this office")
    return Address(name=hospital.name, lines=_lines(hospital), fax=hospital.fax)


@statement
def _member_with_account(tenant_id: UUID, member_id: UUID) -> QuerySet[Member]:
    accounts = Account.objects.filter(tenant_id=tenant_id, member_id=member_id, is_active=True)
    return Member.objects.filter(tenant_id=tenant_id, id=member_id).annotate(
        reads_online=Exists(accounts)
    )


@statement
def _practice_with_account(tenant_id: UUID, practice_id: UUID) -> QuerySet[Practice]:
    accounts = Account.objects.filter(tenant_id=tenant_id, practice_id=practice_id, is_active=True)
    return Practice.objects.filter(tenant_id=tenant_id, id=practice_id).annotate(
        reads_online=Exists(accounts)
    )


def _lines(place: Practice | Hospital) -> tuple[str, ...]:
    town = f"{place.city}, {place.state} {place.postal_code}".strip(" ,")
    return tuple(line for line in (place.address_line, town) if line)
