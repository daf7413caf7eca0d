"""Reads a list of entries from YAML as if each were a row: every value a text, with its line."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from .cells import instead
from .faults import Fault
from .sheet import Columns, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its own fields, and the rows of the list inside it."""

    row: Row
    inner: tuple[Row, ...]


@dataclass(slots=True)
class _Reading:
    file: str
    faults: list[Fault]

    def wrong(self, node: yaml.Node, sentence: str) -> None:
        self.faults.append(Fault(self.file, _line(node), sentence))


def read_entries(
    file: str, content: bytes, name: str, columns: Columns, *, inner_name: str, inner: Columns
) -> tuple[list[Entry], list[Fault]]:
    """Return the entries of the list `name`, each with its list `inner_name`, and the faults."""
    reading = _Reading(file, [])
    try:
        text = content.decode("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        return [], [Fault(file, line, "This is not UTF-8; save it as UTF-8.")]
    except yaml.YAMLError as trouble:
        mark = getattr(trouble, "problem_mark", None)
        problem = getattr(trouble, "problem", None) or str(trouble).splitlines()[0]
        line = mark.line + 1 if mark else 1
        return [], [Fault(file, line, f"This is not readable as YAML: {problem}.")]
    listed = _list_called(name, root)
    if not listed:
        sentence = f'The file needs a list called "{name}:" with at least one entry.'
        return [], [Fault(file, 1, sentence)]
    entries = [_entry(node, columns, inner_name, inner, reading) for node in listed]
    return [entry for entry in entries if entry is not None], reading.faults


def _list_called(name: str, node: yaml.Node | None) -> Sequence[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name and isinstance(value, yaml.SequenceNode):
                return list(value.value)
    return ()


def _entry(
    node: yaml.Node, columns: Columns, inner_name: str, inner: Columns, reading: _Reading
) -> Entry | None:
    row = _row(node, columns, reading, beside=inner_name)
    listed = _list_called(inner_name, node)
    if row is not None and not listed:
        reading.wrong(node, f'An entry needs a list called "{inner_name}:" with one or more.')
    rows = [_row(each, inner, reading) for each in listed]
    if row is None or None in rows:
        return None
    return Entry(row=row, inner=tuple(each for each in rows if each is not None))


def _row(node: yaml.Node, columns: Columns, reading: _Reading, beside: str = "") -> Row | None:
    """Return one mapping as a row; None, with the reason noted, when it is none."""
    before = len(reading.faults)
    known = (*columns.needed, *columns.optional)
    if not isinstance(node, yaml.MappingNode):
        reading.wrong(node, f"This must have the fields {', '.join(columns.needed)}.")
        return None
    values: dict[str, str] = {}
    for key, value in node.value:
        if key.value == beside and key.value:
            continue
        if key.value not in known:
            reading.wrong(key, f'There is no field "{key.value}"{instead(str(key.value), known)}')
        elif key.value in values:
            reading.wrong(key, f'The field "{key.value}" stands here twice.')
        elif not isinstance(value, yaml.ScalarNode):
            reading.wrong(key, f'The field "{key.value}" must be a text.')
        else:
            values[key.value] = _text(value)
    if lacking := [name for name in columns.needed if not values.get(name)]:
        reading.wrong(node, f"This lacks {', '.join(lacking)}.")
    if len(reading.faults) > before:
        return None
    return Row(file=reading.file, line=_line(node), values=values)


def _text(node: yaml.ScalarNode) -> str:
    # As it is written: 2027-1 and "yes" stay texts, and a folded text is one line.
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value).strip()


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
