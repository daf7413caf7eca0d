"""A no that became a yes: who reads it, and where it is counted."""

from browser.journeys.appealing import judges, reads_spanish
from browser.journeys.letters_on_paper import paper_of_the_newest_letter
from browser.journeys.refused import CARE_ES
from browser.open_office import WALKER
from browser.people import Person
from factories.prior_auth import World, make_request

AFTER_APPEAL = "Standard requests approved after an appeal"


def ten_approved_by_rule(world: World) -> None:
    """Without them the public figures would stand on too few people to be shown."""
    for _ in range(10):
        make_request(world, code=WALKER, met=True, unit="each")


def the_yes_reaches_everybody(member: Person, practice: Person, request: str) -> str:
    """The member and the practice read the authorization; returns its number."""
    member.goes_to("/member/")
    member.follows(CARE_ES)
    reads_spanish(member)
    assert "Dijimos que sí." in member.reads()
    numbered = member.page.locator("dt", has_text="Número de aprobación").locator("+ dd")
    number: str = numbered.inner_text()
    assert number in paper_of_the_newest_letter(member)
    practice.goes_to("/practice/requests/")
    practice.follows(request)
    judges(practice)
    assert number in practice.reads()
    return number


def it_is_counted(desk: Person, member: Person, request: str) -> None:
    """The year's figures count it; the desk opens the number to the case, everybody reads it."""
    desk.goes_to("/staff/reports/?report=public_metrics")
    judges(desk)
    desk.page.get_by_role("row", name="2026").get_by_role("link").first.click()
    judges(desk)
    head = desk.page.locator("thead th").all_inner_texts()
    column = next(at for at, words in enumerate(head) if words == AFTER_APPEAL)
    desk.page.locator("tbody tr").first.locator("th, td").nth(column).get_by_role("link").click()
    judges(desk)
    desk.follows(request)
    assert "Independent Medical Review" in desk.reads()
    member.goes_to("/prior-authorization-figures/")
    member.presses("Español")
    member.page.locator("main li a[href*='year=2026']").first.click()
    reads_spanish(member)
    assert "9.1" in member.reads()
