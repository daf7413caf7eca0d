"""What the pages call lists, topics, authorities and check marks, in the language of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.rulebook.answers import Answer
from openmso.rulebook.vocabulary import Authority, CheckMark, Consequence

NAMES = Path(__file__).parents[1] / "content" / "rulebook_names.yaml"


@dataclass(frozen=True, slots=True)
class Mark:
    """A check mark as the page shows it. `sentence` warns where nobody has read the law."""

    tag: StatusTag
    sentence: str
    warns: bool


def list_name(key: str, language: str = "") -> str:
    """Return what a list of rules is called: "Medicare Advantage". Unknown: its own key."""
    return _named("lists", key, language)


def topic_name(folder: str) -> str:
    return _named("topics", folder)


def zone_name(zone: str) -> str:
    return _named("time_zones", zone)


def time_zones() -> tuple[str, ...]:
    """Return the zones one may choose from, by their IANA names."""
    return tuple(_names()["time_zones"])


def lists() -> tuple[str, ...]:
    return tuple(_names()["lists"])


def topics() -> tuple[str, ...]:
    return tuple(_names()["topics"])


def process_name(process: str) -> str:
    """Return "IMR decision" for "imr_decision"; rules stay in English."""
    capitals = _names()["capitals"]
    words = [word.upper() if word in capitals else word for word in process.split("_")]
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def fact_name(name: str) -> str:
    """Return "item or drug" for "item_or_drug"; facts stay in English."""
    return name.replace("_", " ")


def fact_values(values: Iterable[str | bool]) -> str:
    """Return the values a fact may have: "deny or modify", "yes"."""
    written = {True: "yes", False: "no"}
    return " or ".join(
        written[value] if isinstance(value, bool) else value.replace("_", " ") for value in values
    )


def lines_of(rule: Answer) -> str:
    """Return for whom the rule is listed."""
    return "; ".join(list_name(line) for line in rule.line_of_business) or _("Everybody")


def authority_name(authority: Authority) -> str:
    return {
        Authority.FEDERAL: _("Federal law"),
        Authority.STATE: _("State law"),
        Authority.CONTRACT: _("Contract"),
        Authority.ACCREDITATION: _("Accreditation"),
        Authority.HOUSE: _("Promise of the house"),
    }[authority]


def mark_words(mark: CheckMark) -> str:
    """Return the check mark in a few words."""
    return {
        CheckMark.READ: _("read in the rule or an official statement"),
        CheckMark.SECONDARY: _("taken from a secondary source"),
        CheckMark.STALE: _("read in an older text"),
        CheckMark.KNOWN: _("known, but not read"),
        CheckMark.SEED: _("a promise published by the house"),
    }[mark]


def mark_of(mark: CheckMark) -> Mark:
    """Return how surely the rule is known, with the sentence that says what to do about it."""
    tones = {CheckMark.READ: StatusTone.GOOD, CheckMark.SEED: StatusTone.QUIET}
    sentences = {
        CheckMark.READ: _("Somebody has read this rule in the law or an official statement."),
        CheckMark.SECONDARY: _(
            "Nobody has read this rule in the law itself. It is taken from what others wrote "
            "about it. Read the source before you rely on it."
        ),
        CheckMark.STALE: _(
            "Somebody has read this rule in an older text of the law. Read the text in force "
            "before you rely on it."
        ),
        CheckMark.KNOWN: _(
            "Nobody has read this rule in the law. It is written down from what people in the "
            "field know. Read the source before you rely on it."
        ),
        CheckMark.SEED: _("This is a promise that somebody published. It is no law."),
    }
    return Mark(
        tag=StatusTag(mark_words(mark), tones.get(mark, StatusTone.WAITING)),
        sentence=sentences[mark],
        warns=mark not in tones,
    )


def consequence_words(consequence: Consequence) -> str:
    """Return what the law makes of silence."""
    return {
        Consequence.ADVERSE_DETERMINATION_APPEALABLE: _(
            "Silence is a denial. An appeal is open at once."
        ),
        Consequence.COUNTS_AS_DENIAL: _("Silence is a denial, and its notice is owed that day."),
        Consequence.DELAY_NOTICE_OWED: _("Nothing counts as approved. A delay notice is owed."),
        Consequence.DEEMED_APPROVED: _("The request counts as approved."),
        Consequence.DEEMED_GRANTED: _("The request counts as granted."),
        Consequence.FULL_NOTICE_AND_APPEAL_RIGHTS: _(
            "This is not about silence: refusing care under way is a decision with all its rights."
        ),
        Consequence.FORWARDED_TO_INDEPENDENT_REVIEW: _(
            "The case must go to the independent reviewer."
        ),
        Consequence.NEXT_STEP_OPENS: _("The next step is open, as if the answer had been no."),
        Consequence.PLAN_PAYS: _("The plan pays."),
    }[consequence]


def _named(kind: str, key: str, language: str = "") -> str:
    known = _names()[kind].get(key)
    if known is None:
        return key
    base = (language or get_language() or "en").split("-")[0]
    return str(known.get(base) or known["en"])


@cache
def _names() -> Mapping[str, Any]:
    names: Mapping[str, Any] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return names
