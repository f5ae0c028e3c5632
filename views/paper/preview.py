"""The marks of a page, drawn on the screen."""

import flet as ft
import flet.canvas as cv

from views.components.marks import shapes
from views.paper.layout import RULE, Page

PAPER = "#FFFEFB"


def preview(page: Page, width: float) -> ft.Control:
    """The page as far as something is on it, `width` pixels wide; always light paper."""
    scale = width / page.width
    return ft.Container(
        cv.Canvas(shapes(page.marks, scale), width=width, height=page.end * scale),
        bgcolor=PAPER,
        border=ft.Border.all(1.5, RULE),
        border_radius=10,
        width=width,
        height=page.end * scale,
    )
