"""Who works and reads in the demo: invented people with accounts, licences and attestations.

Every password is made from the person's name and exists only in a demo folder.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from openmso.office.access.models import Account, Licence
from openmso.office.access.roles import Role
from openmso.office.attestations.actions.attest import attest
from openmso.office.attestations.statements import NO_REWARD
from openmso.office.tenants.models import Tenant

from . import cast
from .population.contracts import AZ_OFFICE, LA_OFFICE
from .population.histories import month_start
from .population.written import DemoRoster

LAPSED_SINCE_MONTHS, ENDS_IN_MONTHS = 2, 8

LA, AZ = LA_OFFICE["key"], AZ_OFFICE["key"]
FIRST_PRACTICE, SECOND_PRACTICE = 0, 1
ONE_IPA = "seaglass"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One account. `practice` counts the practices of the demo's own network; `member` is a key of
    the cast; `ipa` is the only one whose cases the person sees. `attested` is false for the
    physician whose attestation has lapsed."""

    key: str
    office: str
    email: str
    name: str
    role: Role
    language: str = "en"
    specialties: tuple[str, ...] = ()
    attested: bool = True
    practice: int | None = None
    member: str = ""
    ipa: str = ""
    story: str = ""

    @property
    def password(self) -> str:
        return password_of(self.name)


def password_of(name: str) -> str:
    """Return the demo's password of somebody's account, as the sign-in table shows it."""
    family_name = name.partition(",")[0].split()[-1]
    return f"demo-{family_name.lower()}-2026"


