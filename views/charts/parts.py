"""When parts were around: a row of days for each, by their names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from domain.entries import CheckIn, Part
from domain.language import listed, tr
from domain.looking_back.counting import with_parts
from views import theme
from views.charts.axis import Axis, axis_of, dates_below, session_sign, sessions_on
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Sign, Target
from views.charts.sayings import check_ins_counted, more_in_table, times
from views.components.marks import Dots, Line, Mark

TOP: Final = 22.0
AIR: Final = 26.0
RADIUS: Final = 5.0
BESIDE: Final = 9.0
"""The line of a session reaches so far above and below a row."""
IN_WORDS: Final = 8


def parts(lens: Lens, room: Room) -> Chart | None:
    """A dot for each check-in that a part was around at; None where none was."""
    found = with_parts(lens.check_ins)
    here = sorted(
        ((part, found[part.id]) for part in lens.parts if part.id in found),
        key=lambda one: (lens.names[one[0].id].casefold(), one[0].id),
    )
    if not here:
        return None
    axis = axis_of(lens, RADIUS, room.width - RADIUS)
    down = room.line + AIR
    bottom = TOP + len(here) * down
    lines = [TOP + (place + 1) * down - AIR / 2 for place in range(len(here))]
    marks: list[Mark] = sessions_on(axis, lens, room, 8, *((y - BESIDE, y + BESIDE) for y in lines))
    targets: list[Target] = []
    for y, (part, some) in zip(lines, here, strict=True):
        head = y - (AIR + room.line) / 2
        marks += room.titled(lens.names[part.id], times(len(some)), head)
        marks.append(Line(0, y, room.width, y, room.faint, 1.5))
        near = _near(some, axis)
        marks += _dots(near, y, part, room)
        for (x, _), together in near.items():
            ids = tuple(one.id for one in together)
            targets.append(Target(x, y, lens.days_of(together), ids))
    marks += dates_below(axis, room, bottom + 4 + room.line / 2)
    later = any(one.recalled for _, some in here for one in some)
    return Chart(
        lens.word.tr("Parts that were around"),
        Drawing(tuple(marks), room.width, bottom + 8 + room.line, tuple(targets)),
        _said([f"{lens.names[part.id]} {times(len(some))}" for part, some in here]),
        lambda: (
            Row(
                lens.names[part.id],
                check_ins_counted(len(some)),
                tuple(one.id for one in some),
            )
            for part, some in here
        ),
        (
            *(_later(room) if later else ()),
            *session_sign(lens, room),
        ),
        tr("By name, over time."),
    )


def _later(room: Room) -> Iterator[Sign]:
    yield Sign((Dots(((12, 12),), RADIUS, room.soft, True),), tr("added later"))


def _near(some: Iterable[CheckIn], axis: Axis) -> dict[tuple[float, bool], list[CheckIn]]:
    """The check-ins by their place, half a dot apart; those added later by themselves."""
    near: dict[tuple[float, bool], list[CheckIn]] = {}
    for one in some:
        place = axis.at(one.at) // (RADIUS / 2) * (RADIUS / 2)
        near.setdefault((place, one.recalled), []).append(one)
    return near


def _dots(near: Iterable[tuple[float, bool]], y: float, part: Part, room: Room) -> Iterator[Mark]:
    fill, edge, _ = theme.PARTS[room.brightness][part.color]
    whole = tuple((x, y) for x, later in near if not later)
    rings = tuple((x, y) for x, later in near if later)
    if whole:
        yield Dots(whole, RADIUS, fill, edge=edge)
    if rings:
        yield Dots(rings, RADIUS, edge, True)


def _said(named: Sequence[str]) -> str:
    more = more_in_table(len(named) - IN_WORDS)
    return f"{listed([*named[:IN_WORDS], *more])}."
