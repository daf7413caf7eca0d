"""Reads rulebook files: YAML in, rows with the line of every field out, faults as findings."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from openmso.rulebook.errors import Finding

Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)


@dataclass(frozen=True, slots=True)
class Field:
    """A value as YAML understood it, and the line on which it stands."""

    value: object
    line: int


@dataclass(slots=True)
class Page:
    """One file: its question's name, its head fields and its rows."""

    question: str
    file: str
    text: bytes
    head: dict[str, Field] = field(default_factory=dict)
    rows: list[dict[str, Field]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


Fingerprint = tuple[tuple[str, int, int], ...]
NOTICES = "notices"
"""The folder inside a folder of rules whose files hold notices, not questions."""
ROWS = ("answers", NOTICES)


def fingerprint(folders: Iterable[Path]) -> Fingerprint:
    """Return name, time of change and size of every file: equal as long as none changed."""
    return tuple(found for folder in folders for found in sorted(_stamps(str(folder))))


def read_pages(folders: Iterable[Path]) -> Iterator[Page]:
    """Read every `folder/…/name.yaml`; the question is named by the path inside its folder."""
    for folder in folders:
        if not folder.is_dir():
            page = Page("", str(folder), b"")
            page.findings.append(Finding(str(folder), 0, "there is no such folder of rules"))
            yield page
        for file in sorted(folder.rglob("*.yaml")):
            inside = file.relative_to(folder)
            if inside.parts[0] != NOTICES:
                yield _read_file(file, inside)


def read_notice_pages(folders: Iterable[Path]) -> Iterator[Page]:
    """Read every `folder/notices/…/name.yaml`; a folder without notices is no fault."""
    for folder in folders:
        for file in sorted((folder / NOTICES).rglob("*.yaml")):
            yield _read_file(file, file.relative_to(folder))


def _read_file(file: Path, inside: Path) -> Page:
    name = inside.with_suffix("").as_posix()
    return _read(Page(name, inside.as_posix(), file.read_bytes()))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir():
            yield from _stamps(entry.path)
        elif entry.name.endswith(".yaml"):
            stat = entry.stat()
            yield (entry.path, stat.st_mtime_ns, stat.st_size)


def _read(page: Page) -> Page:
    try:
        loader = Loader(page.text)
        try:
            root = loader.get_single_node()
            if isinstance(root, yaml.MappingNode):
                page.head = _fields(root, loader, page, but=ROWS)
                page.rows = list(_rows(root, loader, page))
            else:
                page.findings.append(Finding(page.file, 1, "a file has a question and answers"))
        finally:
            loader.dispose()
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = getattr(fault, "problem", None) or str(fault)
        page.findings.append(
            Finding(page.file, mark.line + 1 if mark else 1, f"not readable as YAML: {problem}")
        )
    return page


def _rows(
    root: yaml.MappingNode, loader: yaml.SafeLoader | yaml.CSafeLoader, page: Page
) -> Iterator[dict[str, Field]]:
    for key, node in root.value:
        if key.value not in ROWS:
            continue
        for row in node.value if isinstance(node, yaml.SequenceNode) else ():
            if isinstance(row, yaml.MappingNode):
                fields = _fields(row, loader, page)
                fields.setdefault("", Field(None, row.start_mark.line + 1))
                yield fields
            else:
                line = row.start_mark.line + 1
                page.findings.append(Finding(page.file, line, "an answer is a list of fields"))


def _fields(
    node: yaml.MappingNode,
    loader: yaml.SafeLoader | yaml.CSafeLoader,
    page: Page,
    but: tuple[str, ...] = (),
) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in but:
            continue
        if key.value in fields:
            page.findings.append(Finding(page.file, line, f'"{key.value}" is written twice'))
        try:
            fields[key.value] = Field(loader.construct_object(value, deep=True), line)
        except (ValueError, yaml.YAMLError):
            page.findings.append(
                Finding(page.file, line, f'"{key.value}" cannot be "{value.value}"')
            )
            fields[key.value] = Field(UNREADABLE, line)
    return fields


UNREADABLE = object()
