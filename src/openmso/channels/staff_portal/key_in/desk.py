"""The keying form together with what was looked up for it: who, where, which services."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from openmso.casework.prior_auth.domain.request import AskedBy, Channel, Request, ServiceLine
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.benefits.queries import services_named
from openmso.roster.plans.queries import ipas_of
from openmso.roster.providers.queries import practitioner_by_npi
from openmso.standards.typed_text import code_form

from ..paper_in_hand import PaperInHand
from ..second_request import SecondRequest
from .form import EMERGENCY, LINES, MARKED, SUPPORTED, KeyInForm
from .member import MemberPart, chosen_member
from .practice import PracticePart, practice_part

ONE_DAY = timedelta(days=1)  # people write the last day; inside, spans end before `until_on`
_DRUGS = "injection"
_COUNTED_BY = {"each": "item", "": "item"}


@dataclass(slots=True, kw_only=True)
class Desk:
    """`on` is the day that counts for coverage: the day of service, else of receipt, else today.

    `second`: the request is keyed from some pages of another case's file. `paper`: it is keyed from
    a paper of the mail room.
    """

    form: KeyInForm
    viewer: Actor
    at: datetime
    second: SecondRequest | None = None
    paper: PaperInHand | None = None
    on: date = field(init=False)
    member: MemberPart = field(init=False)
    practice: PracticePart = field(init=False)

    def __post_init__(self) -> None:
        form = self.form
        today = office_calendar(self.viewer.tenant_id).local(self.at).date()
        self.on = form.day_typed("service_from_on") or form.day_typed("received_on") or today
        self.practice = practice_part(
            self.viewer, str(form["practitioner_npi"].value() or ""), on=self.on
        )
        self.member = chosen_member(
            str(form["member"].value() or ""),
            self.viewer,
            on=self.on,
            ipa=str(form["ipa"].value() or ""),
        )
        # Before the form is cleaned: its lists are what a choice is checked against.
        form.choose_from(
            ipas=[(str(ipa.id), ipa.name) for ipa in ipas_of(self.viewer.tenant_id)],
            practices=list(self.practice.practices),
        )

    def check(self) -> None:
        """Add the mistakes that only a look into the roster shows; call it before sending."""
        form = self.form
        if self.member.id is None:
            form.add_error("family_name", "Find the member and choose them first.")
        if "practitioner_npi" not in form.errors and self.practice.mistake:
            form.add_error("practitioner_npi", self.practice.mistake)
        if self.practice.practices and self._practice_id() is None:
            form.add_error("practice", "This doctor works at several practices. Choose one.")
        known = services_named([code for _, code in self.codes()])
        for line, code in self.codes():
            if code_form(code) not in known and not form.cleaned_data.get(f"description_{line}"):
                form.add_error(
                    f"code_{line}",
                    f"The code {code} is not on our list. Check it, look for it by words, or say "
                    "beside it what it is.",
                )

    def request(self) -> Request:
        """Return the request as the casework takes it; the form must be valid and checked."""
        form, said = self.form, self.form.cleaned_data
        practice_id = self._practice_id()
        if (
            form.received_at is None
            or self.member.id is None
            or practice_id is None
            or self.practice.practitioner_id is None
        ):
            raise ValueError("check the form before sending it")
        npi = said["servicing_npi"]
        servicing = practitioner_by_npi(self.viewer.tenant_id, npi) if npi else None
        services, is_drug = self._services()
        return Request(
            client_key=f"staff-{self.viewer.id}-{said['client_key']}"[:80],
            channel=Channel(said["channel"]),
            received_at=form.received_at,
            member_id=self.member.id,
            practice_id=practice_id,
            practitioner_id=self.practice.practitioner_id,
            services=services,
            diagnoses=form.diagnoses(),
            service_from_on=said["service_from_on"],
            service_until_on=said["service_until_on"] + ONE_DAY
            if said["service_until_on"]
            else None,
            servicing_practitioner_id=servicing.id if servicing else None,
            servicing_name="" if servicing else _servicing_name(said["servicing_name"], npi),
            marked_urgent=said["urgency"] in {MARKED, SUPPORTED},
            physician_supports_urgency=said["urgency"] == SUPPORTED,
            urgency_reason=said["urgency_reason"],
            emergency=said["urgency"] == EMERGENCY,
            is_drug=is_drug,
            clinical_summary=said["clinical_summary"],
            asked_by=AskedBy(said["asked_by"] or AskedBy.PRACTICE),
        )

    def _practice_id(self) -> UUID | None:
        return self.practice.practice_id(str(self.form["practice"].value() or ""))

    def codes(self) -> list[tuple[int, str]]:
        """Return the lines that name a code, each with its number on the form."""
        typed = self.form.cleaned_data
        return [
            (line, typed[f"code_{line}"])
            for line in range(1, LINES + 1)
            if typed.get(f"code_{line}")
        ]

    def _services(self) -> tuple[tuple[ServiceLine, ...], bool]:
        said = self.form.cleaned_data
        known = services_named([code for _, code in self.codes()])
        lines = []
        for line, code in self.codes():
            service = known.get(code_form(code))
            lines.append(
                ServiceLine(
                    code=code,
                    description=service.description if service else said[f"description_{line}"],
                    quantity=Decimal(said[f"quantity_{line}"]).quantize(Decimal("0.01")),
                    unit=said[f"unit_{line}"] or _unit(service),
                )
            )
        return tuple(lines), any_drug(known.values())


def any_drug(services: Iterable[ServiceCode]) -> bool:
    """Tell whether one of the services is a drug: then the clocks for drugs run."""
    return any(one.category == _DRUGS for one in services)


def _unit(service: ServiceCode | None) -> str:
    unit = service.unit[:20] if service else ""
    return _COUNTED_BY.get(unit, unit)


def _servicing_name(name: str, npi: str) -> str:
    return f"{name} (NPI {npi})".strip() if npi else name
