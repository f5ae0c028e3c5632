"""Marks: placed elsewhere, as shapes of a canvas, and in a PDF, which can draw every kind."""

import io
import re
from typing import Any, get_args

import flet as ft
import flet.canvas as cv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from domain.sheet import Sheet
from tests.views.charts import box, whole
from views.charts.all import MADE
from views.charts.chart import Room
from views.components.marks import (
    Area,
    Dots,
    Line,
    Mark,
    Pull,
    Square,
    Words,
    placed,
    shapes,
)
from views.paper.fonts import BODY, SERIF, STRONG
from views.paper.layout import Page
from views.paper.pdf import pdf

INK, WINE = "#112233", "#AA3344"
WORDS = Words(10, 20, "slower", BODY, 14, 20, INK)
SQUARE = Square(10, 20, 30, WINE, INK, 2)
LINE = Line(10, 20, 60, 40, INK, 1.5)
DOTS = Dots(((10, 20), (30, 40), (50, 20)), 4, WINE)
RINGS = Dots(((10, 20), (30, 40)), 4, WINE, True)
EDGED = Dots(((10, 20), (30, 40)), 4.5, WINE, edge=INK)
PULL = Pull(((10, 20), (30, 40), (50, 20)), INK, 3)
AREA = Area(((10, 20), (30, 20), (20, 40)), WINE)
EVERY: tuple[Mark, ...] = (
    WORDS,
    SQUARE,
    Square(10, 20, 30, None, INK, 1.25, True),
    Square(10, 20, 30, WINE),
    LINE,
    Line(10, 20, 60, 40, INK, 1.5, True),
    DOTS,
    RINGS,
    EDGED,
    PULL,
    AREA,
)
far = st.floats(-500, 500)


def page(*marks: Mark) -> Page:
    """A page with these marks."""
    return Page(300, 300, marks, 300, Sheet("For our session", "", (), ()), (), "")


def drawn(*marks: Mark) -> str:
    """What draws a page of a PDF."""
    (read,) = PdfReader(io.BytesIO(pdf(page(*marks), "Sheet"))).pages
    contents = read.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def operators(*marks: Mark) -> list[str]:
    """The operators that draw them, without what comes with every page."""
    found = re.findall(r"(?:^|\s)([A-Za-z*]+)(?=\s|$)", drawn(*marks))
    return [one for one in found if one not in ("q", "Q", "J", "j", "w", "d", "rg", "RG", "cm")]


# -- placed ------------------------------------------------------------------------------------


def test_there_is_an_example_of_every_kind_of_mark() -> None:
    assert {type(one) for one in EVERY} == set(get_args(Mark))


@pytest.mark.parametrize("mark", EVERY, ids=lambda one: type(one).__name__)
@given(x=far, y=far)
@settings(max_examples=10)
def test_a_mark_is_placed_so_far_to_the_right_and_down(mark: Mark, x: float, y: float) -> None:
    there = box(placed(mark, x, y))
    left, top, right, bottom = box(mark)
    assert there == pytest.approx((left + x, top + y, right + x, bottom + y))


@pytest.mark.parametrize("mark", EVERY, ids=lambda one: type(one).__name__)
@given(scale=st.floats(0.2, 4), x=far, y=far)
@settings(max_examples=10)
def test_a_mark_is_made_larger_as_a_whole_before_it_is_placed(
    mark: Mark, scale: float, x: float, y: float
) -> None:
    there = box(placed(mark, x, y, scale))
    expected = [one * scale + shift for one, shift in zip(box(mark), (x, y, x, y), strict=True)]
    assert there == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("mark", EVERY, ids=lambda one: type(one).__name__)
def test_a_mark_that_is_placed_where_it_was_is_the_same(mark: Mark) -> None:
    assert placed(mark, 0, 0) == mark
    assert placed(placed(mark, 7, -3), -7, 3) == mark


@pytest.mark.parametrize("mark", EVERY, ids=lambda one: type(one).__name__)
def test_a_mark_that_is_placed_keeps_how_it_looks(mark: Mark) -> None:
    there = placed(mark, 5, 5)
    for name in ("color", "edge", "dashed", "hollow", "words", "face"):
        assert getattr(there, name, None) == getattr(mark, name, None)


# -- on a canvas -------------------------------------------------------------------------------


