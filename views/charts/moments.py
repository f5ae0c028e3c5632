"""Moments over time, a row for each kind; of what went off also where it is by now."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from domain import wording
from domain.entries import Moment, MomentKind, Repair
from domain.language import N_, listed, tr, trn
from domain.moments import LINES, repair_on
from domain.moments import Line as Mended
from views.charts.axis import Axis, axis_of, dates_below, session_sign, sessions_on
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Sign, Target
from views.charts.parts import BESIDE
from views.charts.sayings import times
from views.components.marks import Dots, Line, Mark, Pull
from views.components.moments import moment_title
from views.components.web_lines import IN_WORDS
from views.components.when import short_day

TOP: Final = 22.0
AIR: Final = 30.0
RADIUS: Final = 5.5
ORDER: Final[tuple[Mended, ...]] = ("open", "partly", "mended", "left")
WORDS: Final = {**IN_WORDS, "open": wording.REPAIRS["open"]}
TOLD: Final[dict[MomentKind, str]] = {
    "good": N_("something good {times}"),
    "miss": N_("a miss {times}"),
    "rupture": N_("something went off {times}"),
    "limit": N_("a limit {times}"),
    "need": N_("a need {times}"),
    "other": N_("something else {times}"),
}
"""How often there was one of a kind."""


def moments(lens: Lens, room: Room) -> Chart | None:
    """A mark for each moment of the stretch; None where there was none."""
    here = lens.happened
    if not here:
        return None
    kinds = [kind for kind in wording.MOMENTS if any(one.kind == kind for one in here)]
    axis = axis_of(lens, RADIUS + 1, room.width - RADIUS - 1)
    down = room.line + AIR
    bottom = TOP + len(kinds) * down
    lines = [TOP + (place + 1) * down - AIR / 2 for place in range(len(kinds))]
    marks: list[Mark] = sessions_on(axis, lens, room, 8, *((y - BESIDE, y + BESIDE) for y in lines))
    targets: list[Target] = []
    for y, kind in zip(lines, kinds, strict=True):
        of_kind = [one for one in here if one.kind == kind]
        marks += room.titled(
            tr(wording.MOMENTS[kind]), str(len(of_kind)), y - (AIR + room.line) / 2
        )
        marks.append(Line(0, y, room.width, y, room.faint, 1.5))
        for one in of_kind:
            marks += _mark(one, axis, y, lens, room)
        targets += _targets(of_kind, axis, y, lens)
    marks += dates_below(axis, room, bottom + 4 + room.line / 2)
    return Chart(
        tr("Moments, and their mending"),
        Drawing(tuple(marks), room.width, bottom + 8 + room.line, tuple(targets)),
        _said(here, lens),
        lambda: (
            Row(short_day(lens.day_of(one.at), lens.today), _title(one, lens), (one.id,))
            for one in here
        ),
        (*_signs(here, lens, room), *session_sign(lens, room)),
    )


def _targets(some: Sequence[Moment], axis: Axis, y: float, lens: Lens) -> Iterator[Target]:
    """One for each, or for all that lie together."""
    for x, group in groupby(some, key=lambda one: round(axis.at(one.at) / RADIUS) * RADIUS):
        together = list(group)
        titles = dict.fromkeys(_title(one, lens) for one in together)
        yield Target(x, y, ", ".join(titles), tuple(one.id for one in together))


def _state(one: Moment, lens: Lens) -> Repair | None:
    """Where it was at the end of what is looked at."""
    return repair_on(one, lens.stretch.last, lens.diary.day_start)


def _title(one: Moment, lens: Lens) -> str:
    title, state = moment_title(one, lens.names), _state(one, lens)
    return f"{title}: {tr(wording.REPAIRS[state])}" if state else title


def _mark(one: Moment, axis: Axis, y: float, lens: Lens, room: Room) -> Iterator[Mark]:
    x, state = axis.at(one.at), _state(one, lens)
    if one.recalled:
        yield _added_later(x, y, room)
    if state is None:
        yield Dots(((x, y),), RADIUS, str(room.scheme.primary))
        return
    told = [each.at for each in one.mending if lens.day_of(each.at) in lens.stretch]
    if told and told[-1] > one.at:
        yield Line(x, y, axis.at(told[-1]), y, str(room.scheme.secondary), 2.5)
    yield from _sign(LINES[state], x, y, room)


def _added_later(x: float, y: float, room: Room) -> Mark:
    """A dash below: what a moment is filled with says where it is."""
    below = y + RADIUS + 5
    return Line(x - RADIUS, below, x + RADIUS, below, room.ink, 2)


def _sign(line: Mended, x: float, y: float, room: Room) -> Iterator[Mark]:
    """Open: a ring; partly: a ring with a dot; mended: filled, with two stitches; left: dashed."""
    color, ground = str(room.scheme.secondary), str(room.scheme.surface_container_low)
    at = ((x, y),)
    yield Dots(at, RADIUS, ground if line != "mended" else color)
    if line == "open":
        yield Dots(at, RADIUS, color, True)
    elif line == "partly":
        yield Dots(at, RADIUS, color, True)
        yield Dots(at, 2.2, color)
    elif line == "mended":
        for shift in (-2.0, 2.0):
            yield Pull(((x + shift, y - RADIUS - 3), (x + shift, y + RADIUS + 3)), color, 1.75)
    else:
        for shift in (-3.5, 0.0, 3.5):
            yield Dots(((x + shift, y),), 1.3, color)


def _signs(here: Sequence[Moment], lens: Lens, room: Room) -> Iterator[Sign]:
    states = {state for one in here if (state := _state(one, lens))}
    for line in ORDER:
        if line in {LINES[one] for one in states}:
            yield Sign(tuple(_sign(line, 12, 12, room)), tr(WORDS[line]))
    if any(one.recalled for one in here):
        dot = Dots(((12, 10),), RADIUS, str(room.scheme.primary))
        yield Sign((dot, _added_later(12, 10, room)), tr("added later"))


def _said(here: Sequence[Moment], lens: Lens) -> str:
    def of_kind(kind: MomentKind) -> int:
        return sum(one.kind == kind for one in here)

    kinds = [
        tr(TOLD[kind], times=times(of_kind(kind))) for kind in wording.MOMENTS if of_kind(kind)
    ]
    said = [trn("{n} moment: {kinds}.", "{n} moments: {kinds}.", len(here), kinds=listed(kinds))]
    # As on the web: what is not wanted and what is not safe are told apart by the person alone.
    lines = [LINES[state] for one in here if (state := _state(one, lens))]
    by_state = [_in_state(line, lines.count(line)) for line in ORDER if line in lines]
    if by_state:
        last = short_day(min(lens.stretch.last, lens.today), lens.today)
        said.append(tr("Of what went off, by {day}: {states}.", day=last, states=listed(by_state)))
    return " ".join(said)


def _in_state(line: Mended, count: int) -> str:
    """How many are where they are: "2 partly mended"."""
    said: dict[Mended, str] = {
        "open": trn("{n} open", "{n} open", count),
        "partly": trn("{n} partly mended", "{n} partly mended", count),
        "mended": trn("{n} mended", "{n} mended", count),
        "left": trn("{n} left as it is", "{n} left as it is", count),
    }
    return said[line]
