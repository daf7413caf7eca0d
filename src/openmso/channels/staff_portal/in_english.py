"""Pages of the desk that share their words with a hospital's page, which speaks Spanish too.

The desk works in English; half a page in another language would be harder to read than none.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import HttpResponse
from django.utils.translation import override

View = TypeVar("View", bound=Callable[..., HttpResponse])
_ENGLISH = "en"


def in_english(view: View) -> View:
    """Draw the whole page in English, whatever language the browser speaks."""

    @wraps(view)
    def page(*args: Any, **more: Any) -> HttpResponse:
        with override(_ENGLISH):
            answer = view(*args, **more)
        answer.headers["Content-Language"] = _ENGLISH
        return answer

    return cast("View", page)
