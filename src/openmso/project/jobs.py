"""Jobs of the installation itself: old sessions, and what a demo could not print at its start."""

from datetime import timedelta

from django.conf import settings

from openmso.office import clock
from openmso.office.jobs.queue import enqueue, every, job, nothing_for_later
from openmso.project.sessions import SessionStore

_AT_ONCE = 60
_NOT_OF_TODAY = timedelta(days=1)


@every("7 3 * * *", name="sessions.forget_ended")
def forget_ended_sessions() -> None:
    """Remove the sessions that have ended: nobody is let in by them any more."""
    SessionStore.clear_expired()


@job("demo.print_older_letters")
def print_older_letters() -> None:
    """Print some of the year's older letters, dated to their own time, and come again for more.

    Safe to run twice: a printed letter is not in the tray any more. Outside a demo it does nothing.
    """
    if not hasattr(settings, "DEMO_DATA_DIR"):
        return
    from openmso.project.demo.post_room import letters_in_the_tray, print_and_send

    now = clock.now()
    waiting = letters_in_the_tray(before=now - _NOT_OF_TODAY)
    with nothing_for_later():
        for letter_id in waiting[:_AT_ONCE]:
            print_and_send(letter_id, now=now)
    if waiting[_AT_ONCE:]:
        enqueue(print_older_letters)
