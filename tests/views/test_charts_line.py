"""The line of 14 days and its gaps, and what is left of many answers when they are thinned."""

from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.days import day_of
from domain.entries import CheckIn
from domain.looking_back.diary import Diary
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    START,
    TODAY,
    axis_in,
    chart,
    in_table,
    is_of_the_line,
    lens,
    line_of,
    logged,
    marks_of,
    months,
    ordered,
    step_of,
    steps,
    times,
)
from tests.views.stage import NOON
from views.charts.chart import Chart, Lens, Room
from views.charts.over_time import height_of
from views.components.marks import Area, Dots, Pull

few = settings(max_examples=40)
MEASURES = ("pleasantness", "energy", "connection")
GONE_ON = "the line stops and starts again"
measures = st.sampled_from(MEASURES)
how_it_felt = partial(chart, "pleasantness")


@given(st.lists(st.sampled_from([1, 1, 1, 2, 3, 7, 8, 9, 15]), max_size=60), measures)
@example([9, 1, 1, 1, 1], "pleasantness")
@example([1, 1, 1, 1, 8, 1, 9, 1, 1, 1, 1], "connection")
@few
def test_the_line_crosses_no_gap_of_more_than_a_week(apart: Sequence[int], measure: Any) -> None:
    ago = [sum(apart[:n]) for n in range(len(apart) + 1)]
    some = [logged(f"{n}", day, **{measure: 1 + n % 7}) for n, day in enumerate(ago)]
    of = lens(some, Stretch(TODAY - 364 * DAY, TODAY))
    made = chart(measure, of)
    axis = axis_in(made, of)
    pieces = line_of(made)
    drawn = [[(x - axis.left) / axis.day_width - 0.5 for x, _ in piece] for piece in pieces]
    for piece in drawn:
        assert [round(one, 3) for one in piece] == [round(piece[0]) + n for n in range(len(piece))]
    # Days are counted as the axis does, from the first of the stretch.
    here = sorted(364 - day for day in ago)
    broken = [one for one in pairwise(here) if one[1] - one[0] > 8]
    for before, after in broken:
        for piece in drawn:
            assert piece[-1] < before + 0.5 or piece[0] > after - 0.5
    assert all(round(piece[-1]) <= here[-1] for piece in drawn)
    spots = {round(one) for piece in drawn for one in piece}
    assert spots == {
        day
        for day in range(here[-1] + 1)
        if sum(day - 14 < one <= day for one in here) >= 5
        and not any(before < day < after for before, after in broken)
    }
    assert all(height_of(7) <= y <= height_of(1) for piece in pieces for _, y in piece)
    lined = [min(spots), max(spots)] if spots else []
    goes_on = any(lined and lined[0] <= before and after <= lined[1] for before, after in broken)
    assert (GONE_ON in made.said) == goes_on
    assert ("14-day middle" in [one.words for one in made.legend]) == bool(pieces)


def broken(*ago: int) -> Chart:
    """Three months with an entry on each of those days."""
    some = [logged(f"{n}", day, pleasantness=4) for n, day in enumerate(ago)]
    return how_it_felt(lens(some, Stretch(TODAY - 91 * DAY, TODAY)))


def test_a_line_that_breaks_says_where() -> None:
    made = broken(*range(70, 92), *range(30))
    assert len(line_of(made)) == 2
    assert f"There is a gap from 1 April to 10 May, so {GONE_ON}." in made.said


def test_a_line_that_only_begins_or_ends_does_not_start_again() -> None:
    begins = broken(*range(30))
    assert len(line_of(begins)) == 1
    assert GONE_ON not in begins.said
    ends = broken(*range(50, 92))
    assert len(line_of(ends)) == 1
    assert GONE_ON not in ends.said


def test_a_line_that_breaks_where_this_was_not_answered_does_not_say_there_was_nothing() -> None:
    some = [logged(f"{n}", n, energy=4, connection=4 if n not in range(30, 60) else None)
            for n in range(92)]  # fmt: skip
    made = chart("connection", lens(some, Stretch(TODAY - 91 * DAY, TODAY)))
    assert len(line_of(made)) == 2
    assert f"There is a gap from 11 April to 10 May, so {GONE_ON}." in made.said
    assert "No entries" not in made.said
    whole = chart("energy", lens(some, Stretch(TODAY - 91 * DAY, TODAY)))
    assert len(line_of(whole)) == 1
    assert "gap" not in whole.said


def test_a_gap_with_the_line_on_one_side_alone_is_told_and_the_line_does_not_start_again() -> None:
    made = broken(*range(30), 60, 61)
    assert len(line_of(made)) == 1
    assert "There is a gap from 11 April to 10 May." in made.said


