"""Whether the time for the answer may be extended. The rule says; the house may leave it out."""

from openmso.casework.prior_auth.domain.extension import GROUNDS, NotExtendable
from openmso.rulebook.answers import Answer
from openmso.rulebook.vocabulary import ExtensionGround

from .types import extensions_not_taken

_USUAL = (ExtensionGround.MEMBER_ASKS, ExtensionGround.MORE_INFORMATION_IN_MEMBERS_INTEREST)


def why_not_longer(rules: tuple[Answer, ...], *, taken: bool, what: str = "appeal") -> str:
    """Return why no more time can be taken, a sentence; empty when it can.

    `rules` are those of the answer's own clocks; `taken`: it was extended once already; `what` it
    is called.
    """
    if taken:
        return f"This {what} was extended once; the law allows no second time."
    allowing = [rule for rule in rules if rule.extension is not None]
    if not allowing or len(allowing) < len(rules):
        return f"No rule allows more time for this {what}."
    held = extensions_not_taken()
    return next((held[rule.id] for rule in allowing if rule.id in held), "")


def grounds_of(rules: tuple[Answer, ...]) -> tuple[ExtensionGround, ...]:
    """Return the grounds on which more time may be taken, as the rules name them."""
    named = tuple(ground for rule in rules for ground in rule.extension_grounds)
    return tuple(dict.fromkeys(named)) or _USUAL


def require_longer(
    rules: tuple[Answer, ...], ground: str, *, taken: bool, what: str = "appeal"
) -> Answer:
    """Return the rule that allows this extension. Raises NotExtendable with the reason."""
    if refusal := why_not_longer(rules, taken=taken, what=what):
        raise NotExtendable(refusal)
    allowed = grounds_of(rules)
    if ground not in allowed:
        raise NotExtendable(
            f"More time is allowed only when: {' '.join(GROUNDS[one] for one in allowed)}"
        )
    return next(rule for rule in rules if rule.extension is not None)
