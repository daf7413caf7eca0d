"""`openmso office`: from an empty database to an administrator who is signed in."""

import re
import shlex
import time
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from factories.access import make_account
from factories.roster import make_tenant
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.accounts.models import Invitation
from openmso.office.accounts.terms import TERMS
from openmso.office.content.models import ContactLine
from openmso.office.content.queries import contact_lines
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.models import CaseEvent
from openmso.project.commands import main
from openmso.roster.benefits.models import ServiceCode
from openmso.roster.plans.models import Ipa
from source_code import ROOT

pytestmark = pytest.mark.django_db

HOW_TO = ROOT / "docs" / "operations" / "run_an_office.md"
SITE = "https://pages.example"
EMAIL = "ada@northlight.example"
PASSWORD = "seven geese over the lake"
APP = "/account/second-factor/totp/activate/"
ADD = [
    "office",
    "add",
    "northlight",
    "--name",
    "Northlight Health Management",
    "--legal-name",
    "Northlight Health Management, Inc.",
    "--time-zone",
    "America/Los_Angeles",
    "--state",
    "CA",
]
ADMIN = ["office", "admin", "northlight", "--email", EMAIL]
HEADING = "purpose,label,label_es,voice,from_on,language\n"

Read = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def reached_at(settings: Any) -> None:
    settings.PUBLIC_ADDRESS = SITE


def secret_in(text: str) -> str:
    found = re.search(rf"^{SITE}/invitation/\?link=(\S+)$", text, re.MULTILINE)
    assert found, text
    return found[1]


