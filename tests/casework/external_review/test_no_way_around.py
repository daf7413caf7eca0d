"""No path decides a case by who decided before; no overturn stands without what follows from it.

Of every path there is, by property and by reading our own source; the database's guards have tests
of their own (test_appeal_guard.py, test_a_payment_is_appealed.py, test_a_ruling_is_carried_out.py).
"""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import openmso
from openmso.casework.appeals.domain.deciding import (
    Matter,
    NotQualifiedToAnswer,
    Reviewer,
    Upholding,
    require_qualified,
)
from openmso.casework.appeals.domain.independence import (
    FirstReview,
    superiors_of,
    why_not_independent,
)
from openmso.casework.external_review.domain.ruling import still_owed
from openmso.casework.external_review.domain.states import MOVES, State
from openmso.casework.prior_auth.domain.decision import Ground

SOURCE = Path(openmso.__file__).parent
PEOPLE = [UUID(int=number) for number in range(1, 7)]
people = st.sampled_from(PEOPLE)
groups = st.frozensets(people, max_size=4)
lines = st.dictionaries(people, people, max_size=6)
NO = Upholding(
    ground=Ground.NOT_COVERED, criterion_named=True, clinical_reason="x", plain_reason="x"
)
MATTER = Matter(
    state="CA",
    review_specialties=frozenset(),
    papers=frozenset(),
    late_undecided=False,
    authority_pending=False,
)


def perfect(not_independent: tuple[str, ...]) -> Reviewer:
    """Somebody to whom nothing else can be held against."""
    return Reviewer(
        is_person=True,
        may_decide=True,
        is_chosen=True,
        licensed_in=frozenset({"CA"}),
        specialties=frozenset(),
        attested=True,
        not_independent=not_independent,
        opened_papers=frozenset(),
    )


@given(person=people, signed_by=groups, took_part=groups, reports_to=lines, a_no=st.booleans())
def test_whoever_decided_took_part_or_works_under_a_signer_answers_nothing(
    person: UUID,
    signed_by: frozenset[UUID],
    took_part: frozenset[UUID],
    reports_to: dict[UUID, UUID],
    a_no: bool,
) -> None:
    first = FirstReview(signed_by=signed_by, took_part=took_part)
    reviewer = perfect(why_not_independent(person, first, reports_to))
    dependent = person in signed_by | took_part or superiors_of(person, reports_to) & signed_by

    if not dependent:
        require_qualified(reviewer, MATTER, NO if a_no else None)
        return
    with pytest.raises(NotQualifiedToAnswer):
        require_qualified(reviewer, MATTER, NO if a_no else None)


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Return every function of the casework with the module it stands in."""
    for path in sorted((SOURCE / "casework").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield str(path.relative_to(SOURCE / "casework")), node


FUNCTIONS = tuple(functions())


def calls(node: ast.AST) -> list[str]:
    """Return the calls inside a function, in the order of the lines."""
    found = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
    return [ast.unparse(one.func) for one in sorted(found, key=lambda one: one.lineno)]


def who_calls(name: str, *, under: str = "") -> set[str]:
    return {
        module for module, node in FUNCTIONS if module.startswith(under) and name in calls(node)
    }


def test_an_answer_is_signed_in_one_place_and_only_after_the_guard() -> None:
    assert who_calls("AppealAnswer.objects.create") == {"appeals/steps/answering.py"}
    answering = [
        (module, node)
        for module, node in FUNCTIONS
        if module.startswith("appeals/actions/") and "signed" in calls(node)
    ]
    assert {module for module, _ in answering} == {
        "appeals/actions/uphold.py",
        "appeals/actions/overturn.py",
        "appeals/actions/overturn_in_part.py",
        "appeals/actions/order_payment.py",
    }
    for module, node in answering:
        made = calls(node)
        assert made.index("require_qualified") < made.index("signed"), module


def test_every_overturn_carries_out_what_follows_in_the_same_act() -> None:
    for module, node in FUNCTIONS:
        text = ast.unparse(node)
        if "Result.OVERTURNED, None" in text or "Result.PARTLY_UPHELD, stands" in text:
            assert {"authorize", "order_to_pay"} & {*calls(node)}, module
    assert who_calls("carry_out_overturn") == {
        "appeals/steps/answering.py",
        "external_review/actions/record_ruling.py",
    }


@pytest.mark.parametrize(
    ("authorized", "served", "proof"), list(product((True, False), repeat=3)), ids=str
)
def test_a_ruling_for_the_member_owes_authorization_care_and_proof(
    authorized: bool, served: bool, proof: bool
) -> None:
    owed = still_owed(favourable=True, authorized=authorized, served=served, proof=proof)

    assert (not owed) == (authorized and served and proof)


def test_no_path_closes_a_ruling_for_the_member_without_its_proof() -> None:
    reached, edge = {State.TO_CARRY_OUT}, {State.TO_CARRY_OUT}
    while edge:
        after = {end for (start, _), end in MOVES.items() if start in edge}
        edge = after - reached - {State.CARRIED_OUT}
        reached |= edge

    assert State.CLOSED not in reached


def test_a_payment_leaves_its_list_only_with_the_paper_that_shows_it() -> None:
    assert who_calls("order.save") == {"appeals/actions/record_payment.py"}
    paying = next(
        node
        for module, node in FUNCTIONS
        if (module, node.name)
        == (
            "appeals/actions/record_payment.py",
            "record_payment",
        )
    )
    made = calls(paying)
    assert made.index("attach") < made.index("order.save") < made.index("to_its_queue")
