"""The hours and the weekdays at which something was logged, as dots with counts."""

from collections.abc import Sequence
from typing import Final

from domain.looking_back.counting import by_hour, by_weekday
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.sayings import counted, listed
from views.components.marks import Dots, Line, Mark

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
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
    entries: list[list[str]] = [[] for _ in WEEKDAYS]
    for day in lens.days:
        entries[day.day.weekday()] += [one.id for one in day.check_ins]
    letters = [name[:2] if room.grown > 1.2 else name[:3] for name in WEEKDAYS]
    rows = tuple(
        Row(name, counted(count, "check-in"), tuple(ids))
        for name, count, ids in zip(WEEKDAYS, counts, entries, strict=True)
    )
    named = [f"{name} {count}" for name, count in zip(WEEKDAYS, counts, strict=True)]
    said = f"{listed(named)}."
    return _columns("Weekdays you logged on", counts, letters, rows, said, room, numbered=True)


def hours(lens: Lens, room: Room) -> Chart | None:
    """How many check-ins were at each hour of the day; None without any."""
    counts = by_hour(lens.check_ins)
    if not any(counts):
        return None
    entries: list[list[str]] = [[] for _ in counts]
    for one in lens.check_ins:
        entries[one.at.hour].append(one.id)
    labels = [f"{hour}:00" if hour in NAMED_HOURS else "" for hour in range(24)]
    rows = tuple(
        Row(f"{hour}:00 to {hour}:59", counted(count, "check-in"), tuple(entries[hour]))
        for hour, count in enumerate(counts)
        if count
    )
    quarters = [
        f"{sum(counts[begin : begin + 6])} from {begin}:00 to {begin + 5}:59"
        for begin in NAMED_HOURS
    ]
    said = f"{listed(quarters)}."
    return _columns("Hours you logged at", counts, labels, rows, said, room)


def _columns(
    title: str,
    counts: Sequence[int],
    labels: Sequence[str],
    rows: tuple[Row, ...],
    said: str,
    room: Room,
    *,
    numbered: bool = False,
) -> Chart:
    most = max(counts)
    each = next(one for one in EACH if -(-most // one) <= MOST)
    across = room.width / len(counts)
    radius = min(4.0, across / 2 - 0.75)
    head = room.line if numbered else 0.0
    floor = head + -(-most // each) * DOWN + 6
    by_label = {row.label: row.entries for row in rows}
    marks: list[Mark] = [Line(0, floor, room.width, floor, room.faint, 1.5)]
    targets: list[Target] = []
    for place, count in enumerate(counts):
        x = (place + 0.5) * across
        dots = -(-count // each)
        at = tuple((x, floor - 7 - row * DOWN) for row in range(dots))
        if at:
            marks.append(Dots(at, radius, str(room.scheme.primary)))
            name = WEEKDAYS[place] if numbered else f"{place}:00 to {place}:59"
            targets.append(Target(x, floor - 12, name, by_label[name]))
        if numbered:
            top = floor - dots * DOWN - 4 - room.line / 2
            marks.append(room.words(str(count), x, top, align=0.5, strong=True))
        if labels[place]:
            left = 0 if place == 0 and not numbered else 0.5
            marks.append(
                room.words(labels[place], x if left else 0, floor + 4 + room.line / 2, align=left)
            )
    stands = f"One dot stands for up to {each} check-ins. " if each > 1 else ""
    return Chart(
        title,
        Drawing(tuple(marks), room.width, floor + 8 + room.line, tuple(targets)),
        f"{stands}{said}",
        rows,
    )
