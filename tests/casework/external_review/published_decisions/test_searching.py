"""Search by diagnosis, treatment, type, year, outcome and words; in pages; by the right index."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.published_decisions import decision, load
from factories.roster import make_tenant
from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.domain.figures import Tally
from openmso.casework.external_review.published_decisions.queries import (
    Asked,
    Place,
    decision_named,
    found_page,
    holdings,
    tally_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-41")]


def found(**asked: Any) -> list[str]:
    return [row.reference for row in found_page(Asked(**asked)).rows]


@pytest.fixture
def four() -> None:
    load(
        make_tenant(),
        decision(1),
        decision(2, year=2015, outcome=Outcome.UPHELD, kind=Kind.URGENT_CARE),
        decision(
            3, year=2015, diagnosis_group="cancer", diagnosis="Cancer",
            diagnosis_detail="Breast Cancer", kind=Kind.EXPERIMENTAL,
        ),
        decision(
            4, year=2010, treatment_group="therapy", treatment_detail="Physical Therapy",
            treatment="Rehabilitation Services - Outpatient",
            findings="Twelve more visits were medically necessary after surgery of the knee.",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "references"),
    [
        ({}, ["MN14-3", "MN14-2", "MN14-1", "MN14-4"]),
        ({"diagnosis_group": "cancer"}, ["MN14-3"]),
        ({"treatment_group": "therapy"}, ["MN14-4"]),
        ({"kind": "urgent_care"}, ["MN14-2"]),
        ({"outcome": "upheld"}, ["MN14-2"]),
        ({"year": 2015}, ["MN14-3", "MN14-2"]),
        ({"year": 2015, "outcome": "overturned"}, ["MN14-3"]),
        ({"words": "breast cancers"}, ["MN14-3"]),
        ({"words": "CÁNCER"}, ["MN14-3"]),
        ({"words": "therap"}, ["MN14-4"]),
        ({"words": "visit for a knee"}, ["MN14-4"]),
        ({"words": "musculoskeletal"}, ["MN14-2", "MN14-1", "MN14-4"]),
        ({"words": "mn14-3"}, ["MN14-3"]),
        ({"words": "knee breast"}, []),
        ({"words": "' | ! & :* ("}, ["MN14-3", "MN14-2", "MN14-1", "MN14-4"]),
        ({"words": "\x00knee"}, ["MN14-4"]),
    ],
)
def test_what_is_asked_is_found_newest_first(
    four: None, asked: dict[str, Any], references: list[str]
) -> None:
    assert found(**asked) == references
    assert tally_of(Asked(**asked)).decisions == len(references)


def test_what_is_found_is_counted_with_its_years(four: None) -> None:
    assert tally_of(Asked()) == Tally(4, 3, 2010, 2015)
    assert tally_of(Asked(words="nothing")) == Tally(0, 0, 0, 0)


def test_one_decision_is_found_by_its_reference_alone(four: None) -> None:
    one = decision_named(" mn14-4 ")

    assert one is not None
    assert one.reference == "MN14-4"
    assert decision_named("MN14") is None
    assert decision_named("\x00") is None


def test_nothing_loaded_is_told_apart_from_nothing_found() -> None:
    assert holdings() is None


def test_pages_follow_one_another_without_loss_and_lead_back() -> None:
    load(make_tenant(), *(decision(n, year=2010 + n % 3) for n in range(100, 123)))
    forth = [found_page(Asked(), rows=10)]
    while place := forth[-1].earlier:
        forth.append(found_page(Asked(), after=place, rows=10))
    back = [forth[-1]]
    while place := back[-1].later:
        back.append(found_page(Asked(), before=place, rows=10))

    shown = [row.reference for page in forth for row in page.rows]
    assert [len(page.rows) for page in forth] == [10, 10, 3]
    assert len(set(shown)) == 23
    assert [row.year for page in forth for row in page.rows] == sorted(
        (row.year for page in forth for row in page.rows), reverse=True
    )
    assert [row.reference for page in reversed(back) for row in page.rows][-23:] == shown
    assert forth[0].later is None


def test_a_place_of_another_list_shows_a_page_and_no_error(four: None) -> None:
    assert [row.reference for row in found_page(Asked(), after=Place(2015, "MN14-2")).rows] == [
        "MN14-1", "MN14-4",
    ]  # fmt: skip
    assert found_page(Asked(), after=Place(1000, "A")).rows == []
    assert found_page(Asked(), before=Place(9999, "Z")).rows == []


MANY = """
    INSERT INTO published_decision (id, reference, year, kind, outcome, diagnosis_group, diagnosis,
        diagnosis_detail, treatment_group, treatment, treatment_detail, age_band, gender,
        findings, findings_withheld, loaded_at, words)
    SELECT gen_random_uuid(), 'MN' || lpad((n % 16)::text, 2, '0') || '-' || n, 2001 + n % 16,
        CASE n % 3 WHEN 0 THEN 'experimental' ELSE 'medical_necessity' END,
        CASE n % 2 WHEN 0 THEN 'upheld' ELSE 'overturned' END,
        'group' || n % 19, '', '', 'care' || n % 17, '', '', '', '', '', false, now(),
        'mn ' || n || ' about sickness' || n % 250 || ' and care' || n % 280 || ' for the knee'
      FROM generate_series(1, 20000) AS n
"""


@pytest.fixture
def many() -> None:
    with connection.cursor() as cursor:
        cursor.execute(MANY)
        cursor.execute("ANALYZE published_decision")


BY_WHICH_INDEX: tuple[tuple[dict[str, Any], str], ...] = (
    ({"words": "10007"}, "published_decision_words"),
    ({"words": "sickness17 care12"}, "published_decision_words"),
    ({"diagnosis_group": "group4"}, "published_decision_diagnosis"),
    ({"diagnosis_group": "group4", "outcome": "upheld"}, "published_decision_diagnosis"),
    ({"treatment_group": "care3", "kind": "experimental"}, "published_decision_treatment"),
    ({"outcome": "upheld"}, "published_decision_newest"),
    ({"year": 2004}, "published_decision_newest"),
    ({}, "published_decision_newest"),
)


def test_of_twenty_thousand_each_page_comes_by_its_index(many: None) -> None:
    inside = Place(2008, "MN07-10007")
    for asked, index in BY_WHICH_INDEX:
        for place in ({}, {"after": inside}, {"before": inside}):
            with CaptureQueriesContext(connection) as asked_for:
                found_page(Asked(**asked), **place)
            plan = explained(asked_for.captured_queries[0]["sql"])

            assert "Seq Scan" not in plan, plan
            assert index in plan, plan


def test_of_twenty_thousand_words_are_counted_and_a_reference_found_by_its_index(
    many: None,
) -> None:
    with CaptureQueriesContext(connection) as asked_for:
        assert tally_of(Asked(words="sickness117")).decisions == 80
        assert decision_named("MN07-10007")

    counting, finding = (explained(one["sql"]) for one in asked_for.captured_queries)
    assert "published_decision_words" in counting
    assert "published_decision_once" in finding


def explained(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {question}")
        return "\n".join(line for (line,) in cursor.fetchall())
