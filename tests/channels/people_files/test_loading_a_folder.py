"""A folder of FHIR files is loaded once, however often it is run."""

import json
import lzma
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from factories.roster import make_ipa, make_plan, make_tenant
from openmso.channels.people_files.counts import Loaded
from openmso.channels.people_files.load import load_folder
from openmso.channels.people_files.order import LoadOrder
from openmso.channels.people_files.plan_map import read_map
from openmso.channels.people_files.refused import reasons, write_csv
from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history
from openmso.project.demo.population.invented_numbers import invented_npi
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.members.models import Member
from openmso.roster.providers.models import Placement, Practitioner
from sample_data import sample_folder

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def _office() -> Tenant:
    office = make_tenant()
    for line_of_business in ("MA", "MEDI-CAL", "KK"):
        make_plan(office, line_of_business)
    make_ipa(office, key="first")
    return office


def _load(office: Tenant, folder: Path) -> Loaded:
    order = LoadOrder(
        folder=folder,
        plan_map=read_map(),
        ipa_id=_first_ipa(office),
        by=Actor.system("load people", office.id),
        at=AT,
        on=date(2026, 11, 22),
        progress=lambda *_: None,
    )
    return load_folder(order)


def _first_ipa(office: Tenant) -> Any:
    from openmso.roster.plans.queries import ipas_of

    return ipas_of(office.id)[0].id


def _write(folder: Path, resource_type: str, *resources: dict[str, Any], text: str = "") -> None:
    lines = [json.dumps({"resourceType": resource_type} | each) for each in resources]
    with (folder / f"{resource_type}.ndjson").open("w", encoding="utf-8") as file:
        file.write("\n".join([*lines, text]))


def _patient(id_: str, **more: Any) -> dict[str, Any]:
    name = [{"family": "Sandoval", "given": ["Inés"]}]
    return {"id": id_, "name": name, "gender": "female", "birthDate": "1980-05-05"} | more


def _coverage(patient: str, start: str, end: str | None = None, **more: Any) -> dict[str, Any]:
    period = {"start": start} | ({"end": end} if end else {})
    return {
        "beneficiary": {"reference": f"urn:uuid:{patient}"},
        "period": period,
        "type": {"coding": [{"code": "HIP"}]},
        "payor": [{"display": "Some Insurer"}],
    } | more


def test_yearly_pieces_that_touch_become_one_span_and_a_gap_stays_a_gap(tmp_path: Path) -> None:
    office = _office()
    _write(tmp_path, "Patient", _patient("a"))
    _write(
        tmp_path,
        "Coverage",
        _coverage("a", "2020-01-01", "2020-12-31"),
        _coverage("a", "2021-01-01", "2021-12-31"),
        _coverage("a", "2021-06-01", "2022-03-31"),
        _coverage("a", "2024-01-01T02:10:50+00:00", "2025-01-01T02:10:50+00:00"),
        _coverage("a", "2025-01-01T02:10:50+00:00"),
    )

    loaded = _load(office, tmp_path)

    spans = CoverageSpan.objects.filter(tenant=office).order_by("from_on")
    assert list(spans.values_list("from_on", "until_on")) == [
        (date(2020, 1, 1), date(2022, 4, 1)),
        (date(2024, 1, 1), None),
    ]
    assert loaded.refused == []


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    office = _office()
    _write(tmp_path, "Patient", _patient("a"), _patient("b"))
    _write(tmp_path, "Coverage", _coverage("a", "2024-01-01"), _coverage("b", "2024-01-01"))
    first = _load(office, tmp_path)

    second = _load(office, tmp_path)

    assert (first.members.added, first.coverage_spans.added) == (2, 2)
    assert (second.members.added, second.members.known) == (0, 2)
    assert (second.coverage_spans.added, second.coverage_spans.known) == (0, 2)
    assert second.refused == []


def test_two_people_who_look_alike_stay_two_records(tmp_path: Path) -> None:
    office = _office()
    _write(tmp_path, "Patient", _patient("a"), _patient("b"))

    _load(office, tmp_path)

    assert Member.objects.filter(tenant=office, search_family="sandoval").count() == 2


def test_coverage_that_contradicts_what_we_know_is_refused_and_changes_nothing(
    tmp_path: Path,
) -> None:
    office = _office()
    _write(tmp_path, "Patient", _patient("a"))
    _write(tmp_path, "Coverage", _coverage("a", "2024-01-01"))
    _load(office, tmp_path)
    _write(tmp_path, "Coverage", _coverage("a", "2024-01-01", "2024-12-31"))

    loaded = _load(office, tmp_path)

    assert loaded.coverage_spans.added == 0
    assert "differs" in loaded.refused[0].why
    assert CoverageSpan.objects.get(tenant=office).until_on is None


