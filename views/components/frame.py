"""The frame of every screen: its title, its help, the places, one pane or two."""

from collections.abc import Sequence

import flet as ft

from domain.language import tr, trp
from views import theme
from views.components.fields import GivesWay
from views.components.kit import Tap, icon_button, tappable
from views.components.navigation import bar, go_back, help_buttons, rail
from views.components.notices import passing
from views.components.titles import face_of, fits_beside, title_of
from views.components.view import view_of
from views.paper.fonts import STRONG
from views.paper.writing import width as width_of
from views.state import State
from views.theme import text

ABOVE_BAR = 94
ABOVE_FOOT = 72
RING = 8
END = 8
BACK = 8 + theme.TOUCH
AROUND = 3 * 8
"""What stands around the words of the mark."""
FOOT_NEEDS = 160
FOOT_NEEDS_LARGE = 360
"""With less room above a keyboard, what is being written has all of it."""

Way = tuple[str, str, Tap]
"""An identifier, what is spoken, and what a tap does."""


def screen(
    state: State,
    title: str,
    body: Sequence[ft.Control],
    *,
    overline: str = "",
    on_title: Tap | None = None,
    on_line: Way | None = None,
    lead: ft.Control | None = None,
    back: bool = False,
    place: str = "",
    actions: Sequence[ft.Control] = (),
    right: ft.Control | None = None,
    foot: ft.Control | None = None,
    floating: ft.Control | None = None,
    over: ft.Control | None = None,
    own_scroll: bool = False,
) -> ft.View:
    """A whole screen.

    `overline` is a line above the title, `on_line` where a tap on it leads; `lead` stands where
    there is no title; `place` is the bar's chosen place, without which there
    is no bar; `right` the second pane where there is room; `floating` stays over the end of the
    body; what is `over` it, an `asking`, has to be answered first; `own_scroll` for a body that is
    one list and scrolls itself.
    """
    places = state.wide and state.settings.welcomed and not state.refused
    help_in_bar = [] if places else help_buttons(state)
    margin = theme.margin(state.width)
    width = theme.pane_left(state.width) if state.wide and right else min(state.width, theme.MEDIUM)
    beside = width - (BACK if back else margin) - END - theme.TOUCH * len([*help_in_bar, *actions])
    # On a phone a title beside several actions has no room for it.
    mark = [_sample_mark(state, beside)] if state.sample and len(actions) < 2 else []
    for_title = beside - (_mark_width(state) if mark else 0)
    below = state.large or bool(overline) or not fits_beside(title, for_title, state.text_scale)
    mark = [] if below else mark
    way = on_line or (
        ("when", tr("{day}. Tell when it was", day=overline), on_title) if on_title else None
    )
    room = width - 2 * margin if below else for_title
    shown = title_of(title, on_title, room, state.text_scale)
    start = lead or (_overline(state, overline, way, beside) if below else shown)
    top = app_bar(start, back, [*mark, *help_in_bar, *actions], margin)
    content = [*([shown] if below and title else []), *body]
    inside = column_of(top, content, own_scroll, margin)
    if floating is not None:
        corner = ft.Container(floating, right=margin, bottom=16)
        inside = ft.Stack([inside, corner], expand=True, fit=ft.StackFit.EXPAND)
    has_bar = bool(place) and not state.wide
    one_pane = not (state.wide and right)
    pane = ft.SafeArea(
        ft.Container(ft.Container(inside, width=width), alignment=ft.Alignment.TOP_CENTER),
        avoid_intrusions_left=not places,
        avoid_intrusions_right=one_pane,
        avoid_intrusions_bottom=foot is None and not has_bar,
        expand=one_pane,
    )
    stretch = ft.CrossAxisAlignment.STRETCH
    panes: list[ft.Control] = [pane]
    if places and right is not None:
        panes.append(_right_pane(right, state.contrast))
    rows: list[ft.Control] = [ft.Row(panes, expand=True, spacing=0, vertical_alignment=stretch)]
    if foot is not None:
        low = ft.SafeArea(foot, avoid_intrusions_top=False, avoid_intrusions_bottom=not has_bar)
        rows.append(GivesWay(low, FOOT_NEEDS_LARGE if state.large else FOOT_NEEDS))
    if has_bar:
        rows.append(GivesWay(bar(place, state)))
    bottom = ABOVE_BAR if has_bar else 16
    if floating is not None:
        bottom += ABOVE_FOOT
    if foot is not None:
        bottom += ABOVE_FOOT if not state.large else 2 * ABOVE_FOOT
    whole: ft.Control = ft.Column(rows, spacing=0, expand=True)
    if places:
        whole = ft.Row([rail(place, state), whole], spacing=0, vertical_alignment=stretch)
    return _asked(state, whole, over, passing(state, bottom=bottom))


