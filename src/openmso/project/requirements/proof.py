"""Which requirements are proven: by at least one test, and by all tests that name them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from openmso.project.requirements.inventory import Requirement
from openmso.project.requirements.results import Endings, function_of


@dataclass(frozen=True, slots=True)
class Proof:
    """One requirement and the tests that name it."""

    id: str
    capability: str
    proven: bool
    tests: tuple[str, ...]


def proofs(requirements: Sequence[Requirement], endings: Endings) -> list[Proof]:
    """Return one proof per requirement, in the order given.

    Proven means: some test that names it passed and none failed. A skipped test proves nothing
    and disproves nothing. The tests of one function with many cases count as one.
    """
    outcomes: dict[str, set[str]] = defaultdict(set)
    tests: dict[str, set[str]] = defaultdict(set)
    for test, ending in endings.items():
        for requirement in ending.requirements:
            outcomes[requirement].add(ending.outcome)
            tests[requirement].add(function_of(test))
    return [
        Proof(
            id=requirement.id,
            capability=requirement.capability,
            proven="passed" in outcomes[requirement.id]
            and "failed" not in outcomes[requirement.id],
            tests=tuple(sorted(tests[requirement.id])),
        )
        for requirement in requirements
    ]
