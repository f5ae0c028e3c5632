"""Colour, type and spacing: the numbers that every screen draws with, in logical pixels."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import flet as ft

from domain.direction import is_from_the_right
from domain.entries import Color
from views.components.colors import Brightness

SERIF: Final = "Meanwhile Serif"
BODY: Final = "Atkinson Hyperlegible Next"
FONTS: Final = {
    SERIF: "fonts/MeanwhileSerif.ttf",
    BODY: "fonts/AtkinsonHyperlegibleNext-400.ttf",
    f"{BODY} 600": "fonts/AtkinsonHyperlegibleNext-600.ttf",
    f"{BODY} 700": "fonts/AtkinsonHyperlegibleNext-700.ttf",
}

WIDE: Final = 840
HIGH: Final = 480
"""A phone that lies on its side is wide, and too low for a rail."""
MEDIUM: Final = 600
RAIL: Final = 104
PANE_LEFT: Final = 520
"""The left pane, where the right one has as much room."""
PANE_MARGIN: Final = 40
"""Left and right of what is in the second pane."""
MARGIN: Final = 20
MARGIN_MIN: Final = 12
PAD_MIN: Final = 336
"""Seven cells of 48 to touch."""
TOUCH: Final = 48
LARGE_TEXT: Final = 1.5
"""From this text size on, rows of things become columns."""

LIGHT: Final = ft.ColorScheme(
    surface="#F6F0E6",
    surface_bright="#FDFAF4",
    surface_dim="#E4DCCD",
    surface_container_lowest="#FFFDF8",
    surface_container_low="#FCF8F0",
    surface_container="#EFE7D9",
    surface_container_high="#E8DFCF",
    surface_container_highest="#E0D6C4",
    on_surface="#2A241F",
    on_surface_variant="#5C5248",
    outline="#827564",
    outline_variant="#D8CCBA",
    primary="#27534F",
    on_primary="#FDFAF4",
    primary_container="#CFE2DB",
    on_primary_container="#0E3531",
    secondary="#8C4A2E",
    on_secondary="#FDFAF4",
    secondary_container="#F5DCCB",
    on_secondary_container="#4B2411",
    tertiary="#68456F",
    on_tertiary="#FDFAF4",
    tertiary_container="#EADBEB",
    on_tertiary_container="#371C3D",
    error="#74401A",
    on_error="#FDFAF4",
    error_container="#F3DDBF",
    on_error_container="#3F2108",
    inverse_surface="#36302A",
    on_inverse_surface="#F8F2E8",
    inverse_primary="#A5D2C8",
    scrim="#14110E",
    shadow="#00000000",
    surface_tint="#00000000",
)
DARK: Final = ft.ColorScheme(
    surface="#191613",
    surface_bright="#3A342E",
    surface_dim="#141210",
    surface_container_lowest="#12100E",
    surface_container_low="#221E1A",
    surface_container="#2A2520",
    surface_container_high="#342E28",
    surface_container_highest="#3F3831",
    on_surface="#EEE6DA",
    on_surface_variant="#C2B6A6",
    outline="#93877A",
    outline_variant="#494037",
    primary="#A5D2C8",
    on_primary="#0A332F",
    primary_container="#274B46",
    on_primary_container="#CFEAE3",
    secondary="#EDB798",
    on_secondary="#4A2512",
    secondary_container="#4C3022",
    on_secondary_container="#FADDCD",
    tertiary="#DAB8DF",
    on_tertiary="#3C2042",
    tertiary_container="#51355A",
    on_tertiary_container="#F3DEF5",
    error="#E6BC8E",
    on_error="#432507",
    error_container="#573815",
    on_error_container="#FADDBC",
    inverse_surface="#EEE6DA",
    on_inverse_surface="#2F2923",
    inverse_primary="#27534F",
    scrim="#000000",
    shadow="#00000000",
    surface_tint="#00000000",
)

EDGE: Final = ft.Colors.SURFACE_TINT
"""What a card or a chip is edged with: nothing, unless a device asks for contrast. Nothing here
tints by height."""
EDGE_LINE: Final = ft.BorderSide(1.5, EDGE, stroke_align=ft.BorderSideStrokeAlign.OUTSIDE)

THREADS: Final = {
    "light": ("#B05F3C", "#2F6A64"),
    "dark": ("#E79A72", "#86C2B8"),
}
"""The person's own thread and the other one."""

PARTS: Final[dict[str, dict[Color, tuple[str, str, str]]]] = {
    "light": {
        "spruce": ("#BFD9D1", "#508881", "#17433E"),
        "clay": ("#F0C9B3", "#AD6748", "#5A2B14"),
        "plum": ("#DFC9E3", "#9468A2", "#43234B"),
        "honey": ("#F1D9A6", "#9C742E", "#4E3608"),
        "rose": ("#F1C6CB", "#AE616C", "#5C2430"),
        "slate": ("#C8D0E0", "#647BAC", "#27334D"),
        "moss": ("#D7DAB2", "#7D8147", "#3A3D12"),
        "sand": ("#E3D5C0", "#8E775F", "#443524"),
    },
    "dark": {
        "spruce": ("#2F5A54", "#78AAA3", "#D3EEE7"),
        "clay": ("#704531", "#CE8D6F", "#FBE0D1"),
        "plum": ("#5E4067", "#B68DC3", "#F2DDF5"),
        "honey": ("#675023", "#BD985C", "#FBE8C2"),
        "rose": ("#6F424B", "#D0878F", "#FBDDE1"),
        "slate": ("#424E68", "#899ECC", "#DEE6F6"),
        "moss": ("#53572C", "#9FA36F", "#EAEDC9"),
        "sand": ("#5A4B3A", "#B09A84", "#F1E4D2"),
    },
}
"""What a shape is filled with, its edge, and what stands in it."""


