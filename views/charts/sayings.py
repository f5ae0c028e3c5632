"""Numbers, days and lists in the words of charts."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from dateutil.relativedelta import MO, relativedelta

from domain.looking_back.diary import Day, Measure
from domain.looking_back.middles import Summary, summary
from domain.looking_back.stretch import Stretch
from views.charts.chart import Row
from views.components.when import day_title, stretch_said

QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}
BY_DAY = 31
BY_WEEK = 366
TOO_FEW = "Not enough entries to sum up."
CAUSES = "This can't tell what causes what."
ENDS: dict[Measure, tuple[str, str]] = {
    "pleasantness": ("hard", "easy"),
    "energy": ("low", "high"),
    "connection": ("cut off", "connected"),
}


def number(value: float) -> str:
    """A middle, which lies on a step or a quarter between two: "4", "4½"."""
    whole, part = divmod(value, 1)
    return f"{whole:.0f}{QUARTERS.get(part, '')}"


def times(count: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def isolated(name: str) -> str:
    """A name that is written from right to left turns no numbers beside it: marked as its own."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name)
    return f"\u2068{name}\u2069" if turns else name


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 day", "2 days"."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def low(words: str) -> str:
    """The same within a sentence: it begins with a small letter."""
    return f"{words[0].lower()}{words[1:]}"


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def days_said(days: Sequence[date]) -> str:
    """Some days of a year in words: "31 May, 4 and 5 June"."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    return listed(
        [
            word if place < len(here) - 1 else f"{word} {here[-1]:%B}"
            for _, group in months
            for here in [list(group)]
            for place, word in enumerate(str(day.day) for day in here)
        ]
    )


def summed_up(found: Summary) -> str:
    """The middle of the days and the half around it: "The middle of the days is 4, half ..."."""
    if found.middle is None or found.half is None:
        return TOO_FEW
    low, high = map(number, found.half)
    half = f"at {low}" if low == high else f"between {low} and {high}"
    return f"The middle of the days is {number(found.middle)}, at least half of them {half}."


def rows_over_time(
    days: Sequence[Day], stretch: Stretch, measure: Measure, today: date
) -> tuple[Row, ...]:
    """What was answered, by the day; by the week of more than a month, by the month of more than
    a year."""
    answered = [one for one in days if measure in one.middles]
    if len(stretch) <= BY_DAY:
        return tuple(
            Row(day_title(one.day, today), _answers((one,), measure), _ids((one,), measure))
            for one in answered
        )
    begin = week_of if len(stretch) <= BY_WEEK else month_of
    return tuple(
        Row(_named(first, begin, today), _sum_of(group, measure), _ids(group, measure))
        for first, some in groupby(answered, key=lambda one: begin(one.day))
        for group in [tuple(some)]
    )


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day + relativedelta(weekday=MO(-1))


def month_of(day: date) -> date:
    """The first of its month."""
    return day.replace(day=1)


def _named(first: date, begin: object, today: date) -> str:
    if begin is month_of:
        return f"{first:%B %Y}"
    return stretch_said(Stretch(first, first + timedelta(days=6)), today)


def _sum_of(days: Sequence[Day], measure: Measure) -> str:
    found = summary(days, measure)
    many = f"{counted(found.entries, 'entry', 'entries')} on {counted(found.days, 'day')}"
    if found.middle is None or found.half is None:
        return f"{many}: {_answers(days, measure)}"
    low, high = map(number, found.half)
    half = low if low == high else f"{low} to {high}"
    return f"{many}: middle {number(found.middle)}, half {half}"


def _answers(days: Iterable[Day], measure: Measure) -> str:
    return ", ".join(str(step) for one in days for step in one.answers[measure])


def _ids(days: Iterable[Day], measure: Measure) -> tuple[str, ...]:
    return tuple(_answered(days, measure))


def _answered(days: Iterable[Day], measure: Measure) -> Iterator[str]:
    for day in days:
        for one in day.check_ins:
            if isinstance(getattr(one, measure), int):
                yield one.id
