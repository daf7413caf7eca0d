"""The page of a report's editions, and an edition as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from openmso.oversight.reports.definitions import definition, said
from openmso.oversight.reports.domain.document import read
from openmso.oversight.reports.exporting import Names, flat_rows
from openmso.oversight.reports.models import ReportRun
from openmso.standards.sheets.csv_file import as_csv

from .editions import Asked, address_of, known_on, shown_editions
from .shown import ShownTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A report everybody may read. `page` is the URL name of its page, to which its files add _csv
    and _json; `file` begins the names of the files."""

    report: str
    page: str
    file: str


def context_of(
    publication: Publication, asked: Asked, *, title: str, tables: Sequence[ShownTable]
) -> dict[str, Any]:
    """Return what the template of every such page shows."""
    run, words, language = asked.run, definition(publication.report), language_now()
    return {
        "title": title,
        "page": reverse(publication.page),
        "csv": reverse(f"{publication.page}_csv"),
        "json": reverse(f"{publication.page}_json"),
        "run": run,
        "year": run.from_on.year if run else None,
        "frozen": bool(run and run.public_edition),
        "known_on": known_on(run, asked.office) if run else None,
        "editions": shown_editions(asked),
        "tables": tables,
        "asked": address_of(run) if run else "",
        "sentence": said(words.sentence, language),
        "limits": words.limits.get(language, words.limits["en"]),
    }


def csv_of(publication: Publication, asked: Asked, names: Names) -> HttpResponse:
    """Hand out an edition with one line for each number; `names` is what its keys are called.
    Raises Http404 without one."""
    run = _there(asked)
    rows = flat_rows(read(run.document), definition(run.report), names, language=language_now())
    return _file(as_csv(list(rows)), "text/csv; charset=utf-8", _name(publication, run, "csv"))


def json_of(publication: Publication, asked: Asked) -> HttpResponse:
    """Hand out the document as it is kept: the SHA-256 of this file is the fingerprint. Raises
    Http404 without one."""
    run = _there(asked)
    return _file(run.document, "application/json", _name(publication, run, "json"))


def language_now() -> str:
    """Return the language of the page."""
    return get_language() or "en"


def _there(asked: Asked) -> ReportRun:
    if asked.run is None:
        raise Http404
    return asked.run


def _name(publication: Publication, run: ReportRun, ending: str) -> str:
    edition = f"edition-{run.public_edition}" if run.public_edition else "so-far"
    return f"{publication.file}-{run.from_on.year}-{edition}.{ending}"


def _file(content: str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content.encode(), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
