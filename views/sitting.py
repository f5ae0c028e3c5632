"""A short look inward: its frame, and leaving it, on every step and as large as going on."""

from functools import partial
from typing import Any, Final

import flet as ft

from domain import sittings
from domain.entries import Sitting
from domain.language import N_, tr
from domain.prompts import prompt
from views import theme
from views.components.back import use_back
from views.components.frame import plain, side_by_side
from views.components.kit import button, card, icon_button, quiet
from views.components.navigation import go, help_buttons
from views.components.notices import problem_card
from views.components.sheets import asking
from views.sitting_pieces import in_front
from views.sitting_steps import consent, step
from views.state import State, use_state_of_app
from views.theme import text

TITLE: Final = N_("A short look inward")


@ft.component
def SittingPlace() -> ft.View:
    """One part, or two; the sitting that is under way with them, or a new one."""
    state = use_state_of_app()
    params = ft.use_route_params()
    id, second = params.get("id", ""), params.get("other") or ""
    second = "" if second == id else second
    begun = state.inward.begun_with(id, second)
    # Which sitting is shown, left, or come back to: with other parts it is another.
    mine = ft.use_ref(("", "", ""))
    stopping, set_stopping = ft.use_state("")
    steadied, set_steadied = ft.use_state("")
    found = [state.knowing.part(one) for one in (id, second) if one]
    parts = [one for one in found if one is not None]
    if begun is not None:
        mine.current = (id, second, begun.id)
    *whose, sitting = mine.current or ("", "", "")
    one = state.inward.sitting(sitting) if whose == [id, second] else None
    long = use_long(state, one)
    asked = one is not None and stopping == one.id

    async def begin() -> None:
        await state.inward.begin(parts)

    async def leave() -> None:
        if one is not None and one.under_way:
            if one.written:
                set_stopping(one.id)
                return
            await (state.inward.stop(one) if one.toward else state.inward.throw_away(one))
        await go(f"/parts/{id}")

    under_way = one is not None and one.under_way
    use_back(partial(set_stopping, "") if asked else leave if under_way else None)

    async def steady() -> None:
        set_steadied(one.id if one is not None and one.under_way else "")
        await go("/steady")

    if len(parts) < len(found) or not sittings.may_sit(*parts):
        tender = any(part.tender for part in parts)
        held, gone = tr("This one is held lightly."), tr("It rests, or is not here any more.")
        body = in_front(parts, tr("Nothing is asked here."), held if tender else gone, state)
    elif one is None:
        body = consent(state, parts, begin)
    elif steadied == one.id:
        body = _back_in_the_room(leave, partial(set_steadied, ""))
    else:
        body = [*(_long() if long else []), *step(state, one, parts, leave)]
    return plain(
        state,
        _bar(state, leave),
        [*problem_card(state, _words(one)), *body],
        [_foot(state, steady, leave)],
        over=_stopping(state, one, id, partial(set_stopping, ""))
        if one is not None and asked
        else None,
        step=f"{one.stage}-{one.asking}-{steadied}" if one is not None else "",
    )


def use_long(state: State, one: Sitting | None) -> bool:
    """A hook: whether a sitting has gone on for long, told as soon as it has."""
    _, wake = ft.use_state(0)
    timer: Any = ft.use_ref(None)

    def wait() -> None:
        if one is not None and one.under_way:
            left = (one.at + sittings.LONG - state.now).total_seconds()
            timer.current = state.loop.call_later(max(0.0, left), wake, 1)

    def end() -> None:
        if timer.current:
            timer.current.cancel()

    ft.use_effect(wait, [one.id if one else ""], cleanup=end)
    return one is not None and sittings.is_long(one, state.now)


def _words(one: Sitting | None) -> str:
    return "\n\n".join(reply.text for reply in one.written) if one else ""


def _bar(state: State, leave: Any) -> list[ft.Control]:
    close = icon_button("sit-close", tr("Close"), ft.Icons.CLOSE_ROUNDED, leave)
    title = ft.Container(text(tr(TITLE), theme.LABEL_LARGE), expand=True)
    # To steady oneself there is a button at the foot of every step.
    return [close, title, *help_buttons(state, steady=False)]


def _foot(state: State, steady: Any, leave: Any) -> ft.Control:
    return side_by_side(
        state,
        button(
            "sit-steady", tr("Steady yourself"), steady, icon=ft.Icons.SPA_OUTLINED, expand=True
        ),
        button("sit-stop", tr("Stop here"), leave, expand=True),
    )


def _long() -> list[ft.Control]:
    return [
        ft.Semantics(
            identifier="sit-long",
            live_region=True,
            container=True,
            content=card(
                quiet(tr("This has been going on for a little while.")),
                text(prompt("P31").text, theme.BODY_LARGE),
                color=ft.Colors.SURFACE_CONTAINER,
            ),
        )
    ]


def _back_in_the_room(leave: Any, go_on: Any) -> list[ft.Control]:
    return [
        ft.Container(height=72),
        ft.Semantics(
            identifier="sit-back",
            live_region=True,
            container=True,
            content=text(tr("Back in the room. You can close the app."), theme.SITTING),
        ),
        ft.Container(height=12),
        button("sit-back-stop", tr("Stop here"), leave, kind="soft"),
        button("sit-back-go-on", tr("Go back to the question"), go_on, kind="text"),
    ]


def _stopping(state: State, one: Sitting, id: str, back: Any) -> ft.Control:
    async def keep() -> None:
        await state.inward.stop(one)
        if state.problem is None:
            await go(f"/parts/{id}")

    async def throw_away() -> None:
        await state.inward.throw_away(one)
        if state.problem is None:
            await go(f"/parts/{id}")

    return asking(
        state,
        tr("That's enough for now."),
        tr("Keep what you wrote, or throw it away?"),
        [
            button("sit-keep", tr("Keep it"), keep, kind="soft"),
            button("sit-throw-away", tr("Throw it away"), throw_away),
            button("sit-go-back", tr("Go back to the question"), back, kind="text"),
        ],
        back,
    )
