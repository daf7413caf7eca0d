"""How long a rule gives, as a letter prints it."""

from openmso.office.letters.fields import Length
from openmso.rulebook.answers import Answer
from openmso.standards.calendars import Span


def length_of(rule: Answer | None) -> Length | None:
    """Return the rule's length of time as a letter prints it; None for a limit in words."""
    if rule is None or not isinstance(rule.value, Span):
        return None
    return Length(count=rule.value.count, unit=str(rule.value.unit))


def extension_of(rule: Answer) -> Length:
    """Return by how much the rule extends. Raises ValueError when it does not."""
    if rule.extension is None:
        raise ValueError(f"{rule.id} allows no extension")
    return Length(count=rule.extension.count, unit=str(rule.extension.unit))
