"""The lock, leaving quickly, and what others can see of the app."""

from functools import partial
from typing import Final

import flet as ft

from domain.language import N_, tr, trp
from views.components.fields import PHONES
from views.components.kit import chip, chips
from views.components.navigation import go
from views.components.rows import row_button, rows, switch_row
from views.lock_settings import lock_in_words
from views.state import State, use_state_of_app
from views.theme import text

WINDOW_TITLES: Final = ("Meanwhile", N_("Notes"), N_("Calendar"))


def privacy_settings(state: State) -> ft.Control:
    """All of it, in a card."""
    mine, page = state.settings, ft.context.page

    async def turn(name: str) -> None:
        await state.set(**{name: not getattr(state.settings, name)})

    lock = row_button(
        "lock-settings",
        trp("noun", "Lock"),
        partial(go, "/settings/lock"),
        icon=ft.Icons.LOCK_OUTLINED,
        state=lock_in_words(state),
    )
    quick_exit = switch_row(
        "quick-exit-setting",
        tr("A button to leave quickly"),
        mine.quick_exit,
        partial(turn, "quick_exit"),
        ft.Icons.LOGOUT_ROUNDED,
        tr("on every screen: a page with a calendar, and the lock; today's date leads back"),
    )
    hide = switch_row(
        "hide-in-switcher",
        tr("Hide in the app switcher"),
        mine.hide_in_switcher,
        partial(turn, "hide_in_switcher"),
        ft.Icons.VISIBILITY_OFF_OUTLINED,
        tr("where the device allows it"),
    )
    initials = switch_row(
        "initials-setting",
        tr("Names as initials on sheets"),
        mine.initials,
        partial(turn, "initials"),
        ft.Icons.BADGE_OUTLINED,
    )
    # Elsewhere nothing of the app is covered.
    hides = [hide] if page.platform in PHONES and not page.web else []
    return rows(lock, quick_exit, *hides, initials, Title(key="title"))


@ft.component
def Title(*, key: str | None = None) -> ft.Control:
    """What the window or the tab is called, for whoever looks over a shoulder."""
    state = use_state_of_app()
    page = ft.context.page

    async def choose(title: str) -> None:
        await state.set(title=title)
        page.title = tr(title)
        page.update()

    return ft.Column(
        [
            text(tr("Name of the window or tab")),
            chips(
                [
                    chip(
                        f"title-{title.casefold()}",
                        tr(title),
                        partial(choose, title),
                        selected=title == state.settings.title,
                        spoken=tr("The window is called {title}", title=tr(title)),
                    )
                    for title in WINDOW_TITLES
                ],
                state.large,
            ),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
