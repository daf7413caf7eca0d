"""What the pages call types and outcomes, in the language of the page."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openmso.casework.external_review.published_decisions.domain.decision import Kind, Outcome
from openmso.casework.external_review.published_decisions.groups import Groups
from openmso.channels.ui.presenters.status import StatusTag, StatusTone


def kind_words(kind: Kind) -> str:
    """Return what the dispute was about, as a question."""
    return {
        Kind.MEDICAL_NECESSITY: _("Is the care needed?"),
        Kind.EXPERIMENTAL: _("Is the care proven?"),
        Kind.URGENT_CARE: _("Was it urgent?"),
    }[kind]


def outcome_words(outcome: Outcome) -> str:
    return {
        Outcome.OVERTURNED: _("Changed to a yes"),
        Outcome.UPHELD: _("The no stayed"),
    }[outcome]


def outcome_tag(outcome: Outcome) -> StatusTag:
    tones = {Outcome.OVERTURNED: StatusTone.GOOD, Outcome.UPHELD: StatusTone.QUIET}
    return StatusTag(outcome_words(outcome), tones[outcome])


def group_words(groups: Groups, key: str) -> str:
    """Return the name of a group; a key that is no longer known stands for itself."""
    group = groups.get(key)
    return group.name(page_language()) if group else key


def group_choices(groups: Groups) -> list[tuple[str, str]]:
    """Return keys and names in the order of the names; "other" stays last."""
    named = [(key, group_words(groups, key)) for key in groups]
    return [*sorted(named[:-1], key=lambda choice: choice[1].casefold()), named[-1]]


def page_language() -> str:
    return get_language() or "en"


def years_words(first: int, last: int) -> str:
    """Return "2001 to 2016", or one year alone."""
    if first == last:
        return str(first)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
