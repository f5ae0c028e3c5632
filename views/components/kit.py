"""What every screen is built of: things to tap, chips, cards, fields, switches.

Each thing that can be tapped is one node for a screen reader: an identifier, a spoken label, and
a role; what is drawn inside it is kept from being read a second time.
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from functools import partial
from typing import Any

import flet as ft

from views import theme
from views.theme import text

Tap = Callable[..., Any]
LONG_LABEL = 12
OFF = 0.5
NO_LINE = ft.BorderSide(0, ft.Colors.TRANSPARENT)
BEYOND = 5
"""The alignment of a line that stands some pixels around a thing, and not at its edge."""


def act(verb: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Tap:
    """A tap that does this and no more.

    Where a partial leaves room for an argument, Flet puts its event there.
    """

    async def tapped() -> None:
        await verb(*args, **kwargs)

    return tapped


def tappable(
    identifier: str,
    label: str,
    on_tap: Tap | None,
    content: ft.Control,
    *,
    selected: bool | None = None,
    toggled: bool | None = None,
    fill: ft.ColorValue | None = None,
    line: ft.BorderSide | None = None,
    radius: float = 16,
    padding: ft.PaddingValue = 0,
    alignment: ft.Alignment = ft.Alignment.CENTER_LEFT,
    key: str | None = None,
    roomy: bool = False,
    **button: Any,
) -> ft.MergeSemantics:
    """A button around `content`, with a ring when the keyboard is on it.

    What is `roomy` reaches to its edges, and the ring stands around it, for a mouse and a finger
    as well. `button` has what Flet's TextButton takes besides. Without `on_tap` it is off.
    """
    side = {
        ft.ControlState.FOCUSED: ft.BorderSide(2, ft.Colors.PRIMARY),
        ft.ControlState.DEFAULT: line or (theme.EDGE_LINE if fill else NO_LINE),
    }
    if roomy:
        side = {
            ft.ControlState.FOCUSED: ft.BorderSide(2, ft.Colors.PRIMARY, BEYOND),
            ft.ControlState.PRESSED: ft.BorderSide(2, ft.Colors.OUTLINE, BEYOND),
            ft.ControlState.HOVERED: ft.BorderSide(2, ft.Colors.OUTLINE_VARIANT, BEYOND),
            ft.ControlState.DEFAULT: NO_LINE,
        }
    # Merged, or the node that has the label is not the one that takes focus and tap.
    return ft.MergeSemantics(
        key=key,
        content=ft.Semantics(
            identifier=identifier,
            label=label,
            button=toggled is None,
            selected=selected,
            toggled=toggled,
            content=ft.TextButton(
                content=ft.Semantics(exclude_semantics=True, content=content),
                on_click=on_tap,
                style=ft.ButtonStyle(
                    bgcolor=fill,
                    overlay_color=ft.Colors.TRANSPARENT if roomy else None,
                    side=side,
                    shape=ft.RoundedRectangleBorder(radius=radius),
                    padding=padding,
                    alignment=alignment,
                ),
                **button,
            ),
        ),
    )


def icon_button(
    identifier: str,
    label: str,
    icon: ft.IconData,
    on_tap: Tap | None,
    color: ft.ColorValue = ft.Colors.ON_SURFACE_VARIANT,
) -> ft.MergeSemantics:
    """A round icon, 48 by 48, with its label as tooltip. Without `on_tap` it is off."""
    return tappable(
        identifier,
        label,
        on_tap,
        icon_to_touch(icon, label, color),
        width=theme.TOUCH,
        height=theme.TOUCH,
        radius=24,
        alignment=ft.Alignment.CENTER,
    )


def icon_to_touch(
    icon: ft.IconData, label: str, color: ft.ColorValue = ft.Colors.ON_SURFACE_VARIANT
) -> ft.Control:
    """An icon amid all that a finger may touch; a mouse that rests there is told the label."""
    return ft.Container(
        ft.Icon(icon, size=24, color=color),
        width=theme.TOUCH,
        height=theme.TOUCH,
        alignment=ft.Alignment.CENTER,
        # Whatever is around it is called the same, and would be read twice.
        tooltip=ft.Tooltip(label, exclude_from_semantics=True),
    )


BUTTONS = {
    "filled": (ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY),
    "soft": (ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER),
    "quiet": (ft.Colors.SURFACE_CONTAINER_HIGH, ft.Colors.ON_SURFACE),
    "text": (None, ft.Colors.PRIMARY),
}


def button(
    identifier: str,
    label: str,
    on_tap: Tap | None,
    *,
    kind: str = "quiet",
    icon: ft.IconData | None = None,
    spoken: str | None = None,
    height: float = 52,
    expand: bool = False,
) -> ft.MergeSemantics:
    """A button with words, at least `height` high; it grows with its text.

    Without `on_tap` it is off, and paler.
    """
    fill, ink = BUTTONS[kind]
    parts: list[ft.Control] = [text(label, theme.LABEL_LARGE, ink, text_align=ft.TextAlign.CENTER)]
    if icon is not None:
        parts.insert(0, ft.Icon(icon, size=24, color=ink))
    whole = tappable(
        identifier,
        spoken or label,
        on_tap,
        ft.Row(
            parts,
            alignment=ft.MainAxisAlignment.CENTER,
            tight=True,
            wrap=True,
            spacing=6,
        ),
        fill=fill,
        radius=20,
        padding=ft.Padding.symmetric(
            horizontal=2 if expand else 20 if fill else 8, vertical=(height - 24) / 2
        ),
        alignment=ft.Alignment.CENTER,
    )
    if on_tap is None:
        whole.opacity = OFF
    if expand:
        whole.expand = True
    return whole


def chip(
    identifier: str,
    label: str,
    on_tap: Tap,
    *,
    selected: bool | None = None,
    icon: ft.IconData | None = None,
    drawing: ft.Control | None = None,
    outlined: bool = False,
    dimmed: bool = False,
    spoken: str | None = None,
    key: str | None = None,
) -> ft.MergeSemantics:
    """A chip, 40 high inside 48; chosen: a line, a check and a heavier face.

    A `drawing` stands before the label, chosen or not.
    """
    ink = ft.Colors.ON_PRIMARY_CONTAINER if selected else ft.Colors.ON_SURFACE
    mark = ft.Icons.CHECK_ROUNDED if selected else icon
    face = theme.BODY_MEDIUM_STRONG if selected else theme.BODY_MEDIUM
    parts: list[ft.Control] = [text(label, face, ink)]
    if drawing is not None:
        parts.insert(0, drawing)
    if mark is not None:
        color = ink if selected else ft.Colors.ON_SURFACE_VARIANT
        parts.insert(0, ft.Icon(mark, size=20, color=color))
    return tappable(
        identifier,
        spoken or label,
        on_tap,
        ft.Container(
            # A row that wraps lets long words break; a plain one would run out of the screen.
            ft.Row(parts, spacing=8, tight=True, wrap=len(label) > LONG_LABEL),
            padding=ft.Padding.symmetric(horizontal=15, vertical=8.5),
            bgcolor=_chip_fill(selected, outlined),
            border=_chip_line(selected, outlined),
            border_radius=20,
            opacity=0.5 if dimmed else 1,
        ),
        selected=selected,
        padding=ft.Padding.symmetric(vertical=4),
        radius=24,
        key=key,
    )


def _chip_fill(selected: bool | None, outlined: bool) -> ft.ColorValue | None:
    if selected:
        return ft.Colors.PRIMARY_CONTAINER
    return None if outlined else ft.Colors.SURFACE_CONTAINER


def _chip_line(selected: bool | None, outlined: bool) -> ft.Border:
    if selected:
        return ft.Border.all(2, ft.Colors.PRIMARY)
    return ft.Border.all(1.5, ft.Colors.OUTLINE_VARIANT) if outlined else theme.edge()


def chips(controls: list[ft.Control], large: bool) -> ft.Control:
    """Chips side by side, wrapping; in one column where text is large."""
    if large:
        return ft.Column(controls, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.START)
    return ft.Row(controls, wrap=True, spacing=8, run_spacing=0)


def choices(
    name: str,
    options: Sequence[tuple[str, str]],
    chosen: Collection[str],
    on_choose: Callable[[str], Any],
    large: bool,
    asked: str = "",
) -> ft.Control:
    """Answers to choose from, (value, label) each; `chosen` has the values that are.

    Each is heard with what is `asked`: alone, "Yes" tells nothing.
    """
    about = asked if asked.endswith("?") or not asked else f"{asked}:"
    return chips(
        [
            chip(
                f"{name}-{value.replace('_', '-')}",
                label,
                partial(on_choose, value),
                selected=value in chosen,
                spoken=f"{about} {label}" if about else None,
            )
            for value, label in options
        ],
        large,
    )


def card(
    *controls: ft.Control, color: ft.ColorValue = ft.Colors.SURFACE_CONTAINER_LOW, **more: Any
) -> ft.Container:
    """A card: tonal, no shadow."""
    more.setdefault("padding", 20)
    more.setdefault("border", theme.edge())
    return ft.Container(
        ft.Column(list(controls), spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=color,
        border_radius=20,
        **more,
    )


def stacked(words: Sequence[ft.Control], spacing: float = 0) -> ft.Column:
    """Texts in the room that a row has left: as wide as it, so that what is written from the right
    stands there."""
    return ft.Column(
        list(words),
        spacing=spacing,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def divider() -> ft.Divider:
    """A line between rows of a card."""
    return ft.Divider(height=1.5, thickness=1.5, color=ft.Colors.OUTLINE_VARIANT)


def heading(value: str, face: theme.Face = theme.LABEL_LARGE, level: int = 2) -> ft.Semantics:
    """A title that screen readers can jump to."""
    return ft.Semantics(header=True, heading_level=level, content=text(value, face))


def quiet(value: str, **more: Any) -> ft.Text:
    """A second line, or a caption."""
    return text(value, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT, **more)


def section(title: str) -> ft.Control:
    """A title with room above it."""
    return ft.Container(heading(title), padding=ft.Padding.only(top=18))


def empty(
    drawing: ft.Control, title: str, line: str, *ways: ft.Control, outlined: bool = True
) -> ft.Control:
    """A place with nothing in it: a drawing, what it is, what one can do."""
    centre = ft.TextAlign.CENTER
    return ft.Container(
        ft.Column(
            [
                ft.Semantics(exclude_semantics=True, content=drawing),
                text(title, theme.TITLE_LARGE, text_align=centre),
                text(line, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT, text_align=centre),
                *ways,
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=12,
        ),
        border=ft.Border.all(1.5, ft.Colors.OUTLINE_VARIANT) if outlined else None,
        border_radius=20,
        padding=28,
        alignment=ft.Alignment.CENTER,
    )
