"""May this person decide this case today, and what is still in the way?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openmso.channels.ui.words_for_time import staff_last_day
from openmso.office.access.actor import Actor
from openmso.office.access.credentials import credentials_of
from openmso.office.law import office_calendar
from openmso.office.tenants.queries import tenant_by_id

from ..case_file import CaseFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One condition in words, with what to do when it is not met."""

    sentence: str
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`may_decide`: licence and attestation hold. `may_refuse`: the case may also be denied."""

    checks: Sequence[Check]
    may_decide: bool
    may_refuse: bool
    attested: bool
    unread: int


def standing_of(file: CaseFile, viewer: Actor, *, at: datetime) -> Standing:
    """Weigh the signer against the case on the office's day of `at`. Two queries.

    What is shown here is what the guard asks; the guard asks it again when the case is signed.
    """
    on = office_calendar(viewer.tenant_id).local(at).date()
    state = tenant_by_id(viewer.tenant_id).state
    if viewer.id is None:
        raise ValueError("only a person decides")
    credentials = credentials_of(viewer.tenant_id, viewer.id, on=on)
    licensed = state in credentials.physician_licensed_in
    wanted = frozenset(file.request.review_specialties)
    matched = not wanted or bool(wanted & credentials.specialties)
    attested = credentials.has_current_attestation
    unread = len(file.unread)
    checks = (
        Check(
            sentence=f"Physician license valid today in {state}"
            if licensed
            else f"You hold no physician license that is valid today in {state}.",
            met=licensed,
        ),
        Check(sentence=_attested(credentials.attested_until, attested=attested), met=attested),
        Check(
            sentence="Your specialty fits this case"
            if matched
            else "This case asks for a reviewer of another specialty.",
            met=matched,
        ),
        Check(
            sentence=_records(len(file.documents), unread),
            met=unread == 0 and bool(file.documents),
        ),
    )
    may_decide = licensed and attested
    return Standing(
        checks=checks,
        may_decide=may_decide,
        may_refuse=may_decide and matched and not unread,
        attested=attested,
        unread=unread,
    )


def _attested(until_on: date | None, *, attested: bool) -> str:
    if attested and until_on is not None:
        return f"Attestation signed, valid to {staff_last_day(until_on)}"
    if until_on is not None:
        return f"Your attestation ended on {staff_last_day(until_on)}."
    return "You have not signed the attestation."


def _records(documents: int, unread: int) -> str:
    if not documents:
        return "There are no records on this case. Ask for them; missing papers are never a denial."
    if unread:
        return f"{unread} of {documents} records not opened by you yet."
    return (
        f"All {documents} records opened by you" if documents > 1 else "The record is opened by you"
    )
