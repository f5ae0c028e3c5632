"""All charts: they stay in their box, can be read, judge nothing, and show what the table has."""

import re
from datetime import timedelta
from itertools import count
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entries import MOMENT_KINDS, STEPS, Here, Mending, Moment
from domain.looking_back.asking import QUESTIONS, Question
from domain.looking_back.look import ChartName, Look
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    FEELINGS,
    LONG,
    MONTH,
    NEVER,
    ROOM,
    TODAY,
    asked,
    box,
    chart,
    drawn_words,
    every_chart,
    in_table,
    is_of_the_line,
    lens,
    lenses,
    logged,
    outside,
    part,
    points,
    rooms,
    tapped,
    texts,
    years,
)
from tests.views.stage import NOON
from tests.views.test_colors import contrast
from views.charts.all import MADE, chart_of
from views.charts.chart import Chart, Lens, Room
from views.components.colors import Brightness
from views.components.marks import Area, Dots, Line, Mark, Pull, Square, Words

few = settings(max_examples=25)
NAMED = tuple(MADE)
EVERY: tuple[tuple[ChartName, Question], ...] = (
    *((name, "stretches") for name in NAMED),
    *(("answer", question) for question in QUESTIONS),
)
SCALES = (1.0, 1.3, 1.5, 2.0)
WIDTHS = (240, 310, 440, 600)
PLAIN = ("Jun", "Bo Lind", "Zoë")
COUNTS_OF_PARTS = {"q0": "Owl", "q1": "Eel", "q2": "Wren"}
MOST = 1_000


def made(which: tuple[ChartName, Question], of: Lens, room: Room) -> Chart | None:
    """A chart, or the answer to a question, about the first whose name is known."""
    name, question = which
    look = Look(chart=name, stretch=of.stretch, question=question, about=next(iter(of.names), ""))
    return chart_of(look, of, room)


def whole(stretch: Stretch = MONTH, **more: Any) -> Lens:
    """A month with something of everything."""
    place = count()
    some = [
        logged(
            f"c{next(place)}",
            day,
            later=day % 5 == 0,
            pleasantness=1 + (day * 3) % 7,
            energy=1 + (day * 5) % 7,
            connection=1 + day % 7,
            connected_with="p0",
            feelings=(FEELINGS[day % 9],),
            body=("jaw",),
            people=("p0",) if day % 2 else (),
            parts=(Here("q0"),),
        )
        for day in range(27)
    ]
    states = ("open", "partly", "mended", "not_wanted", "not_safe")
    moments = [
        *(Moment(id=f"m{kind}", at=NOON, logged_at=NOON, kind=kind) for kind in MOMENT_KINDS),
        *(
            Moment(
                id=f"m{state}",
                at=NOON - 9 * DAY,
                logged_at=NOON,
                kind="rupture",
                mending=(Mending(NOON - DAY, state),),  # type: ignore[arg-type]
            )
            for state in states
        ),
    ]
    unsure = logged("unsure", 3.1, connection=3)
    people = {"p0": "Jun", "q0": "Owl"}
    sessions = tuple(NOON - n * 4 * DAY for n in range(6, -1, -1))
    return lens(
        [*some, unsure],
        stretch,
        names=people,
        parts=[part("q0", "Owl")],
        moments=moments,
        sessions=sessions,
        **more,
    )


@pytest.mark.parametrize("which", EVERY, ids="-".join)
@few
@given(of=lenses(), room=rooms)
def test_everything_lies_inside_of_the_drawing(
    which: tuple[ChartName, Question], of: Lens, room: Room
) -> None:
    if found := made(which, of, room):
        assert outside(found) == []


@few
@given(lenses(in_order=False), rooms)
def test_what_was_told_in_an_odd_order_lies_inside_too(of: Lens, room: Room) -> None:
    if found := made(("moments", "stretches"), of, room):
        assert outside(found) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_everything_of_a_whole_month_lies_inside(
    which: tuple[ChartName, Question], scale: float, width: float
) -> None:
    found = made(which, whole(), Room(width, "light", scale))
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
    assert outside(chart(measure, lens(some, stretch, sessions=sessions))) == []


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
    known = {one.id for one in (*of.check_ins, *of.moments)}
    for found in every_chart(of):
        in_rows, in_drawing = set(in_table(found)), set(tapped(found))
        # Of words only those chosen most are drawn.
        if found.title in ("Feelings you chose", "What you noticed in your body"):
            assert in_drawing <= in_rows
        elif "two stretches" not in found.title:
            assert in_drawing == in_rows
            assert in_rows <= known
        for one in (*found.rows, *found.drawing.targets):
            assert len(one.entries) == len(set(one.entries))


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


# -- colours -----------------------------------------------------------------------------------


