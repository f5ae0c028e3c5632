"""The check-ins by the day, each day with its middles; what changed is computed anew, no more."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Final, Literal, get_args

from domain.days import day_of
from domain.entries import CheckIn
from domain.looking_back.stretch import Stretch

Measure = Literal["pleasantness", "energy", "connection"]
MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its check-ins, oldest first; of each measure that was answered on it with numbers
    these, in the same order, and their middle (1..7)."""

    day: date
    check_ins: tuple[CheckIn, ...]
    answers: dict[Measure, list[int]]
    middles: dict[Measure, float]


def day_with(day: date, check_ins: Iterable[CheckIn]) -> Day:
    """The day of some check-ins, in whatever order."""
    here = tuple(sorted(check_ins, key=lambda one: (one.at, one.id)))
    answers = {name: steps for name in MEASURES if (steps := numbers(here, name))}
    middles = {name: float(median(steps)) for name, steps in answers.items()}
    return Day(day, here, answers, middles)


def numbers(check_ins: Iterable[CheckIn], measure: Measure) -> list[int]:
    """The answers that are numbers, in their order."""
    answers = (getattr(one, measure) for one in check_ins)
    return [one for one in answers if isinstance(one, int)]


@dataclass(frozen=True, slots=True)
class Diary:
    """All check-ins by their logical day, as it is when days start at hour `day_start`."""

    day_start: int = 4
    check_ins: tuple[CheckIn, ...] = ()
    days: dict[date, Day] = field(default_factory=dict)
    dates: tuple[date, ...] = ()
    """The days that have any, in order."""

    def updated(self, check_ins: tuple[CheckIn, ...], day_start: int) -> "Diary":
        """The diary of these check-ins; the days that nothing changed on are taken over."""
        old = self if day_start == self.day_start else Diary(day_start)
        gone, come = _changed(old.check_ins, check_ins)
        if not gone and not come:
            return self if old is self else Diary(day_start, check_ins)
        without = {id(one) for one in gone}
        touched: dict[date, list[CheckIn]] = {}
        for one in gone:
            touched.setdefault(day_of(one.at, day_start), [])
        for one in come:
            touched.setdefault(day_of(one.at, day_start), []).append(one)
        days = dict(old.days)
        for day, new in touched.items():
            before = days.pop(day).check_ins if day in days else ()
            here = [*(one for one in before if id(one) not in without), *new]
            if here:
                days[day] = day_with(day, here)
        return Diary(day_start, check_ins, days, tuple(sorted(days)))

    def between(self, stretch: Stretch) -> list[Day]:
        """The days of a stretch that have check-ins, in order; its ends only as far as it goes."""
        first = bisect_left(self.dates, stretch.first)
        last = bisect_right(self.dates, stretch.last)
        found = [self.days[day] for day in self.dates[first:last]]
        if stretch.since is None and stretch.until is None:
            return found
        return [one for day in found if (one := _trimmed(day, stretch)).check_ins]


def _trimmed(day: Day, stretch: Stretch) -> Day:
    if day.day not in (stretch.first, stretch.last):
        return day
    here = [one for one in day.check_ins if stretch.holds(one.at)]
    return day if len(here) == len(day.check_ins) else day_with(day.day, here)


def _changed(old: Sequence[CheckIn], new: Sequence[CheckIn]) -> tuple[list[CheckIn], list[CheckIn]]:
    """Those of the old that are not among the new, and those of the new that were not there."""
    shorter = min(len(old), len(new))
    begin = next((n for n in range(shorter) if old[n] is not new[n]), shorter)
    most = shorter - begin
    end = next((n for n in range(most) if old[-1 - n] is not new[-1 - n]), most)
    gone, come = old[begin : len(old) - end], new[begin : len(new) - end]
    was, is_now = set(map(id, gone)), set(map(id, come))
    return [one for one in gone if id(one) not in is_now], [
        one for one in come if id(one) not in was
    ]
