"""How far chance alone may have moved a share.

Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
inference", Journal of the American Statistical Association 22 (1927), 209-212. It stays between
0 and 1 and holds for small samples and for shares near the ends, where the simple one fails.
"""

from math import sqrt

_TWO_SIDED_95_PERCENT = 1.959963984540054


def wilson(count: int, sample: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of `count` out of `sample`, as shares of 1.

    Raises ValueError unless 0 <= count <= sample and sample > 0.
    """
    if not 0 <= count <= sample or sample == 0:
        raise ValueError(f"not a share: {count} of {sample}")
    z = _TWO_SIDED_95_PERCENT
    share, spread = count / sample, z * z / sample
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / sample + spread / (4 * sample))
    return max(0.0, middle - half), min(1.0, middle + half)
