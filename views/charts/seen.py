"""What is looked at, and what it is drawn on, as a session has them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from domain.language import N_, tr
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from views import theme
from views.charts.all import chart_of
from views.charts.chart import Chart, Lens, Room
from views.charts.sayings import isolated
from views.components.frame import card_width
from views.components.when import stretch_said
from views.state import State

GONE: Final = N_("What this looked back at is not in the journal any more.")


def lens_of(
    state: State,
    stretch: Stretch,
    sessions: Sequence[datetime],
    named: Callable[[str], str] = str,
) -> Lens:
    """A stretch of the journal; `named` says how a name of somebody is shown."""
    people = {one.id: isolated(named(one.name)) for one in state.people}
    return Lens(
        diary=state.looking.diary,
        stretch=stretch,
        today=state.today,
        sessions=tuple(sessions),
        names={**{one.id: isolated(one.name) for one in state.parts}, **people},
        parts=state.parts,
        moments=state.moments,
        word=state.knowing.word,
    )


def chart_seen(
    state: State, look: Look, room: Room, named: Callable[[str], str] = str
) -> Chart | None:
    """The chart of a look; None where there is nothing to show."""
    return chart_of(look, lens_of(state, look.stretch, state.looking.sessions(), named), room)


def words_of(state: State, look: Look) -> str:
    """What a look says, with its title and its days."""
    chart = chart_seen(state, look, Room(theme.MEDIUM))
    if chart is None:
        return tr(GONE)
    # Of two stretches both are told.
    two = look.chart == "answer" and look.question == "stretches"
    days = "" if two else f", {stretch_said(look.stretch, state.today)}"
    return f"{chart.title}{days}. {chart.said}"


def room_of(state: State) -> Room:
    """A card of the left pane, or of the only one."""
    width = theme.in_left_pane(state.width) - 40 if state.wide else card_width(state)
    return Room(width, state.brightness, state.text_scale, state.contrast)
