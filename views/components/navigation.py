"""The places, the ways to them, and what is one tap from everywhere."""

from functools import partial
from posixpath import dirname

import flet as ft

from domain.language import N_, tr
from views import theme
from views.components.kit import Tap, icon_button, tappable
from views.components.threads import threads
from views.paper.fonts import STRONG
from views.paper.writing import width
from views.state import State
from views.theme import text

PLACES = (
    ("today", N_("Today"), "/", ft.Icons.WB_TWILIGHT_OUTLINED, ft.Icons.WB_TWILIGHT_ROUNDED),
    ("bring", N_("Bring"), "/bring", ft.Icons.BOOKMARKS_OUTLINED, ft.Icons.BOOKMARKS_ROUNDED),
    ("parts", N_("Parts"), "/parts", ft.Icons.CATEGORY_OUTLINED, ft.Icons.CATEGORY_ROUNDED),
    ("people", N_("People"), "/people", ft.Icons.PEOPLE_OUTLINED, ft.Icons.PEOPLE_ROUNDED),
    (
        "looking-back",
        N_("Look back"),
        "/look-back",
        ft.Icons.HISTORY_OUTLINED,
        ft.Icons.HISTORY_ROUNDED,
    ),
)
HELP = ("/support", "/steady")
"""Reached from everywhere, they lie over what was there."""
BENEATH = "beneath"
GOING = "going"
"""Whether the app itself is on its way to another address."""
START = "/"
NEUTRAL = "/month"
"""A page that tells nothing of the journal."""


async def go(route: str) -> None:
    """Go to another place.

    Awaited, because the task that `page.navigate` makes may be collected before it has run.
    """
    page = ft.context.page
    if page.route not in HELP:
        page.session.store.set(BENEATH, page.route)
    page.session.store.set(GOING, page.route != route)
    await page.push_route(route)


async def go_back() -> None:
    """Go to what lies beneath: the screen that asked for help, or the one that leads here."""
    page = ft.context.page
    if page.route in HELP:
        await go(page.session.store.get(BENEATH) or START)
    else:
        await go(above(page.route))


def above(route: str) -> str:
    """The place that leads to another."""
    if route.startswith(("/add/", "/room")):
        return "/bring" if route == "/room" else "/"
    if route.startswith(("/parts/", "/people/")):
        one = "/".join(route.split("/")[:3])
        return dirname(route) if route == one else one
    if route == "/entries" or route.startswith("/look-back/"):
        return "/look-back"
    if route.startswith("/sessions/"):
        return "/sessions"
    return "/bring" if route == "/sessions" else dirname(route)


def bar(chosen: str, state: State) -> ft.Control:
    """The places at the foot of a phone's screen."""
    row = ft.Row([_place(*place, place[0] == chosen, state) for place in PLACES], spacing=0)
    return ft.Container(
        ft.SafeArea(row, avoid_intrusions_top=False),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        padding=ft.Padding.symmetric(vertical=6),
    )


def rail(chosen: str, state: State) -> ft.Control:
    """The places at the side of a wide window; help and settings at its foot."""
    away = leaving(state)
    mark = ft.Container(
        threads(3.4, state.brightness, 44, 48, 5),
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.symmetric(vertical=16),
    )
    stretch = ft.CrossAxisAlignment.STRETCH
    # In a low window they scroll, and the ways at the foot stay.
    places = ft.Column(
        [
            ft.Semantics(exclude_semantics=True, content=mark),
            *(_place(*place, place[0] == chosen, state) for place in PLACES),
        ],
        spacing=8,
        expand=True,
        scroll=ft.ScrollMode.HIDDEN,
        horizontal_alignment=stretch,
    )
    column = ft.Container(
        ft.Column(
            [
                places,
                *(
                    [ft.Container(icon_button(*away), alignment=ft.Alignment.CENTER)]
                    if away
                    else []
                ),
                _foot("more-support", tr("More support"), "/support", ft.Icons.SUPPORT_OUTLINED),
                _foot("steady-yourself", tr("Steady yourself"), "/steady", ft.Icons.SPA_OUTLINED),
                ft.Container(settings_button(), alignment=ft.Alignment.CENTER),
                ft.Container(height=12),
            ],
            spacing=8,
            horizontal_alignment=stretch,
        ),
        width=theme.RAIL,
    )
    return ft.Container(
        ft.SafeArea(column, avoid_intrusions_right=False), bgcolor=ft.Colors.SURFACE_CONTAINER
    )


