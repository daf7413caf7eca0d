"""Open records for people we did not know yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.row_id import new_id
from openmso.standards.names import search_form, sort_form

from ..events import Event
from ..models import LetterFormat, Member, MemberIdentifier

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number somebody else knows the person by; `kind` is one of MemberIdentifier.Kind."""

    kind: str
    value: str
    system: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """A person as we were told. Names are kept as written; `language` are BCP 47 tags."""

    id: UUID = field(default_factory=new_id)
    number_in_office: str
    given_name: str
    middle_name: str = ""
    family_name: str
    name_suffix: str = ""
    birth_date: date
    sex: str = Member.Sex.UNKNOWN.value
    deceased_on: date | None = None
    language: str = "en"
    spoken_language: str = "en"
    letter_format: str = LetterFormat.STANDARD.value
    needs: tuple[str, ...] = ()
    address_line_1: str = ""
    address_line_2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    email_ok: bool = False
    numbers: tuple[Number, ...] = ()


@action
def add_members(people: Iterable[NewMember], *, by: Actor, at: datetime) -> list[Member]:
    """Write the records and their numbers, each with a line on the member's timeline.

    Nobody is merged with anybody: raises IntegrityError when a number is already another record's.
    """
    arrived = list(people)
    rows = [_row(person, by.tenant_id) for person in arrived]
    Member.objects.bulk_create(rows, batch_size=_AT_ONCE)
    MemberIdentifier.objects.bulk_create(
        [
            MemberIdentifier(
                tenant_id=by.tenant_id,
                member_id=person.id,
                kind=number.kind,
                system=number.system,
                value=number.value,
            )
            for person in arrived
            for number in person.numbers
        ],
        batch_size=_AT_ONCE,
    )
    for row in rows:
        record(row, Event.ADDED, by=by, at=at)
    return rows


def _row(person: NewMember, tenant_id: UUID) -> Member:
    return Member(
        id=person.id,
        tenant_id=tenant_id,
        number_in_office=person.number_in_office,
        given_name=person.given_name,
        middle_name=person.middle_name,
        family_name=person.family_name,
        name_suffix=person.name_suffix,
        sort_key=sort_form(person.family_name, person.given_name),
        search_family=search_form(person.family_name),
        search_given=search_form(person.given_name),
        birth_date=person.birth_date,
        sex=person.sex,
        deceased_on=person.deceased_on,
        language=person.language,
        spoken_language=person.spoken_language,
        letter_format=person.letter_format,
        needs=list(person.needs),
        address_line_1=person.address_line_1,
        address_line_2=person.address_line_2,
        city=person.city,
        state=person.state,
        postal_code=person.postal_code,
        phone=person.phone,
        email=person.email,
        email_ok=person.email_ok,
    )