def plain(
    state: State,
    bar: Sequence[ft.Control],
    body: Sequence[ft.Control],
    foot: Sequence[ft.Control],
    *,
    dim: bool = False,
    over: ft.Control | None = None,
    step: str = "",
) -> ft.View:
    """A screen with nothing around it but its own `bar`; `dim` is dark and quiet.

    What is `over` it, an `asking`, has to be answered first; another `step` begins at its top.
    """
    stretch = ft.CrossAxisAlignment.STRETCH
    margin = theme.margin(state.width)
    inside = ft.Padding.symmetric(horizontal=margin)
    whole = ft.Column(
        [
            ft.Container(ft.Row(list(bar), spacing=0), padding=ft.Padding.only(top=8, right=4)),
            ft.Column(
                [
                    ft.Container(
                        ft.Column(list(body), spacing=12, horizontal_alignment=stretch),
                        padding=inside,
                    )
                ],
                key=step or None,
                # Where words are cut above the foot, it is to be seen that they go on.
                scroll=ft.ScrollMode.ALWAYS,
                expand=True,
                horizontal_alignment=stretch,
            ),
            ft.Container(
                ft.Column(list(foot), spacing=8, horizontal_alignment=stretch),
                padding=ft.Padding.symmetric(horizontal=margin, vertical=12),
            ),
        ],
        width=min(state.width, theme.MEDIUM),
        spacing=8,
        horizontal_alignment=stretch,
    )
    centred = ft.Container(
        ft.SafeArea(whole),
        alignment=ft.Alignment.TOP_CENTER,
        expand=True,
        bgcolor=ft.Colors.SURFACE,
        opacity=0.7 if dim else 1,
        dark_theme=theme.theme(theme.scheme("dark", state.contrast)) if dim else None,
        theme_mode=ft.ThemeMode.DARK if dim else None,
    )
    black = ft.Container(centred, bgcolor=ft.Colors.BLACK if dim else None, expand=True)
    return _asked(state, black, over, passing(state, top=72))


def _asked(
    state: State, whole: ft.Control, over: ft.Control | None, notices: Sequence[ft.Control]
) -> ft.View:
    """The screen below what is `over` it; a screen reader is to find the question alone."""
    asked = over is not None
    # Nor is a keyboard to reach what lies below.
    below = ft.Semantics(content=whole, exclude_semantics=asked, disabled=asked, expand=True)
    return view_of(state, below, notices, over, to_edges=True)


def column_of(
    top: ft.Control,
    content: Sequence[ft.Control],
    own_scroll: bool,
    margin: float,
    end: Sequence[ft.Control] = (),
) -> ft.Control:
    """The bar and the content of a pane, scrolling together unless the content does by itself.

    What is at its `end` reaches to the edges.
    """
    stretch = ft.CrossAxisAlignment.STRETCH
    column = ft.Column(
        [*content, *([] if own_scroll else [ft.Container(height=24)])],
        spacing=8,
        expand=own_scroll,
        horizontal_alignment=stretch,
    )
    inner = ft.Container(column, padding=ft.Padding.symmetric(horizontal=margin), expand=own_scroll)
    return ft.Column(
        [top, inner, *end],
        spacing=8,
        scroll=None if own_scroll else ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=stretch,
    )


def _right_pane(content: ft.Control, contrast: bool) -> ft.Control:
    # Rings around things to tap reach into the margin, and what scrolls is cut at its edges.
    inside = ft.Container(
        ft.Column(
            [ft.Container(content, padding=ft.Padding.symmetric(horizontal=RING))],
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        width=theme.MEDIUM + 2 * RING,
        theme=theme.theme(theme.on_low(theme.scheme("light", contrast))),
        dark_theme=theme.theme(theme.on_low(theme.scheme("dark", contrast))),
    )
    return ft.Container(
        ft.SafeArea(inside, avoid_intrusions_left=False),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        expand=True,
        alignment=ft.Alignment.TOP_CENTER,
        padding=ft.Padding.symmetric(horizontal=theme.PANE_MARGIN - RING, vertical=24),
    )


def _overline(state: State, overline: str, way: Way | None, room: float) -> ft.Control:
    line: ft.Control = text(overline, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT)
    if way is not None:
        line = tappable(*way, line, padding=ft.Padding.symmetric(vertical=14))
    mark = [_sample_mark(state, room)] if state.sample else []
    return ft.Row([line, *mark], spacing=0, wrap=True)


def app_bar(start: ft.Control, back: bool, end: Sequence[ft.Control], margin: float) -> ft.Control:
    """What stands at the top: a way back, the title, the actions."""
    arrow = icon_button("back", tr("Back"), ft.Icons.ARROW_BACK_ROUNDED, go_back)
    return ft.Container(
        ft.Row(
            [*([arrow] if back else []), ft.Container(start, expand=True), *end],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        # The icons' own room reaches into the margin, so that their drawings align with it.
        padding=ft.Padding.only(left=8 if back else margin, top=8, right=END),
    )


def _mark_width(state: State) -> float:
    words = trp("the invented journal", "sample")
    return AROUND + width_of(words, STRONG, theme.LABEL_SMALL_STRONG.size * state.text_scale)


def _sample_mark(state: State, room: float) -> ft.Control:
    words = trp("the invented journal", "sample")
    face = face_of(words, room - AROUND, state.text_scale, theme.LABEL_SMALL_STRONG)
    return ft.Container(
        text(words, face, ft.Colors.ON_TERTIARY_CONTAINER),
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        padding=ft.Padding.symmetric(horizontal=8, vertical=2),
        border_radius=8,
        margin=ft.Margin.only(left=8),
    )


def feet(state: State, *buttons: ft.Control) -> ft.Control:
    """What stays at the foot of a screen: its buttons, below a line."""
    return ft.Container(
        ft.Container(
            side_by_side(state, *buttons),
            width=min(state.width, theme.MEDIUM),
            padding=ft.Padding.symmetric(horizontal=theme.margin(state.width)),
        ),
        padding=ft.Padding.symmetric(vertical=10),
        border=ft.Border.only(top=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT)),
        alignment=ft.Alignment.CENTER,
    )


def card_width(state: State) -> float:
    """The width inside of a card in a single pane."""
    return min(state.width - 2 * theme.margin(state.width), theme.MEDIUM - 40) - 40


def side_by_side(state: State, *buttons: ft.Control) -> ft.Control:
    """Buttons that share a row; below each other where text is large."""
    if not state.large:
        return ft.Row(list(buttons), spacing=12)
    for one in buttons:
        one.expand = None
    return ft.Column(list(buttons), spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
