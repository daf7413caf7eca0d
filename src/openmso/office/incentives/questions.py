"""Reads the questions that every program is asked."""

from functools import lru_cache
from pathlib import Path

import yaml

from .domain.screening import Question

_FILE = Path(__file__).with_name("questions.yaml")


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """Return the questions in their order."""
    return tuple(Question(**entry) for entry in yaml.safe_load(_FILE.read_text(encoding="utf-8")))
