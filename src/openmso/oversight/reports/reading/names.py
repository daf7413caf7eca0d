"""What the keys in a report are called, for people to read."""

from collections.abc import Collection
from uuid import UUID

from openmso.office.letters.languages import name_of
from openmso.office.statement import is_any
from openmso.roster.plans.models import HealthPlan, Ipa, LineOfBusiness
from openmso.roster.providers.models import Practitioner

Names = dict[str, dict[str, str]]


def names_for(tenant_id: UUID, *, npis: Collection[str], languages: Collection[str]) -> Names:
    """Return the names of the plans, the IPAs, these practitioners and these languages, by key.
    Three queries."""
    return {
        "line": dict(LineOfBusiness.choices),
        "plan": dict(HealthPlan.objects.filter(tenant_id=tenant_id).values_list("key", "name")),
        "ipa": dict(Ipa.objects.filter(tenant_id=tenant_id).values_list("key", "name")),
        "language": {tag: name_of(tag) for tag in sorted(languages)},
        "practitioner": {
            one.npi: one.full_name
            for one in Practitioner.objects.filter(is_any("npi", npis), tenant_id=tenant_id)
        },
    }
