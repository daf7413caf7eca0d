"""Writes an invented office's practices and practitioners."""

from datetime import date, datetime

from openmso.office.access.actor import Actor
from openmso.roster.providers.actions.add_to_network import (
    NewNetwork,
    NewPlacement,
    NewPractice,
    NewPractitioner,
    add_practices,
    add_practitioners,
)
from openmso.standards.codes.specialties import specialty_name

from .network import PracticePlan, PractitionerPlan, practices, practitioners
from .people import Region
from .written import DemoRoster, WrittenPractice, WrittenPractitioner


def write_network(
    written: DemoRoster, region: Region, count: int, *, seed: int, on: date, by: Actor, at: datetime
) -> None:
    """Write `count` practices with three practitioners each, and note them in `written`."""
    ipas = tuple(ipa.key for ipa in region.ipas)
    since = date(on.year - 3, 1, 1)
    places = practices(count, seed, state=region.state, ipas=ipas, places=region.places)
    new_places = [_practice(plan) for plan in places]
    add_practices(new_places, by=by, at=at)
    treating = practitioners(places, seed, ipas=ipas)
    people = [
        _practitioner(plan, new_places[plan.practice], written, region.state, since)
        for plan in treating
    ]
    add_practitioners(people, by=by, at=at)
    written.practices = [
        WrittenPractice(id=new.id, name=new.name, ipa=plan.ipa)
        for plan, new in zip(places, new_places, strict=True)
    ]
    written.practitioners = [
        WrittenPractitioner(
            id=new.id,
            npi=new.npi,
            name=f"{new.given_name} {new.family_name}, {new.title}",
            specialty_code=new.specialty_code,
            primary_care=plan.primary_care,
            practice_id=new.placements[0].practice_id,
            ipas=plan.ipas,
        )
        for plan, new in zip(treating, people, strict=True)
    ]


def _practice(plan: PracticePlan) -> NewPractice:
    return NewPractice(
        name=plan.name,
        npi=plan.npi,
        address_line=plan.address_line,
        city=plan.city,
        state=plan.state,
        postal_code=plan.postal_code,
        phone=plan.phone,
        fax=plan.fax,
        languages=plan.languages,
    )


def _practitioner(
    plan: PractitionerPlan, practice: NewPractice, written: DemoRoster, state: str, since: date
) -> NewPractitioner:
    return NewPractitioner(
        npi=plan.npi,
        given_name=plan.given_name,
        family_name=plan.family_name,
        title=plan.title,
        specialty_code=plan.specialty_code,
        specialty=specialty_name(plan.specialty_code),
        licence_state=state,
        licence_number=plan.licence_number,
        phone=plan.phone,
        languages=plan.languages,
        placements=(NewPlacement(practice_id=practice.id, from_on=since),),
        networks=tuple(
            NewNetwork(ipa_id=written.ipa_ids[ipa], primary_care=plan.primary_care, from_on=since)
            for ipa in plan.ipas
        ),
    )
