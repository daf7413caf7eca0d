"""`openmso paper take DIR`: take in faxes, letters and e-mails that lie in a folder."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from openmso.project import installation
from openmso.project.refusal import Refusal

HELP = "take in the faxes, scanned letters and e-mails of a folder"
_WAYS = ("fax", "mail", "email")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe `paper take`."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="WHAT")
    take = acts.add_parser("take", help="put every file of a folder into the mail room")
    take.add_argument("place", type=Path, metavar="DIR", help="the folder with the files")
    take.add_argument("--way", choices=_WAYS, default="fax", help="how they came (%(default)s)")
    take.add_argument("--tenant", metavar="KEY", help="for which office")
    take.add_argument("--by", metavar="NAME", help="who takes them in, for the history")
    take.add_argument("--data-dir", type=Path, metavar="DIR", help="a demo office's folder")


def run(args: argparse.Namespace) -> int:
    """Take them in and say what each became; 1 when one could not be taken."""
    if not args.place.is_dir():
        raise Refusal(f'There is no folder "{args.place}".')
    installation.enter(args.data_dir)
    from openmso.adapters.incoming.folder import IncomingFolder
    from openmso.channels.paper.intake import empty_tray
    from openmso.office import clock
    from openmso.office.access.actor import Actor
    from openmso.office.mail_room.domain.outcome import Way
    from openmso.office.mail_room.interfaces import TrayFailed
    from openmso.office.tenants.whose_rows import of_tenant
    from openmso.project.which_office import by_whom, office_named

    office = office_named(args.tenant)
    by = Actor.system(by_whom(args.by), office.id)
    # Whoever gives the command says that the files are whole.
    try:
        with of_tenant(office.id):
            emptied = empty_tray(
                IncomingFolder(args.place),
                Way(args.way),
                written_before=datetime.now(UTC),
                by=by,
                at=clock.now(),
            )
    except TrayFailed as trouble:
        raise Refusal(str(trouble)) from None
    for paper in emptied.taken:
        sys.stdout.write(f"{paper.number}  {_told(paper.pages, paper.trouble)}\n")
    sys.stdout.write(
        f"{len(emptied.taken)} taken in, {emptied.in_trouble} of them cannot be used, "
        f"{emptied.known} were here before.\n"
    )
    return 1 if emptied.in_trouble else 0


def _told(pages: int | None, trouble: str) -> str:
    return trouble or f"{pages or '?'} page{'' if pages == 1 else 's'}"
