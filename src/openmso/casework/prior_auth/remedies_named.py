"""The ways to go on that a letter names: what the remedy router says, as a letter prints it.

Every number comes from the rules the router names. Where only a person can tell, the letter says
whom to call.
"""

from datetime import datetime
from uuid import UUID

from openmso.casework.remedies.answer import Remedy as Way
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.answer import Said as Text
from openmso.casework.remedies.router import answer_rules
from openmso.casework.remedies.states import State
from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.fields import DayNamed, Remedy, RemedyKind, Told

from .domain.decision import Ground
from .domain.facts_of_a_no import Said
from .lengths import length_of
from .models import AuthorizationRequest
from .ways_on import ways_on

_OWN_WORDS = {
    "keep_medi_cal": RemedyKind.KEEP_SERVICE,
    "grievance": RemedyKind.GRIEVANCE,
    "appeal_medi_cal": RemedyKind.PLAN_APPEAL,
    "appeal_elsewhere": RemedyKind.PLAN_APPEAL,
    "reconsideration": RemedyKind.PLAN_APPEAL,
    "imr": RemedyKind.INDEPENDENT_REVIEW,
    "hearing": RemedyKind.STATE_HEARING,
    "person": RemedyKind.A_PERSON,
}
"""The rows of the router for which a letter has words of its own."""


def remedies_after_no(
    request: AuthorizationRequest, *, said: Said, ground: Ground | None, at: datetime
) -> tuple[Remedy, ...]:
    """Return the remedies against what a letter dated `at` says, in the order to read them."""
    return as_a_letter_names_them(ways_on(request, said=said, ground=ground, told_at=at, at=at))


def remedies_after_extension(request: AuthorizationRequest, *, at: datetime) -> tuple[Remedy, ...]:
    """Return what a member can do who does not agree with the extra time."""
    return fast_grievance(request.tenant_id, request.line_of_business, at=at)


def fast_grievance(tenant_id: UUID, line_of_business: str, *, at: datetime) -> tuple[Remedy, ...]:
    """Return the complaint about more time, or about a wish for a fast answer that was refused."""
    answers = rulebook().answers_in_force(
        "remedies/fast_grievance_answer",
        on=office_calendar(tenant_id).local(at).date(),
        facts={"line_of_business": line_of_business},
    )
    within = length_of(answers[0]) if answers else None
    return (Remedy(kind=RemedyKind.FAST_GRIEVANCE, answer_within=within),)


def as_a_letter_names_them(routed: Routed) -> tuple[Remedy, ...]:
    """Return what the router leaves open, now or later, as merge fields of a letter."""
    return tuple(_named(way, routed) for way in routed.ways_on())


def _named(way: Way, routed: Routed) -> Remedy:
    usual, fast = answer_rules(way, routed.case)
    kind = _OWN_WORDS.get(way.row.id, RemedyKind.ANOTHER_WAY)
    other = kind is RemedyKind.ANOTHER_WAY
    return Remedy(
        kind=kind,
        key=way.key,
        name=_told(Text(way.row.name)) if other else None,
        says=_told(Text(way.row.says)) if other else None,
        who=_told(Text(way.row.who)) if other else None,
        why=_why(way, kind, routed),
        by_a_person=way.state is State.PERSON,
        file_within=length_of(way.rule),
        file_by=way.last_day,
        answer_within=length_of(usual),
        fast_answer_within=length_of(fast),
        warnings=tuple(_told(warning) for warning in way.warnings),
    )


def _why(way: Way, kind: RemedyKind, routed: Routed) -> Told | None:
    """Say when it opens. The letter's own words say what is usual, but not what is this case's.

    A day that counts from today is of no use in a letter that is read later.
    """
    said_for = {
        RemedyKind.ANOTHER_WAY: (State.NOT_YET, State.PREDICTED),
        RemedyKind.INDEPENDENT_REVIEW: (State.PREDICTED,),
    }
    if way.state not in said_for.get(kind, ()):
        return None
    later = Text(routed.case.table.words["opens_after_first_step"])
    return _told(later if way.why.days else way.why)


def _told(text: Text) -> Told:
    days = tuple(DayNamed(place=name, day=day) for name, day in sorted(text.days.items()))
    return Told(en=text.words.en, es=text.words.es, days=days)
