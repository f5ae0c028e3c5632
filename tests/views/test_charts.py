"""All charts: they stay in their box, can be read, judge nothing, and show what the table has."""

import re
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from domain.entries import Here, Moment
from domain.looking_back.look import ChartName, Look
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    EVERY,
    LONG,
    MONTH,
    NEVER,
    ROOM,
    TODAY,
    Which,
    asked,
    box,
    chart,
    drawn_words,
    every_chart,
    every_of,
    in_table,
    left_of,
    lens,
    lenses,
    logged,
    marks_of,
    outside,
    part,
    rooms,
    tapped,
    texts,
    whole,
    years,
)
from tests.views.stage import NOON
from views.charts.all import MADE, chart_of
from views.charts.chart import Drawing, Lens, Room, Target
from views.components.marks import Area, Dots, Square, Words

few = settings(max_examples=12)
# Words grow no further than 1.4 times.
SCALES = (1.0, 1.3, 2.0)
WIDTHS = (240, 310, 600)
PLAIN = ("Jun", "Bo Lind", "Zoë")


@pytest.mark.parametrize("which", EVERY, ids="-".join)
@few
@given(of=lenses(), room=rooms)
def test_everything_lies_inside_of_the_drawing(which: Which, of: Lens, room: Room) -> None:
    if found := every_of(which, of, room):
        assert outside(found) == []


@few
@given(lenses(in_order=False), rooms)
def test_what_was_told_in_an_odd_order_lies_inside_too(of: Lens, room: Room) -> None:
    if found := every_of(("moments", "stretches"), of, room):
        assert outside(found) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_everything_of_a_whole_month_lies_inside(which: Which, scale: float, width: float) -> None:
    found = every_of(which, whole(), Room(width, "light", scale))
    assert found is not None
    assert outside(found) == []


@pytest.mark.parametrize("minutes", [4 * 60, 12 * 60, 28 * 60 - 1])
@pytest.mark.parametrize("days", [1, 2, 14, 28])
@pytest.mark.parametrize("measure", ["pleasantness", "energy", "connection"])
def test_the_first_and_the_last_minute_of_a_stretch_are_in_the_drawing(
    measure: str, days: int, minutes: int
) -> None:
    begun = NOON.replace(hour=0)
    stretch = Stretch(TODAY - (days - 1) * DAY, TODAY)
    some = [
        logged(id, ago - (minutes - 12 * 60) / (24 * 60), **{measure: step})
        for id, ago, step in (("a", 0, 7), ("b", days - 1, 1))
    ]
    sessions = (begun + minutes * timedelta(minutes=1),)
    made = chart(measure, lens(some, stretch, sessions=sessions))
    assert outside(made) == []
    drawn = [one for one in made.drawing.marks if isinstance(one, Area | Square)]
    if measure != "connection":
        drawn += marks_of(made, Dots)
    assert all(left_of(made) <= box(one)[0] for one in drawn)


@pytest.mark.parametrize("name", ["people", "parts"])
def test_sixty_with_names_of_any_length_are_all_there(name: ChartName) -> None:
    names = {f"x{n}": f"{n:02} {'and so on ' * n}" for n in range(60)}
    some = [
        logged(id, n / 3, connection=4, connected_with=id, parts=(Here(id),))
        for n, id in enumerate(names)
    ]
    of = lens(some, names=names, parts=[part(id, names[id]) for id in names])
    found = chart(name, of)
    assert [row.label for row in found.rows] == sorted(names.values())
    assert set(tapped(found)) == {one.id for one in some}
    assert outside(found) == []


@pytest.mark.parametrize("name", ["people", "parts"])
def test_a_long_name_does_not_run_into_its_count(name: ChartName) -> None:
    some = [logged("a", connection=4, connected_with="x", parts=(Here("x"),))]
    found = chart(name, lens(some, names={"x": LONG}, parts=[part("x", LONG)]))
    words = [one for one in found.drawing.marks if isinstance(one, Words)]
    of_name = next(one for one in words if one.words.startswith("The one"))
    assert of_name.words.endswith("…")
    assert LONG.startswith(of_name.words[:-1])
    for one in words:
        if one is not of_name and one.y == of_name.y:
            assert box(of_name)[2] <= box(one)[0]


@few
@given(lenses(PLAIN), rooms)
def test_nothing_is_judged_and_nothing_has_a_decimal(of: Lens, room: Room) -> None:
    for found in every_chart(of, room):
        for line in texts(found):
            said = re.sub("something good", "", line, flags=re.IGNORECASE)
            assert NEVER.search(said) is None, line


def test_nothing_is_judged_in_years_either() -> None:
    random = years(2, 3, seed=4)
    of = lens(random, Stretch(TODAY - 700 * DAY, TODAY), names={"p0": "Jun"})
    for found in every_chart(of):
        for line in texts(found):
            assert NEVER.search(line) is None, line


