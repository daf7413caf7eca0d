"""What a person may sign on a given day, as facts a pure decision can weigh."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.statement import statement

from .models import Attestation, Licence

NO_REWARD_FOR_DENIALS = "no_reward_for_denials"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Licences and attestation of one person on one day (`until_on` days are exclusive)."""

    account_id: UUID
    on: date
    physician_licensed_in: frozenset[str]
    specialties: frozenset[str]
    attested_until: date | None

    @property
    def is_licensed_physician(self) -> bool:
        return bool(self.physician_licensed_in)

    @property
    def has_current_attestation(self) -> bool:
        return self.attested_until is not None and self.on < self.attested_until


def credentials_of(tenant_id: UUID, account_id: UUID, *, on: date) -> Credentials:
    """Read what holds on the day `on` (office time)."""
    licences = _licences(tenant_id, account_id, on)
    attested = _attested_until(tenant_id, account_id)
    return Credentials(
        account_id=account_id,
        on=on,
        physician_licensed_in=frozenset(licence.state for licence in licences),
        specialties=frozenset(code for licence in licences for code in licence.specialties),
        attested_until=attested[0] if attested else None,
    )


def clinical_licences(
    tenant_id: UUID, account_ids: Iterable[UUID], *, on: date
) -> Mapping[UUID, frozenset[str]]:
    """Return in which states each person holds a clinical licence of any profession on `on`.

    Who holds none is left out. One query.
    """
    found: dict[UUID, set[str]] = defaultdict(set)
    valid = Licence.objects.filter(
        tenant_id=tenant_id, account_id__in=list(account_ids), from_on__lte=on, until_on__gt=on
    )
    for account_id, state in valid.values_list("account_id", "state"):
        found[account_id].add(state)
    return {account_id: frozenset(states) for account_id, states in found.items()}


@statement
def _licences(tenant_id: UUID, account_id: UUID, on: date) -> QuerySet[Licence]:
    return Licence.objects.filter(
        tenant_id=tenant_id,
        account_id=account_id,
        profession=Licence.Profession.PHYSICIAN,
        from_on__lte=on,
        until_on__gt=on,
    ).order_by("number")


@statement
def _attested_until(tenant_id: UUID, account_id: UUID) -> QuerySet[Attestation, date]:
    attestations = Attestation.objects.filter(
        tenant_id=tenant_id, account_id=account_id, statement=NO_REWARD_FOR_DENIALS
    )
    return attestations.order_by("-until_on").values_list("until_on", flat=True)[:1]
