"""How it felt, energy and connection as dots over time, with the line of 14 days."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from domain.entries import CANT_TELL, STEPS, CheckIn
from domain.language import N_, tr
from domain.looking_back.diary import Day, Measure
from domain.looking_back.middles import WINDOW, Spot, line, summary
from domain.steps import ends_of
from views import theme
from views.charts.axis import TRIANGLE, Axis, axis_of, dates_below, session_sign, sessions_on
from views.charts.chart import SMALL, Chart, Drawing, Lens, Room, Row, Sign, Target
from views.charts.said_over_time import said_over_time
from views.charts.sayings import rows_over_time, times
from views.components.colors import cell_color
from views.components.curves import STEPS as TIMES
from views.components.curves import Curve, Point
from views.components.marks import Dots, Line, Mark, Pull, Square
from views.components.threads import arcs

TITLES: Final[dict[Measure, str]] = {
    "pleasantness": N_("How it felt"),
    "energy": N_("Energy"),
    "connection": N_("Connection"),
}
TOP: Final = 28.0
STEP: Final = 28.0
LARGEST: Final = 22.0
SMALLEST: Final = 8.0
AS_SQUARES: Final = 12.0
"""Smaller ones are drawn as dots."""
EDGE: Final = 1.25
THREAD: Final = 34.0


def over_time(lens: Lens, room: Room, measure: Measure) -> Chart | None:
    """One measure over the days; None where it was not answered."""
    found = summary(lens.days, measure)
    unsure = [one for one in lens.check_ins if getattr(one, measure) is CANT_TELL]
    if not found.entries and not unsure:
        return None
    left = THREAD + 10 if measure == "connection" else _label_room(room, measure)
    side = min(LARGEST, max(SMALLEST, (room.width - left) / len(lens.stretch) * 0.92))
    beside = max(side / 2, TRIANGLE) + EDGE
    axis = axis_of(lens, left + beside, room.width - beside)
    below = height_of(1) + (STEP if unsure else 0)
    squares = side >= AS_SQUARES and measure != "connection"
    near = _near(lens.days, axis, measure, 1.0 if squares else side / 2)
    later = sum(len(some) for (_, _, recalled), some in near.items() if recalled)
    pieces = line(lens.diary, lens.stretch, measure) if len(lens.stretch) > WINDOW else []
    drawn, targets = _dots(near, lens, axis, room, measure, side)
    marked, unsure_targets = _unsure(unsure, axis, room, below)
    marks: list[Mark] = [
        *_rules(room, left, measure),
        *sessions_on(axis, lens, room, 8, (16, below + 8)),
        *drawn,
        *marked,
        *_pulls(pieces, axis, room),
        *dates_below(axis, room, below + 14 + room.line / 2),
    ]
    height = below + 18 + room.line
    return Chart(
        tr(TITLES[measure]),
        Drawing(tuple(marks), room.width, height, (*targets, *unsure_targets)),
        said_over_time(lens, measure, found, len(unsure), later, pieces),
        partial(_rows, lens, measure, unsure),
        (
            *_signs(
                room,
                measure == "connection" and found.entries > 0,
                bool(pieces),
                later > 0,
                bool(unsure),
                squares,
            ),
            *session_sign(lens, room),
        ),
        _how(squares) if len(near) < found.entries else "",
    )


def _how(squares: bool) -> str:
    if squares:
        return tr("Answers close together are one square.")
    return tr("Answers close together are one dot.")


def _label_room(room: Room, measure: Measure) -> float:
    return max(room.wide(end) for end in ends_of(measure)) + 12


def height_of(step: float) -> float:
    """How far down a step is drawn."""
    return TOP + (STEPS - step) * STEP


def _rules(room: Room, left: float, measure: Measure) -> Iterator[Mark]:
    for step in (1, 4, STEPS):
        y = height_of(step)
        yield Line(left, y, room.width, y, room.faint, 1.5)
        if measure == "connection":
            yield from threads_at(step, 0, y - THREAD / 2, room)
    if measure != "connection":
        low, high = ends_of(measure)
        yield room.words(high, 0, height_of(STEPS))
        yield room.words(low, 0, height_of(1))


def threads_at(step: float, x: float, y: float, room: Room) -> Iterator[Mark]:
    """The two threads of an answer, as in the check-in."""
    both = arcs(step, THREAD, THREAD, 3.2)
    for (x0, y0, cx, cy, x1, y1), color in zip(both, theme.THREADS[room.brightness], strict=True):
        arc = Curve((x + x0, y + y0), (x + cx, y + cy), (x + x1, y + y1))
        yield Pull(tuple(map(arc.at, TIMES)), color, 3.2)


Near = dict[tuple[int, int, bool], list[CheckIn]]
"""Answers that lie together: their place from left to right, their step, and if added later."""


def _near(days: Iterable[Day], axis: Axis, measure: Measure, apart: float) -> Near:
    """The answers of some days; those less than `apart` pixels from each other may be together.

    Every step that was answered stays where it was, so nothing that stands out is hidden.
    """
    near: Near = {}
    by_day = axis.day_width < apart
    for day in days:
        middle = axis.day(day.day)
        for one in day.check_ins:
            step = getattr(one, measure)
            if isinstance(step, int):
                x = middle if by_day else axis.within(day.day, one.at)
                near.setdefault((int(x / apart), step, one.recalled), []).append(one)
    return near


def _dots(
    near: Near, lens: Lens, axis: Axis, room: Room, measure: Measure, side: float
) -> tuple[list[Mark], list[Target]]:
    """A mark for each answer, or one for all that lie together."""
    marks: list[Mark] = []
    dots: dict[tuple[str, bool], list[Point]] = {}
    targets: list[Target] = []
    for (_, step, recalled), here in near.items():
        x, y = axis.at(here[0].at), height_of(step)
        color = color_of(here[0], measure, room)
        targets.append(Target(x, y, lens.days_of(here), tuple(one.id for one in here)))
        if side < AS_SQUARES or measure == "connection":
            dots.setdefault((color, recalled), []).append((x, y))
        else:
            marks.append(_square(x, y, side, color, recalled, room))
    radius = min(side, 10.0) / 2
    for (color, recalled), at in dots.items():
        if recalled:
            marks.append(Dots(tuple(at), radius, room.ink, True))
        else:
            edge = None if measure == "connection" else str(room.scheme.outline)
            marks.append(Dots(tuple(at), radius, color, edge=edge))
    return marks, targets


def color_of(one: CheckIn, measure: Measure, room: Room) -> str:
    """The colour of its place on the pad; without one, or for connection, one of the scheme."""
    if measure == "connection":
        return theme.THREADS[room.brightness][1]
    if one.place is None:
        return str(room.scheme.surface_container_highest)
    return cell_color(*one.place, room.brightness)


def _square(x: float, y: float, side: float, color: str, recalled: bool, room: Room) -> Mark:
    fill = None if recalled else color
    return Square(x - side / 2, y - side / 2, side, fill, room.ink, EDGE, recalled)


def _unsure(
    unsure: Iterable[CheckIn], axis: Axis, room: Room, y: float
) -> tuple[list[Mark], list[Target]]:
    """A question mark for each, or one for all that lie together."""
    near: list[tuple[float, list[CheckIn]]] = []
    for one in unsure:
        x = axis.at(one.at)
        if near and x - near[-1][0] < SMALL:
            near[-1][1].append(one)
        else:
            near.append((x, [one]))
    marks = [room.words("?", x, y, align=0.5, strong=True) for x, _ in near]
    targets = [Target(x, y, tr("Can't tell"), tuple(one.id for one in here)) for x, here in near]
    return [*marks], targets


def _pulls(pieces: Iterable[Sequence[Spot]], axis: Axis, room: Room) -> Iterator[Mark]:
    stroke = min(3.0, max(1.25, 1.2 * axis.day_width))
    for piece in pieces:
        at = _thinned([(axis.day(spot.day), height_of(spot.middle)) for spot in piece])
        yield Pull(at, room.ink, stroke) if len(at) > 1 else Dots(at, 2.5, room.ink)


def _thinned(points: Sequence[Point]) -> tuple[Point, ...]:
    """The first, the highest, the lowest and the last of each pixel: the same line, drawn.

    U. Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation" (2014).
    """
    kept: list[Point] = []
    for _, group in groupby(points, key=lambda point: int(point[0])):
        here = list(group)
        low, high = (pick(here, key=lambda point: point[1]) for pick in (min, max))
        kept += sorted({here[0], low, high, here[-1]})
    return tuple(kept)


def _signs(
    room: Room, one: bool, lined: bool, later: bool, unsure: bool, squares: bool
) -> Iterator[Sign]:
    if one:
        yield Sign((Dots(((12, 12),), 5, theme.THREADS[room.brightness][1]),), tr("one answer"))
    if later:
        sign: Mark = (
            _square(12, 12, 18, room.ink, True, room)
            if squares
            else Dots(((12, 12),), 5, room.soft, True)
        )
        yield Sign((sign,), tr("added later"))
    if unsure:
        yield Sign((room.words("?", 12, 12, align=0.5, strong=True),), tr("can't tell"))
    if lined:
        yield Sign((Pull(((0, 12), (24, 12)), room.ink, 3.0),), tr("14-day middle"))


def _rows(lens: Lens, measure: Measure, unsure: Sequence[CheckIn]) -> tuple[Row, ...]:
    rows = rows_over_time(lens.days, lens.stretch, measure, lens.today)
    if not unsure:
        return rows
    return (*rows, Row(tr("Can't tell"), times(len(unsure)), tuple(one.id for one in unsure)))
