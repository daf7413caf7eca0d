"""How a concern that is no dispute about care goes through the pages."""

from playwright.sync_api import expect

from browser.journeys.appealing import judges, reads_spanish
from browser.people import Person

ANSWER = "You waited too long. We asked the clinic to add a person at the desk."
ANSWER_ES = "Usted esperó demasiado. Pedimos a la clínica que ponga una persona más."
# One that confirms the concern, one with the answer.
LETTERS_ABOUT_IT = 2


def member_says_what_is_wrong(member: Person) -> None:
    """From the first page to the concern that is filed, in Spanish."""
    page = member.page
    member.goes_to("/member/")
    page.get_by_role("link", name="Díganos qué está mal").first.click()
    reads_spanish(member)
    member.chooses("¿De qué se trata?", "Esperar por una cita o en el teléfono")
    page.get_by_label("¿Qué pasó?").fill("Esperé tres horas en la clínica.")
    member.presses("Enviar")
    expect(page.get_by_text("Gracias por decirnos.").first).to_be_visible()
    reads_spanish(member)


def desk_answers_it(desk: Person, name: str) -> None:
    """Give it to somebody whom it is not about, and answer it with a letter."""
    page = desk.page
    desk.goes_to("/staff/grievances/")
    judges(desk)
    desk.opens_the_first()
    judges(desk)
    desk.follows("Give it to a colleague")
    desk.chooses("Who answers it", name)
    judges(desk)
    desk.presses("Give it to this person")
    desk.follows("Answer it")
    desk.chooses("What we found", "The member is right")
    page.get_by_label("What we found and what we do, in plain words").fill(ANSWER)
    page.get_by_label("The same in Spanish").fill(ANSWER_ES)
    judges(desk)
    desk.presses("Answer, and send the letter")
    expect(page.get_by_text("Answered. The letter to the member is ordered.")).to_be_visible()
