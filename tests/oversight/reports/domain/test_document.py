"""A report is kept so that the same report is the same bytes."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from openmso.oversight.reports.domain.document import Document, Row, Table, hash_of, read, written
from openmso.oversight.reports.domain.figures import Figure, share
from openmso.oversight.reports.domain.period import period_called

AS_OF = datetime(2026, 4, 6, 7, 0, tzinfo=UTC)


def a_document(as_of: datetime = AS_OF, **figures: Figure) -> Document:
    rows = (Row(key="niños|all", figures=figures or {"made": Figure(value=3)}, outlier=True),)
    return Document(
        report="physician_profile",
        edition="1",
        scope="north",
        period=period_called("2026-03"),
        as_of=as_of,
        tables=(Table(key="physicians", measures=("made", "share"), rows=rows),),
        lists={"services": (("plan", "72148", "MRI"),)},
    )


@pytest.mark.requirement("IMP-17")
def test_what_is_written_reads_as_the_same_report_and_writes_the_same_bytes() -> None:
    whole = a_document(
        share=share(1, 40, fewest=10),
        few=share(1, 4, fewest=10),
        rate=Figure(value=Decimal("7.50")),
    )

    assert read(written(whole)) == whole
    assert written(read(written(whole))) == written(whole)


@pytest.mark.requirement("IMP-17")
def test_neither_the_order_of_figures_nor_the_zone_of_the_instant_changes_a_byte() -> None:
    one, two = Figure(value=1), Figure(value=2)
    elsewhere = AS_OF.astimezone(timezone(timedelta(hours=-7)))

    assert written(a_document(made=one, share=two)) == written(
        a_document(elsewhere, share=two, made=one)
    )


def test_one_figure_more_is_another_hash() -> None:
    assert hash_of(written(a_document())) != hash_of(written(a_document(made=Figure(value=4))))
