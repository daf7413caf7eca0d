"""A letter is ordered: what it is to say is frozen now, and it is printed after the commit."""

import secrets
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue
from openmso.office.law import office_calendar
from openmso.office.new_rows import add_rows
from openmso.office.outbound.interfaces import wiring
from openmso.office.timeline.action import Recorded, action, record

from ..events import ORDERED, RENDER
from ..fields import Fields
from ..frozen_fields import fingerprint
from ..frozen_order import frozen
from ..letter import Kind, Reader
from ..letter_catalog import entry_for
from ..letterhead import Addressee
from ..models import OrderedLetter
from ..page_token import in_groups, new_token
from ..preparing import prepare
from ..wording.builders import check_fields

RECEIVER_KIND = {
    Reader.MEMBER: "member",
    Reader.PROVIDER: "practice",
    Reader.HOSPITAL: "hospital",
}


@action
def order_letter(
    case: Recorded,
    *,
    kind: Kind,
    reader: Reader,
    fields: Fields,
    about_member_id: UUID,
    receiver_id: UUID,
    plan_id: UUID | None,
    by: Actor,
    at: datetime,
) -> OrderedLetter:
    """Order one letter about a case, inside the action that obliges us to send it.

    Address, language and format are those the receiver has on `at`; the date of the letter is
    that day in office time. Raises NotInCatalog when this line of business has no such letter,
    TypeError when the merge fields are those of another one, LookupError when the receiver is
    not known. What cannot be printed later stays visible as failed.
    A member who has an account is told where to read the letter on a screen.
    """
    check_fields(kind, fields)
    entry = entry_for(kind, reader, fields.case.line_of_business)
    receiver_kind = RECEIVER_KIND[reader]
    address = wiring.book().address_of(case.tenant_id, receiver_kind, receiver_id)
    order = prepare(
        kind,
        reader,
        tenant_id=case.tenant_id,
        plan_id=plan_id,
        language=address.language if reader is Reader.MEMBER else "en",
        letter_format=address.letter_format,
        sent_on=office_calendar(case.tenant_id).local(at).date(),
        addressee=Addressee(name=address.name, address_lines=address.lines),
        fields=fields,
    )
    token = new_token(secrets.choice) if reader is Reader.MEMBER else ""
    if token and address.portal:
        order = replace(order, page_address=wiring.page_of_letter(in_groups(token)))
    content = frozen(order)
    letter = OrderedLetter(
        tenant_id=case.tenant_id,
        case_kind=case.case_kind,
        case_id=case.id,
        kind=kind.value,
        reader=reader.value,
        receiver_kind=receiver_kind,
        receiver_id=receiver_id,
        about_member_id=about_member_id,
        language=order.language,
        letter_format=order.letter_format,
        page_token=token,
        catalog_edition=entry.edition,
        content=content,
        content_sha256=fingerprint(content),
        ordered_at=at,
    )
    add_rows([letter])
    record(
        case,
        ORDERED,
        by=by,
        at=at,
        letter=str(letter.id),
        kind=letter.kind,
        reader=letter.reader,
        language=letter.language,
    )
    enqueue(RENDER, tenant_id=letter.tenant_id, letter_id=letter.id)
    return letter
