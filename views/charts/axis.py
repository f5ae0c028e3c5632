"""Days from left to right: where each is, what is written below them, and where sessions were."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from babel.dates import format_date, format_skeleton
from dateutil.relativedelta import relativedelta

from domain.days import day_of
from domain.language import locale, tr
from domain.looking_back.stretch import Stretch
from views.charts.chart import Lens, Room, Sign
from views.components.marks import Area, Line, Mark

APART: Final = 62.0
NEARER: Final = 48.0
"""Dates need so many pixels, names of months and years fewer."""
STEPS: Final = (
    *(relativedelta(days=days) for days in (1, 2, 3, 4, 7, 14)),
    *(relativedelta(months=months) for months in (1, 2, 3, 6)),
    *(relativedelta(years=years) for years in (1, 2, 3, 5, 10, 20, 50, 100, 200)),
)
UPRIGHTS: Final = 8
"""Up to so many sessions have a line down through the chart."""
TRIANGLE: Final = 6.0
MINUTES: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Axis:
    """The days of a stretch between two pixels, each as wide as the others."""

    stretch: Stretch
    day_start: int
    left: float
    right: float

    @property
    def day_width(self) -> float:
        """The pixels of a day."""
        return (self.right - self.left) / len(self.stretch)

    def day(self, day: date, part: float = 0.5) -> float:
        """Where a day is: its middle, or another `part` of it."""
        return self.left + ((day - self.stretch.first).days + part) * self.day_width

    def at(self, moment: datetime) -> float:
        """Where a moment of the logical day is."""
        return self.within(day_of(moment, self.day_start), moment)

    def within(self, day: date, moment: datetime) -> float:
        """Where a moment is of which the logical day is known."""
        minutes = (moment.hour - self.day_start) * 60 + moment.minute
        return self.day(day, minutes % MINUTES / MINUTES)


def axis_of(lens: Lens, left: float, right: float) -> Axis:
    """The axis of what is looked at."""
    return Axis(lens.stretch, lens.diary.day_start, left, right)


def dates_below(axis: Axis, room: Room, y: float) -> Iterator[Mark]:
    """Some days in words in a line with its middle at `y`: as many as there is room for."""
    span = (axis.right - axis.left) / room.grown
    step = next(one for one in STEPS if _fits(axis.stretch, one, span) or one is STEPS[-1])
    for day in _ticks(axis.stretch, step):
        words = _named(day, step)
        wide = room.wide(words)
        middle = axis.day(day) if axis.day_width > 4 else axis.day(day, 0)
        x = min(max(middle, wide / 2), room.width - wide / 2)
        yield room.words(words, x, y, align=0.5)


def _fits(stretch: Stretch, step: relativedelta, span: float) -> bool:
    days = step.days + 30.4 * step.months + 365.25 * step.years
    return len(stretch) / days <= max(1.0, span / (APART if step.days else NEARER))


def _ticks(stretch: Stretch, step: relativedelta) -> Iterator[date]:
    first = stretch.first
    if step.years:
        first = first.replace(month=1, day=1)
    elif step.months:
        first = first.replace(month=(first.month - 1) // step.months * step.months + 1, day=1)
    place = 0
    while (day := first + step * place) <= stretch.last:
        if day >= stretch.first:
            yield day
        place += 1


def _named(day: date, step: relativedelta) -> str:
    if step.years:
        return str(day.year)
    if step.months:
        return str(day.year) if day.month == 1 else format_date(day, "LLL", locale=locale())
    return format_skeleton("MMMd", day, locale=locale())


def sessions_in(lens: Lens) -> list[datetime]:
    """The sessions of the stretch; the ones it begins and ends with are among them."""
    return [one for one in lens.sessions if lens.day_of(one) in lens.stretch]


def session_days(lens: Lens) -> set[date]:
    """The days that they were on."""
    return {lens.day_of(one) for one in sessions_in(lens)}


def sessions_on(
    axis: Axis, lens: Lens, room: Room, top: float, *spans: tuple[float, float]
) -> list[Mark]:
    """A triangle for each session, and where they are few a dotted line down through `spans`."""
    here = sessions_in(lens)
    marks: list[Mark] = []
    last = -TRIANGLE * 2
    for one in here:
        x = axis.at(one)
        if x - last < TRIANGLE * 1.5:
            continue
        last = x
        marks.append(triangle(x, top, room.soft))
        if len(here) <= UPRIGHTS:
            marks += [Line(x, begin, x, end, room.soft, 1.25, True) for begin, end in spans]
    return marks


def triangle(x: float, y: float, color: str, up: bool = False) -> Area:
    """A small triangle with its middle at (x, y), that points down or up."""
    flat, tip = (y + TRIANGLE * 0.8, y - TRIANGLE) if up else (y - TRIANGLE * 0.8, y + TRIANGLE)
    return Area(((x - TRIANGLE, flat), (x + TRIANGLE, flat), (x, tip)), color)


def session_sign(lens: Lens, room: Room) -> list[Sign]:
    """The legend of sessions, where there are any."""
    if not sessions_in(lens):
        return []
    return [Sign((triangle(12, 12, room.soft),), tr("session"))]
