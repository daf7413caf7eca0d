"""The accounts of the demo's people, with second factor, licence and attestations."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from openmso.office.access.models import Account, Licence
from openmso.office.access.roles import Role
from openmso.office.attestations.actions.attest import attest
from openmso.office.attestations.statements import NO_REWARD
from openmso.office.tenants.models import Tenant

from . import cast
from .people import PEOPLE, Person
from .population.histories import month_start
from .population.written import DemoRoster

LAPSED_SINCE_MONTHS, ENDS_IN_MONTHS = 2, 8
_OVERLAP = timedelta(days=14)


@dataclass(slots=True, kw_only=True)
class Staff:
    """The accounts of one office by their key."""

    accounts: dict[str, Account] = field(default_factory=dict)


def practices_with_accounts(roster: DemoRoster) -> list[UUID]:
    """Return the practices whose people sign in: the first two of the demo's own network."""
    own = [each for each in roster.practices if each.ipa == cast.PRACTICE_IPA] or roster.practices
    return [each.id for each in own[:2]]


def write_accounts(roster: DemoRoster, *, on: date, at: datetime) -> Staff:
    """Write the accounts of one office, with the second factor of everybody who needs one."""
    staff = Staff()
    for number, person in enumerate(PEOPLE, start=1):
        if person.office == roster.tenant.key:
            account = _account(person, roster)
            if person.role is not Role.MEMBER:
                TOTP.activate(account, generate_totp_secret())
            _licence(person, account, roster.tenant, number, on)
            if person.role is Role.PHYSICIAN:
                _attestations(person, account, on, at)
            staff.accounts[person.key] = account
    return staff


def _account(person: Person, roster: DemoRoster) -> Account:
    own = practices_with_accounts(roster)
    account = Account.objects.create_account(
        password=person.password,
        tenant=roster.tenant,
        email=person.email,
        name=person.name,
        roles=[person.role.value],
        practice_id=own[person.practice] if person.practice is not None else None,
        member_id=roster.cast[person.member].id if person.member else None,
        ipa_ids=[roster.ipa_ids[person.ipa]] if person.ipa else [],
        language=person.language,
    )
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account


def _licence(person: Person, account: Account, tenant: Tenant, number: int, on: date) -> None:
    professions = {
        Role.PHYSICIAN: Licence.Profession.PHYSICIAN,
        Role.NURSE: Licence.Profession.NURSE,
    }
    if person.role in professions:
        Licence.objects.create(
            tenant=tenant,
            account=account,
            profession=professions[person.role],
            state=tenant.state,
            number=f"X{77000 + number}",
            specialties=list(person.specialties),
            from_on=date(on.year - 9, 7, 1),
            until_on=date(on.year + 2, 7, 1),
        )


def _attestations(person: Person, account: Account, on: date, at: datetime) -> None:
    """Two years' signatures; the last one ends ahead, or has lapsed. It was given while the first
    still held, so that no decision falls between the two, whatever hour it is."""
    months = NO_REWARD.years * 12
    last = months + LAPSED_SINCE_MONTHS if not person.attested else months - ENDS_IN_MONTHS
    for back, later in ((last + months, _OVERLAP), (last, timedelta(0))):
        signed_on = month_start(on, months_back=back)
        as_it_was = replace(NO_REWARD, edition=f"{signed_on.year}-1")
        attest(
            as_it_was,
            edition_read=as_it_was.edition,
            by=account.as_actor(),
            at=at.replace(year=signed_on.year, month=signed_on.month, day=1) + later,
        )
