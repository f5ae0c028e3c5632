"""The card of a chart: drawn, explained, in words, as a table, and one tap from the list."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import flet as ft
import flet.canvas as cv

from domain.language import tr
from domain.looking_back.look import Look
from views import theme
from views.charts.chart import Chart, Drawing, Row, Sign, Target
from views.charts.seen import room_of
from views.components.kit import act, button, card, divider, heading, icon_button, quiet, tappable
from views.components.marks import shapes
from views.components.titles import face_of
from views.state import State, use_state_of_app
from views.theme import text

REACH: Final = 24.0
"""A finger may be so far from what it means."""
WINDOW: Final = 14
SIGN: Final = 24
Pick = Callable[[Target], Any]


@ft.component
def ChartCard(
    chart: Chart,
    look: Look,
    on_pick: Pick,
    above: Sequence[ft.Control] = (),
    below: Sequence[ft.Control] = (),
    *,
    key: str | None = None,
) -> ft.Control:
    """A chart with what stands `above` and `below` its drawing.

    `on_pick` hears what was tapped in it, or in its table.
    """
    state = use_state_of_app()
    name = look.chart
    rows, set_rows = ft.use_state(0)

    return ft.Semantics(
        identifier=f"card-{name}",
        container=True,
        content=card(
            _head(state, chart, look),
            *above,
            Drawn(chart.drawing, name, chart.title, on_pick, key="drawing"),
            *([_legend(chart.legend)] if chart.legend else []),
            *below,
            divider(),
            _in_words(name, f"{chart.how} {chart.said}".strip()),
            *_table(name, chart, rows, set_rows, on_pick),
            padding=ft.Padding.only(left=20, top=12, right=20, bottom=12),
        ),
    )


def _head(state: State, chart: Chart, look: Look) -> ft.Control:
    on = state.looking.brought(look)
    room = room_of(state).width - theme.TOUCH
    title = heading(chart.title, face_of(chart.title, room, state.text_scale, theme.TITLE_MEDIUM))
    title.expand = True
    return ft.Row(
        [
            title,
            icon_button(
                f"bring-{look.chart}",
                tr("{title}: on the list. Take it off", title=chart.title)
                if on
                else tr("Bring this: {title}", title=chart.title),
                ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED,
                act(state.looking.bring, look),
                ft.Colors.PRIMARY,
            ),
        ],
        spacing=0,
    )


@ft.component
def _drawn(
    drawing: Drawing, name: str, title: str, on_pick: Pick, *, key: str | None = None
) -> ft.Control:
    async def tapped(event: ft.TapEvent[ft.GestureDetector]) -> None:
        place = event.local_position
        found = drawing.at(place.x, place.y, REACH) if place else None
        if found is not None:
            on_pick(found)

    canvas = cv.Canvas(shapes(drawing.marks), width=drawing.width, height=drawing.height)
    return ft.Semantics(
        identifier=f"chart-{name}",
        label=tr("{title}, drawn. In words below, and as a table.", title=title),
        image=True,
        container=True,
        content=ft.Semantics(
            exclude_semantics=True, content=ft.GestureDetector(canvas, on_tap_up=tapped)
        ),
    )


Drawn: Callable[..., ft.Control] = ft.memo(_drawn)  # type: ignore[no-untyped-call]
"""The drawing alone; what it shows is said below it."""


def _legend(signs: Sequence[Sign]) -> ft.Control:
    return ft.Row(
        [
            ft.Row(
                [
                    cv.Canvas(shapes(one.marks), width=SIGN, height=SIGN),
                    quiet(one.words, expand=True, expand_loose=True),
                ],
                spacing=6,
                tight=True,
            )
            for one in signs
        ],
        wrap=True,
        spacing=16,
        run_spacing=2,
    )


def _in_words(name: str, said: str) -> ft.Control:
    soft = ft.Colors.ON_SURFACE_VARIANT
    icon = ft.Icon(ft.Icons.SUBJECT_ROUNDED, size=20, color=soft)
    words = ft.Semantics(
        identifier=f"said-{name}",
        container=True,
        content=text(said, theme.BODY_MEDIUM, soft),
        expand=True,
    )
    return ft.Row([icon, words], spacing=12, vertical_alignment=ft.CrossAxisAlignment.START)


def _table(name: str, chart: Chart, shown: int, set_shown: Any, on_pick: Pick) -> list[ft.Control]:
    if not shown:
        open = partial(set_shown, WINDOW)
        spoken = tr("{title}, as a table", title=chart.title)
        icon = ft.Icons.TABLE_ROWS_OUTLINED
        return [_way(f"table-{name}", tr("As a table"), open, icon, spoken)]
    rows = chart.rows
    inside = [_row(f"{name}-row-{place}", one, on_pick) for place, one in enumerate(rows[:shown])]
    more = partial(set_shown, shown + 4 * WINDOW)
    return [
        *inside,
        ft.Row(
            [
                *(
                    [
                        _way(
                            f"more-{name}",
                            tr("More rows"),
                            more,
                            ft.Icons.EXPAND_MORE_ROUNDED,
                            tr("{title}: more rows", title=chart.title),
                        )
                    ]
                    if len(rows) > shown
                    else []
                ),
                _way(
                    f"table-{name}",
                    tr("Close the table"),
                    partial(set_shown, 0),
                    ft.Icons.EXPAND_LESS_ROUNDED,
                    tr("{title}: close the table", title=chart.title),
                ),
            ],
            wrap=True,
        ),
    ]


def _way(identifier: str, label: str, on_tap: Any, icon: ft.IconData, spoken: str) -> ft.Control:
    way = button(identifier, label, on_tap, kind="text", height=48, icon=icon, spoken=spoken)
    return ft.Row([way], wrap=True)


def _row(identifier: str, row: Row, on_pick: Pick) -> ft.Control:
    label = text(row.label, theme.BODY_MEDIUM_STRONG)
    said = text(row.said, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT)
    both = ft.Row([label, said], wrap=True, spacing=12, run_spacing=0)
    if not row.entries:
        return ft.Container(both, padding=ft.Padding.symmetric(vertical=12, horizontal=8))
    target = Target(0, 0, row.label, row.entries)
    return tappable(
        identifier,
        tr("{label}: {said}. Show the entries", label=row.label, said=row.said),
        partial(on_pick, target),
        both,
        padding=ft.Padding.symmetric(vertical=12.5, horizontal=8),
        radius=12,
    )
