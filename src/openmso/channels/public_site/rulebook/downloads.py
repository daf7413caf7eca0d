"""The whole rulebook as files, for others to use."""

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition, require_safe

from openmso.office.access.pages import public
from openmso.office.law import rulebook
from openmso.rulebook import exporting

from .editions import once_per_edition

_as_csv = once_per_edition(exporting.as_csv)
_as_json = once_per_edition(exporting.as_json)


def _edition(request: HttpRequest) -> str:
    return f'"{rulebook().edition}"'


_unless_known: Callable[..., Callable[..., HttpResponse]] = condition(etag_func=_edition)


@public
@require_safe
@_unless_known
def rules_csv(request: HttpRequest) -> HttpResponse:
    return _file(_as_csv(rulebook()), "text/csv; charset=utf-8", "rules.csv")


@public
@require_safe
@_unless_known
def rules_json(request: HttpRequest) -> HttpResponse:
    return _file(_as_json(rulebook()), "application/json", "rules.json")


@public
@require_safe
def rules_schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of the JSON file."""
    text = json.dumps(exporting.schema(), indent=2) + "\n"
    return _file(text, "application/schema+json", "rules.schema.json")


def _file(text: str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
