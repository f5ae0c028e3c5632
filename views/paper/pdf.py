"""The marks of a page as a PDF, with the fonts in it."""

from datetime import UTC, datetime
from typing import Final

from fpdf import FPDF
from fpdf.enums import RenderStyle
from fpdf.fonts import HarfBuzzFont, TTFFont

from views.components.marks import DASH, ROUND, Area, Dots, Line, Pull, Square, Words
from views.paper.fonts import Font
from views.paper.layout import INK, Page
from views.paper.writing import SHAPES, Run, runs, shaper

LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)
BASELINE: Final = 0.34
"""How far below the middle of its line, in sizes, the letters stand."""


def pdf(page: Page, title: str) -> bytes:
    """One page. It names neither who made it nor when."""
    made = FPDF(unit="pt", format=(page.width, page.height))
    made.set_auto_page_break(False)
    made.c_margin = 0
    made.set_creation_date(LONG_AGO)
    made.set_producer("")
    made.set_title(title)
    made.add_page()
    known: set[str] = set()
    for mark in page.marks:
        if isinstance(mark, Words):
            _write(made, mark, known)
        else:
            _draw(made, mark)
    try:
        return bytes(made.output())
    finally:
        for font in made.fonts.values():
            # fpdf2 leaves their files open.
            if isinstance(font, TTFFont):
                font.close()


def _write(made: FPDF, mark: Words, known: set[str]) -> None:
    x = mark.x
    y = mark.y + mark.line / 2 + mark.size * BASELINE
    made.set_text_color(mark.color)
    for run in runs(mark.words, mark.face):
        _use(made, run.font, mark.size, known)
        if run.shaped:
            _shape(made, run, x, y)
        else:
            made.text(x, y, run.words)
        x += mark.size * run.width


def _shape(made: FPDF, run: Run, x: float, y: float) -> None:
    made.set_text_shaping(direction="rtl" if run.from_the_right else "ltr")
    # A cell has its letters at 0.8 of its height.
    made.set_xy(x, y - 0.8 * made.font_size)
    made.cell(text=run.words)
    made.set_text_shaping(use_shaping_engine=False)


def _use(made: FPDF, found: Font, size: float, known: set[str]) -> None:
    if found.name in known:
        made.set_font(found.name, size=size)
        return
    known.add(found.name)
    made.add_font(found.name, fname=found.path)
    made.set_font(found.name, size=size)
    if SHAPES and isinstance(made.current_font, TTFFont):
        # Else fpdf2 makes the whole file anew, which takes seconds.
        made.current_font._hbfont = HarfBuzzFont(shaper(found).face)


def _draw(made: FPDF, mark: Square | Line | Dots | Pull | Area) -> None:
    made.set_fill_color(mark.color or INK)
    made.set_draw_color(mark.color or INK)
    match mark:
        case Square():
            _square(made, mark)
        case Line():
            _pen(made, mark.stroke, mark.dashed)
            made.line(mark.x, mark.y, mark.to_x, mark.to_y)
        case Dots():
            _dots(made, mark)
        case Pull():
            _pen(made, mark.stroke)
            made.polyline(mark.at)
        case Area():
            made.polygon(mark.at, style=RenderStyle.F)


def _dots(made: FPDF, mark: Dots) -> None:
    _pen(made, mark.stroke)
    style, radius = RenderStyle.F, mark.radius
    if mark.hollow or mark.edge:
        made.set_draw_color(mark.edge or mark.color)
        style = RenderStyle.D if mark.hollow else RenderStyle.DF
        radius -= mark.stroke / 2
    for x, y in mark.at:
        made.circle(x, y, radius, style)


def _pen(made: FPDF, stroke: float, dashed: bool = False) -> None:
    made.set_line_width(stroke)
    made.set_dash_pattern(*(DASH if dashed else (0, 0)))


def _square(made: FPDF, mark: Square) -> None:
    if mark.edge:
        made.set_draw_color(mark.edge)
    _pen(made, mark.stroke, mark.dashed)
    style = RenderStyle.DF if mark.color and mark.edge else RenderStyle.F
    made.rect(
        mark.x,
        mark.y,
        mark.side,
        mark.side,
        style if mark.color else RenderStyle.D,
        round_corners=True,
        corner_radius=mark.side * ROUND,
    )
