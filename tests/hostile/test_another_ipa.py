"""Somebody of our staff who is limited to one IPA knocks at everything that belongs to another.

Every staff page with an id of a case, paper, letter, member, talk, receipt or place on a list must
answer as if there were no such thing; emergency access is the one way around it, and it is told.
"""

import pytest
from django.test import Client, RequestFactory

from factories.access import make_account, sign_in
from factories.roster import make_ipa
from hostile.addresses import Page, Whose, pages, values_for
from hostile.people import Person
from hostile.test_every_url import body
from hostile.two_offices import TwoOffices
from openmso.office.access.roles import ROLES, Role

# What is not one IPA's: colleagues, what an administrator or privacy staff look after, blank forms,
# who is on call at night, for whomever, the hospitals with their hospitalists, and programs that
# reward somebody.
OF_THE_OFFICE = {"account_id", "invitation_id", "job_id", "use_id", "ipa_key"}
OF_THE_OFFICE |= {"hospital_id", "schedule_id", "shift_id", "page_id", "call_id", "page_code"}
OF_THE_OFFICE |= {"incentive_id"}
ROLES_AT_DESKS = [role for role in Role if ROLES[role].area == "staff"]


def belongs_to_an_ipa(page: Page, person: Person) -> bool:
    return (
        page.name.startswith("staff:")
        and person.may(str(page.rule))
        and bool(set(page.guarded_ids) - OF_THE_OFFICE)
    )


@pytest.mark.requirement("IMP-03", "IMP-16")
def test_nothing_of_another_ipa_is_told_from_what_does_not_exist(
    offices: TwoOffices, quiet_logs: None
) -> None:
    ipa = make_ipa(offices.ours.world.tenant)
    wrong, knocks = [], 0
    for role in ROLES_AT_DESKS:
        account = make_account(role, offices.ours.world.tenant, ipa_ids=[ipa.id])
        browser = RequestFactory()
        browser.cookies = sign_in(Client(), account).cookies
        person = Person(name=f"{role} of another IPA", browser=browser, role=role)
        for page in filter(lambda one: belongs_to_an_ipa(one, person), pages()):
            closed, absent = (
                page.address(values_for(offices, role, whose))
                for whose in (Whose.OWN, Whose.ABSENT)
            )
            for method in ("GET", "POST"):
                answer, twin = person.knock(method, closed), person.knock(method, absent)
                knocks += 1
                if answer.status_code not in {404, 405}:
                    wrong.append(f"{person.name}: {method} {page.name} -> {answer.status_code}")
                elif (answer.status_code, body(answer)) != (twin.status_code, body(twin)):
                    wrong.append(f"{person.name}: {method} {page.name} tells it from nothing")

    assert not wrong, "\n".join(wrong)
    assert knocks > 200
