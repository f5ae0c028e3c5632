"""The middle of some days, the half around it, the line of 14 days, and the gaps.

Answers are steps and not amounts, so nothing here is a mean. Each day counts once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, zip_longest
from statistics import median
from typing import Final

from domain.looking_back.diary import Day, Diary, Measure
from domain.looking_back.stretch import Stretch

ENTRIES: Final = 5
DAYS: Final = 3
"""A stretch is summed up from so many entries on so many days."""
WINDOW: Final = 14
OF_WINDOW: Final = 5
"""The line is drawn where so many of the 14 days have entries."""
GAP: Final = 7
"""A gap of more days than that breaks the line."""
ONE_DAY: Final = timedelta(days=1)
LAST: Final = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Summary:
    """How many `entries` on how many `days`, from the `lowest` to the `highest` answer; the
    `middle` of the days and the `half` of them around it, or None where they are too few."""

    entries: int
    days: int
    lowest: int
    highest: int
    middle: float | None
    half: tuple[float, float] | None


def summary(days: Iterable[Day], measure: Measure) -> Summary:
    """What is to be said of some days; all zero where nothing was answered."""
    answered = [one for one in days if measure in one.middles]
    steps = [step for one in answered for step in one.answers[measure]]
    if not steps:
        return Summary(0, 0, 0, 0, None, None)
    middle, half = None, None
    if len(steps) >= ENTRIES and len(answered) >= DAYS:
        of_days = [one.middles[measure] for one in answered]
        middle, half = float(median(of_days)), middle_half(of_days)
    return Summary(len(steps), len(answered), min(steps), max(steps), middle, half)


def middle_half(values: Sequence[float]) -> tuple[float, float]:
    """Two of the values, at least one, between which at least half of them lie.

    A quarter of them, rounded up, is not above the first, and as many are not below the second:
    quantiles by the inverse of the empirical distribution, definition 1 of Hyndman and Fan,
    "Sample Quantiles in Statistical Packages" (1996), from either end.
    """
    ordered = sorted(values)
    place = -(-len(ordered) // 4) - 1
    return ordered[place], ordered[-1 - place]


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of the 14 days that end with `day`."""

    day: date
    middle: float


def line(diary: Diary, stretch: Stretch, measure: Measure) -> list[list[Spot]]:
    """The pieces of the line in a stretch, a spot a day: the median of the 14 days up to that day.

    Only on days at which 5 of the 14 have answers, and on none of a gap of more than 7 days or
    after the last answer: there it is broken. Days before the stretch count: a line stays the
    same whatever is looked at.
    """
    first = date.fromordinal(max(1, stretch.first.toordinal() - WINDOW + 1))
    # As far behind its end as shows whether a gap begins there.
    last = date.fromordinal(min(LAST, stretch.last.toordinal() + GAP + 1))
    reach = diary.between(Stretch(first, last))
    answered = [one for one in reach if measure in one.middles]
    pieces: list[list[Spot]] = [[]]
    begin = 0
    for (place, one), after in zip_longest(enumerate(answered), answered[1:]):
        goes_on = after is not None and (after.day - one.day).days - 1 <= GAP
        for day in Stretch(one.day, after.day - ONE_DAY) if goes_on else (one.day,):
            while (day - answered[begin].day).days >= WINDOW:
                begin += 1
            if place + 1 - begin < OF_WINDOW:
                pieces.append([])
            elif day in stretch:
                window = (each.middles[measure] for each in answered[begin : place + 1])
                pieces[-1].append(Spot(day, float(median(window))))
        if not goes_on:
            pieces.append([])
    return [piece for piece in pieces if piece]


def gaps(days: Iterable[date], stretch: Stretch, longer: int = GAP) -> Iterator[Stretch]:
    """The runs of more than so many days of a stretch that are none of `days`, which are in
    order."""
    ends = [stretch.first - ONE_DAY, *days, stretch.last + ONE_DAY]
    for before, after in pairwise(ends):
        if (after - before).days - 1 > longer:
            yield Stretch(before + ONE_DAY, after - ONE_DAY)
