"""The hours and the weekdays at which something was logged, as dots with counts."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from domain import dates
from domain.dates import at_start
from domain.language import listed, tr, trp
from domain.looking_back.counting import by_hour, by_weekday
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.sayings import check_ins_counted
from views.components.marks import Dots, Line, Mark

DOWN: Final = 10.0
MOST: Final = 10
"""So many dots stand one above the other at most: of more, one stands for several."""
EACH: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
NAMED_HOURS: Final = (0, 6, 12, 18)


def weekdays(lens: Lens, room: Room) -> Chart | None:
    """How many check-ins were on each weekday; None without any."""
    counts = by_weekday(lens.days)
    if not any(counts):
        return None
    week = dates.week()
    entries: list[list[str]] = [[] for _ in week]
    for day in lens.days:
        entries[week.index(day.day.weekday())] += [one.id for one in day.check_ins]
    letters = 2 if room.grown > 1.2 else 3
    labels = [dates.weekday_of(number, "abbreviated")[:letters] for number in week]
    names = [at_start(dates.weekday_of(number)) for number in week]
    said = at_start(
        listed(
            [f"{dates.weekday_of(number)} {counts[number]}" for number in week if counts[number]]
        )
    )
    title = tr("Weekdays you logged on")
    return _columns(title, names, entries, labels, f"{said}.", room, numbered=True)


def hours(lens: Lens, room: Room) -> Chart | None:
    """How many check-ins were at each hour of the day; None without any."""
    counts = by_hour(lens.check_ins)
    if not any(counts):
        return None
    entries: list[list[str]] = [[] for _ in counts]
    for one in lens.check_ins:
        entries[one.at.hour].append(one.id)
    names = [
        trp("hours", "{begin} to {end}", begin=_at(hour), end=_at(hour, 59)) for hour in range(24)
    ]
    labels = [_at(hour) if hour in NAMED_HOURS else "" for hour in range(24)]
    quarters = [
        tr("{count} from {begin} to {end}", count=count, begin=_at(begin), end=_at(begin + 5, 59))
        for begin in NAMED_HOURS
        if (count := sum(counts[begin : begin + 6]))
    ]
    return _columns(tr("Hours you logged at"), names, entries, labels, f"{listed(quarters)}.", room)


def _at(hour: int, minute: int = 0) -> str:
    """A time without a zero before its hour: "2:00"."""
    said = dates.clock(time(hour, minute))
    return said[1:] if said[0] == "0" and said[1].isdigit() else said


def _columns(
    title: str,
    names: Sequence[str],
    entries: Sequence[Sequence[str]],
    labels: Sequence[str],
    said: str,
    room: Room,
    *,
    numbered: bool = False,
) -> Chart:
    """A column of dots for each name; below it a label, above it how many where `numbered`."""
    most = max(map(len, entries))
    each = next(one for one in EACH if -(-most // one) <= MOST)
    across = room.width / len(names)
    radius = min(4.0, across / 2 - 0.75)
    head = room.line if numbered else 0.0
    floor = head + -(-most // each) * DOWN + 6
    marks: list[Mark] = [Line(0, floor, room.width, floor, room.faint, 1.5)]
    targets: list[Target] = []
    for place, (name, here) in enumerate(zip(names, entries, strict=True)):
        x = (place + 0.5) * across
        dots = -(-len(here) // each)
        at = tuple((x, floor - 7 - row * DOWN) for row in range(dots))
        if at:
            marks.append(Dots(at, radius, str(room.scheme.primary)))
            targets.append(Target(x, floor - 12, name, tuple(here)))
        if numbered and here:
            top = floor - dots * DOWN - 4 - room.line / 2
            marks.append(room.words(str(len(here)), x, top, align=0.5, strong=True))
        if labels[place]:
            left = max(0.0, x - room.wide(labels[place]) / 2)
            marks.append(room.words(labels[place], left, floor + 4 + room.line / 2))
    return Chart(
        title,
        Drawing(tuple(marks), room.width, floor + 8 + room.line, tuple(targets)),
        said,
        lambda: (
            Row(name, check_ins_counted(len(here)), tuple(here))
            for name, here in zip(names, entries, strict=True)
            if here
        ),
        how=tr("One dot stands for up to {each} check-ins.", each=each) if each > 1 else "",
    )
