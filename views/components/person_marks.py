"""What stands for somebody: an initial or an icon, in a shape and a colour of the person's."""

from typing import Final

import flet as ft
import flet.canvas as cv

from domain.entries import Color, Icon, Person, PersonShape
from views import theme
from views.components.colors import Brightness
from views.components.curves import Point
from views.components.part_shapes import drawn_shape, shape_path

EDGE: Final = 2.0
MARK_ICONS: Final[dict[Icon, ft.IconData]] = {
    "being": ft.Icons.PERSON_OUTLINED,
    "group": ft.Icons.GROUPS_OUTLINED,
    "paw": ft.Icons.PETS_OUTLINED,
    "plant": ft.Icons.LOCAL_FLORIST_OUTLINED,
    "place": ft.Icons.COTTAGE_OUTLINED,
    "chair": ft.Icons.CHAIR_OUTLINED,
    "music": ft.Icons.MUSIC_NOTE_OUTLINED,
    "practice": ft.Icons.SELF_IMPROVEMENT_OUTLINED,
    "book": ft.Icons.MENU_BOOK_OUTLINED,
    "sky": ft.Icons.CLOUD_OUTLINED,
}


def person_mark(
    person: Person, size: float, brightness: Brightness, text_scale: float = 1.0
) -> ft.Control:
    """The mark of somebody, `size` by `size`, without words for a screen reader."""
    look = (person.shape, person.icon, person.color)
    return drawn_mark(person.name, *look, size, brightness, text_scale)


def mark_shapes(person: Person, at: Point, radius: float, brightness: Brightness) -> list[cv.Shape]:
    """The mark on a canvas, with the initial: a canvas has no icons."""
    fill, edge, ink = theme.PARTS[brightness][person.color]
    filled = ft.Paint(color=fill)
    line = ft.Paint(color=edge, style=ft.PaintingStyle.STROKE, stroke_width=EDGE)
    style = theme.text_style(theme.Face(theme.SERIF, radius, radius * 1.2), ink)
    return [
        *(_outline(person.shape, at, radius - EDGE / 2, paint) for paint in (filled, line)),
        cv.Text(*at, initial(person.name), style=style, alignment=ft.Alignment.CENTER),
    ]


def _outline(shape: PersonShape, at: Point, radius: float, paint: ft.Paint) -> cv.Shape:
    if shape == "circle":
        return cv.Circle(*at, radius, paint=paint)
    return shape_path(shape, at, radius, paint)


def initial(name: str) -> str:
    """The letter that stands for a name."""
    return name.strip()[:1].upper()


def drawn_mark(
    name: str,
    shape: PersonShape,
    icon: Icon,
    color: Color,
    size: float,
    brightness: Brightness,
    text_scale: float = 1.0,
) -> ft.Control:
    """The same of somebody who is still being made. A letter keeps its size at any text size."""
    fill, edge, ink = theme.PARTS[brightness][color]
    half = size / 2
    if icon:
        inside: ft.Control = ft.Icon(MARK_ICONS[icon], size=half, color=ink)
    else:
        face = theme.Face(theme.SERIF, half / text_scale, half / text_scale * 1.2)
        inside = theme.text(initial(name), face, ink)
    round_one = shape == "circle"
    centred = ft.Container(
        inside,
        width=size,
        height=size,
        alignment=ft.Alignment.CENTER,
        bgcolor=fill if round_one else None,
        border=ft.Border.all(EDGE, edge) if round_one else None,
        border_radius=half if round_one else None,
    )
    drawn = (
        centred
        if shape == "circle"
        else ft.Stack(
            [drawn_shape(shape, color, size, brightness), centred], width=size, height=size
        )
    )
    return ft.Semantics(exclude_semantics=True, content=drawn)