@few
@given(lenses(PLAIN))
def test_what_can_be_tapped_is_what_the_table_leads_to(of: Lens) -> None:
    known = {*(one.id for one in of.check_ins), *(one.id for one in of.moments)}
    for found in every_chart(of):
        in_rows, in_drawing = set(in_table(found)), set(tapped(found))
        # Of words only those chosen most are drawn.
        if found.title in ("Feelings you chose", "What you noticed in your body"):
            assert in_drawing <= in_rows
        elif "two stretches" not in found.title:
            assert in_drawing == in_rows
            assert in_rows <= known
        ids = [
            *(one.entries for one in found.rows),
            *(one.entries for one in found.drawing.targets),
        ]
        assert all(len(some) == len(set(some)) for some in ids)


@few
@given(lenses(PLAIN), rooms)
def test_both_brightnesses_and_all_sizes_say_the_same(of: Lens, room: Room) -> None:
    dark = Room(room.width, "dark" if room.brightness == "light" else "light", room.text_scale)
    for one, other in zip(every_chart(of, room), every_chart(of, dark), strict=True):
        assert texts(one) == texts(other)
        assert [box(mark) for mark in one.drawing.marks] == [
            box(mark) for mark in other.drawing.marks
        ]
    # How many times a dot or a square stands for may follow the width, and nothing else.
    for one, other in zip(every_chart(of, room), every_chart(of, ROOM), strict=True):
        assert [one.title, *one.rows] == [other.title, *other.rows]


def test_words_of_a_drawing_grow_with_the_text_up_to_a_border() -> None:
    sizes = [
        max(one.size for one in chart("energy", whole(), Room(310, "light", scale)).drawing.marks
            if isinstance(one, Words))
        for scale in (1, 1.2, 1.4, 2)
    ]  # fmt: skip
    assert sizes == pytest.approx([14, 16.8, 19.6, 19.6])


# -- what a tap finds --------------------------------------------------------------------------


@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_a_tap_on_a_target_finds_it(which: Which) -> None:
    found = every_of(which, whole(), ROOM)
    assert found is not None
    for one in found.drawing.targets:
        hit = found.drawing.at(one.x, one.y, 24)
        assert hit is not None
        assert (hit.x, hit.y) == (one.x, one.y)
        assert found.drawing.at(one.x, one.y + 5000, 24) is None


@pytest.mark.parametrize("count", [1, 2, 12])
@pytest.mark.parametrize("name", MADE)
def test_entries_at_one_moment_are_all_behind_one_tap(name: ChartName, count: int) -> None:
    at_once: dict[str, Any] = {
        "pleasantness": 3,
        "energy": 3,
        "connection": 3,
        "connected_with": "p0",
        "feelings": ("shy",),
        "body": ("jaw",),
        "parts": (Here("q0"),),
    }
    moments = [
        Moment(id=f"m{n}", at=NOON, logged_at=NOON, kind="good", people=("p0",))
        for n in range(count)
    ]
    of = lens(
        [logged(f"c{n}", **at_once) for n in range(count)],
        names={"p0": "Jun", "q0": "Owl"},
        parts=[part("q0", "Owl")],
        moments=moments,
    )
    found = MADE[name](of, ROOM)
    if found is None:
        return
    for target in found.drawing.targets:
        hit = found.drawing.at(target.x, target.y, 24)
        assert hit is not None
        assert len(hit.entries) == count


def test_nothing_is_drawn_of_nothing() -> None:
    of = lens([])
    assert [name for name, make in MADE.items() if make(of, ROOM)] == []
    for question in ("stretches", "weekdays", "sessions"):
        found = asked(question, of)
        assert set(tapped(found)) == set()
        assert "0 days" in drawn_words(found)
    for question in ("person", "part"):
        look = Look(chart="answer", stretch=MONTH, question=question, about="gone")  # type: ignore[arg-type]
        assert chart_of(look, of, ROOM) is None


def test_a_tap_finds_all_that_is_at_the_place_nearest_to_it() -> None:
    targets = (
        Target(10, 10, "Monday", ("a",)),
        Target(40, 10, "Tuesday", ("b",)),
        Target(10, 10, "Monday", ("c",)),
    )
    drawing = Drawing((), 100, 20, targets)
    assert drawing.at(12, 11, 24) == Target(10, 10, "Monday", ("a", "c"))
    assert drawing.at(34, 10, 24) == targets[1]
    assert drawing.at(70, 10, 24) is None
    assert Drawing((), 100, 20).at(1, 1, 24) is None


def test_a_name_of_any_length_is_cut_to_a_line() -> None:
    room = Room(310)
    assert room.cut("Jun", 100) == "Jun"
    cut = room.cut("A very long name " * 600, 100)
    assert cut.endswith("…")
    assert room.wide(cut) <= 100
    assert room.cut("Jun", 0) == "…"
