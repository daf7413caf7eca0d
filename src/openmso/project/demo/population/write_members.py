"""Writes invented people and what the office learned of their coverage, file day by file day."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.roster.eligibility.actions.add_coverage import NewCoverage
from openmso.roster.eligibility.actions.correct_coverage import correct_coverage
from openmso.roster.eligibility.actions.take_in import take_in_people
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.members.actions.add_members import NewMember, Number
from openmso.roster.members.domain.numbers import number_from

from .people import Region
from .person import PersonPlan, SpanPlan
from .written import DemoRoster, WrittenMember

_SOURCE = "monthly plan file"

FileDays = dict[datetime, tuple[list[NewMember], list[NewCoverage]]]


def write_members(
    written: DemoRoster,
    region: Region,
    people: Iterable[PersonPlan],
    *,
    by: Actor,
    progress: Callable[..., None],
) -> None:
    """Write these people and note them in `written`; each change is dated as it was learned."""
    doctors = _doctors(written)
    prefixes = {plan.key: plan.number_prefix for plan in region.plans}
    file_days: FileDays = defaultdict(lambda: ([], []))
    late: list[tuple[SpanPlan, NewCoverage]] = []
    for person in people:
        member = _member(person, written.tenant.key)
        file_days[person.spans[0].learned_at][0].append(member)
        for span in person.spans:
            pcp_id = _doctor(doctors, span.ipa, person.serial)
            coverage = _coverage(span, member.id, pcp_id, written, prefixes, person.serial)
            file_days[span.learned_at][1].append(coverage)
            if span.corrected_at is not None:
                late.append((span, coverage))
        written.members.append(_note(person, member.id))
    total, done = len(written.members), 0
    for learned_at in sorted(file_days):
        new, coverage_of_day = file_days[learned_at]
        take_in_people(new, coverage_of_day, by=by, at=learned_at)
        done += len(new)
        progress("inventing members", done, total)
    _correct(late, written, doctors, by)


def _correct(
    late: list[tuple[SpanPlan, NewCoverage]],
    written: DemoRoster,
    doctors: dict[str, list[UUID]],
    by: Actor,
) -> None:
    rows = CoverageSpan.objects.filter(
        tenant_id=by.tenant_id,
        known_until=None,
        member_id__in=[coverage.member_id for _, coverage in late],
    )
    ids = {(row.member_id, row.plan_id, row.from_on): row.id for row in rows}
    for span, believed in late:
        assert span.corrected_at is not None
        ipa = span.truly_ipa or span.ipa
        truth = NewCoverage(
            member_id=believed.member_id,
            plan_id=believed.plan_id,
            ipa_id=written.ipa_ids[ipa],
            pcp_id=believed.pcp_id if ipa == span.ipa else _doctor(doctors, ipa, 0),
            member_number=believed.member_number,
            from_on=believed.from_on,
            until_on=span.truly_until_on or believed.until_on,
            source=_SOURCE,
        )
        correct_coverage(
            ids[believed.member_id, believed.plan_id, believed.from_on],
            truth=truth,
            reason="the plan's file changed it backwards",
            by=by,
            at=span.corrected_at,
        )


def _doctors(written: DemoRoster) -> dict[str, list[UUID]]:
    doctors: dict[str, list[UUID]] = defaultdict(list)
    for person in written.practitioners:
        if person.primary_care:
            for ipa in person.ipas:
                doctors[ipa].append(person.id)
    return doctors


def _doctor(doctors: dict[str, list[UUID]], ipa: str, serial: int) -> UUID | None:
    choice = doctors.get(ipa, [])
    return choice[serial % len(choice)] if choice else None


def _member(person: PersonPlan, office_key: str) -> NewMember:
    numbers = [("mbi", person.mbi), ("cin", person.cin)]
    return NewMember(
        number_in_office=number_from(f"{office_key}:{person.serial}"),
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        sex=person.sex,
        deceased_on=person.deceased_on,
        language=person.language,
        spoken_language=person.spoken_language,
        letter_format=person.letter_format,
        needs=person.needs,
        address_line_1=person.address_line_1,
        address_line_2=person.address_line_2,
        city=person.city,
        state=person.state,
        postal_code=person.postal_code,
        phone=person.phone,
        email=person.email,
        email_ok=person.email_ok,
        numbers=tuple(Number(kind=kind, value=value) for kind, value in numbers if value),
    )


def _coverage(
    span: SpanPlan,
    member_id: UUID,
    pcp_id: UUID | None,
    written: DemoRoster,
    prefixes: dict[str, str],
    serial: int,
) -> NewCoverage:
    return NewCoverage(
        member_id=member_id,
        plan_id=written.plan_ids[span.plan],
        ipa_id=written.ipa_ids[span.ipa],
        pcp_id=pcp_id,
        member_number=f"{prefixes[span.plan]}{serial:08d}",
        from_on=span.from_on,
        until_on=span.until_on,
        source=_SOURCE,
    )


def _note(person: PersonPlan, member_id: UUID) -> WrittenMember:
    last = person.spans[-1]
    return WrittenMember(
        id=member_id,
        serial=person.serial,
        key=person.key,
        plan=last.plan,
        ipa=last.truly_ipa or last.ipa,
        from_on=last.from_on,
        until_on=last.truly_until_on or last.until_on,
    )
