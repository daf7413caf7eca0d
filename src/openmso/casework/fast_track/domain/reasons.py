"""The detailed reasons for the end of care, in words the member can read."""

from dataclasses import dataclass

from .notice import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """`why` is for the member, with the facts of this patient; `rule_used` names the coverage rule.

    `changed` says what changed since the last decision about the same care. The Spanish texts may
    be left out; the letter then owes a translation.
    """

    why: str
    rule_used: str
    changed: str = ""
    why_es: str = ""
    changed_es: str = ""


def require_whole(reasons: Reasons, *, again: bool) -> None:
    """Raise NotPossible for reasons that leave something out. `again`: not the first case of it."""
    if not reasons.why.strip():
        raise NotPossible("Say in plain words why the care can end.")
    if not reasons.rule_used.strip():
        raise NotPossible("Name the coverage rule that was used.")
    if again and not reasons.changed.strip():
        raise NotPossible("Say what has changed since the QIO last let this care go on.")
