"""A product with a wrong rule does not start: no due time is better than a wrong one."""

from openmso.project.refusal import Refusal


def refuse_wrong_rules() -> None:
    """Read the law, the notices and times to answer a page; raise Refusal naming every fault."""
    from openmso.office.law import notices, rulebook
    from openmso.office.on_call.terms import TermsFault, check_terms
    from openmso.rulebook.errors import RulebookError

    try:
        rulebook()
        notices()
    except RulebookError as faults:
        raise Refusal(f"The rules cannot be used as they are:\n{faults}") from faults
    try:
        check_terms()
    except TermsFault as fault:
        raise Refusal(f"The times to answer a page cannot be used as they are:\n{fault}") from fault
