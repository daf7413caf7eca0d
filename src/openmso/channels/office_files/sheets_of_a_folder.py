"""Finds the sheets of a load by their names, in a folder or as one file."""

from collections.abc import Mapping
from pathlib import Path

from .sheet import Columns, Sheet, read_sheet


class NoSheet(ValueError):
    """There is nothing to read; the text says what was looked for."""


def read_sheets(place: Path, known: Mapping[str, Columns]) -> dict[str, Sheet]:
    """Return the sheets of `place` by name, in the order of `known`, whose keys are file names.

    A file that is not there is an empty sheet. Raises NoSheet when none is there.
    """
    names = " or ".join(known)
    if not place.exists():
        raise NoSheet(f"There is no file or folder {place}.")
    if not place.is_dir() and place.name not in known:
        raise NoSheet(f"{place} is not called {names}.")
    folder = place if place.is_dir() else place.parent
    wanted = known if place.is_dir() else (place.name,)
    there = [name for name in wanted if (folder / name).is_file()]
    if not there:
        raise NoSheet(f"There is no {names} in {folder}.")
    return {
        name: _read(folder / name, columns) if name in there else Sheet(name)
        for name, columns in known.items()
    }


def read_one(file: Path, columns: Columns) -> Sheet:
    """Return the one sheet of a load, whatever its name is. Raises NoSheet."""
    if not file.is_file():
        raise NoSheet(f"There is no file {file}.")
    return _read(file, columns)


def _read(file: Path, columns: Columns) -> Sheet:
    try:
        return read_sheet(file.name, file.read_bytes(), columns)
    except OSError as trouble:
        raise NoSheet(f"{file} cannot be read: {trouble.strerror}.") from trouble
