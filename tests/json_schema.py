"""As much of JSON Schema as the schemas of this project use; an unknown keyword is an error."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}
_SAYS_NOTHING = {"$schema", "title", "description"}


def violations(value: Any, schema: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Yield where `value` is not what `schema` describes."""
    for keyword, wanted in schema.items():
        if keyword not in _SAYS_NOTHING:
            check = globals()[f"_{keyword.lower()}"]
            yield from check(value, wanted, schema, at)


def _type(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    names = wanted if isinstance(wanted, list) else [wanted]
    fits = any(isinstance(value, _TYPES[name]) for name in names)
    if not fits or (isinstance(value, bool) and "boolean" not in names):
        yield f"{at} is {value!r}, not {wanted}"


def _enum(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    if value not in wanted:
        yield f"{at} is {value!r}, which is not allowed"


def _required(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    yield from (f"{at} lacks {name}" for name in wanted if name not in value)


def _properties(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    for name in value.keys() & wanted.keys():
        yield from violations(value[name], wanted[name], f"{at}.{name}")


def _additionalproperties(value: Any, wanted: Any, schema: Any, at: str) -> Iterator[str]:
    for name in value.keys() - schema.get("properties", {}).keys():
        if wanted is False:
            yield f"{at} has {name}"
        else:
            yield from violations(value[name], wanted, f"{at}.{name}")


def _propertynames(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    for name in value:
        yield from violations(name, wanted, f"{at}.{name}")


def _items(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    for number, each in enumerate(value):
        yield from violations(each, wanted, f"{at}[{number}]")


def _minlength(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    if len(value) < wanted:
        yield f"{at} is too short"


def _minimum(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    if value is not None and value < wanted:
        yield f"{at} is less than {wanted}"


def _pattern(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    if not re.search(wanted, value):
        yield f"{at} is {value!r}"


def _format(value: Any, wanted: Any, _: Any, at: str) -> Iterator[str]:
    assert wanted == "date"
    try:
        if value is not None:
            date.fromisoformat(value)
    except ValueError:
        yield f"{at} is {value!r}, not a day"
