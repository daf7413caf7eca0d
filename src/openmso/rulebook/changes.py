"""What differs between two rulebooks, as the line of the changelog tells it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.standards.calendars.workings import day_in_full

# Where a rule stands and how it was checked moves no due time.
_PLACE = {"file", "line", "note", "verified", "verified_in", "checked_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """One rule that came, went or became another; None: not there."""

    rule_id: str
    question: str
    before: Answer | None
    after: Answer | None
    changed: tuple[str, ...] = ()

    @property
    def changelog_line(self) -> str:
        """The line for those who run the office: what, from which day, for whom, which source."""
        if self.after is None:
            return (
                f"- *Removed rule:* {self.rule_id}. Old cases need it: give it an `until` instead."
            )
        rule = self.after
        kind = "New" if self.before is None else "Changed"
        was = ""
        if self.before is not None and self.before.value != rule.value:
            was = f" instead of {self.before.value}"
        since = f", from {day_in_full(rule.from_on)}" if rule.from_on else ""
        ends = f", no longer on {day_in_full(rule.until_on)}" if rule.until_on else ""
        whom = ", ".join(rule.line_of_business) or "everybody"
        return (
            f"- *{kind} rule:* {self.question} {rule.value}{was}, for {whom}{since}{ends}."
            f" Source: {rule.citation}. ({rule.id})"
        )


def changes(before: Rulebook, after: Rulebook) -> tuple[RuleChange, ...]:
    """Return the rules that differ in anything a due time or its reader depends on, by id."""
    return tuple(_changes(before, after))


def _changes(before: Rulebook, after: Rulebook) -> Iterator[RuleChange]:
    for rule_id in sorted({*before.answers, *after.answers}):
        old, new = before.answers.get(rule_id), after.answers.get(rule_id)
        changed = _changed(old, new)
        if changed or old is None or new is None:
            book, rule = (after, new) if new else (before, old)
            yield RuleChange(
                rule_id=rule_id,
                question=book.questions[rule.question] if rule else "",
                before=old,
                after=new,
                changed=changed,
            )


def _changed(old: Answer | None, new: Answer | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    names = [one.name for one in fields(Answer) if one.name not in _PLACE]
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))
