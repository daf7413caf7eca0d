"""The directory of groups that help for free: by the kind of plan, by place, on the day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from factories.roster import LEARNED_AT, make_tenant
from openmso.office.access.actor import Actor
from openmso.office.content.actions.add_organizations import add_organizations
from openmso.office.content.new_organization import NewOrganization, read_organizations
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-10")]


@pytest.fixture
def shown() -> Callable[..., str]:
    tenant = make_tenant()

    def group(name: str, **given: Any) -> NewOrganization:
        fields: dict[str, Any] = {
            "purpose": "beneficiary_help",
            "name_es": f"{name} (es)",
            "from_on": date(2026, 1, 1),
        }
        return NewOrganization(**(fields | {"name": name} | given))

    add_organizations(
        [
            group("Sample Medicare Helpers", program="MA", region="Los Angeles County"),
            group("Sample Health Rights", program="MEDI-CAL", region="Fresno County"),
            group("Sample Legal Aid", voice="213-555-0188"),
            group("Gone Group", until_on=date(2026, 2, 1)),
        ],
        by=Actor.system("test", tenant.id),
        at=LEARNED_AT,
    )

    def page(**chosen: str) -> str:
        answer = Client().get("/free-help/", chosen)
        content = answer.content.decode()
        assert_ids_resolve(content)
        assert_nothing_inline(content)
        return strip_tags(content[content.index("<main") : content.index("</main")])

    return page


def test_every_group_of_the_day_is_shown(shown: Callable[..., str]) -> None:
    page = shown()

    for name in ("Sample Medicare Helpers", "Sample Health Rights", "Sample Legal Aid"):
        assert name in page
    assert "Gone Group" not in page
    assert "555-0188" in page.replace("\u2011", "-")


def test_a_plan_and_a_place_leave_the_others_out(shown: Callable[..., str]) -> None:
    page = shown(plan="MA", place="Los Angeles County")

    assert "Sample Medicare Helpers" in page
    assert "Sample Legal Aid" in page  # serves everybody everywhere
    assert "Sample Health Rights" not in page


def test_a_sheet_is_read_or_refused_with_its_row() -> None:
    head = "purpose,name,name_es,from_on,program,region,address\n"
    good, none = read_organizations(f"{head}beneficiary_help,A,B,2026-01-31,MA,Here,1 Way | Town\n")
    bad, faults = read_organizations(f"{head}friend,A,,someday,,,\n")

    assert (good[0].address, none) == ("1 Way\nTown", [])
    assert not bad
    assert {fault.row for fault in faults} == {2}
    assert len(faults) == 3