PEOPLE = (
    Person(
        key="intake",
        office=LA,
        email="intake@larkspur.example",
        name="Dolores Fairweather",
        role=Role.INTAKE,
        story="turns faxes and calls into cases",
    ),
    Person(
        key="nurse",
        office=LA,
        email="nurse@larkspur.example",
        name="Ines Kobayashi",
        role=Role.NURSE,
        story="has the longest list",
    ),
    Person(
        key="nurse-two",
        office=LA,
        email="nurse.two@larkspur.example",
        name="Tobias Achterberg",
        role=Role.NURSE,
        story="shares the list",
    ),
    Person(
        key="physician",
        office=LA,
        email="physician@larkspur.example",
        name="Priya Raghunathan, MD",
        role=Role.PHYSICIAN,
        specialties=("208100000X", "207X00000X", "207R00000X"),
        story="rehabilitation, orthopedics and internal medicine",
    ),
    Person(
        key="physician-two",
        office=LA,
        email="physician.two@larkspur.example",
        name="Samuel Adeyemi, MD",
        role=Role.PHYSICIAN,
        specialties=("207RP1001X", "207RE0101X", "2084N0400X", "207Q00000X"),
        story="lungs, hormones and nerves",
    ),
    Person(
        key="physician-lapsed",
        office=LA,
        email="reviewer@larkspur.example",
        name="Helene Vanterpool, MD",
        role=Role.PHYSICIAN,
        specialties=("207RC0000X", "2085R0202X", "208100000X"),
        attested=False,
        story="her attestation has lapsed: she can read, not decide",
    ),
    Person(
        key="physician-appeals",
        office=LA,
        email="appeals@larkspur.example",
        name="Miriam Castellane, MD",
        role=Role.PHYSICIAN,
        specialties=(
            *("208100000X", "207X00000X", "207R00000X", "207Q00000X", "207RC0000X"),
            *("2085R0202X", "207RP1001X", "207RE0101X", "2084N0400X"),
        ),
        story="answers appeals: she took no part in the first decisions",
    ),
    Person(
        key="supervisor",
        office=LA,
        email="supervisor@larkspur.example",
        name="Winston Oyelaran",
        role=Role.SUPERVISOR,
        story="assigns, changes urgency, reopens",
    ),
    Person(
        key="admin",
        office=LA,
        email="admin@larkspur.example",
        name="Greta Lindqvist",
        role=Role.OFFICE_ADMIN,
        story="invites people, sees stuck jobs, and no case",
    ),
    Person(
        key="practice",
        office=LA,
        email="practice@larkspur.example",
        name="Carmen Abrego",
        role=Role.PRACTICE,
        practice=FIRST_PRACTICE,
        story="asks for care from a doctor's office",
    ),
    Person(
        key="practice-two",
        office=LA,
        email="practice.two@larkspur.example",
        name="Joon Pak",
        role=Role.PRACTICE,
        practice=SECOND_PRACTICE,
        story="works for another practice",
    ),
    Person(
        key="member",
        office=LA,
        email="rosa@larkspur.example",
        name="Rosa Marisol Delgadillo",
        role=Role.MEMBER,
        language="es",
        member=cast.ROSA,
        story="reads her letters in Spanish",
    ),
    Person(
        key="member-two",
        office=LA,
        email="whitcomb@larkspur.example",
        name="Harold Whitcomb",
        role=Role.MEMBER,
        member=cast.HAROLD,
        story="has Medicare and wants large print",
    ),
    Person(
        key="member-three",
        office=LA,
        email="iglesias@larkspur.example",
        name="Tomás Iglesias",
        role=Role.MEMBER,
        language="es",
        member=cast.COVERAGE_ENDED,
        story="his coverage has ended; reads the letter that says so",
    ),
    Person(
        key="az-nurse",
        office=AZ,
        email="nurse@copperleaf.example",
        name="Bettina Yazzie",
        role=Role.NURSE,
        story="the nurse of the other office",
    ),
    Person(
        key="az-physician",
        office=AZ,
        email="physician@copperleaf.example",
        name="Arlo Sandoval, MD",
        role=Role.PHYSICIAN,
        specialties=("207Q00000X", "207R00000X", "208100000X", "207X00000X"),
        story="family medicine and rehabilitation",
    ),
    Person(
        key="az-practice",
        office=AZ,
        email="practice@copperleaf.example",
        name="Noor Castellanos",
        role=Role.PRACTICE,
        practice=FIRST_PRACTICE,
        story="asks for care in Arizona",
    ),
    Person(
        key="az-member",
        office=AZ,
        email="marcus@copperleaf.example",
        name="Marcus Ellery",
        role=Role.MEMBER,
        member=cast.MARCUS,
        story="a member of the other office",
    ),
    Person(
        key="practice-manager",
        office=LA,
        email="manager@larkspur.example",
        name="Imelda Quiroz",
        role=Role.PRACTICE_MANAGER,
        practice=FIRST_PRACTICE,
        story="works at the first practice and invites its colleagues",
    ),
    Person(
        key="answering",
        office=LA,
        email="answering@larkspur.example",
        name="Consuelo Marsh",
        role=Role.ANSWERING_SERVICE,
        story="takes calls at night and pages; sees no chart",
    ),
    Person(
        key="privacy",
        office=LA,
        email="privacy@larkspur.example",
        name="Odile Marchbanks",
        role=Role.PRIVACY,
        story="reviews every use of emergency access",
    ),
    Person(
        key="nurse-one-ipa",
        office=LA,
        email="nurse.three@larkspur.example",
        name="Farid Esterhazy",
        role=Role.NURSE,
        ipa=ONE_IPA,
        story="sees the cases of one IPA; others only under emergency access",
    ),
    Person(
        key="case-manager",
        office=LA,
        email="care@larkspur.example",
        name="Beatriz Calloway",
        role=Role.CASE_MANAGER,
        story="follows members who need more: daily status, care plans, tasks",
    ),
)


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
    """Two years' signatures, one after the other; the last one ends ahead, or has lapsed."""
    months = NO_REWARD.years * 12
    last = months + LAPSED_SINCE_MONTHS if not person.attested else months - ENDS_IN_MONTHS
    for back in (last + months, last):
        signed_on = month_start(on, months_back=back)
        as_it_was = replace(NO_REWARD, edition=f"{signed_on.year}-1")
        attest(
            as_it_was,
            edition_read=as_it_was.edition,
            by=account.as_actor(),
            at=at.replace(year=signed_on.year, month=signed_on.month, day=1),
        )
