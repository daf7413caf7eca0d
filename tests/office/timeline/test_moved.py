"""A kind of case says with one line how its clocks are computed anew; what-if finds it by that."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import pytest

from openmso.office.timeline import case_kinds
from openmso.office.timeline.case_kinds import CaseKind, every_kind, register
from openmso.office.timeline.moved import Recomputed, comparable_kinds
from openmso.rulebook.book import Rulebook


def nothing_moves(case_ids: Sequence[UUID], /, *, book: Rulebook) -> Mapping[UUID, Recomputed]:
    """Stand for another kind's own function."""
    del book
    return {case_id: Recomputed(case_id=case_id, number="", deadlines=()) for case_id in case_ids}


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that forgets what the test adds."""
    monkeypatch.setattr(case_kinds, "_kinds", dict(case_kinds._kinds))


def test_every_registered_name_leads_to_a_function() -> None:
    found = comparable_kinds()

    assert "prior_auth" in found
    assert all(callable(each) for each in found.values())


@pytest.mark.usefixtures("kinds")
def test_another_kind_plugs_in_with_one_line() -> None:
    register(
        CaseKind(
            key="lost_property",
            label="Lost property",
            page="staff:worklist",
            recompute=f"{__name__}.{nothing_moves.__name__}",
        )
    )

    assert comparable_kinds()["lost_property"] is nothing_moves


@pytest.mark.usefixtures("kinds")
def test_a_kind_without_clocks_is_left_out_and_a_name_that_leads_nowhere_stops() -> None:
    register(CaseKind(key="silent", label="Silent", page="staff:worklist"))
    assert "silent" in {kind.key for kind in every_kind()}
    assert "silent" not in comparable_kinds()

    register(CaseKind(key="broken", label="Broken", page="staff:worklist", recompute="no.where"))
    with pytest.raises(ImportError):
        comparable_kinds()
