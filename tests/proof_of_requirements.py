"""Collects which requirements the tests prove, for `openmso requirements`.

`@pytest.mark.requirement("S003-15")` on a test names a row of the inventory; a name that is not
in the inventory stops the run.
"""

from pathlib import Path

import pytest

from openmso.project.requirements.inventory import all_requirements
from openmso.project.requirements.results import Ending, merge, read, write

_PROPERTY = "requirement"
_ROOT = Path(__file__).resolve().parents[1]
RESULTS = _ROOT / "build" / "test-results" / "requirements.json"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    known = {requirement.id for requirement in all_requirements()}
    for item in items:
        for mark in item.iter_markers(_PROPERTY):
            for name in mark.args:
                if name not in known:
                    raise pytest.UsageError(
                        f'{item.nodeid} names the requirement "{name}", which is not in '
                        "src/openmso/project/requirements/inventory.csv"
                    )
                item.user_properties.append((_PROPERTY, name))


class Recorder:
    """Listens in the process that sees every report, and stores the endings at the end."""

    def __init__(self) -> None:
        self.ran: dict[str, Ending] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" and report.outcome == "passed":
            return
        named = tuple(str(name) for key, name in report.user_properties if key == _PROPERTY)
        self.ran[report.nodeid] = Ending(report.outcome, named)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.ran:
            every_case = not _narrowed(session.config)
            write(RESULTS, merge(read(RESULTS, root=_ROOT), self.ran, every_case=every_case))


def _narrowed(config: pytest.Config) -> bool:
    """Tell whether only some cases of a function may have been asked for."""
    asked = config.option
    return bool(
        asked.keyword or getattr(asked, "lf", False) or any("[" in name for name in config.args)
    )


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder())
