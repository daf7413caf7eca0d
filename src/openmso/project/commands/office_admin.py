"""`openmso office admin KEY --email ADDRESS`: invite an office's first administrator.

The link is printed once, because no mail may be set up yet, and mailed where it is.
"""

import argparse
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import by_whom, office_of_key

if TYPE_CHECKING:
    from openmso.office.accounts.models import Invitation
    from openmso.office.tenants.models import Tenant

HELP = "invite an office's first administrator"


def add_arguments(admin: argparse.ArgumentParser) -> None:
    """Describe the options of `office admin KEY`."""
    admin.add_argument("key", metavar="KEY", help="the office")
    admin.add_argument("--email", required=True, metavar="ADDRESS", help="whom to invite")
    admin.add_argument("--by", metavar="NAME", help="who does it (default: your user name here)")
    admin.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Invite, print the link, mail it too. Again: a new link instead of the earlier one."""
    installation.enter_for_good(args.data_dir)
    from django.conf import settings

    from openmso.office.accounts.links import new_secret
    from openmso.office.accounts.mail import end_in_words, link_to
    from openmso.office.tenants.whose_rows import of_tenant

    email, site = _email(args.email), settings.PUBLIC_ADDRESS
    if not site:
        raise Refusal("Please set OPENMSO_PUBLIC_ADDRESS (https://…): the link leads there.")
    tenant = office_of_key(args.key)
    if _is_administrator(email, tenant):
        sys.stdout.write(f"{email} is an administrator of {tenant.name}. Nothing was written.\n")
        return 0
    secret = new_secret()
    with of_tenant(tenant.id):
        invitation = _invite(email, secret, by_whom(args.by), tenant)
        sys.stdout.write(
            f"{email} may open an account as administrator of {tenant.name}. The link works once, "
            f"until {end_in_words(invitation)}:\n\n{link_to(secret, site=site)}\n\n"
        )
        sys.stdout.write(_mailed(invitation, secret, site))
    return 0


def _email(text: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    email = text.strip().lower()
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise Refusal(f'"{text}" is not an e-mail address.') from wrong
    return email


def _is_administrator(email: str, tenant: "Tenant") -> bool:
    """Tell whether nothing is left to do. Raises Refusal where the e-mail belongs elsewhere."""
    from openmso.office.access.models import Account
    from openmso.office.access.roles import Role
    from openmso.office.tenants.whose_rows import of_every_office

    with of_every_office("an e-mail has one account in the whole installation"):
        account = Account.objects.filter(email=email).first()
    if account is not None and account.tenant_id != tenant.id:
        raise Refusal(f"{email} has an account in another office here. Choose another e-mail.")
    return account is not None and account.is_active and Role.OFFICE_ADMIN in account.roles


def _invite(email: str, secret: str, by: str, tenant: "Tenant") -> "Invitation":
    from django.conf import settings

    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.office.accounts.actions.invite import AlreadyHere, AlreadyInvited
    from openmso.office.accounts.actions.invite_first_administrator import (
        HasAdministrator,
        invite_first_administrator,
    )

    try:
        return invite_first_administrator(
            email,
            secret=secret,
            holds_for=timedelta(hours=settings.INVITATION_HOURS),
            by=Actor.system(by, tenant.id),
            at=clock.now(),
        )
    except (HasAdministrator, AlreadyHere, AlreadyInvited) as refusal:
        raise Refusal(f"{refusal} Nothing was written.") from refusal


def _mailed(invitation: "Invitation", secret: str, site: str) -> str:
    from django.conf import settings

    from openmso.office.accounts.mail import invitation_mail

    if not settings.MAIL_IS_SET_UP:
        return (
            "No mail is set up (EMAIL_URL): hand the link over yourself. It is not shown again.\n"
        )
    try:
        invitation_mail(invitation, secret=secret, site=site).send()
    except OSError:
        return "The mail could not be sent: hand the link over yourself. It is not shown again.\n"
    return "The same link was mailed. It is not shown here again.\n"
