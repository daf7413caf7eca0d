"""How each test that names a requirement ended when it last ran.

A file of the build folder, `test-results/requirements.json`, written by every run of the tests:
a partial run replaces only what it ran, and a test that is gone from its file is forgotten.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ending:
    """How one test ended (`passed`, `failed`, `skipped`) and which requirements it names."""

    outcome: str
    requirements: tuple[str, ...]


Endings = Mapping[str, Ending]


def read(file: Path, *, root: Path) -> dict[str, Ending]:
    """Return the last ending of every test that still stands in its file under `root`."""
    if not file.exists():
        return {}
    stored = json.loads(file.read_text(encoding="utf-8"))
    return {
        test: Ending(row["outcome"], tuple(row["requirements"]))
        for test, row in stored.items()
        if _exists(test, root)
    }


def write(file: Path, endings: Endings) -> None:
    """Store the endings, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = {test: asdict(endings[test]) for test in sorted(endings)}
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    beside.replace(file)


def merge(before: Endings, ran: Endings, *, every_case: bool = True) -> dict[str, Ending]:
    """Put what just ran over what was known; a test that no longer names one leaves.

    `every_case` False: the run was narrowed to some cases of a function, so the others stay known.
    Otherwise a case that did not run with its function is one that its function has no longer.
    """
    functions = {function_of(test) for test in ran} if every_case else set()
    known = {test: end for test, end in before.items() if function_of(test) not in functions}
    return {test: ending for test, ending in {**known, **ran}.items() if ending.requirements}


def function_of(test: str) -> str:
    """Return a test's name without its case: "tests/a.py::test_b" for "tests/a.py::test_b[x]"."""
    return test.split("[", 1)[0]


def _exists(test: str, root: Path) -> bool:
    file, _, inside = test.partition("::")
    path = root / file
    name = re.escape(inside.split("[", 1)[0].rsplit("::", 1)[-1])
    return path.is_file() and bool(re.search(rf"\bdef {name}\(", path.read_text(encoding="utf-8")))
