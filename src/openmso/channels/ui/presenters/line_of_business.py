"""The line of business of a plan in words; rows and files carry its code."""

from openmso.roster.plans.models import LineOfBusiness

_WORDS = dict(LineOfBusiness.choices)


def line_in_words(code: str) -> str:
    """Return "Medicare Advantage" for "MA"; a code that nobody knows, or none, comes back."""
    return str(_WORDS.get(code, code))


def plan_and_line(plan_name: str, code: str) -> str:
    """Return a plan with its line of business behind it, in brackets."""
    return f"{plan_name} ({line_in_words(code)})"
