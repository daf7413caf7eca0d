"""What the rulebook holds, in figures and by topic; counted once for an edition."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from openmso.rulebook.book import Rulebook
from openmso.rulebook.law_cited import RuleSet, rule_sets
from openmso.rulebook.vocabulary import CheckMark

from .editions import once_per_edition
from .names import Mark, mark_of, topic_name


@dataclass(frozen=True, slots=True)
class TopicCard:
    name: str
    href: str
    questions: int
    rules: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LawCard:
    """The rules that stand in one title of one jurisdiction."""

    jurisdiction: str
    title: str
    name: str
    rules: int
    href: str


@dataclass(frozen=True, slots=True)
class MarkFigure:
    """How many rules carry a check mark."""

    mark: Mark
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    rules: int
    questions: int
    edition: str
    marks: tuple[MarkFigure, ...]


def topic_cards(book: Rulebook) -> list[TopicCard]:
    """Return one card for each folder, by its name in the language of the page."""
    questions, rules = _by_folder(book)
    cards = [
        TopicCard(topic_name(folder), _address(topic=folder), questions[folder], count)
        for folder, count in rules.items()
    ]
    return sorted(cards, key=lambda card: card.name.casefold())


def law_cards(book: Rulebook) -> list[LawCard]:
    """Return one card for each title of each jurisdiction, in that order."""
    spanish = (get_language() or "").startswith("es")
    return [
        LawCard(
            jurisdiction=one.jurisdiction_es if spanish else one.jurisdiction,
            title=one.title,
            name=one.name,
            rules=len(one.rules),
            href=_address(citation=one.title),
        )
        for one in _by_law(book)
    ]


def figures(book: Rulebook) -> Figures:
    """Return how many rules there are and how surely they are known."""
    marks = _by_mark(book)
    return Figures(
        rules=len(book.answers),
        questions=len({rule.question for rule in book.answers.values()}),
        edition=book.edition,
        marks=tuple(
            MarkFigure(mark_of(mark), marks[mark], _address(mark=mark.value))
            for mark in CheckMark
            if marks[mark]
        ),
    )


@once_per_edition
def _by_folder(book: Rulebook) -> tuple[Counter[str], Counter[str]]:
    rules = Counter(_folder(rule.question) for rule in book.answers.values())
    asked = {rule.question for rule in book.answers.values()}
    return Counter(_folder(question) for question in asked), rules


@once_per_edition
def _by_law(book: Rulebook) -> tuple[RuleSet, ...]:
    return rule_sets(book.answers.values())


@once_per_edition
def _by_mark(book: Rulebook) -> Counter[CheckMark]:
    return Counter(rule.verified for rule in book.answers.values())


def _folder(question: str) -> str:
    return question.partition("/")[0]


def _address(**chosen: str) -> str:
    return f"{reverse('public:rulebook')}?{urlencode(chosen)}"
