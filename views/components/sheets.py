"""What lies over a screen: a sheet to fill in, and a question that has to be answered first."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from domain.language import tr
from views import theme
from views.components.back import use_back
from views.components.focusing import use_return
from views.components.frame import END, app_bar, column_of
from views.components.kit import Tap, heading, tappable
from views.components.navigation import help_buttons
from views.components.notices import passing
from views.components.titles import fits_beside, title_of
from views.components.view import view_of
from views.paper.fonts import STRONG
from views.paper.writing import width as width_of
from views.state import State
from views.theme import text

SHEET_TOP = 44


def sheet(
    state: State, title: str, body: Sequence[ft.Control], foot: ft.Control, on_close: Tap
) -> ft.View:
    """A screen that lies over most of another: tapping above it or dragging it down closes it."""
    done = tappable(
        "done",
        tr("Done"),
        on_close,
        text(tr("Done"), theme.LABEL_LARGE, ft.Colors.PRIMARY),
        padding=12,
    )
    width = min(state.width, theme.MEDIUM)
    margin = theme.margin(state.width)
    end = [*help_buttons(state), done]
    done_wide = 24 + width_of(tr("Done"), STRONG, theme.LABEL_LARGE.size * state.text_scale)
    beside = width - margin - END - theme.TOUCH * (len(end) - 1) - done_wide
    below = not fits_beside(title, beside, state.text_scale)
    room = width - 2 * margin if below else beside
    words = title_of(title, None, room, state.text_scale)
    bar = app_bar(ft.Container() if below else words, False, end, margin)
    body = [words, *body] if below else body
    # With large text all scrolls: what stays would leave the rest no room.
    top, end_of_body = (bar, [foot]) if state.large else (ft.Container(), [])
    column = ft.Column(
        [
            ft.Semantics(exclude_semantics=True, content=_grab(on_close)),
            *([] if state.large else [bar]),
            column_of(top, body, False, margin, end_of_body),
            *([] if state.large else [foot]),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    whole = ft.Container(
        ft.SafeArea(column, avoid_intrusions_top=False),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=ft.BorderRadius.only(top_left=28, top_right=28),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        width=width,
        expand=True,
    )
    above = ft.GestureDetector(on_tap=on_close, content=ft.Container(height=SHEET_TOP))
    over = ft.Container(
        _below_the_top(
            ft.Column(
                [ft.Semantics(exclude_semantics=True, content=above), whole],
                spacing=0,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            )
        ),
        bgcolor=ft.Colors.with_opacity(0.4, ft.Colors.SCRIM),
        expand=True,
    )
    # What is written at its foot is not to be covered.
    return view_of(state, over, passing(state, top=16), to_edges=True)


def _below_the_top(content: ft.Control) -> ft.Control:
    """What lies over a screen reaches its other edges."""
    return ft.SafeArea(
        content,
        avoid_intrusions_left=False,
        avoid_intrusions_right=False,
        avoid_intrusions_bottom=False,
    )


def use_escape(is_open: bool, on_escape: Callable[[], None]) -> None:
    """A hook: while something is open, Esc and Back close that alone."""
    use_back(on_escape if is_open else None)
    use_return(is_open)


def asking(
    state: State,
    title: str,
    line: str,
    ways: Sequence[ft.Control],
    on_close: Tap,
    *,
    help: Sequence[ft.Control] = (),
    long: bool = False,
) -> ft.Control:
    """A question from below, over a screen that is kept from being used meanwhile.

    `help` are the ways to it, where the screen below has none that can be used; what is `long`
    scrolls.
    """
    long = long or state.large
    stretch = ft.CrossAxisAlignment.STRETCH
    column = ft.Column(
        [
            ft.Semantics(exclude_semantics=True, content=_grab(on_close)),
            *_titled(state, heading(title, theme.HEADLINE_SMALL), help),
            *([text(line, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT)] if line else []),
            ft.Container(height=4),
            *ways,
        ],
        spacing=8,
        tight=True,
        # Large text may need more than there is.
        scroll=ft.ScrollMode.AUTO if long else None,
        horizontal_alignment=stretch,
    )
    card = ft.Container(
        ft.SafeArea(column, avoid_intrusions_top=False),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=ft.BorderRadius.only(top_left=28, top_right=28),
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, bottom=28),
        width=min(state.width, theme.MEDIUM),
    )
    above = ft.GestureDetector(
        on_tap=on_close, content=ft.Container(expand=True), exclude_from_semantics=True, expand=True
    )
    asked = ft.Semantics(
        identifier="asking",
        live_region=True,
        container=True,
        content=card,
        expand=long or None,
        expand_loose=long,
    )
    below = ft.Column(
        [asked],
        alignment=ft.MainAxisAlignment.END,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Container(
        _below_the_top(ft.Stack([above, below], fit=ft.StackFit.EXPAND)),
        bgcolor=ft.Colors.with_opacity(0.42, ft.Colors.SCRIM),
        left=0,
        right=0,
        top=0,
        bottom=0,
    )


def _titled(state: State, title: ft.Control, help: Sequence[ft.Control]) -> list[ft.Control]:
    if state.large:
        return [*([ft.Row(list(help), spacing=0)] if help else []), title]
    return [ft.Row([ft.Container(title, expand=True), *help], spacing=0)]


def _grab(on_close: Tap) -> ft.Control:
    return ft.GestureDetector(
        on_vertical_drag_end=partial(_dragged, on_close),
        content=ft.Container(
            ft.Container(width=36, height=5, border_radius=3, bgcolor=ft.Colors.OUTLINE),
            height=24,
            alignment=ft.Alignment.CENTER,
        ),
    )


async def _dragged(on_close: Tap, event: ft.DragEndEvent[ft.GestureDetector]) -> None:
    if (event.primary_velocity or 0) > 0:
        await on_close()
