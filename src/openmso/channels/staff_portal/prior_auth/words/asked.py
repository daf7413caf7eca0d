"""What was asked, by whom and for whom, as pairs for a page."""

from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.prior_auth.domain.request import AskedBy, Urgency
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.line_of_business import plan_and_line
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.letters.languages import name_of
from openmso.standards.codes.diagnoses import diagnosis

from ..case_file import CaseFile
from .states import CHANNELS, TIMINGS, quantity


def case_facts(case: AuthorizationRequest, zone: ZoneInfo) -> list[Fact]:
    """Return what was asked, by whom and for whom, as pairs."""
    member, coverage = case.member, case.coverage
    facts = [
        Fact(
            label="Member",
            value=member.full_name,
            below=f"Born {staff_date(member.birth_date)} · {member.number_in_office}",
            href=reverse("staff:member", kwargs={"member_id": member.id}),
        ),
        Fact(
            label="Letters to the member",
            value=f"{name_of(member.language)}, {str(member.get_letter_format_display()).lower()}",
        ),
        Fact(
            label="Coverage on the day of service",
            value=(
                plan_and_line(case.plan.name, case.line_of_business)
                if case.plan
                else "None with us"
            ),
            below=_coverage_words(case, coverage.until_on if coverage else None),
        ),
        *_asked_by(case),
        Fact(label="Care from", value=_care_from(case)),
        Fact(
            label="Diagnoses",
            value="; ".join(_diagnosis(code) for code in case.diagnoses) or "None given",
        ),
        Fact(
            label="Service dates",
            value=_dates(case.service_from_on, case.service_until_on),
            below=TIMINGS[case.timing],
        ),
        Fact(
            label="Urgency",
            value="Expedited" if case.urgency == Urgency.EXPEDITED else "Standard",
            below=case.urgency_why,
        ),
        Fact(
            label="Received",
            value=staff_time(case.received_at, zone),
            below=f"{CHANNELS[case.channel]} · keyed {staff_time(case.recorded_at, zone)}",
        ),
    ]
    if case.next_step_why:
        facts.append(Fact(label="First answer", value=case.next_step_why))
    if case.authorization_number:
        facts.append(Fact(label="Number", value=case.authorization_number, below=_validity(case)))
    return facts


def _asked_by(case: AuthorizationRequest) -> list[Fact]:
    doctor, practice = case.practitioner, case.practice
    below = f"NPI {doctor.npi} · {practice.name}"
    if case.asked_by != AskedBy.MEMBER:
        return [Fact(label="Asked by", value=doctor.full_name, below=below)]
    return [
        Fact(
            label="Asked by", value="The member", below="Answer the member; the clock is the same."
        ),
        Fact(label="Doctor who can send papers", value=doctor.full_name, below=below),
    ]


def service_facts(file: CaseFile) -> list[Fact]:
    """Return the services as pairs: the code, and what was asked and granted."""
    return [
        Fact(
            label=str(one["code"]),
            value=f"{one['description']}: {quantity(one['quantity'], one['unit'])}",
            below=""
            if one["approved_quantity"] is None
            else f"Approved: {quantity(one['approved_quantity'], one['unit'])}",
        )
        for one in file.services
    ]


def _coverage_words(case: AuthorizationRequest, until_on: date | None) -> str:
    if case.coverage is None:
        return ""
    parts = [case.ipa.name if case.ipa else "", f"Member number {case.coverage.member_number}"]
    if until_on is not None:
        parts.append(f"last day {staff_last_day(until_on)}")
    return " · ".join(filter(None, parts))


def _care_from(case: AuthorizationRequest) -> str:
    if case.servicing_practitioner is not None:
        return f"{case.servicing_practitioner.full_name} (NPI {case.servicing_practitioner.npi})"
    return case.servicing_name or "Not named"


def _diagnosis(code: str) -> str:
    found = diagnosis(code)
    return f"{found.dotted} {found.description}" if found else code


def _dates(from_on: date, until_on: date | None) -> str:
    if until_on is None:
        return staff_date(from_on)
    return f"{staff_date(from_on)} to {staff_last_day(until_on)}"


def _validity(case: AuthorizationRequest) -> str:
    if case.valid_from_on is None:
        return ""
    if case.valid_until_on is None:
        return f"Valid from {staff_date(case.valid_from_on)}. {case.validity_why}"
    return f"Valid to {staff_last_day(case.valid_until_on)} (last day). {case.validity_why}"
