"""Reads a file of official texts: YAML in, texts and faults out, each fault with its line.

wording:
  - key: dmhc_paragraph          # a slot of catalog/official_wording.yaml
    language: en
    edition: "Form of January 2026"
    from: 2026-01-01             # first day in force
    until: 2027-01-01            # may be left out: the first day it no longer holds
    source: https://…
    checked_by: Jane Roe, compliance
    checked_on: 2026-01-05
    text: |
      The words, exactly as their authority wrote them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

import yaml

from .letter_catalog import official_slots

NEEDED = ("key", "language", "edition", "from", "source", "checked_by", "checked_on", "text")
MAY_HAVE = (*NEEDED, "until")
DATES = ("from", "until", "checked_on")
LONGEST = {"edition": 80, "source": 300, "checked_by": 120}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that stops the file from being taken over: its line, and a sentence."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialEntry:
    """One official text with what vouches for it; `until_on` is exclusive."""

    slot: str
    language: str
    edition: str
    text: str
    from_on: date
    until_on: date | None
    source: str
    checked_by: str
    checked_on: date


Fields = dict[str, tuple[Any, int]]


def read_wording(content: bytes, *, today: date) -> tuple[list[OfficialEntry], list[Fault]]:
    """Return the texts of a file and its faults; with any fault nothing of it may be used.

    `today` is in office time: nobody can have checked a text on a later day.
    """
    faults: list[Fault] = []
    found = [
        (entry, line)
        for fields, line in _rows(content, faults)
        if (entry := _entry(fields, line, today, faults))
    ]
    seen: dict[tuple[str, str, date], int] = {}
    for entry, line in found:
        first = seen.setdefault((entry.slot, entry.language, entry.from_on), line)
        if first != line:
            faults.append(
                Fault(line, f"the same key, language and first day stand in line {first} already")
            )
    return [entry for entry, _ in found], sorted(faults)


def _rows(content: bytes, faults: list[Fault]) -> Iterator[tuple[Fields, int]]:
    loader = None
    try:
        loader = yaml.SafeLoader(content)
        root = loader.get_single_node()
        for node in _listed(root, faults):
            line = node.start_mark.line + 1
            if isinstance(node, yaml.MappingNode):
                yield _fields(node, loader, faults), line
            else:
                faults.append(Fault(line, "an entry is a list of fields, such as key: and text:"))
    except (yaml.YAMLError, UnicodeDecodeError) as trouble:
        mark = getattr(trouble, "problem_mark", None)
        problem = getattr(trouble, "problem", None) or str(trouble)
        faults.append(Fault(mark.line + 1 if mark else 1, f"not readable as YAML: {problem}"))
    finally:
        if loader is not None:
            loader.dispose()


def _listed(root: yaml.Node | None, faults: list[Fault]) -> list[yaml.Node]:
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == "wording" and isinstance(value, yaml.SequenceNode) and value.value:
                return list(value.value)
    faults.append(Fault(1, 'the file needs a list called "wording:" with at least one entry'))
    return []


def _fields(node: yaml.MappingNode, loader: yaml.SafeLoader, faults: list[Fault]) -> Fields:
    fields: Fields = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value not in MAY_HAVE:
            faults.append(
                Fault(line, f'there is no field "{key.value}"{_near(key.value, MAY_HAVE)}')
            )
        elif key.value in fields:
            faults.append(Fault(line, f'"{key.value}" is written twice'))
        else:
            try:
                fields[key.value] = (loader.construct_object(value, deep=True), line)
            except (ValueError, yaml.YAMLError):
                fields[key.value] = (str(value.value), line)
    return fields


def _entry(fields: Fields, line: int, today: date, faults: list[Fault]) -> OfficialEntry | None:
    before = len(faults)
    missing = [name for name in NEEDED if not str(fields.get(name, ("", 0))[0] or "").strip()]
    if missing:
        faults.append(Fault(line, f"this entry lacks {', '.join(missing)}"))
    faults.extend(_wrong(fields, today))
    if len(faults) > before:
        return None
    return OfficialEntry(
        slot=str(fields["key"][0]),
        language=str(fields["language"][0]),
        edition=str(fields["edition"][0]).strip(),
        text=str(fields["text"][0]).strip(),
        from_on=fields["from"][0],
        until_on=fields.get("until", (None, 0))[0],
        source=str(fields["source"][0]).strip(),
        checked_by=str(fields["checked_by"][0]).strip(),
        checked_on=fields["checked_on"][0],
    )


def _wrong(fields: Fields, today: date) -> Iterator[Fault]:
    """Yield what is wrong with the fields that are there."""
    for name, (value, line) in fields.items():
        if value in (None, ""):
            continue
        if name in DATES and (isinstance(value, datetime) or not isinstance(value, date)):
            yield Fault(line, f'"{name}" is not a date: "{value}" (write e.g. 2026-01-31)')
        elif name == "text" and not isinstance(value, str):
            yield Fault(line, "the text must be words; begin it with | on a line of its own")
        elif len(str(value)) > LONGEST.get(name, len(str(value))):
            yield Fault(line, f'"{name}" is longer than {LONGEST[name]} characters')
    yield from _unknown(fields)
    yield from _impossible_days(fields, today)


def _unknown(fields: Fields) -> Iterator[Fault]:
    key, line = fields.get("key", ("", 0))
    slot = official_slots().get(str(key))
    if key and slot is None:
        yield Fault(line, f'no letter asks for "{key}"{_near(str(key), tuple(official_slots()))}')
    language, line = fields.get("language", ("", 0))
    if slot and language and language not in slot.title:
        written = " and ".join(slot.title)
        yield Fault(line, f'no letter is written in "{language}": official texts are for {written}')


def _impossible_days(fields: Fields, today: date) -> Iterator[Fault]:
    def day(name: str) -> date | None:
        value = fields.get(name, (None, 0))[0]
        return value if isinstance(value, date) and not isinstance(value, datetime) else None

    from_on, until_on, checked_on = day("from"), day("until"), day("checked_on")
    if from_on and until_on and until_on <= from_on:
        yield Fault(fields["until"][1], '"until" must be later than "from"')
    if checked_on and checked_on > today:
        yield Fault(fields["checked_on"][1], f'"checked_on" is a day to come: {checked_on}')


def _near(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; there are {', '.join(known)}"
