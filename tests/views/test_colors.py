"""Every pair of ink and ground in use can be read, in both themes and on every cell."""

import flet as ft
import pytest

from domain.entries import STEPS
from views.components.colors import Brightness, cell_color, mark_color
from views.theme import DARK, LIGHT

SCHEMES: dict[Brightness, ft.ColorScheme] = {"light": LIGHT, "dark": DARK}
GROUNDS = (
    "surface",
    "surface_container_lowest",
    "surface_container_low",
    "surface_container",
    "surface_container_high",
)
PAIRS = [
    *((ink, ground) for ink in ("on_surface", "on_surface_variant") for ground in GROUNDS),
    *((ink, ground) for ink in ("primary", "secondary") for ground in GROUNDS[:4]),
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_tertiary_container", "tertiary_container"),
    ("on_error_container", "error_container"),
    ("on_inverse_surface", "inverse_surface"),
    ("inverse_primary", "inverse_surface"),
]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1..21, after WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("brightness", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out(ink: str, ground: str, brightness: Brightness) -> None:
    scheme = SCHEMES[brightness]
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("brightness", SCHEMES)
def test_the_mark_stands_out_on_every_cell(brightness: Brightness) -> None:
    for x in range(1, STEPS + 1):
        for y in range(1, STEPS + 1):
            fill = cell_color(x, y, brightness)
            assert contrast(fill, mark_color(fill)) >= 4
