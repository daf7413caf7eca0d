"""The sheet of services that need an authorization, or need none: one answer for a code a row."""

from dataclasses import dataclass, replace
from datetime import date

from openmso.roster.benefits.models import ANY_CODE, AuthorizationListEntry
from openmso.roster.plans.models import HealthPlan, LineOfBusiness
from openmso.standards.typed_text import code_form

from .cells import NO_DAY, Cells
from .network_sheets import TAXONOMY
from .sheet import Columns

_NEEDED = ("code", "answer", "source")
_OPTIONAL = (
    "plan",
    "line_of_business",
    "code_system",
    "description",
    "until_on",
    "review_specialties",
    "criteria",
    "auto_approve_rule",
)
COLUMNS = Columns(needed=(*_NEEDED, "from_on"), optional=_OPTIONAL)
# In a list that is whole from a day, a row without a first day holds from that day.
COLUMNS_OF_A_WHOLE_LIST = Columns(needed=_NEEDED, optional=("from_on", *_OPTIONAL))

Track = tuple[str, str, str, str]
Says = tuple[str, str, str, tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One row; either `plan` (a key) or `line_of_business` is empty."""

    plan: str
    line_of_business: str
    code_system: str
    code: str
    description: str
    answer: str
    from_on: date
    until_on: date | None
    source: str
    review_specialties: tuple[str, ...]
    criteria: str
    auto_approve_rule: str

    @property
    def scope(self) -> tuple[str, str, str]:
        """Whose list it is, and of which codes."""
        return (self.plan, self.line_of_business, self.code_system)

    @property
    def track(self) -> Track:
        return (*self.scope, self.code)

    @property
    def says(self) -> Says:
        return (
            self.answer,
            self.description,
            self.source,
            self.review_specialties,
            self.criteria,
            self.auto_approve_rule,
        )

    def beginning(self, day: date) -> "EntryRow":
        return replace(self, from_on=day)


def entry_row(cells: Cells) -> EntryRow:
    from_on, until_on = cells.days()
    plan = cells.text("plan", HealthPlan, "key")
    line_of_business = cells.one_of("line_of_business", LineOfBusiness.values)
    if bool(plan) == bool(line_of_business):
        cells.wrong("A row is for a plan or for a line_of_business: fill in one of the two.")
    return EntryRow(
        plan=plan,
        line_of_business=line_of_business,
        code_system=cells.text("code_system", AuthorizationListEntry) or "HCPCS",
        code=_code(cells),
        description=cells.text("description", AuthorizationListEntry),
        answer=cells.one_of("answer", AuthorizationListEntry.Answer.values),
        from_on=from_on,
        until_on=until_on,
        source=cells.text("source", AuthorizationListEntry),
        review_specialties=cells.many(
            "review_specialties",
            shape=TAXONOMY,
            longest=10,
            example="207Q00000X (a provider taxonomy code)",
        ),
        criteria=cells.text("criteria", AuthorizationListEntry, "criteria_key"),
        auto_approve_rule=cells.text("auto_approve_rule", AuthorizationListEntry),
    )


def _code(cells: Cells) -> str:
    value = cells.text("code", AuthorizationListEntry)
    code = value if value == ANY_CODE else code_form(value)
    if not code:
        cells.wrong(f'The code "{value}" must be letters and digits, or {ANY_CODE} for any other.')
    return code


def has_first_day(row: EntryRow) -> bool:
    """Tell whether the row says from when it holds."""
    return row.from_on != NO_DAY
