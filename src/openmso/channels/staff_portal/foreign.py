"""A foreign case is answered like one that nobody has."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from openmso.office.access.actor import NotAllowed

from .staff_request import StaffRequest

Page = Callable[..., HttpResponse]


def like_absent(*absent: type[Exception]) -> Callable[[Page], Page]:
    """Return what makes a page answer 404 on any of these errors, and 403 on NotAllowed.

    The errors are those that queries and actions raise for a case that is not there, or not for
    this person.
    """

    def found(view: Page) -> Page:
        @wraps(view)
        def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except absent:
                raise Http404 from None
            except NotAllowed:
                raise PermissionDenied from None

        return page

    return found
