"""A page that tells nothing of the journal: the days of this month."""

from calendar import Calendar
from functools import partial

import flet as ft

from domain import dates
from domain.dates import at_start
from domain.language import tr
from views import theme
from views.components.kit import heading, tappable
from views.components.navigation import START, go
from views.components.view import view_of
from views.components.when import day_title
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
        page.title = tr("Calendar")
        page.update()

    def back() -> None:
        page.title = tr(state.settings.title)
        page.update()

    ft.use_effect(neutral, [], cleanup=back)
    weeks = Calendar(dates.week()[0]).monthdatescalendar(today.year, today.month)
    rows: list[ft.Control] = [
        ft.Row(
            [
                _today(day.day, tr("{day}, today", day=day_title(day)))
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
        [_day(dates.weekday_of(number, "abbreviated")[:2]) for number in dates.week()],
        spacing=0,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    return view_of(
        state,
        ft.Column(
            [
                ft.Container(height=24),
                ft.Container(
                    heading(at_start(dates.month_and_year(today)), theme.HEADLINE_SMALL, 1),
                    padding=ft.Padding.symmetric(horizontal=theme.margin(state.width)),
                ),
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
