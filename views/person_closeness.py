"""How close somebody is, how close one would like it, and both over time."""

from typing import Final

import flet as ft

from domain.days import day_of
from domain.entries import Person
from domain.language import tr, trp
from views.components.closeness import (
    closeness_over_time,
    closeness_tiles,
    tile_words,
    told_in_words,
)
from views.components.frame import card_width
from views.components.kit import button, card, heading, quiet, section
from views.components.when import day_title, near_day
from views.state import State, use_state_of_app

TOLD: Final = 5


@ft.component
def Close(id: str, *, key: str | None = None) -> ft.Control:
    """How close somebody is; once that is told, how close one would like it."""
    state = use_state_of_app()
    wishing, wish_more = ft.use_state(False)
    person = state.knowing.person(id)
    if person is None:
        return ft.Container()
    told = person.close
    now, wish = (told.now, told.wish) if told else (None, None)
    asking = wishing or (now is not None and wish is None)

    async def tell_now(step: int) -> None:
        await state.relating.tell_close(person, now=step)

    async def tell_wish(step: int) -> None:
        await state.relating.tell_close(person, wish=step)
        wish_more(False)

    rows: list[ft.Control] = [
        heading(tr("How close, and how close you'd like")),
        closeness_tiles(
            "now",
            tr("Closeness"),
            now,
            wish,
            tell_now,
            state.brightness,
            tint=tr("What you'd like"),
        ),
        *([] if state.large or (now is None and wish is None) else [tile_words(now, wish)]),
        *_ends(state, person),
    ]
    if asking:
        rows += [
            quiet(tr("How close you'd like it")),
            closeness_tiles(
                "wish", tr("What you'd like:"), wish, wish, tell_wish, state.brightness
            ),
        ]
    elif wish is not None:
        way = button(
            "change-wish", tr("Change the wish"), lambda: wish_more(True), kind="text", height=48
        )
        rows.append(ft.Row([way], wrap=True))
    return ft.Column(
        rows,
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _ends(state: State, person: Person) -> list[ft.Control]:
    told = person.close
    when = ""
    if told and (told.now or told.wish):
        day, today = day_of(told.at, state.settings.day_start), state.today
        when = tr("set today") if day == today else tr("set on {day}", day=near_day(day, today))
    far, near = quiet(trp("closeness", "far")), quiet(trp("closeness", "near"))
    if state.large:
        said = told_in_words(told) if told else ""
        return [
            ft.Row([far, near], alignment=ft.MainAxisAlignment.SPACE_BETWEEN),
            *([quiet(f"{said}, {when}")] if when else []),
        ]
    return [ft.Row([far, quiet(when), near], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)]


def closeness_told(state: State, person: Person) -> list[ft.Control]:
    """What was told of it over time; nothing where that is one thing."""
    if len(person.closeness) < 2:
        return []
    lines = [
        f"{day_title(told.at, state.today)}: {told_in_words(told)}"
        for told in reversed(person.closeness[-TOLD:])
    ]
    width = card_width(state)
    drawing = closeness_over_time(person.closeness, width, state.today, state.brightness)
    said = ". ".join((tr("Over time, last told first"), *lines))
    return [
        section(tr("Over time")),
        card(
            ft.Semantics(
                identifier="close-over-time",
                label=said,
                container=True,
                content=ft.Semantics(exclude_semantics=True, content=drawing),
            ),
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Column([quiet(line) for line in lines], spacing=2),
            ),
        ),
    ]
