"""Where on the pad the check-ins landed: how many in each cell."""

from collections.abc import Iterator
from functools import partial

from domain.dates import at_start
from domain.entries import CANT_TELL, STEPS, CheckIn
from domain.language import tr, trn
from domain.looking_back.counting import Cell, cells
from domain.steps import ease, ends_of
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.sayings import times
from views.components.colors import cell_color, mark_color
from views.components.marks import Mark, Square

GAP = 4.0
LARGEST = 40.0
NUMBER = 15.0
MIDDLE = (STEPS + 1) // 2


def pad(lens: Lens, room: Room) -> Chart | None:
    """The pad with a number in each cell that something landed in; None where nothing did."""
    here = cells(lens.check_ins)
    if not here:
        return None
    side = min(LARGEST, (room.width - GAP * (STEPS - 1)) / STEPS)
    whole = STEPS * (side + GAP) - GAP
    left, top = (room.width - whole) / 2, room.line + 4
    middles = {
        (x, y): (left + (x - 0.5) * (side + GAP) - GAP / 2, top + (STEPS - y + 0.5) * (side + GAP))
        for x in range(1, STEPS + 1)
        for y in range(1, STEPS + 1)
    }
    marks: list[Mark] = [room.words(tr("high energy"), room.width / 2, room.line / 2, align=0.5)]
    for cell, (x, y) in middles.items():
        marks += _cell(cell, len(here.get(cell, ())), x, y - GAP / 2, side, room)
    hard, easy = ends_of("pleasantness")
    foot = top + whole + 4 + room.line / 2
    marks += [
        room.words(hard, left, foot),
        room.words(tr("low energy"), room.width / 2, foot, align=0.5),
        room.words(easy, left + whole, foot, align=1),
    ]
    targets = tuple(
        Target(*middles[cell], cell_said(cell), tuple(one.id for one in some))
        for cell, some in here.items()
    )
    height = top + whole + 8 + room.line
    return Chart(
        tr("Where on the pad"),
        Drawing(tuple(marks), room.width, height, targets),
        _said(lens, {cell: len(some) for cell, some in here.items()}),
        partial(_rows, here),
        how=tr("Numbers are how many check-ins landed there."),
    )


def _rows(here: dict[Cell, list[CheckIn]]) -> Iterator[Row]:
    """The cells from the upper left to the lower right."""
    for cell, some in sorted(here.items(), key=lambda one: (-one[0][1], one[0][0])):
        yield Row(cell_said(cell), times(len(some)), tuple(one.id for one in some))


def cell_said(cell: Cell) -> str:
    """A cell in words: "Hard, high energy"."""
    x, y = cell
    energy = (
        tr("very low energy"),
        tr("low energy"),
        tr("a bit low energy"),
        tr("medium energy"),
        tr("a bit high energy"),
        tr("high energy"),
        tr("very high energy"),
    )
    return f"{at_start(ease(x))}, {energy[y - 1]}"


def _cell(cell: Cell, count: int, x: float, y: float, side: float, room: Room) -> Iterator[Mark]:
    fill = cell_color(*cell, room.brightness) if count else str(room.scheme.surface_container)
    yield Square(x - side / 2, y - side / 2, side, fill)
    if count:
        words = str(count)
        size = min(NUMBER, NUMBER * (side - 6) / max(1.0, room.wide(words, True, NUMBER)))
        yield room.words(words, x, y, align=0.5, strong=True, size=size, color=mark_color(fill))


def _said(lens: Lens, counts: dict[Cell, int]) -> str:
    def on(side: range) -> int:
        return sum(count for (x, _), count in counts.items() if x in side)

    said = [
        tr(
            "{hard} on the hard side, {middle} in the middle, {easy} on the easy side.",
            hard=on(range(1, MIDDLE)),
            middle=on(range(MIDDLE, MIDDLE + 1)),
            easy=on(range(MIDDLE + 1, STEPS + 1)),
        )
    ]
    unsure = sum(
        CANT_TELL in (one.pleasantness, one.energy) and one.place is None for one in lens.check_ins
    )
    if unsure:
        said.append(
            trn(
                "{n} check-in with “can't tell” not on it.",
                "{n} check-ins with “can't tell” not on it.",
                unsure,
            )
        )
    return " ".join(said)
