"""A stretch of days to look at, and the ones that are offered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, get_args

from dateutil.relativedelta import relativedelta

from domain.days import day_of

Range = Literal["session", "weeks", "months", "year", "all", "sessions", "dates"]
"""Since the last session, 4 weeks, 3 months, a year, all, between two sessions, any two days."""
RANGES: Final[tuple[Range, ...]] = get_args(Range)
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2299, 12, 31)
"""Days beyond them are not looked at: only an odd clock or an odd id has any."""
LENGTHS: Final[dict[Range, relativedelta]] = {
    "weeks": relativedelta(weeks=4),
    "months": relativedelta(months=3),
    "year": relativedelta(years=1),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last`, both in it.

    Of these two only what is `since` a moment and before `until`, where it begins or ends with a
    session. Raises ValueError where `last` is before `first`.
    """

    first: date
    last: date
    since: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a stretch from {self.first} can't end on {self.last}")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(len(self)))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def holds(self, at: datetime) -> bool:
        """Whether a moment of its days is between its moments."""
        return (self.since is None or at >= self.since) and (self.until is None or at < self.until)

    def part(self, other: "Stretch") -> "Stretch":
        """Those of its days that are among the days of another, of which there are some."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Stretch(
            first,
            last,
            self.since if first == self.first else None,
            self.until if last == self.last else None,
        )

    @property
    def before(self) -> "Stretch":
        """As many days just before it."""
        return Stretch(self.first - timedelta(days=len(self)), self.first - timedelta(days=1))


def lately(name: Range, today: date) -> Stretch:
    """The 4 weeks, 3 months or the year up to today."""
    return Stretch(today - LENGTHS[name] + timedelta(days=1), today)


def between_sessions(begin: datetime, end: datetime | None, today: date, day_start: int) -> Stretch:
    """From one session to another, in either order, or to the end of today."""
    if end is not None and end < begin:
        begin, end = end, begin
    first = day_of(begin, day_start)
    last = day_of(end, day_start) if end is not None else today
    return Stretch(first, max(first, last), begin, end)


def between_days(one: date, other: date) -> Stretch:
    """From one day to another, in either order."""
    return Stretch(min(one, other), max(one, other))
