"""Numbers, days and counts in the words of charts."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from domain import dates
from domain.dates import at_start
from domain.language import N_, listed, tr, trn, trp
from domain.looking_back.diary import Day, Measure
from domain.looking_back.middles import Summary, summary
from domain.looking_back.stretch import Stretch
from views.charts.chart import Row
from views.components.when import day_title, stretch_said

QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}
BY_DAY = 31
BY_WEEK = 366
TOO_FEW = N_("Not enough entries to sum up.")
CAUSES = N_("This can't tell what causes what.")


def number(value: float) -> str:
    """A middle, which lies on a step or a quarter between two: "4", "4½"."""
    whole, part = divmod(value, 1)
    return f"{whole:.0f}{QUARTERS.get(part, '')}"


def times(count: int) -> str:
    """ "once", "twice", "3 times"."""
    if count == 1:
        return tr("once")
    return tr("twice") if count == 2 else trn("{n} time", "{n} times", count)


def on_days(count: int) -> str:
    """ "on 1 day", "on 2 days"."""
    return trn("on {n} day", "on {n} days", count)


def days_counted(count: int) -> str:
    """ "1 day", "2 days"."""
    return trn("{n} day", "{n} days", count)


def check_ins_counted(count: int) -> str:
    """ "1 check-in", "2 check-ins"."""
    return trn("{n} check-in", "{n} check-ins", count)


def more_in_table(count: int) -> list[str]:
    """That so many more are in the table; nothing where there are none."""
    return [trn("{n} more in the table", "{n} more in the table", count)] if count > 0 else []


def isolated(name: str) -> str:
    """A name that is written from right to left turns no numbers beside it: marked as its own."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name)
    return f"\u2068{name}\u2069" if turns else name


def days_said(days: Sequence[date]) -> str:
    """Some days of a year in words: "31 May, 4 and 5 June"."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    return listed([said for _, group in months for said in _of_a_month(list(group))])


def _of_a_month(days: Sequence[date]) -> list[str]:
    """Where the month stands behind the day, it is said once."""
    *others, last = map(dates.day, days)
    if last[0].isdigit():
        others = [trp("days: 4 and 5 June", "{day}", day=day.day) for day in days[:-1]]
    return [*others, last]


def summed_up(found: Summary) -> str:
    """The middle of the days and the half around it: "The middle of the days is 4, half ..."."""
    if found.middle is None or found.half is None:
        return tr(TOO_FEW)
    middle, (low, high) = number(found.middle), map(number, found.half)
    if low == high:
        return tr(
            "The middle of the days is {middle}, at least half of them at {low}.",
            middle=middle,
            low=low,
        )
    return tr(
        "The middle of the days is {middle}, at least half of them between {low} and {high}.",
        middle=middle,
        low=low,
        high=high,
    )


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
    """The first day of its week."""
    return day - timedelta(days=dates.week().index(day.weekday()))


def month_of(day: date) -> date:
    """The first of its month."""
    return day.replace(day=1)


def _named(first: date, begin: Callable[[date], date], today: date) -> str:
    if begin is month_of:
        return at_start(dates.month_and_year(first))
    return at_start(stretch_said(Stretch(first, first + timedelta(days=dates.WEEK - 1)), today))


def _sum_of(days: Sequence[Day], measure: Measure) -> str:
    found = summary(days, measure)
    many = trn(
        "{n} entry {on_days}", "{n} entries {on_days}", found.entries, on_days=on_days(found.days)
    )
    if found.middle is None or found.half is None:
        return f"{many}: {_answers(days, measure)}"
    middle, (low, high) = number(found.middle), map(number, found.half)
    if low == high:
        return tr("{entries}: middle {middle}, half {low}", entries=many, middle=middle, low=low)
    return tr(
        "{entries}: middle {middle}, half {low} to {high}",
        entries=many,
        middle=middle,
        low=low,
        high=high,
    )


def _answers(days: Iterable[Day], measure: Measure) -> str:
    return ", ".join(str(step) for one in days for step in one.answers[measure])


def _ids(days: Iterable[Day], measure: Measure) -> tuple[str, ...]:
    return tuple(_answered(days, measure))


def _answered(days: Iterable[Day], measure: Measure) -> Iterator[str]:
    for day in days:
        for one in day.check_ins:
            if isinstance(getattr(one, measure), int):
                yield one.id
