"""Our own part of the packet: what was asked, decided and why, by which rule, in one paper.

Everything in it is on the case already, so it is ready minutes after the application is.
"""

from collections.abc import Sequence

from openmso.casework.prior_auth.letters.teller import Teller
from openmso.casework.prior_auth.models import Decision
from openmso.casework.prior_auth.queries import decisions_of
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letters_of
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.queries import history

from ..domain.packet import Kind
from ..models import ExternalReview
from ..says import kept_as, paper_says
from .dates import day_in
from .printing import Paper, Part, facts, heading, items, text


def our_papers(case: ExternalReview) -> dict[str, Paper]:
    """Return each paper that is ours alone, by its place on the checklist."""
    decisions = decisions_of(case.request)
    letters = list(letters_of(case.tenant_id, case.request_id))
    return {
        Kind.OUR_RECORD: _paper(case, Kind.OUR_RECORD, _record(case, decisions)),
        Kind.RULE_USED: _paper(case, Kind.RULE_USED, _rules(decisions)),
        Kind.LETTERS: _paper(case, Kind.LETTERS, _letters(letters)),
    }


def _paper(case: ExternalReview, kind: Kind, parts: tuple[Part, ...]) -> Paper:
    return Paper(
        title=paper_says(kind),
        office=tenant_by_id(case.tenant_id).legal_name,
        footer=f"{case.number} {kept_as(case.label)}",
        language="en",
        parts=parts,
    )


def _record(case: ExternalReview, decisions: Sequence[Decision]) -> tuple[Part, ...]:
    request, told = case.request, Teller(case.request, "en").case()
    return (
        facts(
            ("Member", told.member_name),
            ("Member number", told.member_number),
            ("Health plan", told.plan_name),
            ("Request", request.number),
            ("Asked for", told.asked.text),
            ("Asked by", told.requested_by),
            ("Received", day_in(told.received_on, "en")),
            ("Diagnoses", ", ".join(request.diagnoses)),
            ("Urgency", request.get_urgency_display()),
        ),
        heading("What the doctor wrote"),
        text(request.clinical_summary or "Nothing besides the papers."),
        *(part for one in decisions for part in _decided(one)),
        heading("What happened"),
        items(
            [
                f"{event.happened_at:%m/%d/%Y %H:%M} UTC: "
                f"{event.name.rpartition('.')[2].replace('_', ' ')} ({event.actor_name})"
                for event in history(request.tenant_id, request.id)
            ]
        ),
    )


def _decided(decision: Decision) -> tuple[Part, ...]:
    return (
        heading(f"Decision of {day_in(decision.decided_on, 'en')}"),
        facts(
            ("Outcome", decision.get_outcome_display()),
            ("Signed by", decision.signed_by_name),
            ("Ground", decision.get_ground_display() if decision.ground else ""),
            ("Clinical reason", decision.clinical_reason),
            ("Told to the member", decision.plain_reason),
        ),
    )


def _rules(decisions: Sequence[Decision]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for decision in decisions:
        edition, section = decision.criteria_edition, decision.benefit_section
        if edition is not None:
            parts.append(
                facts(
                    ("Criteria", edition.title),
                    ("Edition", edition.edition),
                    ("Publisher", edition.publisher),
                )
            )
            parts.append(items([point.text for point in edition.points.order_by("code")]))
        if section is not None:
            parts.append(facts(("Benefit book", section.section), ("Plan year", str(section.year))))
    return tuple(parts) or (text("No rule was named."),)


def _letters(letters: Sequence[OrderedLetter]) -> tuple[Part, ...]:
    if not letters:
        return (text("No letter was ordered."),)
    return (
        items(
            [
                f"{one.ordered_at:%m/%d/%Y}: {one.kind.replace('_', ' ')} to the {one.reader},"
                f" {one.language}"
                for one in letters
            ]
        ),
    )
