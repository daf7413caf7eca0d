"""What nobody may read out of the decisions (data/limits.yaml)."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

_LIMITS = Path(__file__).parent / "data" / "limits.yaml"


def limits(language: str) -> Sequence[str]:
    """Return the sentences in English or Spanish; another language gets English."""
    return _limits("es" if language.startswith("es") else "en")


@cache
def _limits(language: str) -> tuple[str, ...]:
    written = yaml.safe_load(_LIMITS.read_text(encoding="utf-8"))
    return tuple(one[language] for one in written)
