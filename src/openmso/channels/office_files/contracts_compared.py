"""What the sheets of contracts would change of the contracts an office has."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from openmso.roster.plans.models import Delegation, HealthPlan, Ipa, PlanProduct

from .contracts_sheets import IpaRow, PlanRow, ProductRow, TermRow
from .dated import Settled, Stored
from .faults import Fault
from .outcome import Outcome
from .rows import Taken, each_once, settled

_IPA_IS = ("name", "state")
_PLAN_IS = (
    "name",
    "line_of_business",
    "state",
    "funding",
    "licensed_plan",
    "pays_before",
    "from_on",
)


def compare_ipas(
    rows: list[Taken[IpaRow]], there: Mapping[str, Ipa], outcome: Outcome
) -> tuple[list[IpaRow], dict[UUID, dict[str, str]]]:
    """Return the new IPAs, and of known ones the fields that read otherwise now."""
    each_once(rows, "key", lambda row: row.key, outcome)
    _each_name_once(rows, there, "IPA", outcome)
    counted = outcome.counted("IPAs")
    new: list[IpaRow] = []
    corrected: dict[UUID, dict[str, str]] = {}
    for each in rows:
        known = there.get(each.row.key)
        if known is None:
            new.append(each.row)
            continue
        _is_the_same(each, known, _IPA_IS, "IPA", outcome)
        papers = each.row.papers.items()
        if other := {name: text for name, text in papers if getattr(known, name) != text}:
            corrected[known.id] = other
    counted.added, counted.corrected = len(new), len(corrected)
    counted.known = len(rows) - len(new) - len(corrected)
    return new, corrected


def compare_plans(
    rows: list[Taken[PlanRow]], there: Mapping[str, HealthPlan], outcome: Outcome
) -> tuple[list[PlanRow], dict[UUID, date]]:
    """Return the new plans, and of known ones those whose contract ends on another day now."""
    each_once(rows, "key", lambda row: row.key, outcome)
    _each_name_once(rows, there, "plan", outcome)
    counted = outcome.counted("health plans")
    new: list[PlanRow] = []
    ended: dict[UUID, date] = {}
    for each in rows:
        known = there.get(each.row.key)
        if known is None:
            new.append(each.row)
            continue
        _is_the_same(each, known, _PLAN_IS, "plan", outcome)
        if each.row.until_on is not None and each.row.until_on != known.until_on:
            ended[known.id] = each.row.until_on
    counted.added, counted.ended = len(new), len(ended)
    counted.known = len(rows) - len(new) - len(ended)
    return new, ended


def settle_products(
    rows: Iterable[Taken[ProductRow]], tenant_id: UUID, outcome: Outcome
) -> Settled:
    """Compare products with the stored ones: one product of a plan is one track."""
    stored = PlanProduct.objects.filter(tenant_id=tenant_id).select_related("plan")
    return settled(
        "products",
        rows,
        [
            Stored(
                id=each.id,
                track=(each.plan.key, each.name),
                from_on=each.from_on,
                until_on=each.until_on,
                says=each.takes_part,
            )
            for each in stored
        ],
        track=lambda row: (row.plan, row.name),
        says=lambda row: row.takes_part,
        outcome=outcome,
    )


def settle_terms(rows: Iterable[Taken[TermRow]], tenant_id: UUID, outcome: Outcome) -> Settled:
    """Compare terms with the stored ones: one function of a plan and an IPA is one track."""
    stored = Delegation.objects.filter(tenant_id=tenant_id).select_related("plan", "ipa")
    return settled(
        "delegation terms",
        rows,
        [
            Stored(
                id=each.id,
                track=(each.plan.key, each.ipa.key, each.function),
                from_on=each.from_on,
                until_on=each.until_on,
                says=each.delegated,
            )
            for each in stored
        ],
        track=lambda row: (row.plan, row.ipa, row.function),
        says=lambda row: row.delegated,
        outcome=outcome,
    )


def _is_the_same(
    each: Taken[IpaRow] | Taken[PlanRow],
    known: Ipa | HealthPlan,
    facts: tuple[str, ...],
    what: str,
    outcome: Outcome,
) -> None:
    other = [name for name in facts if getattr(known, name) != getattr(each.row, name)]
    if other:
        sentence = f'The office has a {what} "{known.key}" with another {", ".join(other)}.'
        outcome.faults.append(Fault(each.file, each.line, sentence.replace("a IPA", "an IPA")))


def _each_name_once(
    rows: Iterable[Taken[IpaRow] | Taken[PlanRow]],
    there: Mapping[str, Ipa] | Mapping[str, HealthPlan],
    what: str,
    outcome: Outcome,
) -> None:
    """Note every row whose name belongs to another key, in the office or in an earlier row."""
    keys = {known.name: key for key, known in there.items()}
    for each in rows:
        key = keys.setdefault(each.row.name, each.row.key)
        if key != each.row.key:
            sentence = f'The name "{each.row.name}" belongs to the {what} "{key}" already.'
            outcome.faults.append(Fault(each.file, each.line, sentence))