def test_nobody_is_covered_after_the_day_of_death(tmp_path: Path) -> None:
    office = _office()
    _write(tmp_path, "Patient", _patient("a", deceasedDateTime="2025-03-10T08:00:00Z"))
    _write(tmp_path, "Coverage", _coverage("a", "2024-01-01"))

    _load(office, tmp_path)

    member = Member.objects.get(tenant=office)
    assert coverage_on(office.id, member.id, date(2025, 3, 10)) is not None
    assert coverage_on(office.id, member.id, date(2025, 3, 11)) is None


def test_what_is_refused_is_told_with_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    office = _office()
    _write(
        tmp_path,
        "Patient",
        _patient("a", birthDate=""),
        _patient("b"),
        {"resourceType": "Group", "id": "c"},
        text="{broken",
    )
    _write(
        tmp_path,
        "Coverage",
        _coverage("a", "2024-01-01"),
        _coverage("b", "2024-01-01", payor=[{"reference": "urn:uuid:b"}]),
        _coverage("b", "2024-01-01", "2023-01-01"),
        _coverage("b", "2024-05-01"),
    )

    loaded = _load(office, tmp_path)

    assert {(each.where, each.why) for each in loaded.refused} == {
        ("Patient.ndjson:1", "the birth date is missing"),
        ("Patient.ndjson:3", "the resource is not a Patient"),
        ("Patient.ndjson:4", "the line is not JSON"),
        ("Coverage.ndjson:1", "its person is not in the files, or was refused"),
        ("Coverage.ndjson:2", "nobody but the person pays: there is no health plan"),
        ("Coverage.ndjson:3", "the coverage ends before a full day has passed"),
    }
    assert (loaded.members.added, loaded.coverage_spans.added) == (1, 1)
    sheet = tmp_path / "refused.csv"
    write_csv(loaded.refused, sheet)
    assert sheet.read_text(encoding="utf-8").count("\n") == 7


def test_practitioners_with_a_true_check_digit_come_with_their_practice(tmp_path: Path) -> None:
    office = _office()
    good, wrong = invented_npi(777), invented_npi(778)[:-1] + "x"
    npi_system = "http://hl7.org/fhir/sid/us-npi"
    _write(
        tmp_path,
        "Organization",
        {"id": "o", "name": "Jacaranda Clinic", "type": [{"coding": [{"code": "prov"}]}]},
        {"id": "i", "name": "Some Insurer", "type": [{"coding": [{"code": "ins"}]}]},
    )
    _write(
        tmp_path,
        "Practitioner",
        *(
            {
                "id": f"d-{npi}",
                "name": [{"family": "Okafor", "given": ["David"]}],
                "identifier": [{"system": npi_system, "value": npi}],
            }
            for npi in (good, wrong)
        ),
    )
    _write(
        tmp_path,
        "PractitionerRole",
        {
            "practitioner": {"reference": f"urn:uuid:d-{good}"},
            "organization": {"reference": "urn:uuid:o"},
            "specialty": [{"text": "Orthopedics"}],
        },
    )

    first, second = _load(office, tmp_path), _load(office, tmp_path)

    assert (first.practices.added, first.practitioners.added) == (1, 1)
    assert (second.practices.added, second.practitioners.added) == (0, 0)
    assert [each.where for each in first.refused] == ["Practitioner.ndjson:2"]
    doctor = Practitioner.objects.get(tenant=office)
    assert doctor.specialty_code == "207X00000X"
    assert Placement.objects.get(practitioner=doctor).practice.name == "Jacaranda Clinic"


def test_a_population_nobody_here_wrote_is_loaded_whole() -> None:
    office = _office()
    folder = sample_folder("synthea")

    first = _load(office, folder)
    second = _load(office, folder)

    with lzma.open(folder / "Patient.ndjson.xz", "rt", encoding="utf-8") as lines:
        patients = sum(1 for _ in lines)
    assert first.members.added == patients == 200
    assert second.members.added == second.coverage_spans.added == second.practices.added == 0
    assert Member.objects.filter(tenant=office, deceased_on__isnull=False).count() == 42
    assert Member.objects.filter(tenant=office, language="es").count() == 44
    kinds = {resource for resource, *_ in reasons(first.refused)}
    assert kinds == {"Coverage", "Practitioner"}
    alone = [each for each in first.refused if "nobody but the person" in each.why]
    assert len(alone) == 16
    someone = Member.objects.filter(tenant=office).earliest("sort_key")
    assert history(office.id, someone.id)[0].name == "member.added"
