"""What the documents promise is there: every path, every command."""

import re

from openmso.project import commands
from source_code import ROOT

WHERE_IS = ROOT / "docs" / "where_is.md"


def test_every_path_in_where_is_exists() -> None:
    named = re.findall(r"`([\w.]+(?:/[\w.*<>-]+)+/?)`", WHERE_IS.read_text(encoding="utf-8"))

    missing = [path for path in named if not _exists(path)]

    assert not missing, f"docs/where_is.md names what is not there: {missing}"


def _exists(path: str) -> bool:
    homes = (ROOT, ROOT / "src" / "openmso")
    return any(next(home.glob(path.rstrip("/")), None) is not None for home in homes)


def test_every_command_says_in_one_line_what_it_does() -> None:
    lines = {name: commands.command_named(name).HELP for name in commands.names()}

    assert all(0 < len(line) <= 90 and "\n" not in line for line in lines.values()), lines


def test_every_command_stands_in_the_documents() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)

    missing = [name for name in commands.names() if f"openmso {name}" not in text]

    assert not missing, f"no document explains: {missing}"
