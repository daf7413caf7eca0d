"""Decisions are written once, for every office of the installation; a line of history says so."""

import pytest
from django.db import connection

from factories.published_decisions import LOADED_AT, decision, load, read
from factories.roster import make_tenant
from openmso.casework.external_review.published_decisions.actions.load_decisions import Loaded
from openmso.casework.external_review.published_decisions.models import PublishedRow
from openmso.casework.external_review.published_decisions.queries import (
    Asked,
    holdings,
    table_here,
    tally_of,
)
from openmso.casework.external_review.published_decisions.shipped import shipped
from openmso.office.tenants.row_locks import tenant_tables
from openmso.office.tenants.whose_rows import of_every_office, show_nobody
from openmso.office.timeline.queries import history
from sample_data import sample_folder

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S004-39")]


def test_a_second_load_adds_nothing() -> None:
    office = make_tenant()

    first = load(office, decision(1), decision(2))
    again = load(office, decision(1), decision(2))

    assert first == Loaded(added=2)
    assert again == Loaded(known=2)
    assert PublishedRow.objects.count() == 2


def test_a_decision_that_was_published_anew_replaces_itself() -> None:
    office = make_tenant()
    load(office, decision(1), decision(2))
    before = PublishedRow.objects.get(reference="MN14-2").id

    done = load(office, decision(1), decision(2, findings="The scan was needed."))

    assert done == Loaded(changed=1, known=1)
    row = PublishedRow.objects.get(reference="MN14-2")
    assert (row.id, row.findings) == (before, "The scan was needed.")
    assert tally_of(Asked(words="scan needed")).decisions == 1


def test_the_office_s_history_says_how_many_came_from_which_file() -> None:
    office = make_tenant()

    load(office, decision(1))

    (line,) = [
        one for one in history(office.id, office.id) if one.name == "published_decisions.loaded"
    ]
    assert line.recorded_at == LOADED_AT
    assert line.details == {"file": "0" * 64, "added": 1, "changed": 0, "known": 0}


def test_the_table_has_no_tenant_and_everybody_may_read_it() -> None:
    load(make_tenant(), decision(1))

    with of_every_office("to come back to"):
        show_nobody()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM published_decision")
            (count,) = cursor.fetchone()

    assert count == 1
    assert "published_decision" not in {table.name for table in tenant_tables()}


def test_the_regulator_s_own_file_loads_whole_and_gives_our_figures() -> None:
    file = next(sample_folder("imr").glob("*.csv.xz"))
    found = read(file.read_bytes())

    done = load(make_tenant(), *found.decisions)

    assert done.added == len(found.decisions)
    here = holdings()
    assert here is not None
    assert here.decisions == len(found.decisions) > 19_000
    assert here.with_text == 0
    if found.digest == shipped().source.file:
        assert table_here() == shipped().table
