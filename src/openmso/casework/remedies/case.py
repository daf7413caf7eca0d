"""All that the openings look at: the facts, their cells, the day, the clocks, the table's rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .facts import Facts
from .first_step import Waits, cells_of, waits_of
from .last_days import Clocks
from .rows import DecisionTable, GateRow, Prediction, fits

ADVERSE = ("upheld", "partly upheld")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One member's no on one day. `dispute` is None when the coverage decides alone."""

    facts: Facts
    cells: Mapping[str, str]
    as_of: date
    clocks: Clocks
    table: DecisionTable
    coverage: GateRow
    dispute: GateRow | None

    @property
    def deciding(self) -> GateRow:
        """The row that predicts."""
        return self.dispute or self.coverage

    @property
    def waits(self) -> Waits:
        """The plan's last days for what was asked; for what is asked today, if nothing was."""
        filed_on = self.facts.grievance_filed_at
        if self.facts.grievance == "none":
            filed_on = self.as_of
        return waits_of(filed_on, self.table, self.clocks)

    @property
    def plan_said_yes(self) -> bool:
        return self.cells["step"] == "overturned"


def case_of(facts: Facts, *, as_of: date, table: DecisionTable, clocks: Clocks) -> Case:
    """Return the case with the rows of the table that decide. Each table ends in a row for all."""
    cells = cells_of(facts, as_of=as_of, table=table, clocks=clocks)
    coverage = _first(table.coverage, cells)
    goes_on = coverage.prediction is Prediction.GO_ON
    return Case(
        facts=facts,
        cells=cells,
        as_of=as_of,
        clocks=clocks,
        table=table,
        coverage=coverage,
        dispute=_first(table.dispute, cells) if goes_on else None,
    )


def _first(rows: tuple[GateRow, ...], cells: Mapping[str, str]) -> GateRow:
    return next(row for row in rows if fits(row.when, cells))
