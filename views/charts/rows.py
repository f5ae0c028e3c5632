"""What several charts draw: dots on the seven steps, one above the other, with a title."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from domain.entries import STEPS
from views.charts.chart import Room
from views.components.curves import Point
from views.components.marks import Dots, Line, Mark

RADIUS: Final = 4.0
PITCH: Final = 9.5


def pile_height(values: Iterable[float], highest: float) -> float:
    """How high the dots pile up, in pixels, at most `highest`."""
    most = max(Counter(values).values(), default=0)
    return min(highest, most * PITCH)


def piled(
    values: Iterable[float], left: float, right: float, floor: float, highest: float, room: Room
) -> Iterator[Mark]:
    """A dot for each value (1..7) above its place on a line from `left` to `right` at `floor`.

    Where they are so many that they overlap to a bar, the bar is drawn with fewer.
    """
    counted = Counter(values)
    most = max(counted.values(), default=1)
    pitch = min(PITCH, highest / most)
    at: list[Point] = []
    for value, count in sorted(counted.items()):
        dots = min(count, math.ceil(count * pitch / RADIUS))
        step = count * pitch / dots
        x, lowest = step_at(value, left, right), floor - RADIUS - 3
        at += [(x, lowest - place * step) for place in range(dots)]
    yield Line(left, floor, right, floor, room.faint, 1.5)
    if at:
        yield Dots(tuple(at), RADIUS, str(room.scheme.primary))


def step_at(value: float, left: float, right: float) -> float:
    """Where a step is on a line between two pixels."""
    inset = 10.0
    return left + inset + (value - 1) / (STEPS - 1) * (right - left - 2 * inset)


def ends_below(
    low: str, high: str, left: float, right: float, y: float, room: Room
) -> Iterator[Mark]:
    """What the two ends of such lines are."""
    yield room.words(low, left, y)
    yield room.words(high, right, y, align=1)
