"""The logical day: it starts at an hour of the person's choice, in the entry's own offset."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final, Protocol, TypeVar

from domain.entries import CheckIn

SITTING: Final = timedelta(minutes=10)
PLENTY: Final = 6


class Dated(Protocol):
    """An entry of a moment."""

    @property
    def id(self) -> str:
        """Its ULID."""
        ...

    @property
    def at(self) -> datetime:
        """The moment, with the offset of its place."""
        ...


D = TypeVar("D", bound=Dated)


def day_of(at: datetime, day_start: int) -> date:
    """The day that `at` belongs to, in its own offset, when days start at hour `day_start`."""
    return (at.replace(tzinfo=None) - timedelta(hours=day_start)).date()


def newest_first(entries: Iterable[D], day_start: int) -> list[D]:
    """Sorted by day, then by the moment itself; what was logged later stands first in a tie.

    After a flight west the later moment can lie on the earlier day: each keeps its own.
    """
    return sorted(
        entries, key=lambda one: (day_of(one.at, day_start), one.at, one.id), reverse=True
    )


def by_day(entries: Iterable[D], day_start: int) -> Iterator[tuple[date, tuple[D, ...]]]:
    """Days with their entries, in the order given; lazily, so that a window reads no more."""
    for day, group in groupby(entries, key=lambda one: day_of(one.at, day_start)):
        yield day, tuple(group)


def same_sitting(begun: datetime, now: datetime) -> bool:
    """Whether a tap at `now` still changes the check-in begun at `begun`.

    A clock set back ends the sitting: the next tap is a check-in of its own.
    """
    return timedelta(0) <= now - begun < SITTING


def is_plenty(check_ins: Iterable[CheckIn], today: date, day_start: int) -> bool:
    """Whether `today` holds six check-ins or more."""
    return sum(day_of(one.at, day_start) == today for one in check_ins) >= PLENTY


def since(entries: Sequence[D], moment: datetime) -> Sequence[D]:
    """Those of `moment` and later; `entries` are sorted by `at`."""
    return entries[bisect_left(entries, moment, key=lambda one: one.at) :]


def two_weeks_before(now: datetime) -> datetime:
    """What "since last session" means where there was none."""
    return now - timedelta(days=14)
