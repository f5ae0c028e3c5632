"""Lines between parts: a style for each kind of relation, and a way round the open middle.

A line is a quadratic curve, straight where nothing is in its way.
"""

import math
from functools import lru_cache
from typing import Final

import flet as ft
import flet.canvas as cv

from domain.entries import RelationKind
from domain.part_map import MIDDLE, MIDDLE_RADIUS, NAME
from views.components.curves import STEPS, Curve, Point, between, minus, straight, unit
from views.components.strokes import DASHES, DOTS, Stroke, across, painted

CLEAR: Final = 6.0
ROUND: Final = 10.0
FARTHEST: Final = 400.0


@lru_cache(maxsize=512)
def connecting(one: Point, other: Point, radius: float) -> Curve:
    """From the edge of one part to that of another, round the middle and never through it.

    Each part is a shape of `radius` with its name below it.
    """
    whole = straight(one, other)
    if not _is_clear(whole):
        whole = _round_the_middle(one, other)
    begin = next((t for t in STEPS if not _is_in(whole.at(t), one, radius)), 0.0)
    end = next((t for t in reversed(STEPS) if not _is_in(whole.at(t), other, radius)), 1.0)
    return whole.part(begin, end) if begin < end else whole


def _is_clear(curve: Curve) -> bool:
    return min(math.dist(curve.at(t), MIDDLE) for t in STEPS) >= MIDDLE_RADIUS + CLEAR


def _round_the_middle(one: Point, other: Point) -> Curve:
    halfway, along = between(one, other, 0.5), unit(minus(other, one))
    across = (-along[1], along[0])
    x, y = minus(halfway, MIDDLE)
    # To the side on which the straight line passes; right through the middle either is as good.
    near = x * across[0] + y * across[1]
    side = across if near >= 0 else (along[1], -along[0])
    far = MIDDLE_RADIUS + ROUND
    while True:
        over = (halfway[0] + side[0] * (far - abs(near)), halfway[1] + side[1] * (far - abs(near)))
        curve = Curve(one, (2 * over[0] - halfway[0], 2 * over[1] - halfway[1]), other)
        if _is_clear(curve) or far > FARTHEST:
            return curve
        far += ROUND


def _is_in(point: Point, part: Point, radius: float) -> bool:
    x, y = minus(point, part)
    return math.hypot(x, y) < radius + CLEAR or (abs(x) < radius + CLEAR and 0 < y < radius + NAME)


def strokes(kind: RelationKind, line: Curve) -> tuple[Stroke, ...]:
    """How a relation is drawn along a line.

    A cup around the one that is protected, two arrows apart for pulling against, two lines for
    backing up, dashes and a bar for avoiding, dots where one is unsure.
    """
    near = min(0.3, 12 / max(1.0, line.length))
    match kind:
        case "protects":
            return _protecting(line)
        case "pulls_against":
            return _pulling(line, near)
        case "backs_up":
            return tuple(Stroke(line.beside(by)) for by in (3.6, -3.6))
        case "avoids":
            before, after = line.part(0, 0.5 - near), line.part(0.5 + near, 1)
            return (Stroke(before, DASHES), Stroke(after, DASHES), Stroke(across(line, 10)))
        case "unsure":
            return (Stroke(line, DOTS),)


def _protecting(line: Curve) -> tuple[Stroke, ...]:
    (x, y), (dx, dy) = line.end, line.heading(1)
    cup = Curve(
        (x - dy * 11 + dx * 2, y + dx * 11 + dy * 2),
        (x - dx * 16, y - dy * 16),
        (x + dy * 11 + dx * 2, y - dx * 11 + dy * 2),
    )
    short = min(0.5, 7 / max(1.0, line.length))
    return Stroke(line.part(0, 1 - short)), Stroke(cup)


def _pulling(line: Curve, near: float) -> tuple[Stroke, ...]:
    drawn: list[Stroke] = []
    for begin, end, sign in ((0.5 - near, 0.0, -1), (0.5 + near, 1.0, 1)):
        tip = line.at(begin)
        dx, dy = line.heading(begin)
        back = (tip[0] - sign * dx * 7, tip[1] - sign * dy * 7)
        drawn.append(Stroke(line.part(min(begin, end), max(begin, end))))
        drawn += [
            Stroke(straight((back[0] - dy * wing, back[1] + dx * wing), tip)) for wing in (7, -7)
        ]
    return tuple(drawn)


def sample_line(kind: RelationKind, width: float, height: float) -> cv.Canvas:
    """A short line of a kind, for a legend."""
    line = straight((2, height / 2), (width - 2, height / 2))
    if kind == "protects":
        line = straight((2, height / 2), (width - 9, height / 2))
    return cv.Canvas(
        painted(strokes(kind, line), ft.Colors.ON_SURFACE_VARIANT), width=width, height=height
    )
