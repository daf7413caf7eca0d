"""How an appeal goes through the pages: the member asks again, another physician answers."""

import re
from pathlib import Path

from playwright.sync_api import expect

from browser.people import Person

WORDS_ES = "Sin las visitas no puedo subir escaleras."
NEW_NOTE = "nota.txt"
STILL_NO = "The new note names stairs, but no goal that can be measured."
STILL_NO_PLAIN = "The new note does not say how we can tell that it helps you."
STILL_NO_ES = "La nota nueva no dice cómo sabremos que le ayuda."


def member_asks_again(member: Person, care: str, folder: Path) -> None:
    """From the first page to the appeal that is filed, in Spanish, with a new note."""
    page = member.page
    member.goes_to("/member/")
    reads_spanish(member)
    member.follows(care)
    reads_spanish(member)
    member.follows("Pedirnos que cambiemos nuestra respuesta")
    note = folder / NEW_NOTE
    note.write_text("Meta: subir diez escalones sin ayuda.", encoding="utf-8")
    page.get_by_label("¿Por qué debemos cambiar nuestra respuesta?").fill(WORDS_ES)
    page.get_by_label("Papeles nuevos, si los tiene").set_input_files(note)
    reads_spanish(member)
    member.presses("Pedir otra revisión")
    expect(
        page.get_by_text("La revisará un médico que no tomó la primera decisión.")
    ).to_be_visible()
    reads_spanish(member)


def desk_gives_it_to(desk: Person, reviewer: Person, *, not_to: str) -> None:
    """From the appeals' list to the reviewer; who signed the no is not offered."""
    desk.goes_to("/staff/worklist/appeals/")
    judges(desk)
    desk.opens_the_first()
    judges(desk)
    desk.follows("Choose the reviewer")
    offered = desk.group("Reviewer")
    assert not_to not in offered.inner_text()
    desk.chooses("Reviewer", reviewer.account.name)
    judges(desk)
    desk.presses("Give it to this reviewer")
    expect(desk.page.get_by_text(f"It lies with {reviewer.account.name} now.")).to_be_visible()


def reviewer_lets_the_no_stand(reviewer: Person, *, spanish: bool) -> None:
    """Open every paper and sign; without having opened them it is refused."""
    page = reviewer.page
    reviewer.goes_to("/staff/worklist/appeal_review/")
    reviewer.opens_the_first()
    judges(reviewer)
    for paper in reviewer.sees_all(".papers__name a"):
        with page.expect_download():
            paper.click()
    reviewer.follows("Let the no stand")
    reviewer.chooses("Ground", "Not medically appropriate")
    page.get_by_label("Clinical reason").fill(STILL_NO)
    page.get_by_label("Reason in plain words, for the member").fill(STILL_NO_PLAIN)
    if spanish:
        page.get_by_label("The same reason in Spanish").fill(STILL_NO_ES)
    judges(reviewer)
    reviewer.presses("Sign: the no stands")
    expect(page.get_by_text("The no stands. The member's letter is ordered.")).to_be_visible()
    judges(reviewer)


def judges(person: Person) -> None:
    """Let axe judge the page, once for each kind of page of the office."""
    kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", person.page.url.partition("?")[0])
    if kind not in _JUDGED:
        person.finds_the_page_accessible()
        _JUDGED.add(kind)


def reads_spanish(member: Person) -> None:
    """Judge a member's page: accessible, in Spanish, no English but what is marked as such."""
    judges(member)
    expect(member.page.locator("html")).to_have_attribute("lang", "es")
    left = english_on(member)
    assert not left, f"{member.page.url}\n{left}"


def english_on(member: Person) -> str:
    """Return the lines of the whole page that read like English, without what says it is."""
    lines: list[str] = member.page.evaluate(_LINES)
    return "\n".join(line for line in lines if _ENGLISH & set(line.casefold().split()))


_JUDGED: set[str] = set()
_ENGLISH = frozenset({"the", "you", "your", "we", "our", "of", "to", "and", "is", "this", "it"})
_LINES = """() => {
    const page = document.body.cloneNode(true)
    page.querySelectorAll("[lang]:not([lang=es]), script, template").forEach(one => one.remove())
    document.body.append(page)
    const lines = page.innerText.split("\\n")
    page.remove()
    return lines
}"""
