"""What independent reviewers decide, in Chromium: search, read, print; and the box on the desk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import NARROW, assert_no_violations
from browser.conftest import Seat
from browser.open_office import OpenOffice
from factories.decisions import physician_of, with_physician
from factories.prior_auth import make_world
from factories.published_decisions import decision, load
from openmso.casework.external_review.published_decisions.domain.decision import Outcome
from openmso.casework.external_review.published_decisions.models import PublishedRow
from openmso.office.access.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.requirement("S004-41")]

PICTURES = os.environ.get("OPENMSO_PICTURES", "")
ADDRESS = "/what-reviewers-decide/"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        java_script_enabled=request.param, viewport=NARROW if not request.param else None
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def loaded(office: OpenOffice) -> Iterator[None]:
    world = make_world()
    load(
        world.tenant,
        *(decision(n, year=2010 + n % 5) for n in range(100, 130)),
        *(decision(n, outcome=Outcome.UPHELD) for n in range(130, 145)),
        decision(7, year=2015, findings="The scan was needed to plan the care."),
    )
    yield
    PublishedRow.objects.all().delete()


def test_from_the_front_page_to_one_decision(page: Page, office: OpenOffice, loaded: None) -> None:
    page.goto(f"{office.url}/")
    page.get_by_role("link", name="What do independent reviewers decide?").first.click()
    expect(page.get_by_text("times out of 100").first).to_be_visible()
    page.get_by_label("Words").fill("back pain")
    page.get_by_role("button", name="Search", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions found")
    assert "q=back+pain" in page.url
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("link", name="Previous")).to_be_visible()
    page.get_by_role("link", name="Previous").click()
    page.get_by_role("link", name="MN14-7", exact=True).click()

    expect(page.get_by_text("The scan was needed to plan the care.")).to_be_visible()
    expect(page.get_by_text("What these numbers cannot tell")).to_be_visible()


@pytest.mark.parametrize("language", ["English", "Español"])
def test_no_page_has_a_violation(
    browser: Browser, office: OpenOffice, loaded: None, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}{ADDRESS}")
    if language == "Español":
        page.get_by_role("button", name=language).click()
    for number, address in enumerate(
        ("", "?q=mri", "?diagnosis=bones_joints&year=2012", "?q=zebra", "?year=1066", "MN14-7/")
    ):
        page.goto(f"{office.url}{ADDRESS}{address}")
        assert_no_violations(page)
        _keep_picture(page, f"reviewers-{language[:2].lower()}-{number}")
    page.close()


def test_without_the_file_the_figures_stand_alone(browser: Browser, office: OpenOffice) -> None:
    page = browser.new_page(viewport=NARROW)
    page.goto(f"{office.url}{ADDRESS}")

    expect(
        page.get_by_text("The decisions themselves are not loaded on this site.")
    ).to_be_visible()
    assert_no_violations(page)
    _keep_picture(page, "reviewers-figures-narrow")
    page.locator("#search_diagnosis").select_option("Cancer")
    page.get_by_role("button", name="Count", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("cases")
    _keep_picture(page, "reviewers-counted-narrow")
    page.close()


def test_on_paper_the_figures_and_limits_stay_and_the_boxes_go(
    browser: Browser, office: OpenOffice, loaded: None
) -> None:
    page = browser.new_page()
    page.goto(f"{office.url}{ADDRESS}?q=mri")

    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Search", exact=True)).to_be_hidden()
    expect(page.get_by_text("What these numbers cannot tell")).to_be_visible()
    expect(page.get_by_text("MN14-7", exact=True)).to_be_visible()
    expect(page.get_by_text("Words: mri")).to_be_visible()
    _keep_picture(page, "reviewers-paper")
    page.close()


@pytest.mark.requirement("S004-39")
def test_the_physician_opens_the_box_beside_the_decision(
    seat: Seat, office: OpenOffice, loaded: None
) -> None:
    world = make_world()
    case = with_physician(world, physician_of(world), diagnoses=("M54.16",))
    physician = seat(Role.PHYSICIAN, world)
    physician.page.goto(f"{office.url}/staff/prior-auth/{case.id}/decide/")
    expect(physician.page.get_by_text("for the member")).to_be_hidden()

    physician.page.get_by_text("Similar public decisions").click()

    expect(physician.page.get_by_text("46 decisions, 2010 to 2015").first).to_be_visible()
    assert_no_violations(physician.page)
    _keep_picture(physician.page, "reviewers-desk")


def _keep_picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
