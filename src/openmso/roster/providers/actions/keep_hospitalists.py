"""A hospitalist begins or ends to look after an IPA's members at a hospital."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.npi import parse_npi

from ..events import Event
from ..models import Hospital, Hospitalist, Practitioner


class NotInRoster(ValueError):
    """This hospitalist cannot be kept. The sentence is written for the person."""


@action
def add_hospitalist(
    *,
    hospital_id: UUID,
    ipa_id: UUID,
    npi: str,
    phone: str,
    from_on: date,
    by: Actor,
    at: datetime,
) -> Hospitalist:
    """Keep that the practitioner with this NPI serves from `from_on`. Raises NotInRoster,
    Hospital.DoesNotExist, NpiNotValid."""
    hospital = Hospital.objects.get(tenant_id=by.tenant_id, id=hospital_id)
    person = Practitioner.objects.filter(tenant_id=by.tenant_id, npi=parse_npi(npi)).first()
    if person is None:
        raise NotInRoster("Nobody in the roster has this NPI.")
    try:
        with transaction.atomic():
            kept = Hospitalist.objects.create(
                tenant_id=by.tenant_id,
                practitioner=person,
                hospital=hospital,
                ipa_id=ipa_id,
                phone=phone,
                from_on=from_on,
            )
    except IntegrityError:
        raise NotInRoster("This hospitalist serves this IPA from that day already.") from None
    record(hospital, Event.HOSPITALIST_ADDED, by=by, at=at, npi=person.npi, ipa=str(ipa_id))
    return kept


@action
def end_hospitalist(
    hospital_id: UUID, hospitalist_id: UUID, *, until_on: date, by: Actor, at: datetime
) -> Hospitalist:
    """Keep that `until_on` is the first day without. Raises NotInRoster."""
    kept = (
        Hospitalist.objects.select_for_update(of=("self",))
        .select_related("hospital", "practitioner")
        .filter(tenant_id=by.tenant_id, hospital_id=hospital_id, id=hospitalist_id)
        .first()
    )
    if kept is None:
        raise NotInRoster("There is no such hospitalist at this hospital.")
    if until_on <= kept.from_on:
        raise NotInRoster("The end comes after the first day.")
    kept.until_on = until_on
    kept.save(update_fields=["until_on"])
    record(kept.hospital, Event.HOSPITALIST_ENDED, by=by, at=at, npi=kept.practitioner.npi)
    return kept
