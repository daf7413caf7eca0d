"""How near a request of the night lies to an admission, so that both are one episode."""

from datetime import timedelta

SAME_EPISODE = timedelta(days=2)
"""A convention of this desk, not law: farther apart, a person says that they belong together."""
