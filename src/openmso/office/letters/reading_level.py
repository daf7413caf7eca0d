"""How many years of school a text asks of its reader, for English.

The measure is the Flesch-Kincaid grade: long sentences and long words raise it. Syllables are the
larger of two counts, the groups of vowels and the places where a dictionary would hyphenate, so
that a mistake makes the grade too high and never too low.
"""

import re
from functools import cache, lru_cache

import pyphen

from .blocks import (
    Block,
    Heading,
    Items,
    Lead,
    Note,
    Paragraph,
    Run,
    Runs,
    Signature,
    SummaryBox,
    every_block,
)

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’,.:/%-]*[A-Za-z0-9%]|[A-Za-z0-9]")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[\"”)]*\s+|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_A_NAME = "it"  # a reader takes a name or a number in as one thing


def reading_grade(text: str) -> float:
    """Return the school grade of an English text; 0.0 for a text without words.

    A line break ends a sentence. A number counts as one word of one syllable.
    """
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    count = sum(len(words) for words in sentences)
    if not count:
        return 0.0
    syllables = sum(syllables_of(word) for words in sentences for word in words)
    return max(0.0, 0.39 * count / len(sentences) + 11.8 * syllables / count - 15.59)


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """Return the syllables of an English word, at least one; a word with a digit has one."""
    if any(letter.isdigit() for letter in word):
        return 1
    return sum(_syllables(part) for part in re.split(r"[^a-z]+", word.lower()) if part) or 1


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouycgsxzh]es$", word):
        groups -= 1  # the silent e of "made", "asked", "times"
    return max(1, groups, len(_english().positions(word)) + 1)


@cache
def _english() -> pyphen.Pyphen:
    """Read the dictionary when the first text is measured: a third of a second, some megabytes."""
    return pyphen.Pyphen(lang="en_US")


def judged_text(blocks: tuple[Block, ...], language: str = "en") -> str:
    """Return what the reading level judges of a letter, one paragraph or list item a line.

    Tables of facts are left out: a label and a name are not sentences, and would only make the
    grade look better than it is.
    """
    lines = (_judged(runs, language) for block in every_block(blocks) for runs in _lines(block))
    return "\n".join(line for line in lines if line)


def _lines(block: Block) -> list[Runs]:
    match block:
        case Lead(runs=runs) | Heading(runs=runs) | Paragraph(runs=runs) | Note(runs=runs):
            return [runs]
        case Items(items=items):
            return list(items)
        case SummaryBox(title=title):
            return [title]
        case Signature(closing=closing):
            return [(Run(closing, block.language),)]
        case _:
            return []


def _judged(runs: Runs, language: str) -> str:
    own = [run for run in runs if run.language == language]
    if all(run.exempt for run in own):
        return ""
    return "".join(_A_NAME if run.exempt else run.text for run in own).strip()
