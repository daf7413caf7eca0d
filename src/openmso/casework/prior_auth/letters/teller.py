"""What the letters of a request say about it: the case as merge fields, in one language."""

from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery

from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.fields import (
    Approval,
    CaseFacts,
    Service,
    Validity,
    ValidityEnd,
    Wording,
)
from openmso.office.letters.letter_catalog import UNCOVERED
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.benefits.models import ServiceCode
from openmso.rulebook.answers import Answer

from ..domain.request import AskedBy
from ..domain.validity import ONE_DAY
from ..lengths import length_of
from ..models import AuthorizationRequest, RequestedService
from .units import UNITS


class Teller:
    """Tells one request's facts in English or Spanish."""

    def __init__(self, request: AuthorizationRequest, language: str) -> None:
        self.request = request
        self.language = language if language == "es" else "en"
        self.office = office_calendar(request.tenant_id)
        self.services = list(_services(request, in_spanish=self.language == "es"))
        self._spanish = {
            one.code: name for one in self.services if (name := getattr(one, "spanish_name", ""))
        }

    def case(self) -> CaseFacts:
        request = self.request
        return CaseFacts(
            request_number=request.number,
            member_name=request.member.full_name,
            member_number=request.coverage.member_number if request.coverage else "",
            plan_name=request.plan.name if request.plan else "",
            line_of_business=request.line_of_business or UNCOVERED,
            received_on=self.office.local(request.received_at).date(),
            requested_by=self._asked_by(),
            asked=self.amounts("quantity"),
            services=tuple(self._service(service) for service in self.services),
            time_zone=tenant_by_id(request.tenant_id).time_zone,
        )

    def amounts(self, column: str) -> Wording:
        """Say what was asked ("quantity"), given ("approved_quantity") or refused ("refused")."""
        said = [
            f"{self.amount(service, number)} {self._joint} {self._name(service).text}"
            for service in self.services
            if (number := self._number(service, column))
        ]
        spanish = self.language == "es" and all(
            service.code in self._spanish for service in self.services
        )
        glue = " y " if spanish else " and "
        return Wording(text=glue.join(said), language="es" if spanish else "en")

    def amount(self, service: RequestedService, number: Decimal) -> str:
        """Return e.g. "12 visits" or "12 sesiones"."""
        count = f"{number.normalize():f}"
        words = UNITS[self.language].get(service.unit)
        if words is None:
            return f"{count} x {service.unit}"
        one, many = words
        return f"{count} {one if number == 1 else many}"

    def approval(self, rule: Answer) -> Approval:
        """Say what was granted; the request must be approved. `rule` gave the span."""
        request = self.request
        if request.valid_from_on is None or request.decided_at is None:
            raise ValueError(f"{request.number} is not approved")
        return Approval(
            authorization_number=request.authorization_number,
            approved=self.amounts("approved_quantity"),
            may_not_be_taken_back=self._may_not_be_taken_back(),
            decided_on=self.office.local(request.decided_at).date(),
            validity=Validity(
                first_day=request.valid_from_on,
                last_day=request.valid_until_on - ONE_DAY if request.valid_until_on else None,
                end=self._end(),
                term=length_of(rule),
            ),
            care_from=request.servicing_name
            or (request.servicing_practitioner.full_name if request.servicing_practitioner else ""),
        )

    @property
    def _joint(self) -> str:
        return "de" if self.language == "es" else "of"

    def _may_not_be_taken_back(self) -> bool:
        """Whether a law protects a provider who has given authorized care."""
        request = self.request
        answers = rulebook().answers_in_force(
            "prior_auth/rescission",
            on=self.office.local(request.received_at).date(),
            facts={"line_of_business": request.line_of_business},
        )
        return bool(answers)

    def _end(self) -> ValidityEnd:
        request = self.request
        if request.valid_until_on is None:
            return ValidityEnd.COURSE_OF_CARE
        coverage_ends = request.coverage.until_on if request.coverage else None
        return ValidityEnd.COVERAGE if request.valid_until_on == coverage_ends else ValidityEnd.TERM

    def _service(self, service: RequestedService) -> Service:
        approved = service.approved_quantity
        return Service(
            description=self._name(service),
            code=service.code,
            units=self.amount(service, service.quantity),
            approved_units=self.amount(service, approved) if approved is not None else "",
        )

    def _asked_by(self) -> str:
        request = self.request
        if request.asked_by == AskedBy.MEMBER:
            return request.member.full_name
        return f"{request.practitioner.full_name}, {request.practice.name}"

    def _name(self, service: RequestedService) -> Wording:
        if service.code in self._spanish:
            return Wording(text=self._spanish[service.code], language="es")
        return Wording(text=service.description)

    def _number(self, service: RequestedService, column: str) -> Decimal:
        if column == "refused":
            return service.quantity - (service.approved_quantity or Decimal(0))
        return Decimal(getattr(service, column) or 0)


def _services(
    request: AuthorizationRequest, *, in_spanish: bool
) -> QuerySet[RequestedService, RequestedService]:
    """Return the services in their order, with `spanish_name` where it is wanted and known."""
    services = request.services.order_by("line")
    if not in_spanish:
        return services
    named = ServiceCode.objects.filter(code=OuterRef("code")).exclude(description_es="")
    return services.annotate(spanish_name=Subquery(named.values("description_es")[:1]))
