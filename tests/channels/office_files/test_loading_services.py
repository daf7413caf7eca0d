"""Service codes come in from a sheet and are found by their words."""

from datetime import date
from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.roster import make_service_code, make_tenant
from openmso.channels.office_files.outcome import Outcome
from openmso.channels.office_files.services import load_services
from openmso.office.tenants.models import Tenant
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.benefits.queries import find_services

pytestmark = pytest.mark.django_db

HEADING = "code,description,plain_names,unit"


def load(office: Tenant, folder: Path, *rows: str) -> Outcome:
    place = written(folder, "services.csv", HEADING, *rows) / "services.csv"
    return load_services(place, order_for(office))


def test_codes_come_in_once_and_are_found_by_their_words(tmp_path: Path) -> None:
    office = make_tenant()
    load(office, tmp_path, "x7214,Scan of the lower spine,low back mri,study")

    again = load(office, tmp_path, "x7214,Scan of the lower spine,low back mri,study")

    (found,) = find_services("low back", on=date(2026, 5, 4))
    assert (found.code, found.unit) == ("X7214", "study")
    assert (again.changes, again.counts["service codes"].known) == (0, 1)


def test_a_code_that_is_there_is_set_right(tmp_path: Path) -> None:
    make_service_code("X7214", "Scan")

    outcome = load(make_tenant(), tmp_path, "X7214,Scan of the lower spine,low back mri,study")

    assert outcome.counts["service codes"].corrected == 1
    assert ServiceCode.objects.get(code="X7214").description == "Scan of the lower spine"
    assert find_services("spine", on=date(2026, 5, 4))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("X7214,,low back mri,study", "services.csv:3: The description is missing."),
        ("--,Scan,,", "services.csv:3: The code must be letters and digits."),
        ("x7 213,Scan,,", 'services.csv:3: The same code "HCPCS X7213" stands in line 2'),
    ],
)
def test_a_fault_is_told_and_nothing_is_written(tmp_path: Path, row: str, told: str) -> None:
    outcome = load(make_tenant(), tmp_path, "X7213,Scan,,", row)

    assert told in str(outcome.faults[0])
    assert not ServiceCode.objects.filter(code="X7213").exists()
