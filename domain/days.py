"""The logical day: it starts at an hour of the person's choice, in the entry's own offset."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from domain.entries import CheckIn

SITTING: Final = timedelta(minutes=10)
PLENTY: Final = 6


def day_of(at: datetime, day_start: int) -> date:
    """The day that `at` belongs to, in its own offset, when days start at hour `day_start`."""
    return (at.replace(tzinfo=None) - timedelta(hours=day_start)).date()


def newest_first(check_ins: Iterable[CheckIn], day_start: int) -> list[CheckIn]:
    """Sorted by day, then by the moment itself; what was logged later stands first in a tie.

    After a flight west the later moment can lie on the earlier day: each keeps its own.
    """
    return sorted(
        check_ins, key=lambda one: (day_of(one.at, day_start), one.at, one.id), reverse=True
    )


def by_day(
    check_ins: Iterable[CheckIn], day_start: int
) -> Iterator[tuple[date, tuple[CheckIn, ...]]]:
    """Days with their check-ins, in the order given; lazily, so that a window reads no more."""
    for day, group in groupby(check_ins, key=lambda one: day_of(one.at, day_start)):
        yield day, tuple(group)


def same_sitting(begun: datetime, now: datetime) -> bool:
    """Whether a tap at `now` still changes the check-in begun at `begun`.

    A clock set back ends the sitting: the next tap is a check-in of its own.
    """
    return timedelta(0) <= now - begun < SITTING


def is_plenty(check_ins: Iterable[CheckIn], today: date, day_start: int) -> bool:
    """Whether `today` holds six check-ins or more."""
    return sum(day_of(one.at, day_start) == today for one in check_ins) >= PLENTY
