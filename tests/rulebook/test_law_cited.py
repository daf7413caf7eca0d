"""Citations as data: which law of which jurisdiction, which section, and where its text stands."""

import pytest

from openmso.rulebook.book import default_rulebook
from openmso.rulebook.law_cited import laws_cited, rule_sets

BOOK = default_rulebook()


@pytest.mark.requirement("S004-43")
@pytest.mark.parametrize(
    ("citation", "sections"),
    [
        ("HSC 1374.30(k); 28 CCR 1300.74.30", ["HSC 1374.30", "28 CCR 1300.74.30"]),
        ("HSC 1370.4(a); 28 CCR 1300.70.4", ["HSC 1370.4", "28 CCR 1300.70.4"]),
        ("HSC 1374.30(j)(3); 1368.03", ["HSC 1374.30", "HSC 1368.03"]),
        ("HSC 1371, 1371.35 before AB 3275", ["HSC 1371", "HSC 1371.35"]),
        ("42 CFR 422.618(c); 422.619(c)", ["42 CFR 422.618", "42 CFR 422.619"]),
        ("42 USC 300gg-115(a)(2)", ["42 USC 300gg-115"]),
        ("A.R.S. 20-3404(A)(3)", ["A.R.S. 20-3404"]),
        ("28 CCR 1300.71(b)(5),(d)(3)", ["28 CCR 1300.71"]),
        ("89 FR 8758; plan manual", []),
    ],
)
def test_every_section_of_a_citation_is_named(citation: str, sections: list[str]) -> None:
    assert [one.label for one in laws_cited(citation)] == sections


@pytest.mark.requirement("S004-43")
def test_a_section_of_title_28_leads_to_its_text() -> None:
    [cited] = laws_cited("28 CCR 1300.74.30(a)")

    assert (cited.jurisdiction, cited.title) == ("California", "28 CCR")
    assert cited.address.endswith("/28-CCR-1300.74.30")


@pytest.mark.requirement("S004-48")
def test_rules_are_kept_by_jurisdiction_and_title() -> None:
    sets = {(one.jurisdiction, one.title): one for one in rule_sets(BOOK.answers.values())}

    assert ("California", "28 CCR") in sets
    assert ("United States", "42 CFR") in sets
    title_28 = sets["California", "28 CCR"]
    assert {rule.id for rule in title_28.rules} == {
        rule.id for rule in BOOK.answers.values() if "28 CCR" in rule.citation
    }


def test_a_rule_with_two_laws_stands_with_both() -> None:
    rule = BOOK.rule("IMR-FILE-6M")

    titles = [one.title for one in rule_sets([rule])]

    assert titles == ["28 CCR", "HSC"]
