"""Merge fields as JSON and back, so that a letter can be stored as it was ordered.

A fingerprint is kept beside the JSON: what was to be said cannot change silently between the
order and the printing.
"""

import dataclasses
import hashlib
import json
import types
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Values = dict[str, Any]


def to_json(fields: Any) -> Values:
    """Return a frozen dataclass as plain JSON values; dates and instants in ISO 8601."""
    return {field.name: _plain(getattr(fields, field.name)) for field in dataclasses.fields(fields)}


def from_json(kind: type[T], values: Values, **ready: Any) -> T:
    """Return the dataclass that `to_json` was given; `ready` are parts that exist already.

    Raises KeyError or TypeError for JSON of another kind.
    """
    whole: Any = kind
    hints = _hints(whole)
    read = {name: _typed(hints[name], value) for name, value in values.items() if name not in ready}
    return kind(**read, **ready)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def fingerprint(values: Values) -> str:
    """Return the SHA-256 of the values in one fixed order of keys."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return to_json(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(kind) in (Union, types.UnionType):
        return _typed(next(part for part in get_args(kind) if part is not types.NoneType), value)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], item) for item in value)
    if dataclasses.is_dataclass(kind):
        whole: Any = kind
        return from_json(whole, value)
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value
