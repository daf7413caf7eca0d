"""Two forms under one key at the same moment: the second one finds the first."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.db import IntegrityError

from ..models import Admission

P = ParamSpec("P")


def found_the_second_time(once: Callable[P, Admission]) -> Callable[P, Admission]:
    """Try again when another form came under the same key meanwhile: now it is found."""

    @wraps(once)
    def run(*args: P.args, **kwargs: P.kwargs) -> Admission:
        try:
            return once(*args, **kwargs)
        except IntegrityError:
            return once(*args, **kwargs)

    return run
