"""Steady yourself: one way at a time, without a count or a clock."""

import flet as ft

from domain.language import tr, trp
from domain.support import STEADY
from views import theme
from views.components.frame import screen
from views.components.kit import button, card, divider, tappable
from views.components.navigation import go_back
from views.state import use_state_of_app
from views.theme import text

STEADY_ICONS = (
    ft.Icons.WINDOW_OUTLINED,
    ft.Icons.BACK_HAND_OUTLINED,
    ft.Icons.HEARING_OUTLINED,
    ft.Icons.TEXTURE_OUTLINED,
    ft.Icons.TODAY_OUTLINED,
    ft.Icons.PIN_OUTLINED,
    ft.Icons.LOCAL_CAFE_OUTLINED,
    ft.Icons.VISIBILITY_OUTLINED,
)


@ft.component
def Steady() -> ft.View:
    """One way at a time, large; the others below."""
    state = use_state_of_app()
    shown, show = ft.use_state(0)
    others = [place for place in range(len(STEADY)) if place != shown]
    rows: list[ft.Control] = []
    for place in others:
        if rows:
            rows.append(divider())
        rows.append(
            tappable(
                f"steady-{place}",
                tr(STEADY[place]),
                lambda place=place: show(place),
                text(tr(STEADY[place])),
                padding=ft.Padding.symmetric(vertical=12),
            )
        )
    ink = ft.Colors.ON_PRIMARY_CONTAINER
    return screen(
        state,
        tr("Steady yourself"),
        [
            card(
                ft.Row([ft.Icon(STEADY_ICONS[shown], size=56, color=ink)]),
                ft.Semantics(
                    identifier="steady",
                    live_region=True,
                    container=True,
                    content=text(
                        tr(STEADY[shown]),
                        theme.TITLE_LARGE if state.large else theme.DISPLAY_SMALL,
                        ink,
                    ),
                ),
                ft.Container(height=16),
                ft.Row(
                    [
                        button(
                            "another",
                            trp("way to steady oneself", "Another"),
                            lambda: show((shown + 1) % len(STEADY)),
                            kind="text",
                            icon=ft.Icons.SHUFFLE_ROUNDED,
                        ),
                        button("enough", tr("That's enough"), go_back, kind="text"),
                    ],
                    alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                    wrap=True,
                ),
                color=ft.Colors.PRIMARY_CONTAINER,
            ),
            *rows,
        ],
        back=True,
    )
