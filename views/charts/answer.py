"""What a question comes to: two strips of dots with counts, and one of four words, or none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from domain.dates import at_start
from domain.entries import CheckIn
from domain.language import tr, trp
from domain.looking_back import asking
from domain.looking_back.asking import Side, Sides
from domain.looking_back.comparing import Word
from domain.looking_back.diary import Day, Measure
from domain.looking_back.look import Look
from domain.steps import ends_of
from views.charts.axis import session_days
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.over_time import TITLES
from views.charts.rows import ends_below, pile_height, piled, step_at
from views.charts.sayings import CAUSES, days_counted, number
from views.components.marks import Mark
from views.components.points import beginning
from views.components.when import stretch_said

HIGHEST: Final = 90.0
AIR: Final = 16.0
TITLE: Final = 40
"""So many letters of a name are in a title."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Two sides with their names, what the question is called, and the days of each."""

    title: str
    names: tuple[str, str]
    sides: Sides
    days: tuple[list[Day], list[Day]]
    there: Callable[[CheckIn], bool] | None = None


def answer(lens: Lens, room: Room, look: Look) -> Chart | None:
    """The two strips; None where who or what it is about is not known any more."""
    asked = _asked(lens, look)
    if asked is None:
        return None
    marks: list[Mark] = []
    targets: list[Target] = []
    low, high = ends_of(look.measure)
    y = 0.0
    for place, (name, side) in enumerate(zip(asked.names, _both(asked.sides), strict=True)):
        many = days_counted(len(side.days))
        if room.wide(f"{name} {many}") > room.width:
            # Two stretches with their years need a line for themselves.
            named = room.cut(name, room.width)
            marks.append(room.words(named, 0, y + room.line / 2, color=room.ink))
            y += room.line
            marks.append(room.words(many, room.width, y + room.line / 2, align=1))
        else:
            marks += room.titled(name, many, y + room.line / 2)
        floor = y + room.line + pile_height(side.middles, HIGHEST) + 10
        marks += piled(side.middles, 0, room.width, floor, HIGHEST, room)
        for middle in sorted(set(side.middles)):
            ids = _ids(asked, place, look.measure, middle)
            title = f"{name}: {number(middle)}"
            targets.append(Target(step_at(middle, 0, room.width), floor - 14, title, ids))
        y = floor + AIR
    marks += ends_below(low, high, 0, room.width, y + room.line / 2 - 8, room)
    return Chart(
        f"{tr(TITLES[look.measure])}: {asked.title}",
        Drawing(tuple(marks), room.width, y + room.line, tuple(targets)),
        _said(asked),
        partial(_rows, asked, look.measure),
    )


def _both(sides: Sides) -> tuple[Side, Side]:
    return sides.one, sides.other


def _asked(lens: Lens, look: Look) -> _Asked | None:
    match look.question:
        case "stretches":
            return _stretches(lens, look)
        case "weekdays":
            sides = asking.weekdays(lens.days, look.measure)
            names = (tr("Monday to Friday"), tr("Weekends"))
            return _Asked(tr("weekdays and weekends"), names, sides, (lens.days, lens.days))
        case "sessions":
            sides = asking.around(lens.days, look.measure, session_days(lens))
            names = (tr("The three days before"), tr("The three days after"))
            title = tr("before and after sessions")
            return _Asked(title, names, sides, (lens.days, lens.days))
        case _:
            return _with(lens, look)


def _stretches(lens: Lens, look: Look) -> _Asked:
    other = look.other or look.stretch.before
    one, two = (at_start(stretch_said(of, lens.today)) for of in (look.stretch, other))
    sides = asking.stretches(lens.diary, look.stretch, other, look.measure)
    days = lens.days, lens.diary.between(other)
    return _Asked(tr("two stretches of time"), (one, two), sides, days)


def _with(lens: Lens, look: Look) -> _Asked | None:
    if look.about not in lens.names:
        return None
    name = lens.names[look.about]

    def there(one: CheckIn) -> bool:
        return look.about in one.people or one.here(look.about) is not None

    sides = asking.with_and_without(lens.days, look.measure, there)
    title = tr("with {name}, and at other times", name=beginning(name, TITLE))
    names = (tr("With {name}", name=name), tr("At other times"))
    return _Asked(title, names, sides, (lens.days, lens.days), there)


def _ids(asked: _Asked, place: int, measure: Measure, middle: float) -> tuple[str, ...]:
    """The check-ins of one side on the days that have that middle."""
    side = _both(asked.sides)[place]
    days = {day for day, one in zip(side.days, side.middles, strict=True) if one == middle}
    return tuple(
        one.id
        for day in asked.days[place]
        if day.day in days
        for one in day.check_ins
        if isinstance(getattr(one, measure), int) and _on_side(asked, place, one)
    )


def _on_side(asked: _Asked, place: int, one: CheckIn) -> bool:
    return asked.there is None or asked.there(one) == (place == 0)


def _said(asked: _Asked) -> str:
    (one, other), sides = asked.names, asked.sides
    counts = f"{one}: {_days(sides.one)}. {other}: {_days(sides.other)}."
    word = f"{one}: {_in_words(sides.word)}." if sides.word else _too_few(sides.least)
    return f"{counts} {word} {tr(CAUSES)}"


def _in_words(word: Word) -> str:
    """How some days are beside others."""
    match word:
        case "mostly higher":
            return trp("days beside others", "mostly higher")
        case "mostly lower":
            return trp("days beside others", "mostly lower")
        case "about the same":
            return trp("days beside others", "about the same")
        case "mixed":
            return trp("days beside others", "mixed")


def _too_few(least: int) -> str:
    return tr("Not enough entries to say: it takes {least} days on each side.", least=least)


def _days(side: Side) -> str:
    return days_counted(len(side.days))


def _rows(asked: _Asked, measure: Measure) -> Iterator[Row]:
    for place, (name, side) in enumerate(zip(asked.names, _both(asked.sides), strict=True)):
        for middle in sorted(set(side.middles)):
            many = days_counted(side.middles.count(middle))
            yield Row(name, f"{number(middle)}: {many}", _ids(asked, place, measure, middle))
