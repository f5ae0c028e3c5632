"""What is looked at, and what it is drawn on, as a session has them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from domain.looking_back.stretch import Stretch
from views import theme
from views.charts.chart import Lens, Room
from views.components.frame import card_width
from views.state import State


def lens_of(
    state: State,
    stretch: Stretch,
    sessions: Sequence[datetime],
    named: Callable[[str], str] = str,
) -> Lens:
    """A stretch of the journal; `named` says how a name of somebody is shown."""
    people = {one.id: named(one.name) for one in state.people}
    return Lens(
        diary=state.looking.diary,
        stretch=stretch,
        today=state.today,
        sessions=tuple(sessions),
        names={**{one.id: one.name for one in state.parts}, **people},
        parts=state.parts,
        moments=state.moments,
        parts_called=state.knowing.word.many,
    )


def room_of(state: State) -> Room:
    """A card of the left pane, or of the only one."""
    left = theme.PANE_LEFT - 2 * theme.margin(state.width) - 40
    width = left if state.wide else card_width(state)
    return Room(width, state.brightness, state.text_scale)
