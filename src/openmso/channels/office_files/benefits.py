"""Load benefit books: sections of a plan's book of a year, compared with those the office has.

A section that is there does not change: decisions name it, and a book of a year is printed once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from openmso.roster.benefits.actions.add_benefits import NewSection, add_benefit_sections
from openmso.roster.benefits.models import BenefitSection
from openmso.roster.plans.models import HealthPlan

from .cells import Cells
from .faults import Fault
from .outcome import LoadOrder, Outcome, one_load_at_a_time
from .rows import Taken, all_known, each_once, taken
from .sheet import Columns
from .sheets_of_a_folder import read_one

COLUMNS = Columns(
    needed=("plan", "year", "section", "title", "text", "covered"),
    optional=("title_es", "text_es"),
)
_SAYS = ("title", "title_es", "text", "text_es", "covered")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """One section; `plan` is the plan's key."""

    plan: str
    year: int
    section: str
    title: str
    title_es: str
    text: str
    text_es: str
    covered: bool

    @property
    def place(self) -> str:
        return f"{self.plan} {self.year} {self.section}"


def load_benefits(file: Path, order: LoadOrder) -> Outcome:
    """Take over the sheet. With any fault nothing is written. Raises NoSheet."""
    sheet = read_one(file, COLUMNS)
    outcome = Outcome()
    rows = taken(sheet, _section_row, outcome)
    each_once(rows, "section", lambda row: row.place, outcome)
    with one_load_at_a_time(order.tenant_id):
        order.progress("comparing benefit sections", len(rows))
        plans = HealthPlan.objects.filter(tenant_id=order.tenant_id).values_list("key", "id")
        plan_ids = dict(plans)
        all_known(rows, "plan", lambda row: row.plan, plan_ids, outcome)
        new = _not_there(rows, order.tenant_id, outcome)
        if outcome.may_be_written(order):
            order.progress("writing benefit sections", len(new))
            sections = [_new(row, plan_ids) for row in new]
            add_benefit_sections(sections, by=order.by, at=order.at)
    return outcome


def _section_row(cells: Cells) -> SectionRow:
    return SectionRow(
        plan=cells.text("plan", HealthPlan, "key"),
        year=cells.whole_number("year", _FIRST_YEAR, _LAST_YEAR),
        section=cells.text("section", BenefitSection),
        title=cells.text("title", BenefitSection),
        title_es=cells.text("title_es", BenefitSection),
        text=cells.text("text", BenefitSection),
        text_es=cells.text("text_es", BenefitSection),
        covered=cells.yes("covered"),
    )


def _not_there(
    rows: list[Taken[SectionRow]], tenant_id: UUID, outcome: Outcome
) -> list[SectionRow]:
    stored = BenefitSection.objects.filter(tenant_id=tenant_id).select_related("plan")
    there = {f"{each.plan.key} {each.year} {each.section}": each for each in stored}
    for each in rows:
        known = there.get(each.row.place)
        if known is None:
            continue
        other = [name for name in _SAYS if getattr(known, name) != getattr(each.row, name)]
        if other:
            sentence = f"The office has this section with another {', '.join(other)}; it stays."
            outcome.faults.append(Fault(each.file, each.line, sentence))
    new = [each.row for each in rows if each.row.place not in there]
    counted = outcome.counted("benefit sections")
    counted.added, counted.known = len(new), len(rows) - len(new)
    return new


def _new(row: SectionRow, plan_ids: Mapping[str, UUID]) -> NewSection:
    return NewSection(
        plan_id=plan_ids[row.plan],
        year=row.year,
        section=row.section,
        title=row.title,
        title_es=row.title_es,
        text=row.text,
        text_es=row.text_es,
        covered=row.covered,
    )
