"""The days of five weeks at a time: the last entry's colour, and a gap is a gap."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from domain import dates
from domain.entries import CheckIn
from domain.language import tr, trn
from domain.looking_back.diary import Day
from domain.looking_back.stretch import Stretch
from views.charts.axis import session_days, triangle
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Sign, Target
from views.charts.sayings import check_ins_counted, week_of
from views.components.colors import cell_color, mark_color
from views.components.marks import Dots, Mark, Square
from views.components.when import day_title, stretch_said

WEEKS: Final = 5
NUMBER: Final = 15.0
GAP: Final = 8.0
HIGHEST: Final = 44.0
BADGE: Final = 9.0
RING: Final = 3.0


def pages_of(stretch: Stretch) -> list[Stretch]:
    """A stretch in whole weeks, five at a time, the last ones first."""
    first, end = week_of(stretch.first), week_of(stretch.last) + timedelta(days=dates.WEEK - 1)
    pages = []
    while end > first:
        begin = max(first, end - timedelta(days=WEEKS * dates.WEEK - 1))
        pages.append(Stretch(begin, end))
        end = begin - timedelta(days=1)
    return pages


def calendar(lens: Lens, room: Room, back: int = 0) -> Chart | None:
    """The calendar of the last weeks, or of those so many pages `back`; None without entries."""
    if not lens.days:
        return None
    pages = pages_of(lens.stretch)
    page = pages[min(back, len(pages) - 1)]
    shown = lens.stretch.part(page)
    # Whole days, also where a session cuts what is looked at.
    here = {one.day: one for one in lens.diary.between(Stretch(shown.first, shown.last))}
    held = session_days(lens)
    across = (room.width - BADGE + GAP) / dates.WEEK
    side = min(HIGHEST, across - GAP)
    down = side + 12
    marks: list[Mark] = [
        room.words(
            dates.weekday_of(number, "narrow"),
            (place + 0.5) * across - GAP / 2,
            room.line / 2,
            align=0.5,
        )
        for place, number in enumerate(dates.week())
    ]
    targets: list[Target] = []
    for place, day in enumerate(page):
        x = (place % dates.WEEK + 0.5) * across - GAP / 2
        y = room.line + 10 + (place // dates.WEEK) * down + side / 2
        there = here.get(day)
        marks += _day(day, there, x, y, side, lens, room)
        if day in held:
            marks.append(triangle(x, y + side / 2 + 2, room.ink, up=True))
        if there is not None:
            ids = tuple(one.id for one in there.check_ins)
            targets.append(Target(x, y, day_title(day, lens.today), ids))
    height = room.line + 10 + len(page) // dates.WEEK * down
    return Chart(
        tr("Calendar"),
        Drawing(tuple(marks), room.width, height, tuple(targets)),
        trn(
            "{stretch}: entries on {n} day.",
            "{stretch}: entries on {n} days.",
            len(here),
            stretch=dates.at_start(stretch_said(shown, lens.today)),
        ),
        lambda: (_row(one, lens.today) for one in here.values()),
        tuple(_signs(here.values(), room)),
        tr(
            "A triangle marks a session, a number means several check-ins. "
            "Empty days are only empty."
        ),
    )


def _day(
    day: date, there: Day | None, x: float, y: float, side: float, lens: Lens, room: Room
) -> Iterator[Mark]:
    if there is None:
        if day in lens.stretch:
            yield room.words(str(day.day), x, y, align=0.5, size=NUMBER)
        return
    last = _last(there.check_ins)
    fill, edge, ink = _look(last, room)
    yield Square(x - side / 2, y - side / 2, side, fill, edge, RING)
    yield room.words(str(day.day), x, y, align=0.5, strong=True, size=NUMBER, color=ink)
    if len(there.check_ins) > 1:
        at = x + side / 2 - 2, y - side / 2 + 2
        # It doesn't grow: it would cover the number of the day.
        yield Dots((at,), BADGE, room.ink)
        many = str(len(there.check_ins))
        surface = str(room.scheme.surface)
        yield room.words(many, *at, align=0.5, strong=True, size=11 / room.grown, color=surface)


def _last(check_ins: Sequence[CheckIn]) -> CheckIn:
    """The last that has a place on the pad, or the last."""
    return next((one for one in reversed(check_ins) if one.place), check_ins[-1])


def _look(one: CheckIn, room: Room) -> tuple[str | None, str | None, str]:
    """What fills its square, its edge, and the ink on it."""
    if one.place is None:
        return None, room.soft, room.ink
    color = cell_color(*one.place, room.brightness)
    return (None, color, room.ink) if one.recalled else (color, None, mark_color(color))


def _row(day: Day, today: date) -> Row:
    many = check_ins_counted(len(day.check_ins))
    return Row(day_title(day.day, today), many, tuple(one.id for one in day.check_ins))


def _signs(here: Iterable[Day], room: Room) -> Iterator[Sign]:
    lasts = [_last(one.check_ins) for one in here]
    if any(one.recalled and one.place for one in lasts):
        ring = str(room.scheme.tertiary)
        yield Sign((Square(2, 2, 20, None, ring, RING),), tr("added later"))
    if any(one.place is None for one in lasts):
        yield Sign((Square(2, 2, 20, None, room.soft, RING),), tr("no place on the pad"))
