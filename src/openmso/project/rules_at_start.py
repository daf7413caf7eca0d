"""A product with a wrong rule does not start: no due time is better than a wrong one."""

from openmso.project.refusal import Refusal


def refuse_wrong_rules() -> None:
    """Read the law and the notices; raise Refusal with file, line and sentence of every fault."""
    from openmso.office.law import notices, rulebook
    from openmso.rulebook.errors import RulebookError

    try:
        rulebook()
        notices()
    except RulebookError as faults:
        raise Refusal(f"The rules cannot be used as they are:\n{faults}") from faults
