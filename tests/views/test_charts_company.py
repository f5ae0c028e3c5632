"""People and parts in charts: by their names, with a dot for each answer or check-in."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entries import Here, PartWord
from tests.views.charts import (
    LONG,
    MONTH,
    ROOM,
    chart,
    dots_of,
    drawn_words,
    in_table,
    lens,
    logged,
    marks_of,
    number,
    part,
    tapped,
    texts,
)
from views import theme
from views.charts.axis import axis_of
from views.charts.chart import Chart, Lens
from views.components.marks import Dots

few = settings(max_examples=40)
people = partial(chart, "people")
parts = partial(chart, "parts")
NAMES = {"p0": "jun", "p1": "Ann", "p2": "Bo", "p3": "Zoë", "p4": "ann"}
OWL, EEL, WREN = part("q0", "Owl"), part("q1", "eel", 1), part("q2", "Wren", 2)
CALLED = {one.id: one.name for one in (OWL, EEL, WREN)}


def rows_of(made: Chart) -> list[int]:
    """How many dots each row of dots has, from the top."""
    return [len(one.at) for one in marks_of(made, Dots)]


# -- people ------------------------------------------------------------------------------------


def met(counts: Sequence[int], first: int = 0) -> Lens:
    """Each answered about so often; who has most is not who comes first."""
    some = [
        logged(f"{id}-{n}", first + n / 40 + place / 1000, connection=1 + n % 7, connected_with=id)
        for place, (id, count) in enumerate(zip(NAMES, counts, strict=False))
        for n in range(count)
    ]
    return lens(some, names=NAMES)


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5))
@few
def test_people_stand_by_their_names_with_a_dot_for_each_answer(counts: Sequence[int]) -> None:
    of = met(counts)
    here = {NAMES[id]: count for id, count in zip(NAMES, counts, strict=True) if count}
    if not here:
        return
    made = people(of)
    order = sorted(here, key=lambda name: (name.casefold(), name != "Ann"))
    labels = [row.label for row in made.rows]
    assert [one.casefold() for one in labels] == [one.casefold() for one in order]
    assert rows_of(made) == [here[label] for label in labels]
    assert [number(row.said) for row in made.rows] == [here[label] for label in labels]
    drawn = [one for one in drawn_words(made) if "answer" in one]
    assert [number(one) for one in drawn] == [here[label] for label in labels]
    assert len(tapped(made)) == len(in_table(made)) == sum(counts)
    for label, row in zip(labels, made.rows, strict=True):
        assert f"{label}: {row.said}" in made.said


def test_no_count_changes_the_order_of_people() -> None:
    orders = {
        tuple(row.label for row in people(met([*counts, 0, 0])).rows)
        for counts in permutations((1, 5, 30))
    }
    assert orders == {("Ann", "Bo", "jun")}


def test_answers_about_somebody_are_told_without_a_middle() -> None:
    made = people(met([3]))
    assert made.rows[0].said == "3 answers, from 1 to 3"
    assert not any("middle" in one or "higher" in one for one in texts(made))


def test_of_many_people_six_are_said_and_all_are_in_the_table() -> None:
    names = {f"p{n:02}": f"N{n:02}" for n in range(60)}
    some = [logged(id, n / 3, connection=4, connected_with=id) for n, id in enumerate(names)]
    made = people(lens(some, names=names))
    assert "N05: 1 answer, at 4; 54 more in the table." in made.said
    assert "N06" not in made.said
    assert [row.label for row in made.rows] == sorted(names.values())


def test_who_is_not_known_any_more_has_no_row() -> None:
    some = [logged("a", connection=4, connected_with="gone"), logged("b", 1, connection=4)]
    with pytest.raises(AssertionError):
        people(lens(some, names=NAMES))


def test_of_very_many_answers_the_dots_become_a_bar_as_high_with_fewer_of_them() -> None:
    heights = []
    for count in (10, 20, 300):
        some = [logged(f"{n}", n / 40, connection=4, connected_with="p2") for n in range(count)]
        made = people(lens(some, names=NAMES))
        (row,) = made.rows
        assert len(row.entries) == len(tapped(made)) == number(row.said) == count
        ys = sorted(y for _, y in dots_of(made))
        assert len(ys) == count if count < 20 else len(ys) < 20
        (radius,) = {one.radius for one in marks_of(made, Dots)}
        # No gap is in it.
        assert all(below - above < 2 * radius for above, below in pairwise(ys))
        heights.append(ys[-1] - ys[0])
    assert max(heights) - min(heights) < 2 * 4


# -- parts -------------------------------------------------------------------------------------


def around(*days: Sequence[float], **more: Any) -> Lens:
    """Owl, Eel and Wren around on each of those days ago."""
    some = [
        logged(f"{one.id}-{n}", ago, parts=(Here(one.id),), later=bool(more.get("later")))
        for one, here in zip((OWL, EEL, WREN), days, strict=False)
        for n, ago in enumerate(here)
    ]
    stretch = more.get("stretch", MONTH)
    return lens(some, stretch, names=CALLED, parts=[WREN, OWL, EEL])


@given(st.lists(st.sets(st.integers(0, 27)), min_size=3, max_size=3))
@few
def test_parts_stand_by_their_names_with_a_dot_for_each_day_they_were_around(
    days: Sequence[set[int]],
) -> None:
    of = around(*(sorted(one) for one in days))
    here = {one.name: len(each) for one, each in zip((OWL, EEL, WREN), days, strict=True) if each}
    if not here:
        return
    made = parts(of)
    order = [name for name in ("eel", "Owl", "Wren") if name in here]
    assert [row.label for row in made.rows] == order
    assert rows_of(made) == [here[name] for name in order]
    assert [number(row.said) for row in made.rows] == [here[name] for name in order]
    for name in order:
        assert number(made.said.split(f"{name} ")[1]) == here[name]
        at = drawn_words(made).index(name)
        assert number(drawn_words(made)[at + 1]) == here[name]


def test_check_ins_that_lie_together_are_one_dot_that_is_not_called_a_check_in() -> None:
    made = parts(around([0, 0.001, 0.002, 5]))
    (near, far) = sorted(made.drawing.targets, key=lambda one: len(one.entries), reverse=True)
    assert sorted(near.entries) == ["q0-0", "q0-1", "q0-2"]
    assert far.entries == ("q0-3",)
    assert sorted(dots_of(made)) == sorted((one.x, one.y) for one in (near, far))
    assert (made.how, made.said) == ("By name, over time.", "Owl 4 times.")


@given(st.lists(st.integers(0, 27 * 24), min_size=1, max_size=60), st.booleans())
@few
def test_every_check_in_of_a_part_is_behind_a_dot_near_its_moment(
    hours: Sequence[int], later: bool
) -> None:
    of = around([one / 24 for one in hours], later=later)
    if not of.check_ins:
        return
    made = parts(of)
    here = {one.id: axis_of(of, 5, ROOM.width - 5).at(one.at) for one in of.check_ins}
    assert sorted(dots_of(made)) == sorted((one.x, one.y) for one in made.drawing.targets)
    assert sorted(tapped(made)) == sorted(here)
    for one in made.drawing.targets:
        # Half a dot is the most that one stands beside its moment.
        assert all(abs(here[id] - one.x) <= 2.5 for id in one.entries)


def test_a_part_is_what_the_person_calls_it() -> None:
    word = PartWord("side", "sides")
    of = lens([logged("a", parts=(Here("q0"),))], names=CALLED, parts=[OWL], word=word)
    assert parts(of).title == "Sides that were around"


def test_what_was_added_later_of_a_part_is_drawn_differently() -> None:
    now, later = parts(around([1])), parts(around([1], later=True))
    fill, edge, _ = theme.PARTS["light"][OWL.color]
    assert [(one.hollow, one.color, one.edge) for one in marks_of(now, Dots)] == [
        (False, fill, edge)
    ]
    assert [(one.hollow, one.color) for one in marks_of(later, Dots)] == [(True, edge)]
    assert [one.words for one in now.legend] == []
    assert [one.words for one in later.legend] == ["added later"]


def test_of_two_at_one_moment_the_one_that_was_added_later_is_drawn_too() -> None:
    some = [logged(id, later=id == "b", parts=(Here("q0"),)) for id in ("a", "b")]
    made = parts(lens(some, names=CALLED, parts=[OWL]))
    assert len(dots_of(made, hollow=True)) == len(dots_of(made, hollow=False)) == 1
    assert sorted(one.entries for one in made.drawing.targets) == [("a",), ("b",)]


def test_names_of_any_length_are_whole_in_the_table() -> None:
    some = [logged("a", connection=4, connected_with="x")]
    assert people(lens(some, names={"x": LONG})).rows[0].label == LONG
