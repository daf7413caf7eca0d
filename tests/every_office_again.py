"""After each answer the tests' own hands see every office's rows again, as before the question."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

from openmso.office.tenants.whose_rows import EVERY_OFFICE, note


class EveryOfficeAgain:
    """Outermost of all middleware; what it asks of the database is no statement of the product."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            if connection.connection is not None:
                connection.connection.execute(
                    "SELECT set_config('openmso.tenant', %s, false)", [EVERY_OFFICE]
                )
                note(EVERY_OFFICE)
