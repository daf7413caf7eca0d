"""The practice in which the patient's own doctor works, to be told of the stay."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from openmso.roster.providers.models import Placement

from .models import Admission


def practice_of_pcp(admission: Admission, *, on: date) -> UUID | None:
    """Return the practice of the patient's PCP on that day; None where none is known.

    Of several practices the one worked at longest.
    """
    pcp_id = admission.coverage.pcp_id if admission.coverage else None
    if pcp_id is None:
        return None
    found = Placement.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=admission.tenant_id,
        practitioner_id=pcp_id,
        from_on__lte=on,
    )
    return found.order_by("from_on", "id").values_list("practice_id", flat=True).first()
