"""The calendar, and the days around sessions: each day is drawn as it was, an empty one empty."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.days import day_of
from domain.entries import CheckIn
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    ROOM,
    START,
    TODAY,
    chart,
    lens,
    lenses,
    logged,
    marks_of,
    number,
)
from tests.views.stage import NOON
from views.charts.calendar import calendar, pages_of
from views.charts.chart import Chart, Lens
from views.components.colors import cell_color
from views.components.marks import Area, Dots, Pull, Square, Words

few = settings(max_examples=40)


# -- the calendar ------------------------------------------------------------------------------


@given(lenses(names=("Jun",)), st.integers(0, 3))
@few
def test_the_calendar_has_a_square_for_each_day_with_entries(of: Lens, back: int) -> None:
    made = calendar(of, ROOM, back)
    if not of.days:
        assert made is None
        return
    assert made is not None
    pages = pages_of(of.stretch)
    page = pages[min(back, len(pages) - 1)]
    days = [one for one in of.days if one.day in page]
    assert len(marks_of(made, Square)) == len(made.rows) == len(made.drawing.targets) == len(days)
    assert f": entries on {len(days)} day" in made.said
    badges = [one for one in marks_of(made, Words) if one.size == 11]
    many = [len(one.check_ins) for one in days if len(one.check_ins) > 1]
    assert (
        [int(one.words) for one in badges]
        == many
        == [number(row.said) for row in made.rows if number(row.said) > 1]
    )
    held = {day_of(one, START) for one in of.sessions} & set(page) & set(of.stretch)
    assert len(marks_of(made, Area)) == len(held)
    shown = [one.words for one in marks_of(made, Words) if one.words.isdigit() and one.size == 15]
    assert Counter(shown) == Counter(str(day.day) for day in page if day in of.stretch)


def cells_of(made: Chart) -> list[Square]:
    return marks_of(made, Square)


def test_a_day_has_the_colour_of_its_last_entry_on_the_pad() -> None:
    some = [
        logged("a", 1.1, pleasantness=1, energy=1),
        logged("b", 1, pleasantness=6, energy=5),
        logged("c", 0.9, connection=3),
    ]
    (cell,) = cells_of(chart("calendar", lens(some)))
    assert (cell.color, cell.edge) == (cell_color(6, 5, "light"), None)


def test_a_day_that_was_added_later_is_a_ring_and_one_without_a_place_another() -> None:
    made = chart(
        "calendar",
        lens([logged("a", 1, pleasantness=6, energy=5, later=True), logged("b", 2, connection=3)]),
    )
    without, later = cells_of(made)
    assert (later.color, later.edge) == (None, cell_color(6, 5, "light"))
    assert without.color is None
    assert without.edge == ROOM.soft
    assert [one.words for one in made.legend] == ["added later", "no place on the pad"]


def test_an_empty_day_is_only_its_number() -> None:
    made = chart("calendar", lens([logged("a", 3)]))
    (day,) = [one for one in marks_of(made, Words) if one.words == "5"]
    assert day.color == ROOM.soft
    assert len(cells_of(made)) == 1
    assert "Empty days are only empty." in made.how


@given(lenses(names=("Jun",)))
@few
def test_the_pages_of_a_calendar_hold_every_day_once(of: Lens) -> None:
    pages = pages_of(of.stretch)
    days = [day for page in reversed(pages) for day in page]
    assert days == sorted(set(days))
    assert set(of.stretch) <= set(days)
    assert all(len(page) % 7 == 0 and len(page) <= 35 for page in pages)


# -- around sessions ---------------------------------------------------------------------------


def with_sessions(count: int, some: Sequence[CheckIn], apart: int = 7) -> Lens:
    sessions = tuple(NOON - n * apart * DAY for n in range(count - 1, -1, -1))
    return lens(some, Stretch(TODAY - 90 * DAY, TODAY), sessions=sessions)


def test_from_six_sessions_on_the_days_around_them_are_shown() -> None:
    some = [logged(f"{n}", n, pleasantness=1 + n % 7) for n in range(40)]
    with pytest.raises(AssertionError):
        chart("sessions", with_sessions(5, some))
    assert "around 6 sessions" in chart("sessions", with_sessions(6, some)).said


def test_the_days_around_sessions_are_counted_and_summed_up_from_five_on() -> None:
    some = [logged(f"{n}", n, pleasantness=1 + n % 7) for n in range(60) if n % 7 != 3 or n < 25]
    made = chart("sessions", with_sessions(6, some))
    labels = [row.label for row in made.rows]
    assert labels == ["3 days before", "2 days before", "1 day before", "The day of a session",
                      "1 day after", "2 days after", "3 days after"]  # fmt: skip
    middles = 0
    for row in made.rows:
        days = number(row.said)
        assert len(row.entries) == days
        assert ("middle" in row.said) == (days >= 5)
        middles += days >= 5
    assert len([one for one in marks_of(made, Pull) if one.stroke == 3]) == middles
    said = made.said.partition(" Middles: ")[2].partition(". ")[0]
    assert len(re.split(r", | and ", said)) == middles
    assert made.said.endswith("This can't tell what causes what.")


def test_the_more_days_the_larger_the_dot_up_to_a_border() -> None:
    some = [logged(f"{n}", n * 7, pleasantness=4 if n else 1) for n in range(8)]
    made = chart("sessions", with_sessions(8, some))
    (once,), (seven,) = (
        [one.radius for one, target in zip(marks_of(made, Dots), made.drawing.targets, strict=True)
         if f": {step} on" in target.title]
        for step in (1, 4)
    )  # fmt: skip
    assert once < seven <= 6.5
