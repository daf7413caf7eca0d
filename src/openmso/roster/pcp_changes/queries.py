"""Wishes for another doctor: a member's own, and those of the office."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.roster.providers.models import NetworkMembership
from openmso.standards.names import search_form
from openmso.standards.typed_text import kept

from .models import PcpChange

MOST_ROWS = 50
_MOST_DOCTORS = 20
_FEWEST_SIGNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Doctor:
    """A doctor who may become somebody's primary care doctor."""

    id: UUID
    name: str
    specialty: str


def changes_seen(viewer: Actor) -> list[PcpChange]:
    """Return the newest wishes that the viewer may see: a member's own, or the office's."""
    changes = PcpChange.objects.filter(tenant_id=viewer.tenant_id)
    if viewer.member_id is not None:
        changes = changes.filter(member_id=viewer.member_id)
    if viewer.ipa_ids:
        changes = changes.filter(coverage__ipa_id__in=viewer.ipa_ids)
    people = ("member", "plan", "before", "wanted", "got")
    return list(changes.select_related(*people).order_by("-asked_at", "id")[:MOST_ROWS])


def is_primary_care_in(tenant_id: UUID, doctor_id: UUID, ipa_id: UUID, on: date) -> bool:
    """Tell whether this doctor takes primary care patients of the IPA on `on`."""
    return _primary_care(tenant_id, ipa_id, on).filter(practitioner_id=doctor_id).exists()


def primary_care_doctors(tenant_id: UUID, ipa_id: UUID, text: str, *, on: date) -> list[Doctor]:
    """Return the primary care doctors of an IPA whose family name begins with `text`. One query."""
    beginning = search_form(kept(text))
    if len(beginning) < _FEWEST_SIGNS:
        return []
    found = (
        _primary_care(tenant_id, ipa_id, on)
        .filter(practitioner__search_name__startswith=beginning)
        .select_related("practitioner")
        .order_by("practitioner__sort_key", "practitioner_id")
    )
    people = {row.practitioner_id: row.practitioner for row in found[:_MOST_DOCTORS]}
    return [
        Doctor(id=one.id, name=one.full_name, specialty=one.specialty) for one in people.values()
    ]


def _primary_care(tenant_id: UUID, ipa_id: UUID, on: date) -> QuerySet[NetworkMembership]:
    return NetworkMembership.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        ipa_id=ipa_id,
        primary_care=True,
        from_on__lte=on,
    )
