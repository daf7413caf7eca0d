"""Ends every session of one account, so that switching it on again revives none of them."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models.functions import Now

from openmso.office.access.models import Account

_AT_A_TIME = 500


def end_sessions(account: Account) -> int:
    """Remove the account's sessions and return how many there were.

    A session keeps its account inside its sealed data, so all that have not ended are read;
    that is done here and at no other page. Sessions live by the machine's own clock.
    """
    alive = Session.objects.filter(expire_date__gt=Now()).iterator(chunk_size=_AT_A_TIME)
    own = [
        session.session_key
        for session in alive
        if session.get_decoded().get(SESSION_KEY) == str(account.pk)
    ]
    if own:
        Session.objects.filter(session_key__in=own).delete()
    return len(own)
