"""The second half of a load: people with their coverage, five hundred at a time."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from openmso.roster.eligibility.actions.add_coverage import NewCoverage
from openmso.roster.eligibility.actions.take_in import take_in_people
from openmso.roster.eligibility.domain.spans import Days
from openmso.roster.eligibility.queries import days_known
from openmso.roster.members.actions.add_members import NewMember
from openmso.roster.members.queries import members_by_source, number_holders
from openmso.roster.plans.queries import plans_of

from .counts import Loaded
from .coverage import CoveragePiece, piece_from, spans_of
from .order import LoadOrder, batches, taken
from .patient import SOURCE_SYSTEM, member_from
from .plan_map import KnownPlan, plan_key_for
from .refused import CannotTake, Refused

_SOURCE = "people files"


@dataclass(frozen=True, slots=True)
class _Mapped:
    """A coverage piece with the plan it belongs to and the line it stands in."""

    where: str
    plan_id: UUID
    piece: CoveragePiece


def load_members(
    order: LoadOrder,
    loaded: Loaded,
    organization_names: Mapping[str, str],
    doctors: Mapping[str, UUID],
) -> None:
    """Load people and coverage; coverage of nobody in the files is refused.

    `doctors` are the primary care doctors we know, by the id of their patient in the files.
    """
    pieces = _coverage_by_patient(order, loaded, organization_names)
    patients = taken(order, loaded, "Patient", partial(member_from, on=order.on))
    for batch in batches(patients):
        _load_batch(order, loaded, batch, pieces, doctors)
        order.progress("members", loaded.members.added + loaded.members.known)
    for left in pieces.values():
        for each in left:
            why = "its person is not in the files, or was refused"
            loaded.refused.append(Refused(each.where, "Coverage", why))


def _coverage_by_patient(
    order: LoadOrder, loaded: Loaded, organization_names: Mapping[str, str]
) -> dict[str, list[_Mapped]]:
    plans = plans_of(order.by.tenant_id, order.on)
    known = [KnownPlan(key=plan.key, line_of_business=plan.line_of_business) for plan in plans]
    ids = {plan.key: plan.id for plan in plans}
    pieces: dict[str, list[_Mapped]] = defaultdict(list)
    translate = partial(piece_from, payer_names=organization_names)
    for where, piece in taken(order, loaded, "Coverage", translate):
        try:
            key = plan_key_for(piece.payer, piece.coverage_type, rows=order.plan_map, plans=known)
        except CannotTake as reason:
            loaded.refused.append(Refused(where, "Coverage", str(reason)))
        else:
            pieces[piece.patient].append(_Mapped(where, ids[key], piece))
    return pieces


def _load_batch(
    order: LoadOrder,
    loaded: Loaded,
    batch: list[tuple[str, NewMember]],
    pieces: dict[str, list[_Mapped]],
    doctors: Mapping[str, UUID],
) -> None:
    sources = [person.numbers[0].value for _, person in batch]
    known = members_by_source(order.by.tenant_id, SOURCE_SYSTEM, sources)
    people = _one_record_each(order, loaded, batch, known)
    known = {source: member_id for source, member_id in known.items() if source in people}
    days = days_known(order.by.tenant_id, known.values())
    coverage: list[NewCoverage] = []
    for source, person in people.items():
        member_id = known.get(source, person.id)
        mine = pieces.pop(source, [])
        found = _new_coverage(order, loaded, person, member_id, mine, days)
        coverage += [replace(one, pcp_id=doctors.get(source)) for one in found]
    new = [person for source, person in people.items() if source not in known]
    if new or coverage:
        take_in_people(new, coverage, by=order.by, at=order.at)
    loaded.members.added += len(new)
    loaded.members.known += len(known)
    loaded.coverage_spans.added += len(coverage)


def _one_record_each(
    order: LoadOrder,
    loaded: Loaded,
    batch: list[tuple[str, NewMember]],
    known: Mapping[str, UUID],
) -> dict[str, NewMember]:
    """Return the batch by id; nobody who bears an id or number of somebody else is taken."""
    holders = number_holders(
        order.by.tenant_id, (key for _, person in batch for key in _numbers_of(person))
    )
    people: dict[str, NewMember] = {}
    for where, person in batch:
        source = person.numbers[0].value
        member_id = known.get(source, person.id)
        if source in people:
            loaded.refused.append(Refused(where, "Patient", "the same id stands twice"))
        elif any(holders.setdefault(key, member_id) != member_id for key in _numbers_of(person)):
            why = "a number of this person is another person's already"
            loaded.refused.append(Refused(where, "Patient", why))
        else:
            people[source] = person
    return people


def _numbers_of(person: NewMember) -> list[tuple[str, str, str]]:
    return [(number.kind, number.system, number.value) for number in person.numbers]


def _new_coverage(
    order: LoadOrder,
    loaded: Loaded,
    person: NewMember,
    member_id: UUID,
    pieces: list[_Mapped],
    known: Mapping[tuple[UUID, UUID], list[Days]],
) -> list[NewCoverage]:
    """Return the spans we do not know yet; those that contradict what we know are refused."""
    by_plan: dict[UUID, list[_Mapped]] = defaultdict(list)
    for each in pieces:
        by_plan[each.plan_id].append(each)
    new: list[NewCoverage] = []
    for plan_id, mapped in by_plan.items():
        before = known.get((member_id, plan_id), [])
        number = next((each.piece.member_number for each in mapped if each.piece.member_number), "")
        for span in spans_of((each.piece.days for each in mapped), deceased_on=person.deceased_on):
            if span in before:
                loaded.coverage_spans.known += 1
            elif any(span.overlaps(other) for other in before):
                why = "the coverage differs from what is known; correct it by hand"
                loaded.refused.append(Refused(mapped[0].where, "Coverage", why))
            else:
                new.append(
                    NewCoverage(
                        member_id=member_id,
                        plan_id=plan_id,
                        ipa_id=order.ipa_id,
                        member_number=number or person.number_in_office,
                        from_on=span.from_on,
                        until_on=span.until_on,
                        source=_SOURCE,
                    )
                )
    return new
