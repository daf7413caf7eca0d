"""A requirement is proven by tests that exist and passed last."""

from pathlib import Path

from openmso.project.requirements.inventory import Requirement, all_requirements
from openmso.project.requirements.proof import proofs
from openmso.project.requirements.results import Ending, merge, read, write

CLOCK = Requirement(id="S1", capability="Clocks", kind="rule", must="run", same_as="")


def test_the_inventory_holds_every_requirement_once() -> None:
    ids = [requirement.id for requirement in all_requirements()]

    assert len(ids) == len(set(ids)) == 505


def test_a_requirement_without_tests_is_not_proven() -> None:
    (proof,) = proofs([CLOCK], {})

    assert not proof.proven
    assert proof.tests == ()


def test_one_passing_test_proves_and_one_failing_disproves() -> None:
    passed = {"tests/test_clock.py::test_runs[1]": Ending("passed", ("S1",))}
    failed = {"tests/test_clock.py::test_runs[2]": Ending("failed", ("S1",))}

    (proof,) = proofs([CLOCK], passed)
    (disproof,) = proofs([CLOCK], passed | failed)

    assert proof.proven
    assert proof.tests == ("tests/test_clock.py::test_runs",)
    assert not disproof.proven


def test_a_skipped_test_proves_nothing() -> None:
    (proof,) = proofs([CLOCK], {"tests/test_clock.py::test_runs": Ending("skipped", ("S1",))})

    assert not proof.proven


def test_a_partial_run_keeps_what_it_did_not_run() -> None:
    before = {"a::test_a": Ending("passed", ("S1",)), "b::test_b": Ending("passed", ("S1",))}

    merged = merge(before, {"b::test_b": Ending("failed", ("S1",))})

    assert merged["a::test_a"].outcome == "passed"
    assert merged["b::test_b"].outcome == "failed"


def test_a_case_that_its_function_no_longer_has_is_forgotten() -> None:
    before = {"a::test_a[en]": Ending("failed", ("S1",)), "b::test_b": Ending("failed", ("S1",))}
    ran = {"a::test_a": Ending("passed", ("S1",)), "b::test_b[x]": Ending("passed", ("S1",))}

    assert merge(before, ran) == ran


def test_a_run_of_one_case_keeps_how_the_others_ended() -> None:
    before = {"a::test_a[1]": Ending("failed", ("S1",)), "a::test_a[2]": Ending("failed", ("S1",))}
    ran = {"a::test_a[1]": Ending("passed", ("S1",))}

    assert merge(before, ran, every_case=False)["a::test_a[2]"].outcome == "failed"


def test_a_test_that_no_longer_names_a_requirement_is_forgotten() -> None:
    merged = merge({"a::test_a": Ending("passed", ("S1",))}, {"a::test_a": Ending("passed", ())})

    assert merged == {}


def test_a_test_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "test_clock.py").write_text("def test_stays():\n    pass\n")
    file = tmp_path / "build" / "requirements.json"
    write(
        file,
        {
            "test_clock.py::test_stays[x]": Ending("passed", ("S1",)),
            "test_clock.py::test_gone": Ending("passed", ("S1",)),
            "test_no_more.py::test_stays": Ending("passed", ("S1",)),
        },
    )

    assert list(read(file, root=tmp_path)) == ["test_clock.py::test_stays[x]"]