@pytest.mark.parametrize("ahead", [0, 40])
def test_a_gap_is_only_between_answers(ahead: int) -> None:
    some = steps(*[4] * 14, first=20)
    made = how_it_felt(lens(some, Stretch(TODAY - 60 * DAY, TODAY + ahead * DAY)))
    assert "gap" not in made.said


def test_the_line_goes_on_over_days_without_answers_up_to_a_week() -> None:
    made = broken(0, *range(8, 20))
    (piece,) = line_of(made)
    # From the fifth answer on, which was 15 days ago.
    assert len(piece) == 16
    assert "gap" not in made.said


def test_a_short_stretch_has_no_line_and_names_its_empty_days() -> None:
    made = how_it_felt(lens(steps(4, 4, 4, first=2), Stretch(TODAY - 6 * DAY, TODAY)))
    assert line_of(made) == []
    assert "No entries on 3, 4 and 8 June." in made.said


def test_a_day_that_a_session_cuts_is_not_called_empty() -> None:
    session = NOON - 4 * DAY
    since = Stretch(TODAY - 4 * DAY, TODAY, since=session)
    some = [logged("before", 4.1, pleasantness=4), logged("now", pleasantness=4)]
    made = how_it_felt(lens(some, since, sessions=(session,)))
    assert in_table(made) == ["now"]
    assert "No entries on 6, 7 and 8 June." in made.said


def test_today_without_entries_is_no_gap() -> None:
    made = how_it_felt(lens(steps(4, 4, 4, 4, 4, 4, first=1), Stretch(TODAY - 6 * DAY, TODAY)))
    assert "No entries" not in made.said


@pytest.mark.parametrize("measure", MEASURES)
def test_there_is_a_triangle_for_each_session_of_the_stretch(measure: Any) -> None:
    sessions = tuple(NOON - n * 7 * DAY for n in (5, 3, 2, 1, 0))
    made = chart(measure, lens(steps(4, measure=measure), sessions=sessions))
    assert len(marks_of(made, Area)) == 4
    assert "session" in [one.words for one in made.legend]
    without = chart(measure, lens(steps(4, measure=measure)))
    assert marks_of(without, Area) == []
    assert "session" not in [one.words for one in without.legend]


def test_a_piece_of_one_day_is_a_dot_of_the_line() -> None:
    some = [logged(f"{n}", day, pleasantness=4) for n, day in enumerate((40, 39, 38, 37, 36))]
    made = how_it_felt(lens(some, Stretch(TODAY - 60 * DAY, TODAY)))
    assert [len(piece) for piece in line_of(made)] == [1]
    assert marks_of(made, Pull) == []


# -- thinned -----------------------------------------------------------------------------------


@cache
def plain_years() -> tuple[CheckIn, ...]:
    """Ten years of five entries a day, all in the middle."""
    return ordered(
        logged(f"{day}-{n}", day + n / 10, pleasantness=4, energy=4, connection=4)
        for day in range(3650)
        for n in range(5)
    )


@cache
def plain_diary() -> Diary:
    return Diary(START).updated(plain_years(), START)


standing_out = st.lists(
    st.tuples(st.integers(0, 3649), st.sampled_from([1, 2, 3, 5, 6, 7])), max_size=60
)


@given(standing_out, measures, st.sampled_from([240.0, 310.0, 600.0]))
@settings(max_examples=8)
def test_what_stands_out_in_ten_years_is_drawn_in_its_month(
    some: Sequence[tuple[int, int]], measure: Any, width: float
) -> None:
    others = [logged(f"x{n}", day + 0.05, **{measure: step}) for n, (day, step) in enumerate(some)]
    every = ordered([*plain_years(), *others])
    of = Lens(plain_diary().updated(every, START), Stretch(TODAY - 3650 * DAY, TODAY), TODAY)
    room = Room(width)
    made = chart(measure, of, room)
    axis = axis_in(made, of)
    dots: dict[int, list[float]] = {}
    for one in marks_of(made, Dots):
        if not is_of_the_line(one):
            for x, y in one.at:
                dots.setdefault(step_of(y), []).append(x)
    for step in range(1, 8):
        here = months(day_of(one.at, START) for one in others if getattr(one, measure) == step)
        for year, month in here:
            begin = axis.day(date(year, month, 1), 0)
            end = begin + 31 * axis.day_width
            # A dot is wider than a month is.
            assert any(begin - 3 <= x <= end + 3 for x in dots[step])
    assert set(dots) == {4, *(step for _, step in some)}
    assert times(made.said, "You answered" if measure == "connection" else "You logged") == len(
        every
    )