def ground(word: Words, before: list[Mark], card: str) -> tuple[str, bool]:
    """What a word stands on, and whether that is a cell or a badge."""
    middle = (box(word)[0] + box(word)[2]) / 2, word.y + word.line / 2
    for one in reversed(before):
        left, top, right, bottom = box(one)
        if isinstance(one, Square | Dots) and one.color and not getattr(one, "hollow", False):
            if left <= middle[0] <= right and top <= middle[1] <= bottom:
                return one.color, True
    return card, False


@pytest.mark.parametrize("brightness", get_args(Brightness))
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_words_can_be_read_on_what_they_stand_on(
    which: tuple[ChartName, Question], brightness: Brightness
) -> None:
    room = Room(310, brightness)
    found = made(which, whole(), room)
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


@pytest.mark.parametrize("brightness", get_args(Brightness))
@pytest.mark.parametrize("days", [14, 28, 92, 3650])
@pytest.mark.parametrize("measure", ["pleasantness", "energy", "connection"])
def test_every_entry_stands_out_by_its_colour_or_its_edge(
    measure: Any, days: int, brightness: Brightness
) -> None:
    room = Room(310, brightness)
    cells = [(x, y) for x in range(1, STEPS + 1) for y in range(1, STEPS + 1)]
    some = [
        logged(f"{n}", n * days / 50, pleasantness=x, energy=y, connection=x, later=n % 2 == 0)
        for n, (x, y) in enumerate(cells)
    ]
    found = chart(measure, lens(some, Stretch(TODAY - (days - 1) * DAY, TODAY)), room)
    card = str(room.scheme.surface_container_low)
    for one in found.drawing.marks:
        if isinstance(one, Square | Dots) and not is_of_the_line(one):
            line = (one.edge if isinstance(one, Square) else None) or one.color
            assert line
            assert contrast(line, card) >= 3, one


@pytest.mark.parametrize("brightness", get_args(Brightness))
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_lines_dots_and_triangles_stand_out(
    which: tuple[ChartName, Question], brightness: Brightness
) -> None:
    if which[0] in ("pleasantness", "energy"):
        return
    room = Room(310, brightness)
    found = made(which, whole(), room)
    assert found is not None
    card = str(room.scheme.surface_container_low)
    fills = _fills(found, room)
    for one in found.drawing.marks:
        if isinstance(one, Line) and one.color == room.faint:
            continue
        if isinstance(one, Dots | Pull | Area | Line) and one.color not in (card, *fills):
            assert contrast(one.color, card) >= 3, one


def _fills(found: Chart, room: Room) -> set[str]:
    """The colours of dots that have another around them."""
    every = [one for one in found.drawing.marks if isinstance(one, Dots)]
    return {one.color for one in every for other in every if _is_inside(one, other)}


def _is_inside(one: Dots, other: Dots) -> bool:
    return one.at == other.at and one.radius < other.radius


# -- however many ------------------------------------------------------------------------------


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
            parts=tuple(Here(id) for id in COUNTS_OF_PARTS),
        )
        for day in range(3650)
        for n in range(5)
    ]
    return lens(
        some,
        Stretch(TODAY - 3650 * DAY, TODAY),
        names={"p0": "Jun", **COUNTS_OF_PARTS},
        parts=[part(id, name) for id, name in COUNTS_OF_PARTS.items()],
        moments=[
            Moment(id=f"m{n}", at=NOON - n * 7 * DAY, logged_at=NOON, kind="good")
            for n in range(520, -1, -1)
        ],
        sessions=tuple(NOON - n * 7 * DAY for n in range(520, -1, -1)),
    )


YEARS = ten_years()


@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_ten_years_are_drawn_with_a_thousand_points_at_most(
    which: tuple[ChartName, Question],
) -> None:
    found = made(which, YEARS, ROOM)
    assert found is not None
    assert sum(points(one) for one in found.drawing.marks) <= MOST
    assert outside(found) == []


@pytest.mark.parametrize("name", ["pleasantness", "energy", "connection", "pad", "people", "parts"])
def test_of_ten_years_every_entry_can_be_reached(name: ChartName) -> None:
    found = chart(name, YEARS)
    count = len(YEARS.check_ins) if name != "people" else len(YEARS.check_ins) * 4 // 5
    assert len(set(tapped(found))) == len(set(in_table(found))) == count


@pytest.mark.parametrize("reach", [24.0])
@pytest.mark.parametrize("which", EVERY, ids="-".join)
def test_a_tap_on_a_target_finds_it(which: tuple[ChartName, Question], reach: float) -> None:
    found = made(which, whole(), ROOM)
    assert found is not None
    for one in found.drawing.targets:
        hit = found.drawing.at(one.x, one.y, reach)
        assert hit is not None
        assert (hit.x, hit.y) == (one.x, one.y)
        assert found.drawing.at(one.x, one.y + 5000, reach) is None


@given(st.integers(1, 12), st.sampled_from(NAMED))
@few
def test_entries_at_one_moment_are_all_behind_one_tap(count: int, name: Any) -> None:
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
