"""A person chooses the language of their pages and mails; it stays with the account."""

from datetime import datetime

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.models import Account
from openmso.office.timeline.action import action, record

from ..account_line import AccountLine
from ..events import Event
from ..steps.locking import account_to_change


@action
def choose_language(language: str, *, by: Actor, at: datetime) -> Account:
    """Store `language` (a code such as "es") on the account of `by`. Raises NotAllowed."""
    if by.id is None or not by.is_person:
        raise NotAllowed("Only a person has a language.")
    account = account_to_change(by.id, by=by)
    account.language = language
    account.save(update_fields=["language"])
    record(AccountLine.of(account), Event.LANGUAGE_CHOSEN, by=by, at=at, language=language)
    return account