@dataclass(frozen=True, slots=True)
class Face:
    """A size of type: family, pixels, line height in pixels."""

    family: str
    size: float
    height: float


DISPLAY_MEDIUM: Final = Face(SERIF, 38, 46)
ROOM: Final = Face(SERIF, 33, 44)
DISPLAY_SMALL: Final = Face(SERIF, 32, 40)
HEADLINE_SMALL: Final = Face(SERIF, 26, 32)
TITLE_LARGE: Final = Face(SERIF, 22, 29.5)
TITLE_MEDIUM: Final = Face(SERIF, 19, 25)
SITTING: Final = Face(SERIF, 28, 36)
LABEL_LARGE: Final = Face(f"{BODY} 600", 17, 24)
TITLE_SMALL: Final = Face(f"{BODY} 600", 16, 22)
BODY_LARGE: Final = Face(BODY, 17, 26)
BODY_MEDIUM: Final = Face(BODY, 15.5, 23)
BODY_MEDIUM_STRONG: Final = Face(f"{BODY} 600", 15.5, 23)
BODY_SMALL: Final = Face(BODY, 14, 20)
LABEL_MEDIUM: Final = Face(f"{BODY} 600", 14, 20)
LABEL_SMALL: Final = Face(BODY, 13, 18)
LABEL_SMALL_STRONG: Final = Face(f"{BODY} 700", 13, 18)


def margin(width: float) -> float:
    """Left and right of a screen of `width`: shrinks where the pad could not keep its size."""
    return min(MARGIN, max(MARGIN_MIN, (width - PAD_MIN) / 2))


def text_style(face: Face, color: ft.ColorValue | None = None) -> ft.TextStyle:
    """The face as Flet takes it; weights are families of their own, never faked."""
    return ft.TextStyle(
        font_family=face.family,
        size=face.size,
        height=face.height / face.size,
        weight=ft.FontWeight.W_400,
        color=color,
    )


def text(
    value: str, face: Face = BODY_LARGE, color: ft.ColorValue = ft.Colors.ON_SURFACE, **more: Any
) -> ft.Text:
    """Text in a face and a colour of the scheme, from the right where its letters are."""
    return ft.Text(value, style=text_style(face, color), rtl=is_from_the_right(value), **more)


@cache
def scheme(brightness: Brightness, contrast: bool = False) -> ft.ColorScheme:
    """The colours of a brightness, with more `contrast` where a device asks for it."""
    usual = LIGHT if brightness == "light" else DARK
    return _in_contrast(usual) if contrast else usual


def _in_contrast(usual: ft.ColorScheme) -> ft.ColorScheme:
    """Every ink one step further from its ground: what is soft is strong, what is faint is seen."""
    return replace(
        usual,
        on_surface_variant=usual.on_surface,
        outline=usual.on_surface_variant,
        outline_variant=usual.outline,
        surface_tint=usual.outline,
        primary=usual.on_primary_container,
        secondary=usual.on_secondary_container,
        tertiary=usual.on_tertiary_container,
        error=usual.on_error_container,
        inverse_primary=usual.primary_container,
    )


def edge() -> ft.Border:
    """The line around a card: it takes no room."""
    return ft.Border.all(side=EDGE_LINE)


def on_low(scheme: ft.ColorScheme) -> ft.ColorScheme:
    """The scheme on a pane that has the colour of a card: cards on it have that of a screen."""
    return replace(scheme, surface_container_low=scheme.surface)


def theme(scheme: ft.ColorScheme) -> ft.Theme:
    """The theme of one scheme; no shadows anywhere."""
    return ft.Theme(
        color_scheme=scheme,
        font_family=BODY,
        # Else things to touch shrink on a desktop.
        visual_density=ft.VisualDensity.STANDARD,
        scaffold_bgcolor=scheme.surface,
        text_theme=ft.TextTheme(
            body_large=text_style(BODY_LARGE),
            body_medium=text_style(BODY_MEDIUM),
            # Without a colour, "Hour" and "Minute" are black in the dark too.
            body_small=text_style(BODY_SMALL, scheme.on_surface_variant),
            label_large=text_style(LABEL_LARGE),
            title_large=text_style(TITLE_LARGE),
            headline_small=text_style(HEADLINE_SMALL),
        ),
        # The question above a clock does not follow the scheme by itself.
        time_picker_theme=ft.TimePickerTheme(
            help_text_style=text_style(LABEL_MEDIUM, scheme.on_surface_variant)
        ),
        # At twice their size the days still have room in their circles.
        date_picker_theme=ft.DatePickerTheme(day_text_style=text_style(BODY_MEDIUM)),
    )


def pane_left(width: float) -> float:
    """How wide the left pane of a wide window is: half of it, and the pad has room there."""
    return min(PANE_LEFT, max(PAD_MIN + 2 * MARGIN, (width - RAIL) / 2))


def in_left_pane(width: float) -> float:
    """The room between the margins of the left pane."""
    return pane_left(width) - 2 * margin(width)


def in_right_pane(width: float) -> float:
    """The room between the margins of the right pane."""
    return width - RAIL - pane_left(width) - 2 * PANE_MARGIN
