"""Load an authorization list: compare it with the one in force, end what it replaces."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.criteria.queries import editions_of, serving
from openmso.roster.benefits.actions.add_benefits import NewEntry
from openmso.roster.benefits.actions.change_authorization_list import take_over_authorization_list
from openmso.roster.benefits.models import AuthorizationListEntry
from openmso.roster.plans.models import HealthPlan

from .authorization_list_sheet import (
    COLUMNS,
    COLUMNS_OF_A_WHOLE_LIST,
    EntryRow,
    entry_row,
)
from .dated import Stored
from .faults import Fault
from .outcome import LoadOrder, Outcome, one_load_at_a_time
from .rows import Taken, all_known, settled, taken
from .sheets_of_a_folder import read_one
from .whole_list import left_out, with_first_days

KIND = "list entries"


def load_authorization_list(
    file: Path, order: LoadOrder, *, whole_from: date | None = None
) -> Outcome:
    """Take over the sheet. With any fault nothing is written. Raises NoSheet.

    With `whole_from` the sheet is the whole list from that day; see `whole_list.py`.
    """
    sheet = read_one(file, COLUMNS if whole_from is None else COLUMNS_OF_A_WHOLE_LIST)
    outcome = Outcome()
    rows = taken(sheet, entry_row, outcome)
    with one_load_at_a_time(order.tenant_id):
        order.progress("comparing the list", len(rows))
        plans = dict(HealthPlan.objects.filter(tenant_id=order.tenant_id).values_list("key", "id"))
        stored = _stored(order.tenant_id)
        if whole_from is not None:
            rows = with_first_days(rows, stored, whole_from)
        all_known([each for each in rows if each.row.plan], "plan", _plan_of, plans, outcome)
        _criteria_serve(rows, order, outcome)
        found = settled(
            KIND,
            rows,
            stored,
            track=lambda row: row.track,
            says=lambda row: row.says,
            outcome=outcome,
        )
        ends = dict(found.ended)
        if whole_from is not None and not outcome.faults:
            gone = left_out(rows, stored, whole_from)
            outcome.counted(KIND).ended += len(gone)
            ends |= dict.fromkeys(gone, whole_from)
        if outcome.may_be_written(order):
            order.progress("writing the list", outcome.changes)
            new = [
                _new(each.row, plans, found.new[each.line])
                for each in rows
                if each.line in found.new
            ]
            take_over_authorization_list(new, ends=ends, by=order.by, at=order.at)
    return outcome


def _plan_of(row: EntryRow) -> str:
    return row.plan


def _stored(tenant_id: UUID) -> list[Stored]:
    rows = AuthorizationListEntry.objects.filter(tenant_id=tenant_id).select_related("plan")
    return [
        Stored(
            id=row.id,
            track=(
                row.plan.key if row.plan else "",
                row.line_of_business,
                row.code_system,
                row.code,
            ),
            from_on=row.from_on,
            until_on=row.until_on,
            says=(
                row.answer,
                row.description,
                row.source,
                tuple(row.review_specialties),
                row.criteria_key,
                row.auto_approve_rule if row.auto_approve else "",
            ),
        )
        for row in rows
    ]


def _criteria_serve(rows: Iterable[Taken[EntryRow]], order: LoadOrder, outcome: Outcome) -> None:
    """Note rows whose criteria have no edition: a request for their service could not come in."""
    editions: dict[str, list[CriteriaEdition]] = defaultdict(list)
    for edition in editions_of(order.tenant_id):
        editions[edition.key].append(edition)
    for each in rows:
        key, on = each.row.criteria, max(each.row.from_on, order.on)
        if key and serving(editions[key], on) is None:
            sentence = f'No edition of the criteria "{key}" serves on {on}; load criteria first.'
            outcome.faults.append(Fault(each.file, each.line, sentence))


def _new(row: EntryRow, plans: Mapping[str, UUID], until_on: date | None) -> NewEntry:
    return NewEntry(
        plan_id=plans.get(row.plan),
        line_of_business=row.line_of_business,
        code_system=row.code_system,
        code=row.code,
        description=row.description,
        answer=row.answer,
        from_on=row.from_on,
        until_on=until_on,
        source=row.source,
        review_specialties=row.review_specialties,
        criteria_key=row.criteria,
        auto_approve=bool(row.auto_approve_rule),
        auto_approve_rule=row.auto_approve_rule,
    )
