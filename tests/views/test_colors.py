"""Every pair of ink and ground in use can be read, in all themes and on every cell: a table."""

from collections.abc import Iterator
from typing import get_args

import flet as ft
import pytest
from flet import BaseControl

from domain.entries import STEPS
from tests.views.stage import Stage, played
from tests.views.test_places import FULL, PLACES, journal_of
from views.components.colors import Brightness, cell_color, mark_color
from views.theme import scheme

SCHEMES: dict[str, ft.ColorScheme] = {
    f"{brightness}{' with contrast' if more else ''}": scheme(brightness, more)
    for more in (False, True)
    for brightness in get_args(Brightness)
}
GROUNDS = (
    "surface",
    "surface_container_lowest",
    "surface_container_low",
    "surface_container",
    "surface_container_high",
)
CONTAINERS = ("primary_container", "secondary_container", "tertiary_container", "error_container")
"""Of cards in which there are buttons of words alone, and marks."""
EDGES = [("outline", ground) for ground in (*GROUNDS, "surface_container_highest")]
"""What is drawn and has to be seen, without being read."""
PAIRS = [
    *((ink, ground) for ink in ("on_surface", "on_surface_variant") for ground in GROUNDS),
    *((ink, ground) for ink in ("primary", "secondary") for ground in GROUNDS[:4]),
    *(("on_surface", ground) for ground in CONTAINERS),
    *(("primary", ground) for ground in CONTAINERS),
    ("on_primary", "primary"),
    ("primary", "on_primary"),
    ("on_primary_container", "primary_container"),
    ("on_secondary_container", "secondary_container"),
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


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), [*PAIRS, *EDGES])
def test_text_and_edges_stand_out(ink: str, ground: str, name: str) -> None:
    assert seen(ink, ground, name) >= (3 if (ink, ground) in EDGES else 4.5)


def seen(ink: str, ground: str, name: str) -> float:
    """The contrast of two colours of a scheme."""
    return contrast(getattr(SCHEMES[name], ink), getattr(SCHEMES[name], ground))


def test_no_other_pair_is_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    used: dict[tuple[str, str], str] = {}

    async def act() -> None:
        for place in PLACES:
            async with Stage(journal_of(FULL), place) as stage:
                for control, around in stage.controls():
                    for ink in _inks(control):
                        used.setdefault((ink, _ground(around)), place)

    played(act)
    rows = [*PAIRS, *EDGES]
    with capsys.disabled():
        print(f"\n{'':52}{''.join(f'{name:>20}' for name in SCHEMES)}")  # noqa: T201
        for ink, ground in rows:
            found = "".join(f"{seen(ink, ground, name):>20.1f}" for name in SCHEMES)
            print(f"{ink:>25} on {ground:<24}{found}")  # noqa: T201
    assert not {pair: place for pair, place in used.items() if pair not in rows}


def _inks(control: BaseControl) -> Iterator[str]:
    """The colour of the scheme in which words or an icon are drawn."""
    if isinstance(control, ft.Text) and isinstance(control.style, ft.TextStyle):
        color = control.style.color
    else:
        color = control.color if isinstance(control, ft.Icon) else None
    if isinstance(color, ft.Colors):
        yield color.name.lower()


NAMES = {one.value: one.name.lower() for one in ft.Colors}


def _ground(around: tuple[BaseControl, ...]) -> str:
    """The colour of the scheme on which they stand; what is not of the scheme tells its own."""
    for control in reversed(around):
        color = getattr(control, "bgcolor", None)
        style = getattr(control, "style", None)
        if isinstance(style, ft.ButtonStyle) and style.bgcolor:
            color = style.bgcolor
        if color:
            # What is nearly opaque counts as if it were.
            value = str(getattr(color, "value", color)).partition(",")[0]
            return NAMES.get(value, value)
    return "surface"


@pytest.mark.parametrize("brightness", get_args(Brightness))
def test_the_mark_stands_out_on_every_cell(brightness: Brightness) -> None:
    for x in range(1, STEPS + 1):
        for y in range(1, STEPS + 1):
            fill = cell_color(x, y, brightness)
            assert contrast(fill, mark_color(fill)) >= 4
