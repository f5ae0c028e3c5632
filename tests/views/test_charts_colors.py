"""What is drawn in charts can be read, in both brightnesses and with more contrast."""

from typing import Any, Final, get_args

import pytest

from domain.entries import STEPS
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    EVERY,
    TODAY,
    Which,
    box,
    chart,
    color_seen,
    every_of,
    is_of_the_line,
    lens,
    logged,
    whole,
)
from tests.views.test_colors import contrast
from views.charts.chart import Chart, Room
from views.components.colors import Brightness
from views.components.marks import Area, Dots, Line, Mark, Pull, Square, Words

ROOMS: Final = [
    Room(310, brightness, contrast=more)
    for more in (False, True)
    for brightness in get_args(Brightness)
]


def ground(word: Words, before: list[Mark], card: str) -> tuple[str, bool]:
    """What a word stands on, and whether that is a cell or a badge."""
    middle = (box(word)[0] + box(word)[2]) / 2, word.y + word.line / 2
    for one in reversed(before):
        left, top, right, bottom = box(one)
        is_on = left <= middle[0] <= right and top <= middle[1] <= bottom
        is_filled = isinstance(one, Square | Dots) and not getattr(one, "hollow", False)
        if is_on and is_filled and one.color:
            return one.color, True
    return card, False


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_words_can_be_read_on_what_they_stand_on(which: Which, room: Room) -> None:
    found = every_of(which, whole(), room)
    assert found is not None
    card = str(room.scheme.surface_container_low)
    marks = list(found.drawing.marks)
    for place, one in enumerate(marks):
        if isinstance(one, Words):
            under, on_cell = ground(one, marks[:place], card)
            assert contrast(one.color, under) >= (4 if on_cell else 4.5), one
    for sign in found.legend:
        for mark in sign.marks:
            if isinstance(mark, Words):
                assert contrast(mark.color, card) >= 4.5


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("days", [14, 28, 92, 3650])
@pytest.mark.parametrize("measure", ["pleasantness", "energy", "connection"])
def test_every_entry_stands_out_by_its_colour_or_its_edge(
    measure: Any, days: int, room: Room
) -> None:
    cells = [(x, y) for x in range(1, STEPS + 1) for y in range(1, STEPS + 1)]
    some = [
        logged(f"{n}", n * days / 50, pleasantness=x, energy=y, connection=x, later=n % 2 == 0)
        for n, (x, y) in enumerate(cells)
    ]
    stands_out(chart(measure, lens(some, Stretch(TODAY - (days - 1) * DAY, TODAY)), room), room)


def stands_out(found: Chart, room: Room) -> None:
    """Each entry has a fill or an edge that can be told from the card."""
    card = str(room.scheme.surface_container_low)
    for one in found.drawing.marks:
        if isinstance(one, Square | Dots) and not is_of_the_line(one):
            assert contrast(color_seen(one), card) >= 3, one


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("days", [14, 92])
def test_energy_alone_which_has_no_colour_of_the_pad_stands_out_too(days: int, room: Room) -> None:
    of = lens([logged("a", 3, energy=4)], Stretch(TODAY - (days - 1) * DAY, TODAY))
    stands_out(chart("energy", of, room), room)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_lines_dots_and_triangles_stand_out(which: Which, room: Room) -> None:
    found = every_of(which, whole(), room)
    assert found is not None
    card = str(room.scheme.surface_container_low)
    for one in found.drawing.marks:
        if isinstance(one, Line) and one.color == room.faint:
            continue
        if isinstance(one, Dots | Pull | Area | Line) and one.color != card:
            seen = color_seen(one) if isinstance(one, Dots) else one.color
            assert contrast(seen, card) >= 3, one


@pytest.mark.parametrize("room", [one for one in ROOMS if one.contrast])
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_with_contrast_soft_words_are_strong_and_faint_lines_are_seen(
    which: Which, room: Room
) -> None:
    found = every_of(which, whole(), room)
    assert found is not None
    card = str(room.scheme.surface_container_low)
    for one in found.drawing.marks:
        if isinstance(one, Words) and one.color == room.soft:
            assert contrast(one.color, card) >= 7, one
        if isinstance(one, Line):
            assert contrast(one.color, card) >= 3, one
