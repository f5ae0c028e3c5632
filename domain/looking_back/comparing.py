"""Two sets of days beside each other, in one of four words, or in none.

Cliff's delta: N. Cliff, "Dominance statistics: Ordinal analyses to answer ordinal questions",
Psychological Bulletin 114 (1993). Below 0.147 it is called negligible, from 0.33 on more than
small: J. Romano et al., "Appropriate statistics for ordinal level data" (2006).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from domain.looking_back.middles import middle_half

Word = Literal["mostly higher", "mostly lower", "about the same", "mixed"]
CLEAR: Final = 0.33
NEGLIGIBLE: Final = 0.147
ONE_STEP: Final = 1.0


def cliffs_delta(some: Sequence[float], others: Sequence[float]) -> float:
    """How much more often one of `some` is higher than one of `others` than lower: -1..1.

    Both hold at least one value.
    """
    ordered = sorted(others)
    above = sum(bisect_left(ordered, one) for one in some)
    below = sum(len(ordered) - bisect_right(ordered, one) for one in some)
    return (above - below) / (len(some) * len(ordered))


def compared(some: Sequence[float], others: Sequence[float], least: int) -> Word | None:
    """The word for `some` beside `others`, a value for each day; None with fewer than `least`.

    "Higher" and "lower" only where the delta is clear and its sign stays whichever day is left
    out; "about the same" only where it is negligible and the middle halves end within a step of
    each other; else it is mixed.
    """
    if min(len(some), len(others)) < max(2, least):
        return None
    delta = cliffs_delta(some, others)
    if abs(delta) >= CLEAR and all(one * delta > 0 for one in _leaving_one_out(some, others)):
        return "mostly higher" if delta > 0 else "mostly lower"
    ends = zip(middle_half(some), middle_half(others), strict=True)
    alike = all(abs(one - other) <= ONE_STEP for one, other in ends)
    return "about the same" if abs(delta) < NEGLIGIBLE and alike else "mixed"


def _leaving_one_out(some: Sequence[float], others: Sequence[float]) -> Iterator[float]:
    # Days with the same value are the same to leave out.
    for value in set(some):
        yield cliffs_delta(_without(some, value), others)
    for value in set(others):
        yield cliffs_delta(some, _without(others, value))


def _without(values: Sequence[float], value: float) -> list[float]:
    rest = list(values)
    rest.remove(value)
    return rest
