"""Which member is meant, and what covers them on the day of service, in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from openmso.channels.ui.presenters.line_of_business import plan_and_line
from openmso.channels.ui.words_for_time import staff_date, staff_last_day
from openmso.office.access.actor import Actor
from openmso.roster.eligibility.domain.answer import (
    EligibilityAnswer,
    KnownMember,
    Outcome,
    answer,
)
from openmso.roster.eligibility.finding import MemberRow, find_members, known_members
from openmso.roster.members.domain.search import MemberSearch, NotEnoughToSearch

from .form import KeyInForm, uuid_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One line to choose from; two people who look alike differ in their numbers."""

    id: str
    name: str
    born: str
    number: str
    covered_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPart:
    """The chosen member with the answer for the day, or the people to choose from."""

    chosen: Candidate | None = None
    tone: str = "info"
    sentence: str = ""
    candidates: Sequence[Candidate] = ()
    not_found: str = ""

    @property
    def id(self) -> UUID | None:
        return UUID(self.chosen.id) if self.chosen else None


def search_member(form: KeyInForm, viewer: Actor, *, on: date) -> MemberPart:
    """Look for the member typed into the form, which says what is missing for a search."""
    typed = form.cleaned_data
    search = MemberSearch(
        family_name=typed.get("family_name") or "",
        given_name=typed.get("given_name") or "",
        birth_date=typed.get("birth_date"),
        number=typed.get("member_number") or "",
    )
    try:
        rows = find_members(viewer, search, on=on)
    except NotEnoughToSearch as mistake:
        if not form.errors:
            form.add_error("family_name", str(mistake))
        return MemberPart()
    if not rows:
        return MemberPart(not_found=_not_found(search))
    if len(rows) == 1:
        return chosen_member(str(rows[0].member_id), viewer, on=on, ipa=form["ipa"].value() or "")
    return MemberPart(candidates=[_candidate(row) for row in rows])


def chosen_member(member: str, viewer: Actor, *, on: date, ipa: str = "") -> MemberPart:
    """Return the chosen member with what covers them on the day of service `on`."""
    member_id = uuid_or_none(member)
    if member_id is None:
        return MemberPart()
    known = known_members(viewer, MemberSearch(member_id=member_id))
    if not known:
        return MemberPart(not_found="There is no such member in this office.")
    found = answer(known, for_date=on, ipa_id=uuid_or_none(ipa))
    tone, sentence = _words(found, on)
    return MemberPart(chosen=_known(known[0]), tone=tone, sentence=sentence)


def _words(found: EligibilityAnswer, on: date) -> tuple[str, str]:
    day, coverage = staff_date(on), found.coverage
    if found.outcome is Outcome.ELIGIBLE and coverage is not None:
        return (
            "success",
            f"Covered on {day}: {plan_and_line(coverage.plan_name, coverage.line_of_business)}, "
            f"{coverage.ipa_name}, member number {coverage.member_number}.",
        )
    if found.outcome is Outcome.WRONG_IPA and coverage is not None:
        return (
            "warning",
            f"On {day} this member belongs to {coverage.ipa_name}, not to the IPA named on the "
            "form. The request goes on with the right one.",
        )
    if found.deceased:
        return "error", f"This member had died before {day}. Check who is meant."
    ended = (
        f"Coverage ended: the last day was {staff_last_day(coverage.until_on)} "
        f"({coverage.plan_name})."
        if coverage is not None and coverage.until_on is not None
        else "We know of no coverage before this day."
    )
    later = f" It starts again on {staff_date(found.next_from_on)}." if found.next_from_on else ""
    return "error", f"Not covered with us on {day}. {ended}{later}"


def _not_found(search: MemberSearch) -> str:
    if search.number:
        return (
            f"Nobody here has the number {search.number}. Check it against the card, or search by "
            "name and birth date."
        )
    return "Nobody here fits. Check the spelling and the birth date, or use the member number."


def _candidate(row: MemberRow) -> Candidate:
    return Candidate(
        id=str(row.member_id),
        name=row.full_name,
        born=staff_date(row.birth_date),
        number=row.member_number or row.number_in_office,
        covered_by=", ".join(filter(None, (row.plan_name, row.ipa_name)))
        or "not covered on this day",
    )


def _known(member: KnownMember) -> Candidate:
    return Candidate(
        id=str(member.member_id),
        name=f"{member.given_name} {member.family_name}",
        born=staff_date(member.birth_date),
        number=member.number_in_office,
        covered_by="",
    )