def shape(mark: Mark, scale: float = 1) -> Any:
    """The one shape of a mark."""
    (found,) = shapes([mark], scale)
    return found


@pytest.mark.parametrize("scale", [1, 2])
def test_words_are_a_text_in_their_face_and_size(scale: float) -> None:
    faces = []
    for face in (BODY, STRONG, SERIF):
        found = shape(Words(10, 20, "slower", face, 14, 20, INK), scale)
        assert isinstance(found, cv.Text)
        assert (found.x, found.y, found.value) == (10 * scale, 20 * scale, "slower")
        assert found.style is not None
        assert found.style.size == 14 * scale
        assert found.style.height == pytest.approx(20 / 14)
        assert found.style.color == INK
        faces.append(found.style.font_family)
    assert len(set(faces)) == 3


def test_a_square_is_its_fill_and_its_edge_inside_of_it() -> None:
    fill, edge = shapes([SQUARE])
    assert isinstance(fill, cv.Rect)
    assert isinstance(edge, cv.Rect)
    assert (fill.x, fill.y, fill.width, fill.height) == (10, 20, 30, 30)
    assert (edge.x, edge.y, edge.width, edge.height) == (11, 21, 28, 28)
    assert fill.paint
    assert fill.paint.color == WINE
    assert edge.paint
    assert edge.paint.color == INK
    assert edge.paint.style == ft.PaintingStyle.STROKE
    assert edge.paint.stroke_dash_pattern is None
    assert edge.border_radius == pytest.approx(28 * 0.28)


def test_a_square_may_have_no_fill_or_no_edge() -> None:
    plain = shape(Square(10, 20, 30, WINE))
    assert plain.paint.color == WINE
    ring = shape(Square(10, 20, 30, None, INK, 2, True))
    assert ring.paint.color == INK
    assert ring.paint.stroke_dash_pattern
    assert shapes([Square(10, 20, 30, None)]) == []


@pytest.mark.parametrize("dashed", [False, True])
def test_a_line_goes_from_one_point_to_the_other(dashed: bool) -> None:
    found = shape(Line(10, 20, 60, 40, INK, 1.5, dashed))
    begin, end = found.elements
    assert (begin.x, begin.y, end.x, end.y) == (10, 20, 60, 40)
    assert found.paint.stroke_width == 1.5
    assert bool(found.paint.stroke_dash_pattern) == dashed


def test_dots_are_one_shape_however_many() -> None:
    many = Dots(tuple((float(n), float(n % 7)) for n in range(900)), 4, WINE)
    found = shape(many)
    assert isinstance(found, cv.Points)
    assert len(found.points or ()) == 900
    assert found.point_mode == cv.PointMode.POINTS
    assert found.paint
    assert found.paint.stroke_width == 8
    assert found.paint.stroke_cap == ft.StrokeCap.ROUND


def test_rings_are_hollow_and_as_large_as_dots() -> None:
    found = shape(RINGS)
    assert isinstance(found, cv.Path)
    assert found.paint
    assert found.paint.style == ft.PaintingStyle.STROKE
    ring = found.elements[0]
    assert isinstance(ring, cv.Path.Oval)
    assert ring.width == ring.height
    assert ring.width + found.paint.stroke_width == pytest.approx(8)
    assert ring.x + ring.width / 2 == 10
    assert ring.y + ring.height / 2 == 20


@pytest.mark.parametrize("scale", [0.4, 1, 2])
@pytest.mark.parametrize(("radius", "wide"), [(4.5, 1.25), (3, 1), (1.5, 0.5)])
def test_an_edge_is_drawn_around_what_fills_a_dot_and_no_larger(
    radius: float, wide: float, scale: float
) -> None:
    mark = Dots(EDGED.at, radius, WINE, edge=INK)
    assert mark.stroke == wide
    edge, fill = shapes([mark], scale)
    assert isinstance(edge, cv.Points)
    assert isinstance(fill, cv.Points)
    assert edge.points == fill.points == [(10 * scale, 20 * scale), (30 * scale, 40 * scale)]
    assert edge.paint
    assert (edge.paint.color, edge.paint.stroke_width) == (INK, 2 * radius * scale)
    assert fill.paint
    assert fill.paint.color == WINE
    assert 0 < (fill.paint.stroke_width or 0) < 2 * radius * scale
    if scale == 1:
        assert fill.paint.stroke_width == pytest.approx(2 * (radius - wide))


