"""Practices and practitioners come in from sheets, move, leave, and have their facts set right."""

from datetime import date
from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.roster import make_ipa, make_tenant
from openmso.channels.office_files.network import load_network
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history
from openmso.roster.providers.models import NetworkMembership, Placement, Practice, Practitioner
from openmso.roster.providers.queries import in_network, practitioners_at

pytestmark = pytest.mark.django_db

PRACTICES = "key,name,npi,phone,languages"
PEOPLE = "npi,given_name,family_name,title,specialty_code,licence_number"
PLACES = "practitioner,practice,from_on,until_on"
NETWORK = "practitioner,ipa,primary_care,from_on,until_on"
RUTH = "2770000034"


@pytest.fixture
def office() -> Tenant:
    office = make_tenant()
    make_ipa(office, key="north")
    return office


@pytest.fixture
def folder(office: Tenant, tmp_path: Path) -> Path:
    """Ruth Abara works in Alder Street and is in the network; it is loaded."""
    written(
        tmp_path,
        "practices.csv",
        PRACTICES,
        "alder,Alder Street,2770000018,213-555-0120,en|es",
        "birch,Birch Road,,,",
    )
    written(tmp_path, "practitioners.csv", PEOPLE, f"{RUTH},Ruth,Abara,MD,207Q00000X,X70034")
    written(tmp_path, "placements.csv", PLACES, f"{RUTH},alder,2026-01-01,")
    written(tmp_path, "network.csv", NETWORK, f"{RUTH},north,yes,2026-01-01,")
    assert load_network(tmp_path, order_for(office)).faults == []
    return tmp_path


def ruth() -> Practitioner:
    return Practitioner.objects.get(npi=RUTH)


def test_loaded_again_nothing_is_doubled(office: Tenant, folder: Path) -> None:
    outcome = load_network(folder, order_for(office))

    assert outcome.changes == 0
    assert {kind: counted.known for kind, counted in outcome.counts.items()} == {
        "practices": 2,
        "practitioners": 1,
        "placements": 1,
        "network memberships": 1,
    }


def test_a_practitioner_moves_to_another_practice_and_leaves_the_network(
    office: Tenant, folder: Path
) -> None:
    written(
        folder,
        "placements.csv",
        PLACES,
        f"{RUTH},alder,2026-01-01,2027-01-01",
        f"{RUTH},birch,2027-01-01,",
    )
    written(folder, "network.csv", NETWORK, f"{RUTH},north,yes,2026-01-01,2027-03-01")

    load_network(folder, order_for(office, minutes_later=5))

    birch = Practice.objects.get(source="birch")
    ipa_id = NetworkMembership.objects.get().ipa_id
    assert list(practitioners_at(office.id, birch.id, date(2027, 1, 1))) == [ruth()]
    assert not practitioners_at(office.id, birch.id, date(2026, 12, 31))
    assert in_network(office.id, ruth().id, ipa_id, date(2027, 2, 28))
    assert not in_network(office.id, ruth().id, ipa_id, date(2027, 3, 1))
    assert [line.name for line in history(office.id, ruth().id)] == [
        "practitioner.added",
        "practitioner.placed",
        "practitioner.joined_network",
        "practitioner.placement_ended",
        "practitioner.placed",
        "practitioner.left_network",
    ]


def test_facts_are_set_right_and_what_stood_there_is_kept(office: Tenant, folder: Path) -> None:
    written(folder, "practices.csv", "key,name,phone", "alder,Alder Street,213-555-0199")
    written(folder, "practitioners.csv", PEOPLE, f"{RUTH},Ruth,Abara-Soto,MD,207Q00000X,X99999")

    outcome = load_network(folder, order_for(office, minutes_later=5))

    practice = Practice.objects.get(source="alder")
    assert (practice.phone, practice.npi, practice.languages) == (
        "213-555-0199",
        "2770000018",
        ["en", "es"],
    )
    assert history(office.id, practice.id)[-1].details == {
        "before": {"phone": "213-555-0120"},
        "after": {"phone": "213-555-0199"},
    }
    assert (ruth().search_name, ruth().licence_number) == ("abarasoto", "X99999")
    corrected = history(office.id, ruth().id)[-1]
    assert corrected.details["changed"] == ["family_name", "licence_number"]
    assert "X99999" not in str(corrected.details)
    assert outcome.counts["practitioners"].corrected == 1


@pytest.mark.parametrize(
    ("sheet", "lines", "told"),
    [
        (
            "practitioners.csv",
            (PEOPLE, "2770000035,Ruth,Abara,MD,,"),
            'practitioners.csv:2: The npi "2770000035": This is not an NPI',
        ),
        (
            "practitioners.csv",
            (PEOPLE, f"{RUTH},Ruth,Abara,MD,doctor,"),
            'The specialty_code "doctor" must look like 207Q00000X',
        ),
        (
            "practitioners.csv",
            (PEOPLE, f"{RUTH},Ruth,Abara,MD,,", f"{RUTH},Ruth,Abara,MD,,"),
            f'practitioners.csv:3: The same npi "{RUTH}" stands in line 2 already.',
        ),
        (
            "placements.csv",
            (PLACES, f"{RUTH},older,2026-01-01,"),
            'placements.csv:2: There is no practice "older"; did you mean "alder"?',
        ),
        (
            "placements.csv",
            (PLACES, "2770000042,alder,2026-01-01,"),
            'There is no practitioner "2770000042".',
        ),
        (
            "network.csv",
            (NETWORK, f"{RUTH},north,no,2026-01-01,"),
            "network.csv:2: The office has another row of this that begins on 2026-01-01.",
        ),
        (
            "network.csv",
            (NETWORK, f"{RUTH},north,no,2027-01-01,2028-01-01", f"{RUTH},north,yes,2027-06-01,"),
            "network.csv:2: It holds until 2028-01-01, and the next one",
        ),
        (
            "practices.csv",
            (PRACTICES, "alder,Alder Street,,213-555-0120-and-some-more,en"),
            "The phone is longer than 20 letters.",
        ),
    ],
)
def test_a_fault_is_told_with_file_and_line_and_nothing_is_written(
    office: Tenant, folder: Path, sheet: str, lines: tuple[str, ...], told: str
) -> None:
    written(folder, "practices.csv", PRACTICES, "cedar,Cedar Court,,,")
    written(folder, sheet, *lines)

    outcome = load_network(folder, order_for(office))

    assert told in str(outcome.faults[0])
    assert not Practice.objects.filter(source="cedar").exists()
    assert Placement.objects.count() == 1
