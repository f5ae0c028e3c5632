"""Charts of ten years with five check-ins a day: few points, and everything behind them."""

from functools import cache

import pytest

from domain.entries import Here, Moment
from domain.looking_back.look import ChartName
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    EVERY,
    FEELINGS,
    ROOM,
    TODAY,
    Which,
    chart,
    every_of,
    in_table,
    lens,
    logged,
    outside,
    part,
    points,
    tapped,
)
from tests.views.stage import NOON
from views.charts.chart import Lens

PARTS = {"q0": "Owl", "q1": "Eel", "q2": "Wren"}
MOST = 2_500


@cache
def ten_years() -> Lens:
    """Ten years with five check-ins a day."""
    some = [
        logged(
            f"{day}-{n}",
            day + n / 10,
            pleasantness=1 + (day * 3 + n) % 7,
            energy=1 + (day * 5 + n) % 7,
            connection=1 + (day + n) % 7,
            connected_with="p0" if n else "",
            people=("p0",) if day % 2 else (),
            feelings=(FEELINGS[(day + n) % 9],),
            body=("jaw",),
            parts=tuple(Here(id) for id in PARTS),
        )
        for day in range(3650)
        for n in range(5)
    ]
    return lens(
        some,
        Stretch(TODAY - 3650 * DAY, TODAY),
        names={"p0": "Jun", **PARTS},
        parts=[part(id, name) for id, name in PARTS.items()],
        moments=[
            Moment(id=f"m{n}", at=NOON - n * 7 * DAY, logged_at=NOON, kind="good")
            for n in range(520, -1, -1)
        ],
        sessions=tuple(NOON - n * 7 * DAY for n in range(520, -1, -1)),
    )


@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_ten_years_are_drawn_with_few_points(which: Which) -> None:
    found = every_of(which, ten_years(), ROOM)
    assert found is not None
    assert sum(points(one) for one in found.drawing.marks) <= MOST
    assert outside(found) == []


@pytest.mark.parametrize("name", ["pleasantness", "energy", "connection", "pad", "people", "parts"])
def test_of_ten_years_every_entry_can_be_reached(name: ChartName) -> None:
    found = chart(name, ten_years())
    count = 5 * 3650 if name != "people" else 4 * 3650
    assert len(set(tapped(found))) == len(set(in_table(found))) == count
