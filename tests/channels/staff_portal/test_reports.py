"""The reports desk: the list, one report, the cases behind a number, files, review notes."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from factories.access import make_account, sign_in, signed_in
from factories.decided import make_denied
from factories.prior_auth import World, make_request, make_world
from factories.reports import make_run
from factories.roster import make_ipa
from factories.stays import make_stay
from openmso.office import clock
from openmso.office.access.roles import Role
from openmso.oversight.reports.domain.document import Document, Row, Table, hash_of, written
from openmso.oversight.reports.domain.figures import Figure, against_expected
from openmso.oversight.reports.models import OutlierReview, ReportRun
from openmso.oversight.reports.queries import order_of
from page_checks import assert_ids_resolve, assert_nothing_inline

pytestmark = pytest.mark.django_db

LIST = "/staff/reports/"
SIGN_IN, LIST_QUERIES, DETAIL, WRITE = 1, 4, 8, 12


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    return signed_in(Role.SUPERVISOR, world.tenant)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    html = str(answer.content.decode())
    if status == 200:
        assert_ids_resolve(html)
        assert_nothing_inline(html)
    return html


def an_outlier(world: World) -> ReportRun:
    """A report of the watch in which Spanish stands out, kept as if it had run."""
    kept = make_run(world, "under_utilization")
    figures = {
        "months": Figure(value=9000),
        "actual": Figure(value=40),
        "expected": Figure(value=Decimal("90.0")),
        "ratio": against_expected(40, Decimal(90), sureness=2.576),
    }
    row = Row(key="es|imaging", figures=figures, outlier=True)
    document = written(
        Document(
            report=kept.report,
            edition=kept.edition,
            scope="",
            period=order_of(kept).period,
            as_of=kept.as_of,
            tables=(Table(key="language", measures=tuple(figures), rows=(row,)),),
        )
    )
    ran = {field.attname: getattr(kept, field.attname) for field in ReportRun._meta.fields[1:]}
    ran |= {"edition": "0", "document": document, "sha256": hash_of(document)}
    return ReportRun.objects.create(**ran)


@pytest.mark.requirement("S003-33")
def test_each_ipa_s_desk_is_counted_this_minute_and_opens_to_its_cases(
    world: World, desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    now = clock.now()
    waiting = make_request(world, received_at=now, at=now)

    with django_assert_max_num_queries(SIGN_IN + LIST_QUERIES):
        html = page(desk, LIST)

    address = f"{LIST}now/?ipa={world.ipa.key}&amp;what=open"
    assert f'<a class="usa-link" href="{address}">1</a>' in html
    assert waiting.number in page(desk, address.replace("&amp;", "&"))


@pytest.mark.requirement("S003-33")
def test_a_late_case_is_overdue_and_a_decided_one_is_not_open(world: World, desk: Client) -> None:
    late = make_request(world, received_at=clock.now() - timedelta(days=60))
    denied = make_denied(world)

    overdue = page(desk, f"{LIST}now/?ipa={world.ipa.key}&what=overdue")

    assert late.number in overdue
    assert denied.number not in overdue


@pytest.mark.requirement("S003-31", "S003-32", "S003-42")
@pytest.mark.parametrize(
    "report", ["bed_days", "physician_profile", "under_utilization", "public_metrics"]
)
def test_a_report_says_what_it_is_and_what_every_number_means(
    world: World,
    desk: Client,
    report: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make_denied(world)
    run = make_run(world, report)

    with django_assert_max_num_queries(SIGN_IN + DETAIL):
        html = page(desk, f"{LIST}{run.id}/")

    for said in (run.sha256[:16], "As known on", "What the numbers mean", "What they cannot tell"):
        assert said in html


@pytest.mark.requirement("S003-31", "S003-32")
def test_a_number_opens_to_its_cases_and_a_chart_stands_beside_the_table(
    world: World, desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    denied = make_denied(world)
    run = make_run(world)
    npi = world.practitioner.npi

    html = page(desk, f"{LIST}{run.id}/")
    address = f"{LIST}{run.id}/cases/?table=physicians&row={npi}&measure=made"

    assert address.replace("&", "&amp;") in html
    assert '<svg class="bars__drawing"' in html
    with django_assert_max_num_queries(SIGN_IN + DETAIL + 2):
        assert denied.number in page(desk, address)


@pytest.mark.requirement("S003-31")
def test_bed_days_open_to_the_stays_they_come_from(world: World, desk: Client) -> None:
    stay = make_stay(world)
    run = make_run(world, "bed_days")

    address = f"{LIST}{run.id}/cases/?table=ipas&row={world.ipa.key}&measure=bed_days"

    assert address.replace("&", "&amp;") in page(desk, f"{LIST}{run.id}/")
    assert stay.number in page(desk, address)


@pytest.mark.requirement("IMP-17")
def test_a_report_computed_again_is_the_same_sign_by_sign(world: World, desk: Client) -> None:
    make_denied(world)
    run = make_run(world)

    answer = desk.post(f"{LIST}{run.id}/again/", follow=True)

    assert "the same, sign by sign" in answer.content.decode()


def test_a_report_leaves_as_csv_and_as_a_workbook(world: World, desk: Client) -> None:
    world.practitioner.family_name = "=HYPERLINK(1)"
    world.practitioner.given_name = ""
    world.practitioner.save()
    make_request(world)
    run = make_run(world)

    sheet = desk.get(f"{LIST}{run.id}/report.csv")
    book = desk.get(f"{LIST}{run.id}/report.xlsx")

    assert 'filename="physician_profile-2026-11.csv"' in sheet["Content-Disposition"]
    assert "'=HYPERLINK(1)" in sheet.content.decode()
    with ZipFile(BytesIO(book.content)) as parts:
        assert not [
            name
            for name in parts.namelist()
            if name.startswith("xl/worksheets/") and b"<f>" in parts.read(name)
        ]


@pytest.mark.requirement("S003-42")
def test_what_stands_out_gets_its_review_note(
    world: World, desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    run = an_outlier(world)
    address = f"{LIST}{run.id}/review/?table=language&row=es%7Cimaging"

    assert "Stands out" in page(desk, f"{LIST}{run.id}/")
    page(desk, address)
    short = desk.post(address, {"finding": "follow_up", "note": "ok"})
    assert short.status_code == 422
    assert_ids_resolve(short.content.decode())
    note = "Interpreters were missing in two practices; the network manager asks them."
    with django_assert_max_num_queries(SIGN_IN + WRITE):
        answer = desk.post(address, {"finding": "follow_up", "note": note})

    assert answer.status_code == 302
    assert OutlierReview.objects.get().note == note
    assert note in page(desk, f"{LIST}{run.id}/")


def test_a_row_that_does_not_stand_out_takes_no_note(world: World, desk: Client) -> None:
    run = make_run(world)

    page(desk, f"{LIST}{run.id}/review/?table=physicians&row=1", status=404)


@pytest.mark.requirement("S003-33", "IMP-16")
def test_a_client_s_reader_sees_their_own_ipa_s_reports_and_desk_only(world: World) -> None:
    other = make_ipa(world.tenant)
    make_denied(world)
    ours, theirs = make_run(world, ipa=world.ipa), make_run(world, ipa=other)
    whole = make_run(world)
    account = make_account(Role.SUPERVISOR, world.tenant, ipa_ids=[world.ipa.id])
    reader = sign_in(Client(), account)

    html = page(reader, LIST)

    assert world.ipa.name in html
    assert other.name not in html
    page(reader, f"{LIST}{ours.id}/")
    for hidden in (theirs, whole):
        for part in ("", "cases/?table=physicians&row=1&measure=made", "report.csv"):
            page(reader, f"{LIST}{hidden.id}/{part}", status=404)
    page(reader, f"{LIST}now/?ipa={other.key}&what=open", status=404)
    page(reader, f"{LIST}now/?ipa=&what=open", status=404)


def test_an_administrator_reads_the_figures_and_opens_no_case(world: World) -> None:
    make_denied(world)
    run = make_run(world)
    admin = signed_in(Role.OFFICE_ADMIN, world.tenant)

    html = page(admin, f"{LIST}{run.id}/")

    assert "/cases/" not in html
    page(admin, f"{LIST}{run.id}/cases/?table=physicians&row=1&measure=made", status=403)


@pytest.mark.parametrize("asked", [{}, {"what": "everything"}, {"what": "open", "ipa": "none"}])
def test_a_desk_that_does_not_exist_is_not_found(desk: Client, asked: dict[str, Any]) -> None:
    assert desk.get(f"{LIST}now/", asked).status_code == 404
