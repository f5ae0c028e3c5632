"""Lines between two parts: five that look unlike each other, and none through the open middle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import flet.canvas as cv
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import RELATIONS, RelationKind
from domain.part_map import (
    HEIGHT,
    LARGEST,
    MIDDLE,
    MIDDLE_RADIUS,
    SMALLEST,
    WIDTH,
    kept_in,
)
from views.components.curves import Curve, Point, straight
from views.components.relation_lines import connecting, sample_line, strokes
from views.components.strokes import Stroke, painted

FINE = [n / 200 for n in range(201)]
WING = 12.0
"""So wide a cup or an arrow is."""
LINE = straight((60, 60), (290, 60))


@dataclass(frozen=True)
class Pair:
    """Two parts of a size, each where one can stand."""

    one: Point
    other: Point
    radius: float

    @property
    def line(self) -> Curve:
        """What connects them."""
        return connecting(self.one, self.other, self.radius)


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Any two places on a map."""
    radius = draw(st.floats(SMALLEST, LARGEST))
    x, y = st.floats(0, WIDTH), st.floats(0, HEIGHT)
    one, other = (kept_in(draw(x), draw(y), radius) for _ in range(2))
    return Pair(one, other, radius)


def nearest(curve: Curve, point: Point) -> float:
    """How near a curve comes to a point, closely looked at."""
    return min(math.dist(curve.at(t), point) for t in FINE)


def look(drawn: Sequence[Stroke]) -> tuple[object, ...]:
    """What tells one line from another, without its colour."""
    return tuple(
        (
            one.dash,
            *(round(value) for point in (one.curve.at(t) for t in (0, 0.5, 1)) for value in point),
        )
        for one in drawn
    )


@given(pairs())
def test_no_line_crosses_the_open_middle(pair: Pair) -> None:
    assert nearest(pair.line, MIDDLE) >= MIDDLE_RADIUS


@pytest.mark.parametrize("kind", RELATIONS)
@given(pair=pairs())
def test_no_more_than_a_wing_of_a_line_touches_the_rim_of_the_middle(
    kind: RelationKind, pair: Pair
) -> None:
    for stroke in strokes(kind, pair.line):
        assert nearest(stroke.curve, MIDDLE) >= MIDDLE_RADIUS - WING


@pytest.mark.parametrize(
    ("one", "other"),
    [((175, 60), (175, 400)), ((60, 200), (290, 200)), ((175, 126), (175, 274))],
)
def test_a_line_straight_through_the_middle_goes_round_it(one: Point, other: Point) -> None:
    line = connecting(one, other, LARGEST)
    assert nearest(line, MIDDLE) >= MIDDLE_RADIUS
    back = connecting(other, one, LARGEST)
    assert nearest(back, MIDDLE) >= MIDDLE_RADIUS


@given(pairs())
def test_a_line_stays_on_the_map(pair: Pair) -> None:
    for x, y in (pair.line.at(t) for t in FINE):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


@given(pairs())
def test_a_line_leads_from_the_one_to_the_other_and_covers_neither(pair: Pair) -> None:
    if math.dist(pair.one, pair.other) > 6 * LARGEST:
        line = pair.line
        assert math.dist(line.start, pair.one) < math.dist(line.start, pair.other)
        assert math.dist(line.end, pair.other) < math.dist(line.end, pair.one)
        assert nearest(line, pair.one) >= pair.radius
        assert nearest(line, pair.other) >= pair.radius


@pytest.mark.parametrize(("one", "other"), list(combinations(RELATIONS, 2)))
def test_every_two_kinds_are_drawn_unlike_each_other_and_not_by_colour_alone(
    one: RelationKind, other: RelationKind
) -> None:
    assert look(strokes(one, LINE)) != look(strokes(other, LINE))
    assert look_of_sample(one) != look_of_sample(other)


def look_of_sample(kind: RelationKind) -> list[object]:
    """The same of the short line of the legend."""
    shapes = sample_line(kind, 36, 24).shapes
    paths = [one for one in shapes if isinstance(one, cv.Path) and one.paint]
    assert len(paths) == len(shapes)
    return [(one.elements, one.paint and one.paint.stroke_dash_pattern) for one in paths]


def test_the_cup_is_around_the_one_that_is_protected() -> None:
    line, back = straight((60, 60), (290, 60)), straight((290, 60), (60, 60))
    for drawn in (line, back):
        _, cup = strokes("protects", drawn)
        assert math.dist(cup.curve.at(0.5), drawn.end) < math.dist(cup.curve.at(0.5), drawn.start)
        assert math.dist(cup.curve.start, cup.curve.end) > 15


def test_what_pulls_against_shows_an_arrow_each_way_and_a_gap() -> None:
    drawn = strokes("pulls_against", LINE)
    assert len(drawn) == 6
    middle = LINE.at(0.5)
    assert min(nearest(one.curve, middle) for one in drawn) >= 5


@pytest.mark.parametrize("kind", RELATIONS)
@given(pair=pairs(), by=st.tuples(st.floats(-3, 3), st.floats(-3, 3)))
def test_parts_that_lie_on_each_other_still_have_a_line(
    kind: RelationKind, pair: Pair, by: tuple[float, float]
) -> None:
    near = (pair.one[0] + by[0], pair.one[1] + by[1])
    drawn = strokes(kind, connecting(pair.one, near, pair.radius))
    assert len(painted(drawn, "black")) == len(drawn)
    for stroke in drawn:
        for point in (stroke.curve.start, stroke.curve.control, stroke.curve.end):
            assert all(math.isfinite(value) for value in point)
