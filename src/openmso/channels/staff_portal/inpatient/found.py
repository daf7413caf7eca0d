"""A foreign stay is answered like one that nobody has."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from openmso.casework.inpatient.admissions.queries import StayNotFound
from openmso.office.access.actor import NotAllowed

from ..staff_request import StaffRequest

StayView = Callable[[StaffRequest, UUID], HttpResponse]


def found_stay(view: StayView) -> StayView:
    """Answer 404 for a stay this person may not see, 403 for what they may not do."""

    @wraps(view)
    def page(request: StaffRequest, admission_id: UUID) -> HttpResponse:
        try:
            return view(request, admission_id)
        except StayNotFound:
            raise Http404 from None
        except NotAllowed:
            raise PermissionDenied from None

    return page
