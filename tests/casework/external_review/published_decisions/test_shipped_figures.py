"""The table of figures that comes with the product: whole, sourced, and computed by this code."""

from datetime import date
from pathlib import Path

import pytest

from factories.published_decisions import decision, read
from openmso.casework.external_review.published_decisions import shipped as ours
from openmso.casework.external_review.published_decisions.domain.decision import Outcome
from openmso.casework.external_review.published_decisions.domain.figures import table_of, tally
from openmso.casework.external_review.published_decisions.groups import diagnosis_groups
from openmso.casework.external_review.published_decisions.limits import limits
from openmso.casework.external_review.published_decisions.shipped import Source, shipped
from sample_data import sample_folder

SOURCE = Source(
    published_by="A regulator",
    title="Decisions",
    counted_on=date(2026, 11, 20),
    decisions=2,
    first_year=2014,
    last_year=2014,
    file="0" * 64,
)


def test_it_agrees_with_what_it_says_of_itself() -> None:
    here = shipped()
    counted = tally(here.table)

    assert (counted.decisions, counted.first_year, counted.last_year) == (
        here.source.decisions, here.source.first_year, here.source.last_year,
    )  # fmt: skip
    assert here.source.published_by
    assert here.source.title
    assert {cell.diagnosis_group for cell in here.table} <= set(diagnosis_groups())
    assert all(count > 0 for count in here.table.values())


def test_it_holds_counts_and_no_decision() -> None:
    columns = (ours.DATA / "figures.csv").read_text(encoding="utf-8").splitlines()[0]

    assert columns == "year,type,outcome,diagnosis_group,decisions"


def test_the_regulator_s_file_gives_this_table_and_no_other(tmp_path: Path) -> None:
    file = next(sample_folder("imr").glob("*.csv.xz"))
    found = read(file.read_bytes())
    if found.digest != shipped().source.file:
        pytest.skip("the file beside the checkout is another edition than the one counted")

    ours.write(table_of(found.decisions), shipped().source, tmp_path)

    assert found.refused == []
    assert found.ungrouped == {}
    assert found.withheld == {}
    for name in ("figures.csv", "figures.yaml"):
        assert (tmp_path / name).read_bytes() == (ours.DATA / name).read_bytes()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    table = table_of([decision(1), decision(2, outcome=Outcome.UPHELD)])

    ours.write(table, SOURCE, tmp_path)

    again = ours.read(tmp_path)
    assert again.table == table
    assert again.source == SOURCE


def test_the_limits_stand_in_both_languages() -> None:
    assert len(limits("en")) == len(limits("es-mx")) >= 4
    assert set(limits("en")).isdisjoint(limits("es"))
    assert limits("vi") == limits("en")
