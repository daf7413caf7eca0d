"""Numbers that people read out are drawn at random; one that somebody has already is drawn again.

The database lets each number of an office stand once. Of two cases of one day that drew the same,
the second is begun anew, with another number, and nobody notices.
"""

from functools import cache

from django.apps import apps
from django.db import IntegrityError, models

MOST_DRAWS = 3
"""How often an action is begun. That three numbers in a row are taken is no chance any more."""


def number_was_taken(error: IntegrityError) -> bool:
    """Tell whether the database refused a row because of its number, and of nothing else."""
    refused = getattr(error.__cause__, "diag", None)
    return getattr(refused, "constraint_name", None) in _of_numbers()


@cache
def _of_numbers() -> frozenset[str]:
    """Return the names of the constraints that let a number in words stand once in an office."""
    return frozenset(
        constraint.name
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
        and constraint.fields == ("tenant", "number")
        and isinstance(model._meta.get_field("number"), models.CharField)
    )
