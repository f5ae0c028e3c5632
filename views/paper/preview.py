"""The marks of a page, drawn on the screen."""

import flet as ft
import flet.canvas as cv

from views import theme
from views.paper.fonts import BODY, SERIF, STRONG
from views.paper.layout import INK, MARGIN, RULE, Line, Mark, Page, Square

FAMILIES = {SERIF: theme.SERIF, BODY: theme.BODY, STRONG: f"{theme.BODY} 600"}
PAPER = "#FFFEFB"


def preview(page: Page, width: float) -> ft.Control:
    """The page as far as something is on it, `width` pixels wide; always light paper."""
    scale = width / page.width
    shapes = [_shape(mark, scale, page) for mark in page.marks]
    return ft.Container(
        cv.Canvas(shapes, width=width, height=page.end * scale),
        bgcolor=PAPER,
        border=ft.Border.all(1.5, RULE),
        border_radius=10,
        width=width,
        height=page.end * scale,
    )


def _shape(mark: Mark, scale: float, page: Page) -> cv.Shape:
    if isinstance(mark, Line):
        end = (page.width - MARGIN) * scale
        paint = ft.Paint(color=RULE, stroke_width=1)
        return cv.Line(MARGIN * scale, mark.y * scale, end, mark.y * scale, paint=paint)
    if isinstance(mark, Square):
        side = mark.side * scale
        drawn = ft.PaintingStyle.FILL if mark.color else ft.PaintingStyle.STROKE
        paint = ft.Paint(color=mark.color or INK, style=drawn, stroke_width=0.75)
        return cv.Rect(
            mark.x * scale, mark.y * scale, side, side, border_radius=side / 3.5, paint=paint
        )
    style = ft.TextStyle(
        font_family=FAMILIES[mark.face],
        size=mark.size * scale,
        height=mark.line / mark.size,
        color=mark.color,
    )
    return cv.Text(mark.x * scale, mark.y * scale, mark.words, style=style)
