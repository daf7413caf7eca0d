"""The pages of the rulebook. They read no table and keep nothing."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openmso.channels.ui.presenters.worklist import ActiveFilter, Pages
from openmso.office.access.pages import public
from openmso.office.law import notices, rulebook
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.standards.calendars import OfficeCalendar

from .calculator import CalculatorForm, asked, worked_example
from .example import example_moment
from .front import figures, law_cards, topic_cards
from .index import Group, search
from .office_time import calendar_of, today_of
from .rows import Row, row_of, rule_address
from .rule_page import others_beside, rule_page
from .search_form import FIELDS, SearchForm, search_form

_QUESTIONS_A_PAGE = 20
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class ShownGroup:
    name: str
    question: str
    rows: tuple[Row, ...]


@public
@require_safe
def rulebook_page(request: HttpRequest) -> HttpResponse:
    """Show the topics; when something is looked for, what was found."""
    book = rulebook()
    looking = any(name in request.GET for name in FIELDS)
    form = search_form(request.GET if looking else None, book=book)
    if not form.is_valid():
        context = {
            "form": form,
            "topics": topic_cards(book),
            "laws": law_cards(book),
            "figures": figures(book),
        }
        return render(request, "public_site/rulebook/front.html", context, status=form.status)
    return _found(request, form, book)


@public
@require_safe
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Show one rule, a worked example, and the due time that was asked for."""
    book, office = rulebook(), calendar_of(request)
    answer = book.answers.get(rule_id)
    if answer is None:
        return _unknown(request, rule_id, book)
    today = today_of(request, office)
    data = request.GET if asked(answer, request.GET) else None
    form = CalculatorForm(data, rule=answer, book=book, office=office)
    status = form.status
    start = form.result.started_at if form.result else example_moment(answer)
    context = {
        "page": rule_page(answer, book, notices(), today=today),
        "has_arithmetic": answer.has_arithmetic,
        "form": form,
        "result": form.result,
        "examples": _examples(answer, book, office),
        "others": others_beside(answer, book, start=start, office=office, today=today),
        "edition": book.edition,
        "address": request.build_absolute_uri(rule_address(answer.id)),
    }
    return render(request, "public_site/rulebook/rule.html", context, status=status)


def _found(request: HttpRequest, form: SearchForm, book: Rulebook) -> HttpResponse:
    today = today_of(request, calendar_of(request))
    groups = search(book, form.wanted())
    page = Paginator(groups, _QUESTIONS_A_PAGE).get_page(request.GET.get("page", "")[:4])
    chosen = form.chosen()
    context = {
        "form": form,
        "groups": [_shown(group, today) for group in page],
        "questions_found": len(groups),
        "rules_found": sum(len(group.rules) for group in groups),
        "active": _active(form, chosen),
        "filters_open": bool(chosen.keys() - {"q"}),
        "pages": Pages(
            shown=_("Page %(number)s of %(all)s")
            % {"number": page.number, "all": page.paginator.num_pages},
            previous_href=_address(chosen, page.previous_page_number())
            if page.has_previous()
            else "",
            next_href=_address(chosen, page.next_page_number()) if page.has_next() else "",
        )
        if page.has_other_pages()
        else None,
    }
    return render(request, "public_site/rulebook/found.html", context)


def _unknown(request: HttpRequest, rule_id: str, book: Rulebook) -> HttpResponse:
    known = rule_id.strip().upper()
    if known in book.answers:
        return HttpResponseRedirect(rule_address(known))
    near = [book.answers[each] for each in book.nearest(rule_id[:_LONGEST_ID])]
    today = today_of(request, calendar_of(request))
    context = {
        "asked_for": rule_id[:_LONGEST_ID],
        "near": [(book.questions[each.question], row_of(each, today=today)) for each in near],
    }
    return render(request, "public_site/rulebook/unknown.html", context, status=404)


def _examples(answer: Answer, book: Rulebook, office: OfficeCalendar) -> list[object]:
    plain = worked_example(answer, book, office, extended=False)
    if answer.extension is None or not answer.has_arithmetic:
        return [plain]
    return [plain, worked_example(answer, book, office, extended=True)]


def _shown(group: Group, today: date) -> ShownGroup:
    rows = tuple(row_of(each, today=today) for each in group.rules)
    return ShownGroup(group.name, group.question, rows)


def _active(form: SearchForm, chosen: dict[str, str]) -> list[ActiveFilter]:
    return [
        ActiveFilter(
            label=str(form.fields[name].label),
            value=form.in_words(name),
            remove_href=_address({key: value for key, value in chosen.items() if key != name}),
        )
        for name in chosen
    ]


def _address(chosen: dict[str, str], page: int = 1) -> str:
    asked_for = {"q": ""} | chosen | ({"page": str(page)} if page > 1 else {})
    return f"{reverse('public:rulebook')}?{urlencode(asked_for)}"
