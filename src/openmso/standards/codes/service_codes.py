"""The services of the house's own list: HCPCS level II codes with short own descriptions.

The codes are CMS's and free to use. CPT codes and their texts belong to the AMA and are not here;
an office that holds a licence loads its own file into the same table.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service; `plain_names` are the everyday words people look it up by."""

    code_system: str
    code: str
    description: str
    description_es: str
    plain_names: str
    category: str
    unit: str


@cache
def house_services() -> tuple[Service, ...]:
    """Return the services that come with the product, by code."""
    with (files("openmso.standards.codes") / "data" / "house_services.csv").open(
        encoding="utf-8"
    ) as rows:
        return tuple(Service(code_system="HCPCS", **row) for row in csv.DictReader(rows))
