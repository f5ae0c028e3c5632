"""One check-in in a list."""

from collections.abc import Callable
from functools import partial

import flet as ft

from domain import words
from domain.entries import CheckIn
from domain.language import in_turn, tr
from views import theme
from views.components.colors import Brightness
from views.components.kit import stacked, tappable
from views.components.mood_pad import entry_square, mood_in_words
from views.components.navigation import go
from views.components.threads import connection_in_words, connection_mark
from views.components.when import clock
from views.theme import text

BEGINNING = 160


def entry_in_words(one: CheckIn, company: str = "", day: str = "") -> str:
    """What a screen reader says for an entry; `company` tells who was there."""
    when = f"{day}, {clock(one.at)}" if day else clock(one.at)
    said = [when, mood_in_words(one)]
    if one.connection is not None:
        said.append(connection_in_words(one.connection) + ".")
    said += [_chosen(one), company, one.note[:BEGINNING]]
    if one.recalled:
        said.append(tr("added later"))
    return " ".join(filter(None, said))


def _chosen(one: CheckIn) -> str:
    """The words for feelings and the body."""
    return ", ".join(map(words.said, (*one.feelings, *one.body)))


@ft.component
def _entry_row(
    one: CheckIn,
    brightness: Brightness,
    large: bool,
    on_list: bool = False,
    company: str = "",
    day: str = "",
    under: str = "/entries",
    *,
    key: str | None = None,
) -> ft.Control:
    soft = ft.Colors.ON_SURFACE_VARIANT
    lines: list[ft.Control] = []
    if day:
        lines.append(text(f"{day}, {clock(one.at)}", theme.BODY_SMALL, soft))
    if one.feelings or one.body:
        lines.append(text(_chosen(one), theme.TITLE_SMALL))
    if company:
        lines.append(text(company, theme.BODY_SMALL, soft))
    if one.note.strip():
        lines.append(
            text(
                " ".join(one.note[:BEGINNING].split()),
                theme.BODY_MEDIUM,
                soft,
                max_lines=2,
                overflow=ft.TextOverflow.ELLIPSIS,
            )
        )
    if one.recalled:
        lines.append(text(tr("added later"), theme.BODY_SMALL, soft))
    mark = ft.Icon(ft.Icons.BOOKMARK_ROUNDED, size=20, color=ft.Colors.PRIMARY)
    time = ft.Row(
        [
            *([mark] if on_list else []),
            *([] if day else [text(clock(one.at), theme.BODY_SMALL, soft)]),
        ],
        spacing=4,
        tight=True,
    )
    marks: list[ft.Control] = [
        entry_square(one, brightness),
        connection_mark(one.connection, brightness),
    ]
    body = stacked(lines, 2)
    row: ft.Control = ft.Row(
        [*marks, body, time], spacing=12, vertical_alignment=ft.CrossAxisAlignment.START
    )
    if large:
        row = ft.Column([ft.Row([*marks, time], spacing=12), ft.Row([body])], spacing=4)
    return tappable(
        f"entry-{one.id}",
        " ".join(
            filter(None, (entry_in_words(one, company, day), tr("On the list.") if on_list else ""))
        ),
        partial(go, f"{under}/{one.id}"),
        row,
        padding=ft.Padding.symmetric(vertical=8),
        radius=12,
    )


EntryRow: Callable[..., ft.Control] = ft.memo(_entry_row)  # type: ignore[no-untyped-call]


@ft.component
def _other_row(
    identifier: str,
    words: str,
    line: str,
    route: str,
    icon: ft.IconData,
    *,
    key: str | None = None,
) -> ft.Control:
    return tappable(
        identifier,
        in_turn(words, line),
        partial(go, route),
        ft.Row(
            [
                ft.Container(
                    ft.Icon(icon, color=ft.Colors.SECONDARY),
                    width=38,
                    alignment=ft.Alignment.CENTER,
                ),
                stacked(
                    [
                        text(words, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS),
                        text(line, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
                    ],
                    2,
                ),
            ],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        radius=12,
    )


OtherRow: Callable[..., ft.Control] = ft.memo(_other_row)  # type: ignore[no-untyped-call]
"""Anything that is no check-in in a list of entries."""
