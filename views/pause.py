"""Fewer questions, a pause or stopping, for whoever does not wait until it is asked."""

import flet as ft

from domain.language import tr, trp
from views.components.frame import screen
from views.components.kit import card, heading
from views.components.notices import problem_card
from views.components.when import short_day
from views.helping import Less, begin_again, pause_told
from views.state import State, use_state_of_app


def pause_in_words(state: State) -> str:
    """Whether check-ins are paused, in a line."""
    pause = state.pausing.pause
    if pause is None:
        return trp("check-ins", "as usual")
    if pause.until is None:
        return trp("check-ins", "put away")
    return trp("check-ins", "paused until {day}", day=short_day(pause.until, state.today))


@ft.component
def PausePlace() -> ft.View:
    """The pause that is on, and what can be less."""
    state = use_state_of_app()
    return screen(
        state,
        tr("Pause or stop"),
        [
            *problem_card(state),
            *_now(state),
            heading(tr("What can be less")),
            card(Less(key="less")),
        ],
        back=True,
    )


def _now(state: State) -> list[ft.Control]:
    pause = state.pausing.pause
    if pause is None:
        return []
    return [card(*pause_told(state, pause), ft.Row([begin_again(state)], wrap=True))]
