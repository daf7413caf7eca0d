"""Good input, made bad in a thousand ways, the same ways in every run."""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from hostile.poison import SCRIPTS, injections

SEED = 2026
_ODD = (
    "\x00", "\ud800", "\u202e", "\u0301", "\u2028", "\ufeff", "\u00a0", "٣", "۴", "²", "①", "İ",
    "ß", "ﬁ", "😀", "\t", "\r\n", "%", "\\", "'", '"', "<", "&", ";", "+", "-", "/", ":", "~", "_",
    ".", ",", "0", "9", "e", "E", "T", "Z", "nan", "inf", "∞",
)  # fmt: skip
_WHOLE = (
    "", " ", "0", "-1", "1e400", "9" * 400, "NaN", "null", "[]", "{}", "[" * 2000, "0001-01-01",
    "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30", "0/0/0",
    "02/29/2027", "13/13/2026", "24:60", "2026-W01-1", "20261122T", "A" * 10_000, "é" * 3000,
)  # fmt: skip


def broken(text: str, chance: Random) -> str:
    """Return `text` with one to four things wrong with it."""
    if chance.random() < 0.12:
        return chance.choice(_WHOLE)
    if chance.random() < 0.08:
        return chance.choice(_POISON)
    signs = list(text)
    for _ in range(chance.randint(1, 4)):
        place = chance.randint(0, len(signs))
        what = chance.randrange(6)
        if what == 0 and signs:
            del signs[min(place, len(signs) - 1)]
        elif what == 1:
            signs.insert(place, chance.choice(_ODD))
        elif what == 2 and signs:
            signs[min(place, len(signs) - 1)] = chance.choice(_ODD)
        elif what == 3:
            signs = signs[:place] * chance.choice((1, 2, 50))
        elif what == 4:
            signs = signs[place:] + signs[:place]
        else:
            signs.insert(place, chr(chance.randrange(0x20, 0x3000)))
    return "".join(signs)


def broken_texts(good: list[str], count: int) -> Iterator[str]:
    chance = Random(SEED)
    for _ in range(count):
        yield broken(chance.choice(good), chance)


def broken_form(form: dict[str, Any], chance: Random) -> dict[str, Any]:
    """Return a form with some fields broken, gone, or sent twice."""
    sent: dict[str, Any] = dict(form)
    for name in chance.sample(sorted(form), k=min(len(form), chance.randint(1, 3))):
        what = chance.randrange(8)
        if what == 0:
            del sent[name]
        elif what == 1:
            sent[name] = [form[name], broken(str(form[name]), chance)]
        else:
            sent[name] = broken(str(form[name]), chance)
    return {name: _sendable(value) for name, value in sent.items()}


def broken_json(resource: dict[str, Any], chance: Random) -> dict[str, Any]:
    """Return a resource in which one to three values are of another kind."""
    made: dict[str, Any] = deepcopy(resource)
    for _ in range(chance.randint(1, 3)):
        holder: Any = made
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = chance.choice(keys)
            inner = holder[key]
            if isinstance(inner, (dict, list)) and inner and chance.random() < 0.75:
                holder = inner
                continue
            holder[key] = _other(inner, chance)
            break
    return made


def broken_line(resource: dict[str, Any], chance: Random) -> bytes:
    """Return one line of a file: a broken resource, or a broken text of one."""
    line = json.dumps(broken_json(resource, chance), ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.3:
        line = broken(line, chance)
    return line.encode("utf-8", "surrogatepass").replace(b"\n", b" ")


def broken_bytes(content: bytes, chance: Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(made) + 1)
        what = chance.randrange(4)
        if what == 0:
            made[place:place] = chance.randbytes(chance.randint(1, 20))
        elif what == 1:
            del made[place : place + chance.randint(1, 200)]
        elif what == 2 and place < len(made):
            made[place] = chance.randrange(256)
        else:
            made[place : place + 8] = made[:8]
    return bytes(made)


def _other(value: Any, chance: Random) -> Any:
    deep: Any = "deep"
    for _ in range(200):
        deep = [deep]
    return chance.choice(
        (
            None, True, -1, 10**30, 1.5, "", [], {}, [None], [[]], [{}], {"a": {"a": None}}, deep,
            broken(str(value), chance), [value], {"value": value}, "\x00", "A" * 5000,
        )
    )  # fmt: skip


def _sendable(value: Any) -> Any:
    # A browser cannot send half a surrogate pair in a form; the bytes it can send are these.
    if isinstance(value, list):
        return [_sendable(one) for one in value]
    return str(value).encode("utf-8", "surrogatepass").decode("utf-8", "replace")


_POISON = (*SCRIPTS, *injections(120))
