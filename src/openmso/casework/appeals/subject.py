"""What an appeal is about, told alike for a request that was refused and a claim not paid."""

from uuid import UUID

from .models import Appeal


def case_with_papers(appeal: Appeal) -> list[UUID]:
    """Return the cases whose papers belong to the file: the request, where there is one, and the
    appeal."""
    return [one for one in (appeal.request_id, appeal.id) if one is not None]


def service_of(appeal: Appeal) -> str:
    """Return the care in a few words; one query for a request."""
    if appeal.payment is not None:
        return f"{appeal.payment.service}, claim of {appeal.payment.served_on:%m/%d/%Y}"
    first = appeal.of_request().services.order_by("line").first()
    return first.description if first else ""


def is_drug(appeal: Appeal) -> bool:
    """Tell whether the clocks for drugs run; care that was given has the clocks of payment."""
    return appeal.request is not None and appeal.request.is_drug


def specialties_asked_for(appeal: Appeal) -> frozenset[str]:
    """Return the specialties of which the reviewer must have one; empty: any."""
    return frozenset(appeal.request.review_specialties) if appeal.request else frozenset()


def plan_and_year(appeal: Appeal) -> tuple[UUID | None, int]:
    """Return whose benefit book counts, and of which year: that of the care."""
    if appeal.payment is not None:
        return appeal.payment.plan_id, appeal.payment.served_on.year
    request = appeal.of_request()
    return request.plan_id, request.service_from_on.year
