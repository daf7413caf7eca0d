"""`openmso office add KEY`: open an office with its IPAs, or add IPAs to one that is open."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openmso.project import installation
from openmso.project.refusal import Refusal
from openmso.project.which_office import by_whom, offices

if TYPE_CHECKING:
    from openmso.office.access.actor import Actor
    from openmso.office.tenants.models import Tenant
    from openmso.office.tenants.new_office import NewOffice
    from openmso.roster.plans.actions.add_contracts import NewIpa

HELP = "open an office, with the IPAs it works for"


def add_arguments(add: argparse.ArgumentParser) -> None:
    """Describe the options of `office add KEY`."""
    add.add_argument("key", metavar="KEY", help="its short name: small letters, digits, hyphens")
    add.add_argument("--name", required=True, help="how people know it; stands on every page")
    add.add_argument("--legal-name", required=True, help="its full name, for letters and contracts")
    add.add_argument("--time-zone", required=True, help="its days end there: America/Los_Angeles")
    add.add_argument("--state", required=True, help="two letters: CA")
    add.add_argument(
        "--ipa", action="append", default=[], metavar="KEY=NAME", help="may be given again"
    )
    add.add_argument(
        "--ipa-signs-as",
        action="append",
        default=[],
        metavar="KEY=TEXT",
        help="how the IPA's notices are signed (default: its name)",
    )
    add.add_argument(
        "--address-line", action="append", default=[], help="of the letterhead, line by line"
    )
    add.add_argument("--website", default="", help="printed on letters")
    add.add_argument("--holiday-list", default="federal_observed", help="closed days (%(default)s)")
    add.add_argument("--by", metavar="NAME", help="who does it (default: your user name here)")
    add.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Write what is not there yet. An office of that key with other facts is left alone."""
    installation.enter_for_good(args.data_dir)
    from openmso.office.access.actor import Actor
    from openmso.office.tenants.whose_rows import of_tenant

    office, ipas = _office(args), _ipas(args)
    stored = offices().get(office.key)
    tenant_id = stored.id if stored else office.id
    with of_tenant(tenant_id):
        by = Actor.system(by_whom(args.by), tenant_id)
        told = _add_to(stored, office, ipas, by) if stored else _open(office, ipas, by)
    sys.stdout.write(told)
    return 0


def _office(args: argparse.Namespace) -> "NewOffice":
    from openmso.office.tenants.new_office import NewOffice, mistakes_in

    office = NewOffice(
        key=args.key,
        name=args.name.strip(),
        legal_name=args.legal_name.strip(),
        state=args.state,
        time_zone=args.time_zone,
        holiday_list=args.holiday_list,
        letterhead_address="\n".join(line.strip() for line in args.address_line),
        website=args.website.strip(),
    )
    if mistakes := mistakes_in(office):
        raise Refusal("\n".join([*mistakes, "Nothing was written."]))
    return office


def _ipas(args: argparse.Namespace) -> "list[NewIpa]":
    from openmso.office.tenants.new_office import is_key
    from openmso.roster.plans.actions.add_contracts import NewIpa

    names, signatures = _pairs("--ipa", args.ipa), _pairs("--ipa-signs-as", args.ipa_signs_as)
    if wrong := [key for key in names if not is_key(key)]:
        raise Refusal(f'"{wrong[0]}" cannot be the key of an IPA: small letters, digits, hyphens.')
    if strange := [key for key in signatures if key not in names]:
        raise Refusal(f'--ipa-signs-as names "{strange[0]}", which no --ipa names.')
    if len(set(names.values())) < len(names):
        raise Refusal("Two IPAs cannot have the same name.")
    return [
        NewIpa(
            key=key,
            name=name,
            legal_name=name,
            notice_identity=signatures.get(key, ""),
            state=args.state,
        )
        for key, name in names.items()
    ]


def _pairs(option: str, given: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for one in given:
        key, equals, text = (part.strip() for part in one.partition("="))
        if not (key and equals and text):
            raise Refusal(f'{option} "{one}" is not KEY=TEXT, such as north=Northern Doctors IPA.')
        if key in pairs:
            raise Refusal(f'{option} names "{key}" twice.')
        pairs[key] = text
    return pairs


def _open(office: "NewOffice", ipas: "list[NewIpa]", by: "Actor") -> str:
    from openmso.office import clock
    from openmso.roster.benefits.actions.add_benefits import load_service_codes
    from openmso.roster.plans.actions.open_office import open_office
    from openmso.standards.codes.service_codes import house_services

    at = clock.now()
    open_office(office, ipas=ipas, by=by, at=at)
    codes = load_service_codes(house_services(), by=by, at=at)
    lines = [
        f"{office.name} is open, with {len(ipas)} IPA{'' if len(ipas) == 1 else 's'} and "
        f"{codes} service codes.",
        f"Next: openmso office lines {office.key} FILE, then openmso office admin {office.key} "
        "--email ADDRESS",
    ]
    return "\n".join(lines) + "\n"


def _add_to(stored: "Tenant", office: "NewOffice", ipas: "list[NewIpa]", by: "Actor") -> str:
    from openmso.office import clock
    from openmso.office.tenants.new_office import differences
    from openmso.roster.plans.actions.add_contracts import add_ipas
    from openmso.roster.plans.queries import ipas_of

    if other := differences(stored, office):
        raise Refusal(
            f'There is an office "{office.key}" with another {", ".join(other)}. Nothing was '
            "written."
        )
    there = {ipa.key: ipa for ipa in ipas_of(stored.id)}
    for ipa in ipas:
        known = there.get(ipa.key)
        if known and (known.name, known.notice_identity) != (ipa.name, ipa.notice_identity):
            raise Refusal(f'There is an IPA "{ipa.key}" of another name. Nothing was written.')
        if known is None and ipa.name in {each.name for each in there.values()}:
            raise Refusal(f'There is an IPA called "{ipa.name}" already. Nothing was written.')
    new = [ipa for ipa in ipas if ipa.key not in there]
    if not new:
        return f"{stored.name} is open already. Nothing was written.\n"
    add_ipas(new, by=by, at=clock.now())
    return f"{stored.name} is open already. New IPAs: {', '.join(ipa.name for ipa in new)}.\n"
