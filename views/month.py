"""A page that tells nothing of the journal: the days of this month."""

from calendar import Calendar
from functools import partial

import flet as ft

from views import theme
from views.components.kit import heading, tappable
from views.components.navigation import START, go
from views.components.view import view_of
from views.state import use_state_of_app
from views.theme import text

SQUARE = 48


@ft.component
def Month() -> ft.View:
    """A calendar; its today leads back, to the lock where there is one."""
    state = use_state_of_app()
    page = ft.context.page
    today = state.now.date()

    def neutral() -> None:
        page.title = "Calendar"
        page.update()

    def back() -> None:
        page.title = state.settings.title
        page.update()

    ft.use_effect(neutral, [], cleanup=back)
    weeks = Calendar().monthdatescalendar(today.year, today.month)
    rows: list[ft.Control] = [
        ft.Row(
            [
                _today(day.day, f"{day:%A} {day.day} {day:%B}, today")
                if day == today
                else _day(str(day.day) if day.month == today.month else "")
                for day in week
            ],
            spacing=0,
            alignment=ft.MainAxisAlignment.CENTER,
        )
        for week in weeks
    ]
    names = ft.Row(
        [_day(f"{day:%a}"[:2]) for day in weeks[0]],
        spacing=0,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    return view_of(
        state,
        ft.Column(
            [
                ft.Container(height=24),
                heading(f"{today:%B} {today.year}", theme.HEADLINE_SMALL, 1),
                names,
                *rows,
            ],
            spacing=4,
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        [],
    )


def _day(words: str) -> ft.Control:
    return ft.Container(
        text(words, theme.BODY_MEDIUM, no_wrap=True),
        width=SQUARE,
        height=SQUARE,
        alignment=ft.Alignment.CENTER,
    )


def _today(number: int, spoken: str) -> ft.Control:
    return tappable(
        "today",
        spoken,
        partial(go, START),
        text(str(number), theme.BODY_MEDIUM_STRONG, no_wrap=True),
        line=ft.BorderSide(2, ft.Colors.PRIMARY),
        radius=24,
        width=SQUARE,
        height=SQUARE,
        alignment=ft.Alignment.CENTER,
    )
