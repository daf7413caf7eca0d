"""Every outside system is replaceable: an interface of ours, a real adapter and a simulator behind
it, and one set of promises that both keep."""

import inspect
import re
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from openmso.project.settings import base, test
from source_code import HOUSE, ROOT, modules

pytestmark = pytest.mark.requirement("IMP-20")

ADAPTERS = HOUSE / "adapters"
FOLDERS = sorted(place.parent.name for place in ADAPTERS.glob("*/__init__.py"))
# Filled by the roster itself: no outside system stands behind it.
OURS = {"AddressBook"}


def classes_in(module: str) -> list[type[Any]]:
    """Return the classes that a module defines itself."""
    found = import_module(module)
    own = (one for _, one in inspect.getmembers(found, inspect.isclass))
    return [one for one in own if one.__module__ == module]


@cache
def interfaces() -> dict[str, frozenset[str]]:
    """Return each interface to the outside by name, with what it promises to do."""
    places = [
        module.place.removesuffix(".py").replace("/", ".")
        for module in modules()
        if module.place.endswith("/interfaces.py") or module.place == "office/documents/scanning.py"
    ]
    protocols = chain.from_iterable(classes_in(f"openmso.{place}") for place in places)
    return {
        one.__name__: frozenset(name for name in vars(one) if not name.startswith("_"))
        for one in protocols
        if getattr(one, "_is_protocol", False) and one.__name__ not in OURS
    }


def served_by(adapter: type[Any]) -> set[str]:
    """Return the interfaces whose every promise this class has a method for."""
    return {
        name
        for name, promises in interfaces().items()
        if all(callable(getattr(adapter, promise, None)) for promise in promises)
    }


def adapters_in(folder: str) -> dict[str, set[str]]:
    """Return each adapter class of a folder with the interfaces it serves."""
    files = sorted((ADAPTERS / folder).glob("[!_]*.py"))
    found = chain.from_iterable(
        classes_in(f"openmso.adapters.{folder}.{file.stem}") for file in files
    )
    return {f"{one.__module__}.{one.__name__}": names for one in found if (names := served_by(one))}


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_adapter_has_a_real_half_and_a_simulated_one(folder: str) -> None:
    adapters = adapters_in(folder)

    simulated = {name for name in adapters if ".simulator." in name}
    assert simulated, f"adapters/{folder} has no simulator of an interface"
    assert adapters.keys() - simulated, f"adapters/{folder} has nothing but a simulator"
    assert len({frozenset(names) for names in adapters.values()}) == 1, adapters


def test_every_interface_to_the_outside_has_an_adapter() -> None:
    served = set().union(*chain.from_iterable(adapters_in(one).values() for one in FOLDERS))

    assert interfaces().keys() == served


@pytest.mark.parametrize("folder", FOLDERS)
def test_one_file_of_promises_holds_for_both_halves(folder: str) -> None:
    names = {name.rpartition(".")[2] for name in adapters_in(folder)}
    files = [file.read_text(encoding="utf-8") for file in _contracts()]

    assert any(all(re.search(rf"\b{name}\b", text) for name in names) for text in files), (
        f"no file in tests/adapters runs against all of {sorted(names)}"
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_folder_s_own_page_names_every_file(folder: str) -> None:
    page = (ADAPTERS / folder / "README.md").read_text(encoding="utf-8")

    missing = [
        file.name for file in (ADAPTERS / folder).glob("[!_]*.py") if f"`{file.name}`" not in page
    ]
    assert not missing, f"adapters/{folder}/README.md does not speak of {missing}"


def test_the_table_of_outside_systems_is_complete_and_true() -> None:
    page = (ADAPTERS / "README.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "`" in line]

    named = {found[1] for row in rows if (found := re.search(r"`(\w+)/`", row))}
    contracts = set(re.findall(r"`(test_\w+\.py)`", "\n".join(rows)))
    places = set(re.findall(r"`((?:office|roster)/[\w/]+\.py)`", page))
    assert named == set(FOLDERS)
    assert contracts == {file.name for file in _contracts()}
    assert all((HOUSE / place).is_file() for place in places)


def test_what_is_plugged_in_is_a_name_in_the_settings() -> None:
    """In operation no simulator, in the tests nothing else (mails stay inside Django there)."""
    real, simulated = _plugged_in(base), _plugged_in(test)

    known = set(chain.from_iterable(adapters_in(one) for one in FOLDERS))
    assert real | simulated <= known
    assert not {name for name in real if "simulator" in name}
    assert {name for name in simulated if "simulator" not in name} <= {
        "openmso.adapters.pager.email.PageMail"
    }


def _plugged_in(settings: Any) -> set[str]:
    several = (settings.CARRIERS, settings.MESSENGERS, settings.TRAYS)
    return {settings.PLAN_DESK, *chain.from_iterable(one.values() for one in several)}


def _contracts() -> list[Path]:
    return sorted((ROOT / "tests" / "adapters").glob("test_*.py"))
