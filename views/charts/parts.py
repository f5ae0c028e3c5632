"""When parts were around: a row of days for each, by their names."""

from typing import Final

from domain.days import day_of
from domain.entries import CheckIn
from domain.looking_back.counting import with_parts
from views import theme
from views.charts.axis import axis_of, dates_below, session_sign, sessions_on
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.sayings import counted, listed, times
from views.components.marks import Dots, Line, Mark
from views.components.when import day_title

TOP: Final = 22.0
AIR: Final = 26.0
RADIUS: Final = 5.0
BESIDE: Final = 9.0
"""The line of a session reaches so far above and below a row."""
IN_WORDS: Final = 8


def parts(lens: Lens, room: Room) -> Chart | None:
    """A dot for each check-in that a part was around at; None where none was."""
    found = with_parts(lens.check_ins)
    here = sorted(
        ((part, found[part.id]) for part in lens.parts if part.id in found),
        key=lambda one: (lens.names[one[0].id].casefold(), one[0].id),
    )
    if not here:
        return None
    axis = axis_of(lens, RADIUS, room.width - RADIUS)
    down = room.line + AIR
    bottom = TOP + len(here) * down
    lines = [TOP + (place + 1) * down - AIR / 2 for place in range(len(here))]
    marks: list[Mark] = sessions_on(axis, lens, room, 8, *((y - BESIDE, y + BESIDE) for y in lines))
    targets: list[Target] = []
    for place, (part, some) in enumerate(here):
        top = TOP + place * down
        y = lines[place]
        fill, edge, _ = theme.PARTS[room.brightness][part.color]
        marks.append(room.words(lens.names[part.id], 0, top + room.line / 2, color=room.ink))
        marks.append(room.words(times(len(some)), room.width, top + room.line / 2, align=1))
        marks.append(Line(0, y, room.width, y, room.faint, 1.5))
        spots: dict[int, list[CheckIn]] = {}
        for one in some:
            spots.setdefault(round(axis.at(one.at)), []).append(one)
        at = tuple((float(x), y) for x in spots)
        marks += [Dots(at, RADIUS, edge), Dots(at, RADIUS - 1.75, fill)]
        for x, near in spots.items():
            day = day_title(day_of(near[0].at, lens.diary.day_start), lens.today)
            targets.append(Target(x, y, day, tuple(one.id for one in near)))
    marks += dates_below(axis, room, bottom + 4 + room.line / 2)
    said = [f"{lens.names[part.id]} {times(len(some))}" for part, some in here]
    rest = len(said) - IN_WORDS
    named = [*said[:IN_WORDS], *([f"{rest} more in the table"] if rest > 0 else [])]
    return Chart(
        f"{lens.parts_called.capitalize()} that were around",
        Drawing(tuple(marks), room.width, bottom + 8 + room.line, tuple(targets)),
        f"By name, each dot a check-in. {listed(named)}.",
        lambda: (
            Row(
                lens.names[part.id],
                counted(len(some), "check-in"),
                tuple(one.id for one in some),
            )
            for part, some in here
        ),
        tuple(session_sign(lens, room)),
    )
