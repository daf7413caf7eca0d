"""Ends every session of one account, so that switching it on again revives none of them."""

from openmso.office.access.models import Account, AccountSession


def end_sessions(account: Account) -> int:
    """Remove the account's sessions and return how many there were."""
    ended, _ = AccountSession.objects.filter(account_id=account.pk).delete()
    return ended
