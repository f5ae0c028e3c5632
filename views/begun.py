"""A look inward that was begun and not ended: go back to it, keep it, or throw it away."""

from functools import partial

import flet as ft

from domain.entries import Sitting
from domain.language import listed, tr
from views import theme
from views.components.kit import act, button, card, quiet
from views.components.navigation import go
from views.components.when import day_in_words
from views.state import State
from views.theme import text


def sitting_route(sitting: Sitting) -> str:
    """The place of a sitting under way."""
    other = f"/{sitting.other}" if sitting.other else ""
    return f"/parts/{sitting.part}/sit{other}"


def begun_cards(state: State) -> list[ft.Control]:
    """The newest one that was begun; nothing where there is none."""
    begun = next(iter(state.inward.begun()), None)
    if begun is None:
        return []
    names = state.knowing.names
    with_whom = [names[id] for id in (begun.part, begun.other) if id in names]
    title = listed(with_whom) or tr("A look inward")
    keep = act(state.inward.stop, begun)
    away = act(state.inward.throw_away, begun)
    day = day_in_words(begun.at.date(), state.today)
    go_on = partial(go, sitting_route(begun))
    ways: list[ft.Control] = [
        button("begun-keep", tr("Keep it"), keep, kind="soft", height=48),
        button("begun-throw-away", tr("Throw it away"), away, kind="text", height=48),
    ]
    if with_whom:
        ways.append(button("begun-go-on", tr("Go back to it"), go_on, kind="text", height=48))
    return [
        ft.Semantics(
            identifier="begun",
            container=True,
            content=card(
                quiet(tr("A look inward you had begun, {day}", day=day)),
                text(title, theme.TITLE_MEDIUM),
                ft.Row(ways, wrap=True, spacing=4),
                color=ft.Colors.SURFACE_CONTAINER,
            ),
        )
    ]
