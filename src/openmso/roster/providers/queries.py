"""Who works where, and who belongs to which network on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.statement import statement
from openmso.office.tenants.beginning import begins
from openmso.standards.names import search_form
from openmso.standards.typed_text import kept

from .models import NetworkMembership, Placement, Practice, Practitioner

MOST_ROWS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerRow:
    """One line of a list of practitioners. `in_network` is about the IPA that was asked for."""

    id: UUID
    npi: str
    name: str
    specialty_code: str
    specialty: str
    phone: str
    languages: tuple[str, ...]
    in_network: bool | None


def find_practitioners(
    viewer: Actor,
    text: str,
    *,
    on: date,
    ipa_id: UUID | None = None,
    specialty_codes: tuple[str, ...] = (),
) -> list[PractitionerRow]:
    """Return up to 25 practitioners whose family name starts with `text`, or whose NPI it is.

    Those in the network of `ipa_id` on `on` come first. One query.
    """
    text = kept(text)
    who = (
        Q(begins("npi", text))
        if text.isascii() and text.isdigit()
        else Q(begins("search_name", search_form(text)))
    )
    found = Practitioner.objects.filter(who, tenant_id=viewer.tenant_id)
    if specialty_codes:
        found = found.filter(specialty_code__in=specialty_codes)
    columns = ["id", "npi", "given_name", "family_name", "title", "specialty_code"]
    columns += ["specialty", "phone", "languages"]
    order = ["sort_key", "id"]
    if ipa_id is not None:
        found = found.annotate(in_network=Exists(_in_network(ipa_id, on)))
        columns.append("in_network")
        order.insert(0, "-in_network")
    return [
        PractitionerRow(
            id=row["id"],
            npi=row["npi"],
            name=_name(row["given_name"], row["family_name"], row["title"]),
            specialty_code=row["specialty_code"],
            specialty=row["specialty"],
            phone=row["phone"],
            languages=tuple(row["languages"]),
            in_network=row.get("in_network"),
        )
        for row in found.order_by(*order).values(*columns)[:MOST_ROWS]
    ]


def in_network(tenant_id: UUID, practitioner_id: UUID, ipa_id: UUID, on: date) -> bool:
    """Tell whether this practitioner belongs to the IPA's network on `on`."""
    return (
        NetworkMembership.objects.filter(
            _holds(on), tenant_id=tenant_id, practitioner_id=practitioner_id, ipa_id=ipa_id
        )
    ).exists()


@statement
def practitioners_at(tenant_id: UUID, practice_id: UUID, on: date) -> QuerySet[Practitioner]:
    """Return who works at a practice on `on`, by name."""
    here = Placement.objects.filter(
        _holds(on), tenant_id=tenant_id, practice_id=practice_id, practitioner_id=OuterRef("id")
    )
    return Practitioner.objects.filter(Exists(here), tenant_id=tenant_id).order_by("sort_key", "id")


def practitioner_by_npi(tenant_id: UUID, npi: str) -> Practitioner | None:
    """Return the practitioner with this NPI, or None."""
    return Practitioner.objects.filter(tenant_id=tenant_id, npi=npi).first()


def npis_known(tenant_id: UUID, npis: Iterable[str]) -> set[str]:
    """Return which of these NPIs belong to practitioners of this office already."""
    rows = Practitioner.objects.filter(tenant_id=tenant_id, npi__in=list(npis))
    return set(rows.values_list("npi", flat=True))


def practitioners_known(tenant_id: UUID, names: Iterable[str]) -> dict[str, UUID]:
    """Return our id of each practitioner named by NPI or by the source in the file."""
    wanted = list(names)
    rows = Practitioner.objects.filter(
        Q(npi__in=wanted) | Q(source__in=wanted), tenant_id=tenant_id
    ).values_list("id", "npi", "source")
    return {name: row_id for row_id, *names in rows for name in names if name}


def practices_by_source(tenant_id: UUID, sources: Iterable[str]) -> dict[str, UUID]:
    """Return which of these source ids are practices of this office already, with our own id."""
    rows = Practice.objects.filter(tenant_id=tenant_id, source__in=list(sources))
    return dict(rows.values_list("source", "id"))


def practices_with_npi(tenant_id: UUID, npi: str) -> list[Practice]:
    """Return the places that carry this organization's NPI, by name."""
    return list(Practice.objects.filter(tenant_id=tenant_id, npi=npi).order_by("name", "id"))


def names_of_practices(tenant_id: UUID, practice_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names of these practices of the office. One query, or none for none."""
    wanted = set(practice_ids)
    if not wanted:
        return {}
    rows = Practice.objects.filter(tenant_id=tenant_id, id__in=wanted)
    return dict(rows.values_list("id", "name"))


def practices_named(viewer: Actor, text: str) -> list[Practice]:
    """Return up to 25 practices whose name starts with `text`, in any capitals."""
    return list(
        Practice.objects.filter(tenant_id=viewer.tenant_id, name__istartswith=kept(text)).order_by(
            "name", "id"
        )[:MOST_ROWS]
    )


def _in_network(ipa_id: UUID, on: date) -> QuerySet[NetworkMembership]:
    return NetworkMembership.objects.filter(
        _holds(on), tenant_id=OuterRef("tenant_id"), practitioner_id=OuterRef("id"), ipa_id=ipa_id
    )


def _holds(on: date) -> Q:
    return Q(from_on__lte=on) & (Q(until_on=None) | Q(until_on__gt=on))


def _name(given_name: str, family_name: str, title: str) -> str:
    return Practitioner(given_name=given_name, family_name=family_name, title=title).full_name