def accepted(secret: str) -> Client:
    """A browser in which the invited person has opened the account and signed in."""
    client = Client()
    form = {"name": "Ada Novak", "password": PASSWORD, "again": PASSWORD, "agreed": "on"}
    opened = client.post("/invitation/", form | {"terms": TERMS.edition, "link": secret})
    assert opened.headers["Location"] == "/account/login/"
    client.post("/account/login/", {"login": EMAIL, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    key = client.get(APP).context["form"].secret
    client.post(APP, {"code": format_hotp_value(hotp_value(key, int(time.time()) // 30))})
    return client


def blocks(language: str) -> list[str]:
    text = HOW_TO.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_written_path_leads_to_a_signed_in_administrator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, sheet in zip(("contact_lines", "organizations"), blocks("csv"), strict=True):
        (tmp_path / f"{name}.csv").write_text(sheet, encoding="utf-8")
    steps = [
        shlex.split(line)[1:]
        for line in blocks("sh")[0].replace("\\\n", " ").splitlines()
        if line.startswith("openmso office")
    ]

    assert [step[1] for step in steps] == ["add", "lines", "organizations", "admin"]
    assert [main(step) for step in steps] == [0, 0, 0, 0]

    told = capsys.readouterr().out
    assert "Letters still need" not in told
    client = accepted(secret_in(told))
    assert client.get("/staff/accounts/").status_code == 200
    assert "Northlight" in client.get("/staff/accounts/").content.decode()
    office = Tenant.objects.get(key="northlight")
    assert Account.objects.get(email=EMAIL).roles == [Role.OFFICE_ADMIN]
    assert Ipa.objects.filter(tenant=office).count() == 2
    assert ServiceCode.objects.exists()
    assert ContactLine.objects.filter(tenant=office, purpose="member_services").exists()


def test_the_office_s_history_begins_with_its_opening(capsys: Read) -> None:
    main([*ADD, "--ipa", "north=Northern Doctors IPA", "--by", "Otto Operator"])

    told = CaseEvent.objects.filter(tenant__key="northlight").values_list("name", "actor_name")
    assert ("office.opened", "Otto Operator") in told
    assert ("ipa.added", "Otto Operator") in told


def test_opened_again_nothing_changes_and_a_new_ipa_is_added(capsys: Read) -> None:
    main([*ADD, "--ipa", "north=Northern Doctors IPA"])
    lines = CaseEvent.objects.count()
    capsys.readouterr()

    assert main([*ADD, "--ipa", "north=Northern Doctors IPA"]) == 0
    assert "Nothing was written" in capsys.readouterr().out
    assert CaseEvent.objects.count() == lines

    south = ["--ipa", "south=Southern IPA", "--ipa-signs-as", "south=Northlight, for Southern IPA"]
    assert main([*ADD, *south]) == 0
    assert Ipa.objects.get(key="south").signs_as == "Northlight, for Southern IPA"
    assert Tenant.objects.filter(key="northlight").count() == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--time-zone", "Mars/Olympus"], 'Not a time zone: "Mars/Olympus"'),
        (["--state", "California"], 'The state "California" must be its two capital letters.'),
        (["--name", " "], "An office needs a name"),
        (["--name", "N" * 200], "The name is longer than 120 letters."),
        (["--holiday-list", "none_such"], "none_such"),
        (["--ipa", "Northern Doctors"], "is not KEY=TEXT"),
        (["--ipa", "North IPA=Northern"], "cannot be the key of an IPA"),
        (["--ipa", "a=One", "--ipa", "b=One"], "the same name"),
        (["--ipa-signs-as", "a=One"], "which no --ipa names"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    words: list[str], sentence: str, capsys: Read
) -> None:
    assert main([*ADD, *words]) == 1

    assert sentence in capsys.readouterr().err
    assert not Tenant.objects.filter(key="northlight").exists()


def test_an_office_of_that_key_with_other_facts_is_left_alone(capsys: Read) -> None:
    main(ADD)

    assert main([*ADD, "--state", "AZ", "--time-zone", "America/Phoenix"]) == 1

    assert "another state, time_zone" in capsys.readouterr().err
    assert Tenant.objects.get(key="northlight").state == "CA"


def test_a_new_number_ends_the_one_before_it(tmp_path: Path, capsys: Read) -> None:
    main(ADD)
    sheet = tmp_path / "lines.csv"
    first = "member_services,Member services,Servicios,213-555-0100,2026-01-01,\n"
    sheet.write_text(HEADING + first, encoding="utf-8")
    assert main(["office", "lines", "northlight", str(sheet)]) == 0

    second = first.replace("0100", "0199").replace("2026-01-01", "2026-06-01")
    sheet.write_text(HEADING + first + second, encoding="utf-8")
    assert main(["office", "lines", "northlight", str(sheet)]) == 0
    assert "1 new, 1 known" in capsys.readouterr().out

    office = Tenant.objects.get(key="northlight")
    for line in ContactLine.objects.filter(tenant=office, voice="213-555-0199"):
        assert contact_lines(office.id, line.from_on) == [line]
    assert main(["office", "lines", "northlight", str(sheet)]) == 0
    told = capsys.readouterr().out
    assert "0 new, 2 known" in told
    assert "still need a line today for: utilization_management, um_fax, grievances." in told


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("purpose,voice\n", 'lines.csv:1: The column "label" is missing.'),
        (HEADING + "party,A,B,213-555-0100,2026-01-01,\n", ':2: There is no purpose "party"'),
        (HEADING + "um_fax,A,B,213-555-0100,soon,\n", 'The from_on "soon" is not a day'),
        (HEADING + "um_fax,A,B,,2026-01-01,\n", "The voice is missing."),
        (HEADING + "um_fax,A,B,213-555-0100,2026-01-01,,\n", "more values than columns"),
        (HEADING + "um_fax,A,B,213-555-0100,2026-01-01,\n" * 2, "Another line for um_fax begins"),
    ],
)
def test_a_faulty_sheet_is_not_taken_over_in_part(
    tmp_path: Path, content: str, sentence: str, capsys: Read
) -> None:
    main(ADD)
    (tmp_path / "lines.csv").write_text(content, encoding="utf-8")

    assert main(["office", "lines", "northlight", str(tmp_path / "lines.csv")]) == 1

    assert sentence in capsys.readouterr().err
    assert not ContactLine.objects.filter(tenant__key="northlight").exists()


def test_the_link_is_printed_and_mailed(capsys: Read) -> None:
    main(ADD)

    assert main(ADMIN) == 0

    printed = capsys.readouterr().out
    assert mail.outbox[-1].to == [EMAIL]
    assert secret_in(printed) == secret_in(str(mail.outbox[-1].body))
    assert "The same link was mailed." in printed
    assert secret_in(printed) not in str(Invitation.objects.values())


def test_without_mail_the_link_is_only_printed(settings: Any, capsys: Read) -> None:
    settings.MAIL_IS_SET_UP = False
    main(ADD)

    assert main(ADMIN) == 0

    assert "hand the link over yourself" in capsys.readouterr().out
    assert not mail.outbox


def test_a_mail_server_that_does_not_answer_costs_nothing(settings: Any, capsys: Read) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    main(ADD)

    assert main(ADMIN) == 0

    printed = capsys.readouterr().out
    assert "The mail could not be sent" in printed
    assert accepted(secret_in(printed)).get("/staff/accounts/").status_code == 200


def test_invited_again_only_the_last_link_works(capsys: Read) -> None:
    main(ADD)
    links = []
    for words in (["--email", "adda@northlight.example"], [], []):
        main([*ADMIN, *words])
        links.append(secret_in(capsys.readouterr().out))

    answers = [Client().get("/invitation/", {"link": link}).status_code for link in links]

    assert answers == [404, 404, 200]


def test_once_there_is_an_administrator_the_command_invites_nobody(capsys: Read) -> None:
    main(ADD)
    main(ADMIN)
    accepted(secret_in(capsys.readouterr().out))

    assert main(ADMIN) == 0
    assert "Nothing was written." in capsys.readouterr().out
    assert main([*ADMIN, "--email", "other@northlight.example"]) == 1
    assert "invites others under Accounts" in capsys.readouterr().err

    Account.objects.filter(email=EMAIL).update(is_active=False)
    assert main([*ADMIN, "--email", "other@northlight.example"]) == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["office", "admin", "nowhere", "--email", EMAIL], 'There is no office "nowhere"'),
        ([*ADMIN, "--email", "ada"], '"ada" is not an e-mail address.'),
        ([*ADMIN, "--email", "nurse@elsewhere.example"], "an account in another office"),
    ],
)
def test_nobody_is_invited_where_it_cannot_work(
    words: list[str], sentence: str, capsys: Read
) -> None:
    make_account(Role.NURSE, make_tenant(key="elsewhere"), email="nurse@elsewhere.example")
    main(ADD)

    assert main(words) == 1

    assert sentence in capsys.readouterr().err
    assert not Invitation.objects.exists()


def test_without_an_address_of_the_pages_there_is_no_link(settings: Any, capsys: Read) -> None:
    settings.PUBLIC_ADDRESS = ""
    main(ADD)

    assert main(ADMIN) == 1
    assert "OPENMSO_PUBLIC_ADDRESS" in capsys.readouterr().err


@pytest.mark.parametrize("words", [ADD, ADMIN, ["office", "lines", "northlight", "lines.csv"]])
def test_a_demo_that_lies_nearby_is_never_meant(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read
) -> None:
    (tmp_path / "demo-data").mkdir()
    (tmp_path / "demo-data" / "openmso-demo.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "OPENMSO_DEMO_DATA_DIR"):
        monkeypatch.delenv(variable, raising=False)

    assert main(words) == 1
    assert "Please set DATABASE_URL, or add --data-dir" in capsys.readouterr().err
