"""The facts a rule may ask about a request: their names, what they mean, what they may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openmso.rulebook.errors import UnknownFact

Asked = Mapping[str, object]
Wanted = Mapping[str, tuple[str | bool, ...]]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one fact means; `values` empty: any text."""

    meaning: str
    values: tuple[str | bool, ...] = ()


FACTS: Mapping[str, Fact] = {
    "line_of_business": Fact(
        "Under which body of law the member is covered: Medicare Advantage, Medi-Cal managed care,"
        " Knox-Keene commercial, Arizona commercial.",
        ("MA", "MEDI-CAL", "KK", "AZ-COMM"),
    ),
    "urgency": Fact(
        "How fast the request must be handled; what a law calls urgent or exigent is expedited.",
        ("standard", "expedited"),
    ),
    "item_or_drug": Fact(
        "Whether the request is for an item or service, or for a drug; classified at intake.",
        ("item", "drug"),
    ),
    "subject_to_prior_authorization": Fact(
        "Whether the plan requires prior authorization for what is requested.", (True, False)
    ),
    "review_timing": Fact(
        "Whether care is asked for before it begins, while it is given, or afterwards.",
        ("prospective", "concurrent", "retrospective"),
    ),
    "outcome": Fact(
        "What was decided: approve, deny, modify (less or other than asked), or delay.",
        ("approve", "deny", "modify", "delay"),
    ),
    "plan": Fact("The health plan, by the key the installation gave it; for contract terms."),
    "ipa": Fact("The medical group, by the key the installation gave it; for contract terms."),
}


def check_facts(facts: Asked) -> None:
    """Raise UnknownFact when a name, or a value of a closed list, is not in the vocabulary."""
    for name, value in facts.items():
        if value is not None and (wrong := what_is_wrong(name, (value,))):
            raise UnknownFact(wrong)


def what_is_wrong(name: str, values: Sequence[object]) -> str:
    """Return a sentence when the fact or one of its values is not in the vocabulary, else ""."""
    fact = FACTS.get(name)
    if fact is None:
        return f'there is no fact "{name}" (known: {", ".join(FACTS)})'
    for value in values:
        if fact.values and not any(
            value == good and type_fits(value, good) for good in fact.values
        ):
            known = ", ".join(_written(good) for good in fact.values)
            return f"{name} cannot be {_written(value)} (known: {known})"
        if not fact.values and not (isinstance(value, str) and value):
            return f"{name} is a text, not {_written(value)}"
    return ""


def type_fits(value: object, good: object) -> bool:
    """Tell whether both are yes/no values or both are not: 1 is not "true"."""
    return isinstance(value, bool) == isinstance(good, bool)


def satisfied(wanted: Wanted, facts: Asked) -> bool:
    """Tell whether every wanted fact is given and has one of the wanted values."""
    return all(facts.get(name) in values for name, values in wanted.items())


def compatible(one: Wanted, other: Wanted) -> bool:
    """Tell whether one request could satisfy both."""
    return all(set(one[name]) & set(other[name]) for name in one.keys() & other.keys())


def more_specific(one: Wanted, other: Wanted) -> bool:
    """Tell whether `one` asks all that `other` asks, and more."""
    return one != other and all(
        name in one and set(one[name]) <= set(values) for name, values in other.items()
    )


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
