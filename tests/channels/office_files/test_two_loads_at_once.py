"""Two people load the same folder at the same instant: what is in it stands there once."""

from pathlib import Path

import pytest

from channels.office_files.loading import order_for, written
from factories.roster import make_ipa, make_tenant
from faults.at_once import pairs_at_once
from openmso.channels.office_files.contracts import load_contracts
from openmso.channels.office_files.network import load_network
from openmso.channels.office_files.outcome import Outcome
from openmso.office.tenants.models import Tenant
from openmso.roster.plans.models import Delegation, HealthPlan
from openmso.roster.providers.models import Placement, Practice

pytestmark = [pytest.mark.usefixtures("committed_rows")]

TURNS = 10


def load_both(folder: Path, office: Tenant) -> list[Outcome]:
    return [load(folder, order_for(office)) for load in (load_contracts, load_network)]


def test_nothing_is_doubled_and_nobody_meets_an_error(tmp_path: Path) -> None:
    written(
        tmp_path,
        "plans.csv",
        "key,name,line_of_business,state,from_on",
        "star,Evening Star,MA,CA,2026-01-01",
    )
    written(
        tmp_path,
        "delegation.csv",
        "plan,ipa,function,delegated,from_on",
        "star,north,notices,yes,2026-01-01",
    )
    written(tmp_path, "practices.csv", "key,name", "alder,Alder Street")
    written(tmp_path, "practitioners.csv", "npi,given_name,family_name", "2770000034,Ruth,Abara")
    written(
        tmp_path, "placements.csv", "practitioner,practice,from_on", "2770000034,alder,2026-01-01"
    )
    offices = [make_tenant() for _ in range(TURNS)]
    for office in offices:
        make_ipa(office, key="north")

    met = pairs_at_once(
        TURNS,
        lambda turn: load_both(tmp_path, offices[turn]),
        lambda turn: load_both(tmp_path, offices[turn]),
    )

    outcomes = [outcome for pair in met for outcome in pair]
    assert [outcome.raised for outcome in outcomes if outcome.raised] == []
    assert all(not each.faults for outcome in outcomes for each in outcome.result)
    for model in (HealthPlan, Delegation, Practice, Placement):
        assert model.objects.filter(tenant__in=offices).count() == TURNS
