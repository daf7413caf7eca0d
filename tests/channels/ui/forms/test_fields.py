"""Mistakes get a sentence beside their field, and nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from openmso.channels.ui.forms import (
    CodeField,
    DateField,
    Form,
    MemorableDateField,
    NpiField,
    PhoneField,
    Tile,
    UploadField,
)
from page_checks import assert_ids_resolve, assert_nothing_inline


class AskForm(Form):
    name = forms.CharField(label="Family name", help_text="As on the card")
    born = MemorableDateField(label="Birth date", birth_date=True)
    service_on = DateField(label="Date of service", required=False)
    npi = NpiField(required=False)
    phone = PhoneField(required=False, service_codes=frozenset({"711"}))
    code = CodeField(label="Service", required=False)
    urgency = forms.ChoiceField(
        label="How soon?",
        widget=forms.RadioSelect,
        choices=[("standard", Tile("Standard", "Within the legal time")), ("urgent", "Urgent")],
    )
    reasons = forms.MultipleChoiceField(
        label="Reasons",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("pain", "Pain"), ("other", "Other")],
    )
    notes = forms.CharField(label="Notes", widget=forms.Textarea, required=False)
    agrees = forms.BooleanField(label="The member knows", required=False)
    source = forms.CharField(widget=forms.HiddenInput, required=False)


GOOD = "name=Reyes&born_month=4&born_day=28&born_year=1986&urgency=standard"


def ask(query: str) -> AskForm:
    return AskForm(QueryDict(query))


def test_a_complete_form_is_valid_and_reads_as_dates_codes_and_numbers() -> None:
    form = ask(f"{GOOD}&service_on=Nov+22+2026&npi=2123-456+784&phone=213.555.0114&code=73721+MRI")

    assert form.status == 200
    assert form.cleaned_data["npi"] == "2123456784"
    assert form.cleaned_data["born"] == date(1986, 4, 28)
    assert form.cleaned_data["service_on"] == date(2026, 11, 22)
    assert form.cleaned_data["phone"] == "+12135550114"
    assert form.cleaned_data["code"] == "73721"


@pytest.mark.parametrize("field", ["name", "notes", "urgency"])
def test_text_that_cannot_be_stored_is_refused_beside_its_field(field: str) -> None:
    form = ask(f"{GOOD}&{field}=a%00b")

    assert form.status == 422
    assert "hidden characters" in form.errors[field][-1]


def test_a_lone_surrogate_is_refused_and_the_rest_of_the_text_is_kept() -> None:
    form = AskForm({"name": "Rey\ud800es", "urgency": "standard"})

    assert "hidden characters" in form.errors["name"][-1]
    assert 'value="Reyes"' in str(form["name"])


@pytest.mark.parametrize(
    ("query", "field", "sentence"),
    [
        ("born_month=2&born_day=30&born_year=1986", "born", "That month has no day 30."),
        ("born_month=2&born_day=&born_year=1986", "born", "Fill in the month, day and year."),
        ("born_month=2&born_day=x&born_year=1986", "born", "with digits only"),
        ("service_on=13/01/2026", "service_on", "There is no month 13."),
        ("npi=2123456789", "npi", "last digit does not fit"),
        ("npi=12", "npi", "10 digits"),
        ("phone=555", "phone", "area code"),
        ("code=7372173721737", "code", "No code is that long"),
        ("name=", "name", "Fill this in."),
        ("urgency=", "urgency", "Choose one."),
        ("urgency=never", "urgency", "Choose one of the answers shown."),
    ],
)
def test_each_mistake_has_its_sentence_and_keeps_what_was_typed(
    query: str, field: str, sentence: str
) -> None:
    form = ask(query)

    assert sentence in form.errors[field][0]
    typed = QueryDict(query).getlist(next(iter(QueryDict(query))))[0]
    html = str(form)
    assert not typed or typed == "never" or f'value="{typed}"' in html


@pytest.mark.requirement("S000-12")
def test_a_short_relay_number_is_a_valid_phone_number_where_it_is_configured() -> None:
    assert ask(f"{GOOD}&phone=711").errors.get("phone") is None


def test_every_reference_of_a_form_points_to_an_id_that_exists() -> None:
    for form in (AskForm(), ask("born_month=2&npi=1&name=&phone=5"), AskForm(prefix="second")):
        html = str(form)
        assert_ids_resolve(html)
        assert_nothing_inline(html)


def test_the_error_summary_stands_first_and_links_to_the_fields() -> None:
    html = str(ask("born_month=2&born_day=30&born_year=1986&name=Reyes"))

    assert html.index("data-error-summary") < html.index("id_name")
    assert 'href="#id_born_0"' in html
    assert 'href="#id_urgency_0"' in html
    assert "How soon? Choose one." in html


def test_label_hint_error_and_input_come_in_this_order() -> None:
    html = str(ask("name=")["name"].as_field_group())

    places = [html.index(mark) for mark in ("<label", "usa-hint", "usa-error-message", "<input")]
    assert places == sorted(places)
    assert 'aria-describedby="id_name_helptext id_name_error"' in html


def files(*sent: SimpleUploadedFile) -> MultiValueDict[str, Any]:
    return MultiValueDict({"papers": list(sent)})


class PapersForm(Form):
    papers = UploadField(label="Papers", max_bytes=1024, max_files=2)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ([], "Choose a file."),
        ([SimpleUploadedFile("scan.pdf", b"x" * 2048)], '"scan.pdf" has'),
        ([SimpleUploadedFile("empty.pdf", b"")], '"empty.pdf" is empty.'),
        ([SimpleUploadedFile(f"{n}.pdf", b"x") for n in range(3)], "You chose 3 files."),
    ],
)
def test_files_that_cannot_be_taken_are_told_why(
    sent: list[SimpleUploadedFile], sentence: str
) -> None:
    form = PapersForm({}, files(*sent))

    assert sentence in form.errors["papers"][0]


def test_several_files_come_as_a_list() -> None:
    form = PapersForm({}, files(*(SimpleUploadedFile(f"{n}.pdf", b"x") for n in range(2))))

    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["papers"]] == ["0.pdf", "1.pdf"]
