"""The calculator of a rule's page: what the command answers, in boxes and with its arithmetic."""

import json
from html import escape, unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from openmso.office.tenants.models import Tenant
from openmso.project import commands
from page_checks import assert_ids_resolve

pytestmark = pytest.mark.django_db

PACIFIC = "America/Los_Angeles"


@pytest.fixture(autouse=True)
def office() -> Tenant:
    return Tenant.objects.create(
        key="harborview", name="Harborview", legal_name="Harborview, Inc.", state="CA",
        time_zone=PACIFIC,
    )  # fmt: skip


def asked(client: Client, rule_id: str, **typed: str) -> Any:
    return client.get(f"/rulebook/{rule_id}/", {"zone": PACIFIC} | typed)


def text_of(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


# Rule, what is typed, and the same for the command.
CASES = {
    "business days over Thanksgiving": (
        "MC-PA-STD-5BD", {"on": "11/20/2026", "at": "4:45 PM"}, ["--at", "2026-11-20T16:45"],
    ),
    "calendar days": (
        "MA-OD-STD-PA-7", {"on": "2026-11-20", "at": "1645"}, ["--at", "2026-11-20T16:45"],
    ),
    "with the extension": (
        "MA-OD-STD-PA-7",
        {"on": "Nov 20 2026", "at": "4:45pm", "extended": "on"},
        ["--at", "2026-11-20T16:45", "--extended"],
    ),
    "hours through the change of the clocks in spring": (
        "MA-OD-EXP-72H", {"on": "03/06/2026", "at": "5pm"}, ["--at", "2026-03-06T17:00"],
    ),
    "hours through the change of the clocks in autumn": (
        "MA-OD-EXP-72H", {"on": "10/30/2026", "at": "5pm"}, ["--at", "2026-10-30T17:00"],
    ),
    "a time that the clocks skip": (
        "MA-OD-EXP-72H", {"on": "03/08/2026", "at": "2:30 AM"}, ["--at", "2026-03-08T02:30"],
    ),
    "another time zone": (
        "MA-OD-EXP-72H",
        {"on": "03/06/2026", "at": "5pm", "zone": "America/Phoenix"},
        ["--at", "2026-03-06T17:00", "--time-zone", "America/Phoenix"],
    ),
    "a rule of another day": (
        "MA-OD-STD-PA-14", {"on": "11/20/2026", "at": "8am"}, ["--at", "2026-11-20T08:00"],
    ),
    "receipt that is presumed": (
        "MA-ALJ-FILE", {"on": "11/20/2026"}, ["--notice-dated", "2026-11-20"],
    ),
    "later receipt that is proven": (
        "MA-ALJ-FILE",
        {"on": "11/20/2026", "received": "11/30/2026", "received_at": "10am"},
        ["--notice-dated", "2026-11-20", "--received", "2026-11-30T10:00"],
    ),
    "the later of two days": (
        "MC-APP-10",
        {"on": "11/20/2026", "at": "10am", "later": "12/15/2026"},
        ["--at", "2026-11-20T10:00", "--or-later", "2026-12-15T00:00"],
    ),
    "standing still": (
        "OVERPAY-60",
        {"on": "11/20/2026", "at": "9am", "paused": "11/25/2026", "paused_at": "9am",
         "went_on": "12/05/2026", "went_on_at": "9am"},
        ["--at", "2026-11-20T09:00", "--paused", "2026-11-25T09:00/2026-12-05T09:00"],
    ),
    "months": (
        "IMR-FILE-6M", {"on": "08/31/2026", "at": "12:00 PM"}, ["--at", "2026-08-31T12:00"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_page_answers_what_the_command_answers(
    client: Client, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    rule_id, typed, options = CASES[case]

    page = asked(client, rule_id, **typed)
    if "--time-zone" not in options:
        options = [*options, "--time-zone", PACIFIC]
    code = commands.main(["rulebook", "due", rule_id, *options, "--json"])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert page.status_code == 200
    result = page.context["result"]
    assert list(result.working) == told["working"]
    assert result.due_iso == told["due"]
    html = text_of(page)
    assert "Your due time" in html
    for line in told["working"]:
        assert f"<li>{line}</li>" in html
    assert_ids_resolve(page.content.decode())


def test_without_dates_nothing_is_worked_out_and_the_office_s_zone_is_chosen(
    client: Client,
) -> None:
    html = text_of(client.get("/rulebook/MA-OD-STD-PA-7/"))

    assert "Your due time" not in html
    assert f'<option value="{PACIFIC}" selected>' in html


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "13/40/2026", "at": "5pm"}, "There is no month 13"),
        ({"on": "02/30/2026", "at": "5pm"}, "That month has no day 30"),
        ({"on": "soon", "at": "5pm"}, "Write the date as month/day/year"),
        ({"on": "11/20/2026", "at": "25:00"}, "There is no such time of day"),
        ({"on": "11/20/2026", "at": "lunch"}, "Write the time like 2:30 PM"),
        ({"on": "", "at": "5pm"}, "Fill this in."),
        ({"on": "11/20/2026", "at": ""}, "Fill this in."),
        ({"on": "11/20/2026", "at": "5pm", "zone": "Mars/Olympus"}, "Choose one of the answers"),
        ({"on": "11/20/2199", "at": "5pm"}, "The holidays of that year are not known"),
    ],
)
def test_a_mistake_gets_a_sentence_beside_its_field_and_nothing_typed_is_lost(
    client: Client, typed: dict[str, str], sentence: str
) -> None:
    page = asked(client, "MC-PA-STD-5BD", **typed)

    html = text_of(page)
    assert page.status_code == 422
    assert sentence in html
    assert "Your due time" not in html
    for name in ("on", "at"):
        assert not typed[name] or f'value="{typed[name]}"' in html
    assert_ids_resolve(page.content.decode())


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"paused": "11/25/2026"}, "Write both"),
        ({"went_on": "11/25/2026"}, "Write both"),
        ({"paused_at": "5pm"}, "Write the date too."),
        ({"paused": "11/25/2026", "went_on": "11/24/2026"}, "cannot have stood still"),
        ({"paused": "11/25/2020", "went_on": "11/26/2020"}, "cannot have stood still"),
        ({"paused": "11/25/2026", "went_on": "11/25/2027"}, "cannot have stood still"),
    ],
)
def test_a_pause_that_cannot_be_gets_a_sentence(
    client: Client, typed: dict[str, str], sentence: str
) -> None:
    page = asked(client, "OVERPAY-60", on="11/20/2026", at="9am", **typed)

    assert page.status_code == 422
    assert sentence in text_of(page)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a" * 100_000,
        "\x00",
        "9" * 400,
        "12/31/2200",
        "01/01/1880",
        "٣٤٥",
        "{{7*7}}",
        "2026-11-22T00:00:00+99:00",
    ],
    ids=["script", "long", "nul", "digits", "late", "early", "arabic", "template", "offset"],
)
def test_whatever_is_typed_nothing_breaks(client: Client, text: str) -> None:
    good = {"on": "11/20/2026", "at": "9am", "paused": "11/25/2026", "went_on": "11/26/2026"}
    for rule_id in (
        "OVERPAY-60",
        "MC-APP-10",
        "MA-ALJ-FILE",
        "CA-RECORDS-COPY-15D",
        "MA-OD-EXP-72H",
    ):
        for name in (*good, "zone", "received", "later", "extended", "received_at"):
            page = asked(client, rule_id, **(good | {name: text}))

            assert page.status_code in {200, 404, 422}, (rule_id, name)
            assert "<script>alert" not in page.content.decode()


def test_a_limit_in_words_ignores_dates_and_says_what_it_means(client: Client) -> None:
    html = text_of(asked(client, "MA-PAY-CONTRACT", on="11/20/2026", at="9am"))

    assert "Calculator" not in html
    assert '<ol class="working"' in html


def test_the_comparison_with_others_counts_from_what_was_typed(client: Client) -> None:
    html = text_of(asked(client, "MC-PA-STD-5BD", on="12/07/2026", at="9am"))

    assert "Counted from your dates:" in html
    assert "They are due at the same time." in html


def test_the_sheet_names_nobody(client: Client) -> None:
    html = text_of(asked(client, "MC-PA-STD-5BD", on="12/07/2026", at="9am"))

    header = html[html.index('class="print-header"') :].split("</div>")[0]
    assert "Printed on" in header
    assert " by " not in header


def test_in_spanish_the_frame_is_spanish_and_the_arithmetic_english(client: Client) -> None:
    client.cookies["django_language"] = "es"

    html = text_of(asked(client, "MC-PA-STD-5BD", on="40/40/2026", at="lunch"))

    assert "Escriba la hora como 2:30 PM." in html
    assert escape("Calculadora") in html
