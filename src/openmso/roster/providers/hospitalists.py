"""Who looks after an IPA's members at a hospital, on a day."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from .models import Hospitalist


def hospitalists_on(
    tenant_id: UUID, on: date, *, hospital_id: UUID, ipa_id: UUID | None = None
) -> list[Hospitalist]:
    """Return the hospitalists of that day at the hospital, of one IPA or of all, by name."""
    found = Hospitalist.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        hospital_id=hospital_id,
        from_on__lte=on,
    )
    if ipa_id is not None:
        found = found.filter(ipa_id=ipa_id)
    return list(
        found.select_related("practitioner", "ipa").order_by(
            "ipa__name", "practitioner__sort_key", "id"
        )
    )
