"""What every screen is built of: things to tap, chips, cards, fields, switches.

Each thing that can be tapped is one node for a screen reader: an identifier, a spoken label, and
a role; what is drawn inside it is kept from being read a second time.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

import flet as ft

from views import theme
from views.theme import text

Tap = Callable[..., Any]
LONG_LABEL = 16
SHORT_LABEL = 10
LEAVING = 0.3
NO_LINE = ft.BorderSide(0, ft.Colors.TRANSPARENT)


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
    **button: Any,
) -> ft.MergeSemantics:
    """A button around `content`, with a ring when the keyboard is on it.

    `button` has what Flet's TextButton takes besides. Without `on_tap` it is off.
    """
    side = {
        ft.ControlState.FOCUSED: ft.BorderSide(2, ft.Colors.PRIMARY),
        ft.ControlState.DEFAULT: line or NO_LINE,
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
    on_tap: Tap,
    color: ft.ColorValue = ft.Colors.ON_SURFACE_VARIANT,
) -> ft.MergeSemantics:
    """A round icon, 48 by 48, with its label as tooltip."""
    return tappable(
        identifier,
        label,
        on_tap,
        ft.Icon(icon, size=24, color=color),
        width=theme.TOUCH,
        height=theme.TOUCH,
        radius=24,
        alignment=ft.Alignment.CENTER,
        tooltip=label,
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
    on_tap: Tap,
    *,
    kind: str = "quiet",
    icon: ft.IconData | None = None,
    spoken: str | None = None,
    height: float = 52,
    expand: bool = False,
) -> ft.MergeSemantics:
    """A button with words, at least `height` high; it grows with its text."""
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
            spacing=12,
        ),
        fill=fill,
        radius=20,
        padding=ft.Padding.symmetric(
            horizontal=12 if expand else 20 if fill else 8, vertical=(height - 24) / 2
        ),
        alignment=ft.Alignment.CENTER,
    )
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
    outlined: bool = False,
    dimmed: bool = False,
    spoken: str | None = None,
    key: str | None = None,
) -> ft.MergeSemantics:
    """A chip, 40 high inside 48; chosen: a line, a check and a heavier face."""
    ink = ft.Colors.ON_PRIMARY_CONTAINER if selected else ft.Colors.ON_SURFACE
    mark = ft.Icons.CHECK_ROUNDED if selected else icon
    face = theme.BODY_MEDIUM_STRONG if selected else theme.BODY_MEDIUM
    parts: list[ft.Control] = [text(label, face, ink)]
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


def _chip_line(selected: bool | None, outlined: bool) -> ft.Border | None:
    if selected:
        return ft.Border.all(2, ft.Colors.PRIMARY)
    return ft.Border.all(1.5, ft.Colors.OUTLINE_VARIANT) if outlined else None


def chips(controls: list[ft.Control], large: bool) -> ft.Control:
    """Chips side by side, wrapping; in one column where text is large."""
    if large:
        return ft.Column(controls, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.START)
    return ft.Row(controls, wrap=True, spacing=8, run_spacing=0)


def card(
    *controls: ft.Control, color: ft.ColorValue = ft.Colors.SURFACE_CONTAINER_LOW, **more: Any
) -> ft.Container:
    """A card: tonal, no shadow."""
    more.setdefault("padding", 20)
    return ft.Container(
        ft.Column(list(controls), spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=color,
        border_radius=20,
        **more,
    )


def divider() -> ft.Divider:
    """A line between rows of a card."""
    return ft.Divider(height=1.5, thickness=1.5, color=ft.Colors.OUTLINE_VARIANT)


def heading(value: str, face: theme.Face = theme.LABEL_LARGE, level: int = 2) -> ft.Semantics:
    """A title that screen readers can jump to."""
    return ft.Semantics(header=True, heading_level=level, content=text(value, face))


def is_typing() -> bool:
    """Whether a text field has the keyboard."""
    return bool(ft.context.page.session.store.get("typing"))


def _typing(typing: bool) -> None:
    ft.context.page.session.store.set("typing", typing)


def field(
    identifier: str,
    label: str,
    value: str,
    on_change: Tap,
    *,
    icon: ft.IconData | None = None,
    hint: str | None = None,
    lines: int = 1,
    key: str,
    on_blur: Tap | None = None,
    **more: Any,
) -> ft.Semantics:
    """A text field; `hint` shows while it is empty, `label` is what is spoken."""

    async def left() -> None:
        _typing(False)
        if on_blur:
            await on_blur()

    line = ft.OutlineInputBorder(
        side=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT), border_radius=20
    )
    focus = ft.OutlineInputBorder(side=ft.BorderSide(2, ft.Colors.PRIMARY), border_radius=20)
    return ft.Semantics(
        identifier=identifier,
        label=label,
        content=ft.TextField(
            key=key,
            value=value,
            hint_text=hint or label,
            hint_max_lines=2,
            on_change=on_change,
            on_focus=partial(_typing, True),
            on_blur=left,
            text_style=theme.text_style(theme.BODY_LARGE, ft.Colors.ON_SURFACE),
            hint_style=theme.text_style(theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT),
            prefix_icon=ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT) if icon else None,
            multiline=lines > 1,
            min_lines=1,
            max_lines=lines,
            filled=True,
            fill_color=ft.Colors.SURFACE_CONTAINER_LOWEST,
            content_padding=ft.Padding.symmetric(horizontal=16, vertical=15),
            border={ft.ControlState.FOCUSED: focus, ft.ControlState.DEFAULT: line},
            **more,
        ),
    )


def switch_row(
    identifier: str,
    label: str,
    value: bool,
    on_change: Tap,
    icon: ft.IconData | None = None,
    state: str = "",
) -> ft.MergeSemantics:
    """A row of 64 that turns something on or off, all of it tappable; `state` is a second line."""
    words: list[ft.Control] = [text(label), *([quiet(state)] if state else [])]
    parts: list[ft.Control] = [ft.Column(words, spacing=0, expand=True), _switch(value)]
    if icon is not None:
        parts.insert(0, ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT))
    return tappable(
        identifier,
        f"{label}. {state}" if state else label,
        on_change,
        ft.Row(parts, spacing=16),
        toggled=value,
        padding=ft.Padding.symmetric(vertical=7 if state else 16),
        radius=12,
    )


def _switch(on: bool) -> ft.Control:
    # Drawn, as Flet's own would be a second stop for the keyboard inside the row.
    thumb = ft.Container(
        ft.Icon(ft.Icons.CHECK_ROUNDED, size=16, color=ft.Colors.PRIMARY) if on else None,
        width=24 if on else 16,
        height=24 if on else 16,
        border_radius=12,
        bgcolor=ft.Colors.ON_PRIMARY if on else ft.Colors.OUTLINE,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        thumb,
        width=52,
        height=32,
        border_radius=16,
        bgcolor=ft.Colors.PRIMARY if on else ft.Colors.SURFACE_CONTAINER_HIGHEST,
        border=None if on else ft.Border.all(2, ft.Colors.OUTLINE),
        padding=ft.Padding.symmetric(horizontal=4 if on else 6),
        alignment=ft.Alignment.CENTER_RIGHT if on else ft.Alignment.CENTER_LEFT,
    )


def row_button(
    identifier: str,
    label: str,
    on_tap: Tap,
    *,
    icon: ft.IconData | None = None,
    state: str = "",
    end: ft.IconData = ft.Icons.CHEVRON_RIGHT_ROUNDED,
) -> ft.MergeSemantics:
    """A row of 64 that leads somewhere, with one line of state under its title."""
    words: list[ft.Control] = [text(label)]
    if state:
        words.append(text(state, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT))
    parts: list[ft.Control] = [
        ft.Column(words, spacing=0, expand=True),
        ft.Icon(end, color=ft.Colors.ON_SURFACE_VARIANT),
    ]
    if icon is not None:
        parts.insert(0, ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT))
    return tappable(
        identifier,
        f"{label}. {state}" if state else label,
        on_tap,
        ft.Row(parts, spacing=16),
        padding=ft.Padding.symmetric(vertical=11 if state else 20),
        radius=12,
    )


def segments(
    options: Sequence[tuple[str, str]], chosen: str, on_choose: Callable[[str], Any], large: bool
) -> ft.Control:
    """One of some, (identifier, label) each; nothing is chosen where `chosen` is none of them.

    Side by side in a track; below each other where text is large.
    """
    tiles: list[ft.Control] = []
    for identifier, label in options:
        on = identifier == chosen
        face = theme.BODY_MEDIUM_STRONG if on else theme.BODY_MEDIUM
        ink = ft.Colors.ON_SURFACE if on else ft.Colors.ON_SURFACE_VARIANT
        words = text(label, face, ink, text_align=ft.TextAlign.CENTER)
        short = len(label) <= SHORT_LABEL or large
        mark = [ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=ink)] if on and short else []
        tile = tappable(
            identifier,
            label,
            partial(on_choose, identifier),
            ft.Row(
                [*mark, words],
                spacing=6,
                alignment=ft.MainAxisAlignment.CENTER,
                tight=True,
                wrap=True,
            ),
            selected=on,
            fill=ft.Colors.SURFACE_CONTAINER_LOWEST if on else None,
            line=ft.BorderSide(1.5, ft.Colors.OUTLINE) if on else None,
            radius=17,
            padding=ft.Padding.symmetric(horizontal=4, vertical=12.5),
            alignment=ft.Alignment.CENTER,
        )
        if not large:
            tile.expand = True
        tiles.append(tile)
    track = (
        ft.Column(tiles, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        if large
        else ft.Row(tiles, spacing=4)
    )
    return ft.Container(track, bgcolor=ft.Colors.SURFACE_CONTAINER, border_radius=20, padding=4)


Choice = tuple[str, str, ft.IconData, Tap]
"""An identifier, its words, an icon, and what a tap on it does."""


def menu(identifier: str, label: str, icon: ft.IconData, choices: Sequence[Choice]) -> ft.Control:
    """A round icon that opens a list of things to do."""
    return ft.Semantics(
        identifier=identifier,
        label=label,
        container=True,
        content=ft.PopupMenuButton(
            content=ft.Container(
                ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
                width=theme.TOUCH,
                height=theme.TOUCH,
                alignment=ft.Alignment.CENTER,
            ),
            padding=0,
            tooltip=label,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
            elevation=0,
            shape=ft.RoundedRectangleBorder(
                radius=20, side=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT)
            ),
            items=[_choice(*one) for one in choices],
            on_open=partial(_menu_is_open, True),
            on_select=partial(_menu_is_open, False),
            on_cancel=_menu_was_left,
        ),
    )


def menu_is_open() -> bool:
    """Whether a menu is open, or was left by the key that is being pressed."""
    return bool(ft.context.page.session.store.get("menu"))


def _menu_is_open(open: bool) -> None:
    ft.context.page.session.store.set("menu", open)


async def _menu_was_left() -> None:
    # The key that closes a menu is told to the page as well, before this or after it.
    store = ft.context.page.session.store
    await asyncio.sleep(LEAVING)
    store.set("menu", False)


def _choice(identifier: str, label: str, icon: ft.IconData, on_tap: Tap) -> ft.PopupMenuItem:
    return ft.PopupMenuItem(
        content=ft.Semantics(
            identifier=identifier,
            label=label,
            content=ft.Semantics(
                exclude_semantics=True,
                content=ft.Row(
                    [
                        ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
                        ft.Container(text(label), expand=True),
                    ],
                    spacing=12,
                ),
            ),
        ),
        height=theme.TOUCH,
        on_click=on_tap,
    )


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
