"""Every chart by its name."""

from collections.abc import Callable
from functools import partial
from typing import Final

from domain.looking_back.look import ChartName, Look
from views.charts.answer import answer
from views.charts.around_sessions import around_sessions
from views.charts.calendar import calendar
from views.charts.chart import Chart, Lens, Room
from views.charts.moments import moments
from views.charts.over_time import over_time
from views.charts.pad import pad
from views.charts.parts import parts
from views.charts.people import people
from views.charts.times import hours, weekdays
from views.charts.words import words

MADE: Final[dict[ChartName, Callable[[Lens, Room], Chart | None]]] = {
    "pleasantness": partial(over_time, measure="pleasantness"),
    "energy": partial(over_time, measure="energy"),
    "pad": pad,
    "connection": partial(over_time, measure="connection"),
    "people": people,
    "calendar": calendar,
    "feelings": partial(words, of="feelings"),
    "body": partial(words, of="body"),
    "parts": parts,
    "moments": moments,
    "sessions": around_sessions,
    "weekdays": weekdays,
    "hours": hours,
}


def chart_of(look: Look, lens: Lens, room: Room) -> Chart | None:
    """The chart of a look; None where there is nothing to show."""
    return answer(lens, room, look) if look.chart == "answer" else MADE[look.chart](lens, room)
