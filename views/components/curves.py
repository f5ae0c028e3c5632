"""Quadratic curves (Bézier), as a canvas draws them; x to the right, y downwards."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import flet.canvas as cv

Point = tuple[float, float]
STEPS: Final = tuple(n / 16 for n in range(17))
"""How finely a curve is looked at."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve from `start` to `end`, bent towards `control`."""

    start: Point
    control: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at t, 0..1."""
        weights = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
        points = (self.start, self.control, self.end)
        x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
        return x, y

    def heading(self, t: float) -> Point:
        """The direction at t, of length 1."""
        first = minus(self.control, self.start)
        last = minus(self.end, self.control)
        return unit((first[0] * (1 - t) + last[0] * t, first[1] * (1 - t) + last[1] * t))

    def part(self, begin: float, end: float) -> "Curve":
        """The stretch between two t (de Casteljau)."""
        start, stop = self.at(begin), self.at(end)
        a = between(self.start, self.control, begin)
        b = between(self.control, self.end, begin)
        return Curve(start, between(a, b, end), stop)

    @property
    def length(self) -> float:
        """About how long it is."""
        points = [self.at(t) for t in STEPS]
        return sum(math.dist(a, b) for a, b in pairwise(points))

    def distance(self, point: Point) -> float:
        """About how far a point is from it."""
        return min(math.dist(point, self.at(t)) for t in STEPS)

    def scaled(self, by: float) -> "Curve":
        """The same, so many times as large."""
        start, control, end = ((x * by, y * by) for x, y in (self.start, self.control, self.end))
        return Curve(start, control, end)

    def beside(self, by: float) -> "Curve":
        """The same, moved to its left."""
        shifts = (self.heading(0.0), self.heading(0.5), self.heading(1.0))
        points = (self.start, self.control, self.end)
        moved = [
            (x - dy * by, y + dx * by) for (x, y), (dx, dy) in zip(points, shifts, strict=True)
        ]
        return Curve(*moved)


def minus(one: Point, other: Point) -> Point:
    """The way from the other to the one."""
    return one[0] - other[0], one[1] - other[1]


def between(one: Point, other: Point, t: float) -> Point:
    """The point at t, 0..1, of the straight way from one to another."""
    return one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t


def unit(vector: Point) -> Point:
    """The same direction with length 1; nothing stays nothing."""
    size = math.hypot(*vector) or 1.0
    return vector[0] / size, vector[1] / size


def straight(one: Point, other: Point) -> Curve:
    """A curve without a bend."""
    return Curve(one, between(one, other, 0.5), other)


def path_of(curve: Curve) -> cv.Path.CubicTo:
    """What draws it from its start. As a cubic: Flet fills a quadratic as if it were straight."""
    start, control, end = curve.start, curve.control, curve.end
    return cv.Path.CubicTo(*between(start, control, 2 / 3), *between(end, control, 2 / 3), *end)
