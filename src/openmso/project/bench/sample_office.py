"""The office that is measured: invented people, criteria, contact lines and people who sign in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.office.access.credentials import NO_REWARD_FOR_DENIALS
from openmso.office.access.models import Account, Attestation, Licence
from openmso.office.access.roles import Role
from openmso.office.content.models import ContactLine
from openmso.office.letters.letter_catalog import official_slots
from openmso.office.letters.models import LoadedWording
from openmso.office.tenants.models import Tenant
from openmso.project.demo.population.written import DemoRoster
from openmso.project.demo.roster import build_la_roster
from openmso.project.progress import Progress
from openmso.roster.benefits.models import AuthorizationListEntry
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.models import Member
from openmso.roster.plans.models import Delegation, HealthPlan

MEMBERS = 2_000
_LONG_AGO = date(2020, 1, 1)
_FAR_AHEAD = date(2040, 1, 1)
_POINTS = (
    ("1", "Six weeks of other care did not help"),
    ("2", "The notes name what was found"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A member a practice can ask for, covered now through this practice's IPA."""

    member_id: UUID
    family_name: str
    given_name: str
    birth_date: date
    member_number: str
    practice_id: UUID
    practitioner_id: UUID
    coverage_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedCode:
    """A service that a nurse compares with the points of a criteria edition."""

    code: str
    edition_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOffice:
    """What the steps need to know of the office. `codes` need an authorization and a review."""

    tenant: Tenant
    roster: DemoRoster
    nurse: Account
    physician: Account
    practices: dict[UUID, Account]
    patients: tuple[Patient, ...]
    codes: tuple[ReviewedCode, ...]


def build_sample_office(*, at: datetime, progress: Progress) -> SampleOffice:
    """Write the office; `at` is its now."""
    tenant = Tenant.objects.create(
        key="measured",
        name="Laurel Canyon Medical Management",
        legal_name="Laurel Canyon Medical Management, Inc.",
        state="CA",
        time_zone="America/Los_Angeles",
        letterhead_address="4200 Example Avenue, Suite 310\nLos Angeles, CA 90000",
        website="laurelcanyon.example",
    )
    roster = build_la_roster(tenant, members=MEMBERS, at=at, progress=progress)
    progress("writing criteria, contact lines and accounts")
    on = at.astimezone(tenant.zone).date()
    _write_criteria(tenant)
    _write_contact_lines(tenant)
    _write_official_wordings(tenant)
    patients = _patients(roster, on)
    return SampleOffice(
        tenant=tenant,
        roster=roster,
        nurse=_account(tenant, Role.NURSE, "nurse"),
        physician=_physician(tenant, at),
        practices={
            practice_id: _account(tenant, Role.PRACTICE, f"practice-{n}", practice_id=practice_id)
            for n, practice_id in enumerate(sorted({each.practice_id for each in patients}))
        },
        patients=patients,
        codes=_codes_for_review(tenant, on),
    )


def _write_criteria(tenant: Tenant) -> None:
    keys = (
        AuthorizationListEntry.objects.filter(tenant=tenant)
        .exclude(criteria_key="")
        .values_list("criteria_key", flat=True)
        .distinct()
    )
    for key in keys.order_by("criteria_key"):
        edition = CriteriaEdition.objects.create(
            tenant=tenant,
            key=key,
            edition="2026-1",
            title=key.replace("_", " ").capitalize(),
            title_es=key.replace("_", " ").capitalize(),
            publisher="Sample office",
            from_on=_LONG_AGO,
        )
        CriteriaPoint.objects.bulk_create(
            CriteriaPoint(
                tenant=tenant,
                edition=edition,
                code=code,
                text=f"{text}.",
                question=f"{text}?",
                plain=f"{text}.",
                plain_es=f"{text}.",
            )
            for code, text in _POINTS
        )


def _write_contact_lines(tenant: Tenant) -> None:
    ContactLine.objects.bulk_create(
        ContactLine(
            tenant=tenant,
            purpose=purpose,
            label=str(label),
            label_es=str(label),
            voice="213-555-0150",
            from_on=_LONG_AGO,
        )
        for purpose, label in ContactLine.Purpose.choices
    )


