"""The database connection of every process (Django looks for it in a module of this name).

Before a request uses a connection that was kept, it makes sure that the connection lives. Django
asks the server a question for that. But a server that goes away hangs up, and a line on which
nobody asked anything has nothing to read until it does: looking at the line is enough, and saves
each request a way to the server. Where there is something to read, Django's question decides.

A page of a case reads it with its people in one statement of up to some twenty joins. Left alone,
the database tries them in thousands of orders, which takes it dozens of times as long as reading;
ours are written in a good order already, the chosen rows first and then what they point to.
"""

import select

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

_JOINS_TO_REORDER = 4


class DatabaseWrapper(base.DatabaseWrapper):
    def init_connection_state(self) -> None:
        super().init_connection_state()
        self.connection.execute(f"SET join_collapse_limit = {_JOINS_TO_REORDER}")

    def is_usable(self) -> bool:
        """Tell whether the kept connection can be used; at rest, without asking the server."""
        kept = self.connection
        if kept is None or kept.closed:
            return False
        at_rest = kept.info.transaction_status == TransactionStatus.IDLE
        if at_rest and not _something_to_read(kept.fileno()):
            return True
        return bool(super().is_usable())


def _something_to_read(line: int) -> bool:
    waiting = select.poll()
    waiting.register(line, select.POLLIN)
    return bool(waiting.poll(0))