def help_buttons(state: State, *, steady: bool = True) -> list[ft.Control]:
    """What is one tap from everywhere: leaving or locking, Steady yourself, More support."""
    ink = ft.Colors.SECONDARY
    away = leaving(state)
    ways: list[ft.Control] = [icon_button(*away)] if away else []
    if steady:
        icon = ft.Icons.SPA_OUTLINED
        to = partial(go, "/steady")
        ways.append(icon_button("steady-yourself", tr("Steady yourself"), icon, to, ink))
    icon = ft.Icons.SUPPORT_OUTLINED
    ways.append(icon_button("more-support", tr("More support"), icon, partial(go, "/support"), ink))
    return ways


def _foot(identifier: str, label: str, route: str, icon: ft.IconData) -> ft.Control:
    ink = ft.Colors.SECONDARY
    words = text(label, theme.LABEL_SMALL, ink, text_align=ft.TextAlign.CENTER)
    return tappable(
        identifier,
        label,
        partial(go, route),
        ft.Column(
            [ft.Icon(icon, color=ink), words],
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        alignment=ft.Alignment.CENTER,
    )


def leaving(state: State) -> tuple[str, str, ft.IconData, Tap] | None:
    """The way to hide everything at once, as set: to a page that tells nothing, or to the lock."""
    if state.locked:
        return None
    if state.settings.quick_exit:
        leave = partial(leave_quickly, state)
        return "quick-exit", tr("Leave quickly"), ft.Icons.LOGOUT_ROUNDED, leave
    if state.locking.has_lock:
        return "lock", tr("Lock now"), ft.Icons.LOCK_OUTLINED, state.locking.lock_now
    return None


async def leave_quickly(state: State) -> None:
    """Show the page that tells nothing, and lock behind it."""
    await go(NEUTRAL)
    await state.locking.lock_now()


def settings_button() -> ft.Control:
    """The way to the settings."""
    return icon_button(
        "settings", tr("Settings"), ft.Icons.SETTINGS_OUTLINED, partial(go, "/settings")
    )


def _place(
    name: str,
    label: str,
    route: str,
    icon: ft.IconData,
    filled: ft.IconData,
    chosen: bool,
    state: State,
) -> ft.Control:
    label = state.knowing.word.tr("Parts") if name == "parts" else tr(label)
    face = theme.LABEL_SMALL_STRONG if chosen else theme.LABEL_SMALL
    ink = ft.Colors.ON_SURFACE if chosen else ft.Colors.ON_SURFACE_VARIANT
    # The labels of the bar grow to 130 % at most, so that all places stay side by side.
    room = theme.RAIL if state.wide else state.width / len(PLACES)
    grown = min(state.text_scale, 1.3, (room - 4) / width(label, STRONG, face.size))
    size = face.size * grown / state.text_scale
    place = tappable(
        f"nav-{name}",
        label,
        partial(go, route),
        ft.Column(
            [
                ft.Container(
                    ft.Icon(
                        filled if chosen else icon,
                        color=ft.Colors.ON_PRIMARY_CONTAINER if chosen else ink,
                    ),
                    bgcolor=ft.Colors.PRIMARY_CONTAINER if chosen else None,
                    border_radius=16,
                    width=56,
                    height=32,
                    alignment=ft.Alignment.CENTER,
                ),
                text(label, theme.Face(face.family, size, face.height * size / face.size), ink),
            ],
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        selected=chosen,
        padding=ft.Padding.symmetric(vertical=4),
        alignment=ft.Alignment.CENTER,
    )
    place.expand = not state.wide
    return place