def test_a_pull_goes_through_all_its_points() -> None:
    found = shape(PULL, 2)
    assert isinstance(found, cv.Points)
    assert found.point_mode == cv.PointMode.POLYGON
    assert [
        tuple(one) if isinstance(one, tuple) else (one.x, one.y) for one in found.points or ()
    ] == [
        (20, 40),
        (60, 80),
        (100, 40),
    ]


def test_an_area_is_filled_and_closed() -> None:
    found = shape(AREA)
    first, *rest, last = found.elements
    assert (first.x, first.y) == (10, 20)
    assert [(one.x, one.y) for one in rest] == [(30, 20), (20, 40)]
    assert isinstance(last, cv.Path.Close)
    assert found.paint.style in (None, ft.PaintingStyle.FILL)


# -- on paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "ends", "strokes"),
    [
        (SQUARE, "B", 2),
        (EVERY[2], "S", 1.25),
        (EVERY[3], "f", None),
        (LINE, "S", 1.5),
        (DOTS, "f", None),
        (RINGS, "S", 1.75),
        (EDGED, "B", 1.25),
        (PULL, "S", 3),
        (AREA, "f", None),
    ],
    ids=lambda one: type(one).__name__,
)
def test_every_kind_of_mark_is_drawn_in_a_pdf(mark: Mark, ends: str, strokes: float | None) -> None:
    assert operators(mark)[-1].lower() == ends.lower()
    if strokes is not None:
        assert f"{strokes:.2f} w" in drawn(mark)


def test_words_are_written_in_a_pdf() -> None:
    assert "Tj" in drawn(WORDS)
    (read,) = PdfReader(io.BytesIO(pdf(page(WORDS), "Sheet"))).pages
    assert "slower" in read.extract_text()


def test_there_are_as_many_dots_in_a_pdf_as_on_the_screen() -> None:
    assert operators(DOTS).count("c") == 4 * 3
    assert operators(PULL).count("l") == 2
    assert operators(AREA).count("l") in (2, 3)


@pytest.mark.parametrize("dashed", [False, True])
def test_what_is_dashed_is_dashed_in_a_pdf_and_what_follows_is_not(dashed: bool) -> None:
    dash = re.compile(r"\[3[^\]]*\] 0[.\d]* d")
    found = drawn(Line(10, 20, 60, 40, INK, 1.5, dashed), LINE)
    assert len(dash.findall(found)) == dashed
    assert not dash.search(found.rpartition("[] 0 d")[2] if dashed else found)
    assert len(dash.findall(drawn(Square(10, 20, 30, None, INK, 1.25, dashed)))) == dashed


@pytest.mark.parametrize("mark", EVERY, ids=lambda one: type(one).__name__)
def test_colours_are_the_same_in_a_pdf(mark: Mark) -> None:
    rgb = {
        " ".join(f"{int(color[n : n + 2], 16) / 255:.3g}" for n in (1, 3, 5))
        for color in (mark.color, getattr(mark, "edge", None))
        if color
    }
    numbers = re.sub(r"\b0?\.(\d{1,3})\d*", lambda one: f"0.{one[1]}", drawn(mark))
    for color in rgb:
        red, green, blue = (float(one) for one in color.split())
        assert any(
            abs(float(one[0]) - red) + abs(float(one[1]) - green) + abs(float(one[2]) - blue) < 0.02
            for one in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)", numbers)
        )


@pytest.mark.parametrize("name", MADE)
def test_the_pdf_can_draw_every_chart_and_its_words(name: Any) -> None:
    found = MADE[name](whole(), Room(300))
    assert found is not None
    here = page(*found.drawing.marks)
    (read,) = PdfReader(io.BytesIO(pdf(here, "Sheet"))).pages
    text = read.extract_text()
    for one in found.drawing.marks:
        if isinstance(one, Words):
            assert one.words in text


def test_an_edge_grows_and_shrinks_with_its_dots() -> None:
    edge, fill = shapes([Dots(((10, 20),), 3, "#FFFFFF", edge="#000000")], 0.5)
    assert isinstance(edge, cv.Points)
    assert isinstance(fill, cv.Points)
    assert edge.paint.stroke_width == 3
    assert fill.paint.stroke_width == 2
