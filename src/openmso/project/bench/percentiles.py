"""How long the middle one waited, and the unlucky one in twenty."""

from collections.abc import Sequence
from math import ceil


def percentile(sorted_values: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` (0 to 1) of all values do not exceed.

    The values must be sorted. Nearest rank: always a value that was measured. 0 for no values.
    """
    if not sorted_values:
        return 0.0
    rank = max(1, ceil(share * len(sorted_values)))
    return sorted_values[rank - 1]
