"""Connection with each of the people it was told about, by their names and never in a ranking."""

from typing import Final

from domain.entries import CheckIn
from domain.language import tr, trn
from domain.looking_back.counting import connected_with
from domain.looking_back.diary import numbers
from domain.steps import ends_of
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.rows import ends_below, pile_height, piled, step_at
from views.charts.sayings import more_in_table
from views.components.marks import Mark

HIGHEST: Final = 60.0
AIR: Final = 14.0
IN_WORDS: Final = 6


def people(lens: Lens, room: Room) -> Chart | None:
    """A row of dots for each; None where connection was told about nobody who is known."""
    found = connected_with(lens.check_ins)
    here = sorted(
        ((lens.names[id], some) for id, some in found.items() if id in lens.names),
        key=lambda one: (one[0].casefold(), one[1][0].id),
    )
    if not here:
        return None
    marks: list[Mark] = []
    targets: list[Target] = []
    y = 0.0
    for name, some in here:
        steps = numbers(some, "connection")
        many = trn("{n} answer", "{n} answers", len(some))
        marks += room.titled(name, many, y + room.line / 2)
        floor = y + room.line + pile_height(steps, HIGHEST) + 10
        marks += piled(steps, 0, room.width, floor, HIGHEST, room)
        targets += [
            Target(
                step_at(step, 0, room.width),
                floor - 12,
                tr("{name}: {step} of 7", name=name, step=step),
                ids,
            )
            for step, ids in _by_step(some).items()
        ]
        y = floor + AIR
    marks += ends_below(*ends_of("connection"), 0, room.width, y + room.line / 2 - 6, room)
    rows = tuple(Row(name, _said_of(some), tuple(one.id for one in some)) for name, some in here)
    named = [f"{row.label}: {row.said}" for row in rows[:IN_WORDS]]
    more = more_in_table(len(rows) - len(named))
    return Chart(
        tr("Connection with people"),
        Drawing(tuple(marks), room.width, y + room.line, tuple(targets)),
        f"{'; '.join([*named, *more])}.",
        lambda: rows,
        how=tr("By name, 1 cut off, 7 connected."),
    )


def _by_step(some: list[CheckIn]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for one in some:
        if isinstance(one.connection, int):
            found[one.connection] = (*found.get(one.connection, ()), one.id)
    return found


def _said_of(some: list[CheckIn]) -> str:
    steps = numbers(some, "connection")
    low, high = min(steps), max(steps)
    if low == high:
        return trn("{n} answer, at {low}", "{n} answers, at {low}", len(some), low=low)
    return trn(
        "{n} answer, from {low} to {high}",
        "{n} answers, from {low} to {high}",
        len(some),
        low=low,
        high=high,
    )