def _write_official_wordings(tenant: Tenant) -> None:
    # Without a text in every place a letter would be printed and then wait for a person.
    LoadedWording.objects.bulk_create(
        LoadedWording(
            tenant=tenant,
            slot=slot,
            language=language,
            edition="sample",
            text="A sample text stands here in place of the official one. " * 8,
            from_on=_LONG_AGO,
        )
        for slot in official_slots()
        for language in ("en", "es")
    )


def _patients(roster: DemoRoster, on: date) -> tuple[Patient, ...]:
    """Members covered on `on` whose cases we decide, each with a practice of their own IPA."""
    ours = set(
        Delegation.objects.filter(
            tenant=roster.tenant,
            function=Delegation.Function.UTILIZATION_MANAGEMENT,
            delegated=True,
        ).values_list("plan_id", "ipa_id")
    )
    by_ipa = {
        ipa_id: [each for each in roster.practitioners if key in each.ipas]
        for key, ipa_id in roster.ipa_ids.items()
    }
    spans = (
        CoverageSpan.objects.filter(
            tenant=roster.tenant, from_on__lte=on, until_on=None, known_until=None
        )
        .order_by("member_id")
        .values_list("member_id", "plan_id", "ipa_id", "id", "member_number")
    )
    members = Member.objects.filter(deceased_on=None).in_bulk([span[0] for span in spans])
    found = {}
    for number, (member_id, plan_id, ipa_id, coverage_id, member_number) in enumerate(spans):
        member = members.get(member_id)
        if member is None or (plan_id, ipa_id) not in ours:
            continue
        doctor = by_ipa[ipa_id][number % len(by_ipa[ipa_id])]
        found[member_id] = Patient(
            member_id=member_id,
            family_name=member.family_name,
            given_name=member.given_name,
            birth_date=member.birth_date,
            member_number=member_number,
            practice_id=doctor.practice_id,
            practitioner_id=doctor.id,
            coverage_id=coverage_id,
        )
    return tuple(found.values())


def _codes_for_review(tenant: Tenant, on: date) -> tuple[ReviewedCode, ...]:
    """The codes that every plan of the office wants reviewed, by the same criteria."""
    editions = dict(CriteriaEdition.objects.filter(tenant=tenant).values_list("key", "id"))
    lines = set(HealthPlan.objects.filter(tenant=tenant).values_list("line_of_business", flat=True))
    entries: dict[str, list[AuthorizationListEntry]] = defaultdict(list)
    for entry in AuthorizationListEntry.objects.filter(tenant=tenant).order_by("code"):
        entries[entry.code].append(entry)
    return tuple(
        ReviewedCode(code=code, edition_id=editions[found[0].criteria_key])
        for code, found in entries.items()
        if {entry.line_of_business for entry in found} == lines
        and all(_always_reviewed(entry, on) for entry in found)
    )


def _always_reviewed(entry: AuthorizationListEntry, on: date) -> bool:
    return (
        entry.answer == AuthorizationListEntry.Answer.REQUIRED
        and not entry.auto_approve
        and bool(entry.criteria_key)
        and entry.from_on <= on
        and entry.until_on is None
    )


def _account(tenant: Tenant, role: Role, name: str, *, practice_id: UUID | None = None) -> Account:
    return Account.objects.create_account(
        password=None,
        tenant=tenant,
        email=f"{name}@office.example",
        name=name.replace("-", " ").capitalize(),
        roles=[role.value],
        practice_id=practice_id,
    )


def _physician(tenant: Tenant, at: datetime) -> Account:
    """A physician who may sign: licensed in the office's state, attested."""
    account = _account(tenant, Role.PHYSICIAN, "physician")
    Licence.objects.create(
        tenant=tenant,
        account=account,
        profession=Licence.Profession.PHYSICIAN,
        state=tenant.state,
        number="A900001",
        specialties=["207Q00000X"],
        from_on=_LONG_AGO,
        until_on=_FAR_AHEAD,
    )
    Attestation.objects.create(
        tenant=tenant,
        account=account,
        statement=NO_REWARD_FOR_DENIALS,
        edition="2026",
        signed_at=at,
        until_on=_FAR_AHEAD,
    )
    return account
