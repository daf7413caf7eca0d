"""Every answer says what a page may load: the policy of the settings, in the library's words.

The library's own middleware puts the same text together anew for each answer, for sites whose
pages differ. Ours never do.
"""

from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse


class ContentPolicyMiddleware:
    """Adds `Content-Security-Policy` to every answer that has none, as papers from outside have."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(HEADER, self.policy)
        return response
