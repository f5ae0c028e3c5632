"""The days before and after sessions."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from domain.looking_back.diary import Day, Measure

BESIDE: Final = 3
"""So many days before and after a session belong to it: with one a week, every day does."""
SESSIONS: Final = 6
"""From so many sessions on the days around them are shown."""


def offset(day: date, sessions: Sequence[date]) -> int | None:
    """How many days a day is after (or, below 0, before) the nearest of the sessions, in order.

    Of two as near it is the one before; None where none is within three days.
    """
    place = bisect_left(sessions, day)
    near = [(day - one).days for one in sessions[max(0, place - 1) : place + 1]]
    nearest = min(near, key=lambda days: (abs(days), -days), default=BESIDE + 1)
    return nearest if abs(nearest) <= BESIDE else None


def around(days: Iterable[Day], measure: Measure, sessions: Iterable[date]) -> dict[int, list[Day]]:
    """The days that have answers, by how far they are from their session; 0 is its day."""
    ordered = sorted(set(sessions))
    found: dict[int, list[Day]] = {offset: [] for offset in range(-BESIDE, BESIDE + 1)}
    for one in days:
        away = offset(one.day, ordered)
        if away is not None and measure in one.middles:
            found[away].append(one)
    return found
