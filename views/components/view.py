"""The whole of a screen: its edges, what Back does there, and what is measured of it."""

from collections.abc import Sequence

import flet as ft

from views.components import back
from views.components.fields import keyboard_of
from views.state import State

PROBE = 20


def view_of(
    state: State,
    content: ft.Control,
    notices: Sequence[ft.Control],
    over: ft.Control | None = None,
    *,
    to_edges: bool = False,
) -> ft.View:
    """The screen itself, with what goes by over it; all of it below a cover while it is hidden.

    Nothing to tap or read lies below a notch, the bars of the device or its keyboard: what is
    `over`, and content that goes `to_edges`, see to that themselves.
    """
    goes_by = ft.Stack(list(notices), fit=ft.StackFit.EXPAND)
    layers: list[ft.Control] = [
        _probe(state),
        content if to_edges else ft.SafeArea(content, expand=True),
        *([over] if over is not None else []),
        *([_all_over(ft.SafeArea(goes_by))] if notices else []),
        *([_all_over(ft.Container(bgcolor=ft.Colors.SURFACE))] if state.is_hidden else []),
    ]
    return ft.View(
        route=ft.use_view_path() or "/",
        padding=0,
        bgcolor=ft.Colors.SURFACE,
        can_pop=not back.stays(),
        # Whatever it does: with it, an open menu or dialog hears Back before the screen does.
        on_confirm_pop=back.asked,
        controls=[
            ft.Container(ft.Stack(layers, expand=True), expand=True, on_size_change=_measured)
        ],
    )


def _all_over(content: ft.Control) -> ft.Control:
    return ft.Container(content, left=0, right=0, top=0, bottom=0)


def _measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
    keyboard_of(ft.context.page).measured(event.height)


def _probe(state: State) -> ft.Control:
    """Flet tells no text size; a text that nobody sees does."""

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        state.text_scale = round(event.height / PROBE, 2)

    probe = ft.Text("x", style=ft.TextStyle(size=PROBE, height=1), color=ft.Colors.TRANSPARENT)
    unseen = ft.Semantics(exclude_semantics=True, content=probe)
    # Positioned and measured are two containers: Flet can't do both with one.
    return ft.Container(ft.Container(unseen, on_size_change=measured), left=0, top=0)
