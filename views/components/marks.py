"""What a drawing is made of: marks with their places, the same on the screen and on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import flet as ft
import flet.canvas as cv

from views import theme
from views.components.curves import Point
from views.paper.fonts import BODY, SERIF, STRONG

FAMILIES: Final = {SERIF: theme.SERIF, BODY: theme.BODY, STRONG: f"{theme.BODY} 600"}
DASH: Final = (3.0, 3.0)
ROUND: Final = 0.28
"""The radius of a square's corners, in sides."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words whose box begins at (x, y) and is `line` high."""

    x: float
    y: float
    words: str
    face: str
    size: float
    line: float
    color: str


@dataclass(frozen=True, slots=True)
class Square:
    """A rounded square by its top left corner: filled, with an edge, or both."""

    x: float
    y: float
    side: float
    color: str | None
    edge: str | None = None
    stroke: float = 0.75
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from (x, y) to another point."""

    x: float
    y: float
    to_x: float
    to_y: float
    color: str
    stroke: float = 0.75
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of one colour by their middles; `hollow` ones are rings, others may have an edge."""

    at: tuple[Point, ...]
    radius: float
    color: str
    hollow: bool = False
    edge: str | None = None

    @property
    def stroke(self) -> float:
        """How wide the line of a hollow one, or an edge, is."""
        return min(1.75, self.radius / 2) if self.hollow else min(1.25, self.radius / 3)


@dataclass(frozen=True, slots=True)
class Pull:
    """One pull of the pen through some points."""

    at: tuple[Point, ...]
    color: str
    stroke: float


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with straight sides."""

    at: tuple[Point, ...]
    color: str


Mark = Words | Square | Line | Dots | Pull | Area


def placed(mark: Mark, x: float, y: float, scale: float = 1.0) -> Mark:
    """The same so many times as large, and then so far to the right and down."""

    def there(at: Point) -> Point:
        return at[0] * scale + x, at[1] * scale + y

    match mark:
        case Words():
            left, top = there((mark.x, mark.y))
            size, line = mark.size * scale, mark.line * scale
            return replace(mark, x=left, y=top, size=size, line=line)
        case Square():
            left, top = there((mark.x, mark.y))
            side, stroke = mark.side * scale, mark.stroke * scale
            return replace(mark, x=left, y=top, side=side, stroke=stroke)
        case Line():
            (left, top), (to_x, to_y) = there((mark.x, mark.y)), there((mark.to_x, mark.to_y))
            return replace(mark, x=left, y=top, to_x=to_x, to_y=to_y, stroke=mark.stroke * scale)
        case Dots():
            return replace(mark, at=tuple(map(there, mark.at)), radius=mark.radius * scale)
        case Pull():
            return replace(mark, at=tuple(map(there, mark.at)), stroke=mark.stroke * scale)
        case Area():
            return replace(mark, at=tuple(map(there, mark.at)))


def shapes(marks: Iterable[Mark], scale: float = 1.0) -> list[cv.Shape]:
    """The marks for a canvas, so many times as large."""
    return [shape for mark in marks for shape in _shapes(mark, scale)]


def _shapes(mark: Mark, scale: float) -> list[cv.Shape]:
    match mark:
        case Words():
            return [_words(mark, scale)]
        case Square():
            return _square(mark, scale)
        case Line():
            ends = [cv.Path.MoveTo(mark.x * scale, mark.y * scale)]
            line = cv.Path.LineTo(mark.to_x * scale, mark.to_y * scale)
            return [cv.Path([*ends, line], paint=_pen(mark.color, mark.stroke, mark.dashed))]
        case Dots():
            return _dots(mark, scale)
        case Pull():
            return [
                cv.Points(
                    list(_scaled(mark.at, scale)),
                    cv.PointMode.POLYGON,
                    _pen(mark.color, mark.stroke),
                )
            ]
        case Area():
            (x, y), *rest = _scaled(mark.at, scale)
            sides = [cv.Path.LineTo(*point) for point in rest]
            path: list[cv.Path.PathElement] = [cv.Path.MoveTo(x, y), *sides, cv.Path.Close()]
            return [cv.Path(path, paint=ft.Paint(color=mark.color))]


def _scaled(at: Iterable[Point], scale: float) -> tuple[Point, ...]:
    return tuple((x * scale, y * scale) for x, y in at)


def _pen(color: str, stroke: float, dashed: bool = False) -> ft.Paint:
    return ft.Paint(
        color=color,
        style=ft.PaintingStyle.STROKE,
        stroke_width=stroke,
        stroke_cap=ft.StrokeCap.ROUND,
        stroke_join=ft.StrokeJoin.ROUND,
        stroke_dash_pattern=list(DASH) if dashed else None,
    )


def _words(mark: Words, scale: float) -> cv.Shape:
    style = ft.TextStyle(
        font_family=FAMILIES[mark.face],
        size=mark.size * scale,
        height=mark.line / mark.size,
        color=mark.color,
    )
    return cv.Text(mark.x * scale, mark.y * scale, mark.words, style=style)


def _square(mark: Square, scale: float) -> list[cv.Shape]:
    def drawn(inset: float, paint: ft.Paint) -> cv.Shape:
        side = mark.side * scale - 2 * inset
        x, y = mark.x * scale + inset, mark.y * scale + inset
        return cv.Rect(x, y, side, side, border_radius=side * ROUND, paint=paint)

    filled = [drawn(0, ft.Paint(color=mark.color))] if mark.color else []
    pen = _pen(mark.edge, mark.stroke, mark.dashed) if mark.edge else None
    return [*filled, *([drawn(mark.stroke / 2, pen)] if pen else [])]


def _dots(mark: Dots, scale: float) -> list[cv.Shape]:
    radius, at = mark.radius * scale, _scaled(mark.at, scale)

    def drawn(color: str, radius: float) -> cv.Shape:
        # One shape, however many there are.
        return cv.Points(list(at), cv.PointMode.POINTS, _pen(color, 2 * radius))

    if mark.edge:
        return [drawn(mark.edge, radius), drawn(mark.color, radius - mark.stroke * scale)]
    if not mark.hollow:
        return [drawn(mark.color, radius)]
    inner = radius - mark.stroke / 2
    rings: list[cv.Path.PathElement] = [
        cv.Path.Oval(x - inner, y - inner, 2 * inner, 2 * inner) for x, y in at
    ]
    return [cv.Path(rings, paint=_pen(mark.color, mark.stroke))]
