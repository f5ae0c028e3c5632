"""Routes and providers, nothing else."""

from datetime import datetime
from functools import partial

import flet as ft

from domain.journal import Journal
from views import theme
from views.add_more import AddMore
from views.components.frame import go
from views.components.kit import button
from views.entries import Entries, EntryPlace
from views.first_run import FirstRun
from views.settings import About, SettingsPlace
from views.state import STATE, State, use_state_of_app
from views.support import Steady, Support
from views.theme import text
from views.today import Today

ROUTES = [
    ft.Route(path="/support", component=Support, modal=True),
    ft.Route(path="/steady", component=Steady, modal=True),
    ft.Route(
        path="/",
        component=Today,
        children=[
            ft.Route(path="add/:id", component=AddMore),
            ft.Route(
                path="entries",
                component=Entries,
                children=[ft.Route(path=":id", component=EntryPlace)],
            ),
            ft.Route(
                path="settings",
                component=SettingsPlace,
                children=[ft.Route(path="about", component=About)],
            ),
        ],
    ),
]
FIRST_ROUTES = [*ROUTES[:2], ft.Route(path="/:place*", component=FirstRun)]


@ft.component
def NotFound() -> ft.Control:
    """A place that does not exist."""
    return ft.Container(
        ft.Column(
            [text("There is nothing here."), button("to-today", "Go to Today", partial(go, "/"))]
        ),
        padding=40,
    )


@ft.component
def App(state: State) -> ft.Control:
    """The whole app for one session."""
    return STATE(state, lambda: Places())


@ft.component
def Places() -> ft.Control:
    """All routes, or those of the first run."""
    state = use_state_of_app()
    page = ft.context.page
    look = state.settings.theme

    def show_theme() -> None:
        page.theme_mode = ft.ThemeMode(look)
        page.update()

    ft.use_effect(show_theme, [look])
    if state.settings.welcomed:
        return ft.Router(ROUTES, not_found=NotFound, manage_views=True)
    return ft.Router(FIRST_ROUTES, not_found=NotFound, manage_views=True)


def start(page: ft.Page, journal: Journal, sample: bool) -> None:
    """Begin a session: Flet's main for an open journal."""
    dress(page)
    dark = page.platform_brightness == ft.Brightness.DARK
    state = State(
        journal,
        clock=lambda: datetime.now().astimezone(),
        brightness="dark" if dark else "light",
        width=page.width or 390,
        sample=sample,
    )

    def resized(event: ft.PageResizeEvent) -> None:
        state.width = event.width

    def brightened() -> None:
        dark = page.platform_brightness == ft.Brightness.DARK
        state.device_brightness = "dark" if dark else "light"

    page.on_resize = resized
    page.on_platform_brightness_change = brightened
    page.on_close = lambda: state.close()
    page.render_views(App, state)


def start_refused(page: ft.Page, sentence: str) -> None:
    """A session without a journal: one sentence that says why, and nothing to write into."""
    dress(page)
    page.add(
        ft.SafeArea(
            ft.Container(
                ft.Column(
                    [
                        text("Meanwhile", theme.HEADLINE_SMALL),
                        ft.Semantics(identifier="refused", content=text(sentence)),
                    ],
                    spacing=16,
                ),
                padding=theme.MARGIN,
            )
        )
    )


def dress(page: ft.Page) -> None:
    """Title, fonts and both themes."""
    page.title = "Meanwhile"
    page.fonts = theme.FONTS
    page.theme = theme.theme(theme.LIGHT)
    page.dark_theme = theme.theme(theme.DARK)
    page.padding = 0
