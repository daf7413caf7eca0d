"""Whose site it is stands in the data: the product's own text names no office, plan or IPA.

One installation serves several offices under names of their own; a name in a page or a letter's
wording would be the wrong one for all others.
"""

import re

import pytest

from openmso.project.demo.population import contracts
from source_code import HOUSE

TEXTS = {".html", ".py", ".po", ".yaml", ".typ", ".css", ".js", ".svg", ".txt"}
# Invented offices live in the demo; a specimen letter needs somebody who sends it.
MAY_NAME = ("project/demo/", "office/letters/specimens.py")
REAL = (r"HealthSmart", r"American ?MSO", r"\bIMS\b", r"imsmso")
# A reader of a page or letter never meets the product's name where the office's belongs.
READ_BY_PEOPLE = {".html", ".po", ".typ"}


def invented_names() -> list[str]:
    offices = [contracts.LA_OFFICE["name"], contracts.AZ_OFFICE["name"]]
    plans = [terms.name for terms in (*contracts.LA_PLANS, *contracts.AZ_PLANS)]
    ipas = [terms.name for terms in (*contracts.LA_IPAS, *contracts.AZ_IPAS)]
    return [re.escape(name) for name in (*offices, *plans, *ipas)]


def places_that_name(pattern: re.Pattern[str], kinds: set[str]) -> list[str]:
    return [
        file.relative_to(HOUSE).as_posix()
        for file in sorted(HOUSE.rglob("*"))
        if file.suffix in kinds
        and "__pycache__" not in file.parts
        and not file.relative_to(HOUSE).as_posix().startswith(MAY_NAME)
        and pattern.search(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.requirement("S003-44")
def test_no_office_s_name_stands_in_the_product() -> None:
    names = invented_names()

    found = places_that_name(re.compile("|".join((*names, *REAL))), TEXTS)

    assert not found, f"{found}: an office's name belongs in its own row, not in the product"


@pytest.mark.requirement("S003-44")
def test_pages_and_letters_never_name_the_product_in_the_office_s_place() -> None:
    found = places_that_name(re.compile("OpenMSO"), READ_BY_PEOPLE)

    assert not found, f"{found}: print the office's name (`frame.brand`), not the product's"
