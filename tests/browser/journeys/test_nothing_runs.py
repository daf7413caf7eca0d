"""Hostile texts in front of a real browser: no window opens, nothing runs, no policy complains."""

import pytest
from playwright.sync_api import Dialog

from browser.conftest import Seat
from browser.open_office import OpenOffice, make_busy_world
from factories.emergency_access import make_emergency
from factories.prior_auth import make_request
from factories.roster import make_ipa
from hostile.scripts import MARK
from hostile.test_scripts_in_text import written_everywhere
from openmso.casework.prior_auth.actions.write_message import write_message
from openmso.office import clock
from openmso.office.access.roles import Role

pytestmark = pytest.mark.browser

_SAYS_IT_RAN = f"window.{MARK} = () => {{ window.ran = true; alert('{MARK}'); }}"
TEXTS = (
    f"<script>{MARK}()</script>",
    f"</textarea><img src=x onerror={MARK}()>",
    f'"><svg/onload={MARK}()>',
    f'" autofocus onfocus="{MARK}()',
    f"<a href=javascript:{MARK}()>Open</a>",
    f"<p hx-get=/account/logout/ hx-trigger=load>{MARK}",
    f"\u202e<details open ontoggle={MARK}()>",
)


def test_nothing_that_was_typed_runs_in_a_browser(office: OpenOffice, seat: Seat) -> None:
    world = make_busy_world()
    case = make_request(world, servicing_name="Dr. Elsewhere")
    nurse = seat(Role.NURSE, world)
    write_message(case.id, text="Hello", by=nurse.account.as_actor(), at=clock.now())
    outsider = seat(Role.NURSE, world, ipa_ids=[make_ipa(world.tenant).id])
    use = make_emergency(case, outsider.account)
    walks = (
        (nurse, "/staff/worklist/nurse/"),
        (nurse, f"/staff/prior-auth/{case.id}/"),
        (nurse, f"/staff/members/{world.member.id}/"),
        (outsider, f"/staff/emergency/{use.id}/"),
        (seat(Role.PRACTICE, world), f"/practice/requests/{case.id}/"),
        (seat(Role.MEMBER, world), f"/member/requests/{case.id}/"),
    )
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    for person in {id(person): person for person, _ in walks}.values():
        person.page.add_init_script(_SAYS_IT_RAN)
        person.page.on("dialog", note)
    for text in TEXTS:
        written_everywhere(world, text)
        for person, path in walks:
            person.goes_to(path)
            assert MARK in person.page.content(), path
            assert person.page.evaluate("window.ran") is None, f"{path}: {text}"
            assert person.complaints == [], f"{path}: {text}"

    assert opened == []
