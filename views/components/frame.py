"""The frame of every screen: title, More support, the places, and what goes by at the bottom."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from views import theme
from views.components.kit import Tap, button, heading, icon_button, tappable
from views.components.threads import threads
from views.state import Notice, State
from views.theme import text

PLACES = (
    ("today", "Today", "/", ft.Icons.WB_TWILIGHT_OUTLINED, ft.Icons.WB_TWILIGHT_ROUNDED),
    ("entries", "Entries", "/entries", ft.Icons.HISTORY_OUTLINED, ft.Icons.HISTORY_ROUNDED),
)
PROBE = 20


async def go(route: str) -> None:
    """Go to another place.

    Awaited, because the task that `page.navigate` makes may be collected before it has run.
    """
    await ft.context.page.push_route(route)


def screen(
    state: State,
    title: str,
    body: Sequence[ft.Control],
    *,
    overline: str = "",
    on_title: Tap | None = None,
    back: str = "",
    place: str = "",
    actions: Sequence[ft.Control] = (),
    right: ft.Control | None = None,
    foot: ft.Control | None = None,
    support: bool = True,
    own_scroll: bool = False,
) -> ft.View:
    """A whole screen.

    `back` is the route that the arrow leads to; `place` the bar's chosen place, without which
    there is no bar; `right` the second pane where there is room; `own_scroll` for a body that is
    one list and scrolls itself.
    """
    bar = _app_bar(state, title, overline, on_title, back, actions, support and not state.wide)
    content = [*([_title(title, on_title)] if state.large and title else []), *body]
    stretch = ft.CrossAxisAlignment.STRETCH
    column = ft.Column(
        content if own_scroll else [*content, ft.Container(height=24)],
        spacing=8,
        expand=own_scroll,
        horizontal_alignment=stretch,
    )
    inner = ft.Container(
        column, padding=ft.Padding.symmetric(horizontal=theme.MARGIN), expand=own_scroll
    )
    whole = ft.Column(
        [bar, inner],
        spacing=8,
        scroll=None if own_scroll else ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=stretch,
    )
    width = theme.PANE_LEFT if state.wide and right else min(state.width, theme.MEDIUM)
    pane = ft.Container(
        ft.Container(whole, width=width),
        alignment=ft.Alignment.TOP_CENTER,
        expand=not (state.wide and right),
    )
    panes: list[ft.Control] = [pane]
    if state.wide:
        panes.insert(0, _rail(state, place))
        if right is not None:
            panes.append(_right_pane(right))
    rows: list[ft.Control] = [
        ft.Row(panes, expand=True, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH)
    ]
    if foot is not None:
        rows.append(foot)
    if place and not state.wide:
        rows.append(_bar(place, state))
    return ft.View(
        route=ft.use_view_path() or "/",
        padding=0,
        bgcolor=ft.Colors.SURFACE,
        controls=[
            ft.SafeArea(
                ft.Stack(
                    [
                        _probe(state),
                        ft.Column(rows, spacing=0, expand=True),
                        *_passing(state, bool(place)),
                    ],
                    expand=True,
                ),
                expand=True,
            )
        ],
    )


def _right_pane(content: ft.Control) -> ft.Control:
    return ft.Container(
        ft.Container(
            ft.Column(
                [content],
                scroll=ft.ScrollMode.AUTO,
                expand=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            width=theme.MEDIUM,
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        expand=True,
        alignment=ft.Alignment.TOP_CENTER,
        padding=ft.Padding.symmetric(horizontal=40, vertical=24),
    )


def _probe(state: State) -> ft.Control:
    """Flet tells no text size; a text that nobody sees does."""

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        state.text_scale = round(event.height / PROBE, 2)

    probe = ft.Text("x", style=ft.TextStyle(size=PROBE, height=1), color=ft.Colors.TRANSPARENT)
    unseen = ft.Semantics(exclude_semantics=True, content=probe)
    # Positioned and measured are two containers: Flet can't do both with one.
    return ft.Container(ft.Container(unseen, on_size_change=measured), left=0, top=0)


def _title(title: str, on_title: Tap | None) -> ft.Control:
    words = heading(title, theme.HEADLINE_SMALL, 1)
    if on_title is None:
        return words
    return tappable("title", f"{title} Tap to tell when.", on_title, words, border_radius=12)


def _app_bar(
    state: State,
    title: str,
    overline: str,
    on_title: Tap | None,
    back: str,
    actions: Sequence[ft.Control],
    support: bool,
) -> ft.Control:
    left: list[ft.Control] = []
    if back:
        left.append(icon_button("back", "Back", ft.Icons.ARROW_BACK_ROUNDED, partial(go, back)))
    words: list[ft.Control] = []
    if overline:
        words.append(text(overline, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT))
    if not state.large:
        words.append(heading(title, theme.HEADLINE_SMALL, 1) if title else ft.Container())
    block: ft.Control = ft.Column(words, spacing=0, tight=True)
    if on_title is not None:
        block = tappable("when", f"{overline}. Tell when it was", on_title, block, border_radius=12)
    right = [*([more_support()] if support else []), *actions]
    if state.sample:
        right.insert(0, _sample_mark())
    return ft.Container(
        ft.Row(
            [*left, ft.Container(block, expand=True), *right],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        # The icons' own room reaches into the margin, so that their drawings align with it.
        padding=ft.Padding.only(left=8 if back else theme.MARGIN, top=8, right=8),
    )


def more_support(labelled: bool = False) -> ft.Control:
    """The way to More support, one tap from everywhere."""
    if not labelled:
        return icon_button(
            "more-support",
            "More support",
            ft.Icons.SUPPORT_OUTLINED,
            partial(go, "/support"),
            ft.Colors.SECONDARY,
        )
    return tappable(
        "more-support",
        "More support",
        partial(go, "/support"),
        ft.Column(
            [
                ft.Icon(ft.Icons.SUPPORT_OUTLINED, color=ft.Colors.SECONDARY),
                text(
                    "More support",
                    theme.LABEL_SMALL,
                    ft.Colors.SECONDARY,
                    text_align=ft.TextAlign.CENTER,
                ),
            ],
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        border_radius=16,
    )


def _sample_mark() -> ft.Control:
    return ft.Container(
        text("sample", theme.LABEL_SMALL_STRONG, ft.Colors.ON_TERTIARY_CONTAINER),
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        padding=ft.Padding.symmetric(horizontal=8, vertical=2),
        border_radius=8,
    )


def _bar(chosen: str, state: State) -> ft.Control:
    return ft.Container(
        ft.Row([_place(*place, place[0] == chosen, state) for place in PLACES], spacing=0),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        padding=ft.Padding.symmetric(vertical=6),
    )


def _rail(state: State, chosen: str) -> ft.Control:
    mark = ft.Container(
        threads(3.4, state.brightness, 44, 48, 5),
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.symmetric(vertical=16),
    )
    return ft.Container(
        ft.Column(
            [
                ft.Semantics(exclude_semantics=True, content=mark),
                *(_place(*place, place[0] == chosen, state) for place in PLACES),
                ft.Container(expand=True),
                more_support(labelled=True),
                ft.Container(settings_button(), alignment=ft.Alignment.CENTER),
                ft.Container(height=12),
            ],
            spacing=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        width=theme.RAIL,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
    )


def settings_button() -> ft.Control:
    """The way to the settings."""
    return icon_button("settings", "Settings", ft.Icons.SETTINGS_OUTLINED, partial(go, "/settings"))


def _place(
    name: str,
    label: str,
    route: str,
    icon: ft.IconData,
    filled: ft.IconData,
    chosen: bool,
    state: State,
) -> ft.Control:
    face = theme.LABEL_SMALL_STRONG if chosen else theme.LABEL_SMALL
    ink = ft.Colors.ON_SURFACE if chosen else ft.Colors.ON_SURFACE_VARIANT
    # The labels of the bar grow to 130 % at most, so that all places stay side by side.
    size = face.size * min(1.0, 1.3 / max(1.0, state.text_scale))
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
        border_radius=16,
    )
    place.expand = not state.wide
    return place


def _passing(state: State, above_bar: bool) -> list[ft.Control]:
    on_top = ft.use_view_path() in ("", ft.use_route_location())
    if state.notice is None or not on_top:
        return []
    notice = state.notice
    bottom = 94 if above_bar and not state.wide else 16
    return [
        ft.Container(
            ft.Container(
                _snack(state, notice),
                width=min(state.width - 32, theme.MEDIUM - 32),
            ),
            left=0,
            right=0,
            bottom=bottom,
            alignment=ft.Alignment.CENTER,
        )
    ]


def _snack(state: State, notice: Notice) -> ft.Control:
    async def undo() -> None:
        state.tell(None)
        if notice.undo:
            await notice.undo()

    parts: list[ft.Control] = [
        ft.Container(text(notice.text, theme.BODY_LARGE, ft.Colors.ON_INVERSE_SURFACE), expand=True)
    ]
    if notice.undo:
        parts.append(
            tappable(
                "undo-notice",
                "Undo",
                undo,
                text("Undo", theme.LABEL_LARGE, ft.Colors.INVERSE_PRIMARY),
                padding=ft.Padding.symmetric(horizontal=12, vertical=12),
                border_radius=16,
            )
        )
    return ft.Semantics(
        identifier="notice",
        live_region=True,
        container=True,
        content=ft.Container(
            ft.Row(parts),
            bgcolor=ft.Colors.INVERSE_SURFACE,
            border_radius=20,
            padding=ft.Padding.symmetric(horizontal=20, vertical=6),
        ),
    )


def problem_card(state: State, words: str = "") -> list[ft.Control]:
    """What could not be saved, and what one can do; nothing where all is well."""
    if state.problem is None:
        return []

    async def copy() -> None:
        await ft.Clipboard().set(words)

    ways: list[ft.Control] = [
        button("try-again", "Try again", state.try_again, height=48),
    ]
    if words:
        ways.append(button("copy-words", "Copy the words", copy, kind="text", height=48))
    return [
        ft.Semantics(
            identifier="not-saved",
            live_region=True,
            container=True,
            content=ft.Container(
                ft.Column(
                    [
                        ft.Row(
                            [
                                ft.Icon(
                                    ft.Icons.ERROR_OUTLINE_ROUNDED,
                                    color=ft.Colors.ON_ERROR_CONTAINER,
                                ),
                                text(
                                    "Not saved yet", theme.LABEL_LARGE, ft.Colors.ON_ERROR_CONTAINER
                                ),
                            ]
                        ),
                        text(
                            f"Your words are still here. {state.problem.sentence}",
                            theme.BODY_MEDIUM,
                            ft.Colors.ON_ERROR_CONTAINER,
                        ),
                        ft.Row(ways, wrap=True),
                    ],
                    spacing=8,
                ),
                bgcolor=ft.Colors.ERROR_CONTAINER,
                border_radius=20,
                padding=20,
            ),
        )
    ]
