"""Answers over time: each is drawn once, where and how it was, and told as it is drawn."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.days import day_of
from domain.entries import CANT_TELL, CheckIn
from domain.looking_back.stretch import Stretch
from tests.entry_strategies import answers
from tests.views.charts import (
    DAY,
    HOUR,
    ROOM,
    START,
    TODAY,
    axis_in,
    chart,
    color_seen,
    dots_of,
    drawn_words,
    in_table,
    left_of,
    lens,
    lenses,
    logged,
    logged_at,
    marks_of,
    step_of,
    steps,
    tapped,
    times,
)
from tests.views.stage import NOON
from views.charts.chart import Chart, Lens
from views.charts.over_time import height_of
from views.components.marks import Dots, Square, Words
from views.components.when import day_title, stretch_said

few = settings(max_examples=40)
MEASURES = ("pleasantness", "energy", "connection")
TOO_FEW = "Not enough entries to sum up. Here they are."
measures = st.sampled_from(MEASURES)
how_it_felt = partial(chart, "pleasantness")


def answered(of: Lens, measure: str) -> list[CheckIn]:
    """The check-ins that answered it with a number."""
    return [one for one in of.check_ins if isinstance(getattr(one, measure), int)]


def week(*some: Any, **more: Any) -> Chart:
    """A week of how it felt, an answer a day, the newest first."""
    return how_it_felt(lens(steps(*some), Stretch(TODAY - 6 * DAY, TODAY)), **more)


# -- each answer -------------------------------------------------------------------------------


@given(st.lists(answers, min_size=1, max_size=27), measures)
@few
def test_there_is_a_mark_for_each_answer_as_many_as_it_says(
    some: Sequence[Any], measure: Any
) -> None:
    given = [one for one in some if isinstance(one, int)]
    unsure = [one for one in some if one is CANT_TELL]
    of = lens(steps(*some, measure=measure))
    if not given and not unsure:
        with pytest.raises(AssertionError):
            chart(measure, of)
        return
    made = chart(measure, of)
    at = logged_at(made)
    assert Counter(step_of(y) for _, y in at) == Counter(given)
    asked = [one for one in made.drawing.targets if one.title == "Can't tell"]
    assert made.how == ""
    assert drawn_words(made).count("?") == len(asked) <= len(unsure)
    assert bool(asked) == bool(unsure)
    assert sum(len(one.entries) for one in asked) == len(unsure)
    verb = "answered" if measure == "connection" else "logged"
    assert times(made.said, f"You {verb}") == len(given)
    assert times(made.said, "“Can't tell”") == len(unsure)
    assert len(in_table(made)) == len(tapped(made)) == len(given) + len(unsure)
    if given:
        assert f"on {len(given)} day" in made.said
        steps_said = f"from {min(given)} to {max(given)}"
        assert (steps_said if len(set(given)) > 1 else f"at {given[0]}") in made.said


@given(lenses(), measures)
@few
def test_every_answer_is_behind_a_mark_at_its_step_and_near_its_moment(
    of: Lens, measure: Any
) -> None:
    here = {one.id: one for one in answered(of, measure)}
    if not here:
        return
    made = chart(measure, of)
    marks = set(logged_at(made))
    axis = axis_in(made, of)
    seen: list[str] = []
    for one in made.drawing.targets:
        if one.title == "Can't tell":
            continue
        assert any(abs(one.x - x) + abs(one.y - y) < 0.01 for x, y in marks)
        for id in one.entries:
            assert getattr(here[id], measure) == step_of(one.y)
            # Answers are together within half a mark.
            assert abs(axis.at(here[id].at) - one.x) <= 11
        seen += one.entries
    assert sorted(seen) == sorted(here)
    verb = "answered" if measure == "connection" else "logged"
    assert times(made.said, f"You {verb}") == len(here)


def test_higher_is_higher_up_and_later_is_further_right() -> None:
    made = week(7, 4, 1)
    (_, newest), (_, middle), (_, oldest) = sorted(logged_at(made), reverse=True)
    assert newest < middle < oldest
    assert [one.words for one in marks_of(made, Words)][:2] == ["easy", "hard"]


def test_many_of_one_hour_at_one_step_are_one_mark_with_all_of_them_behind_it() -> None:
    some = [logged(f"{n}", n / 24 / 12, pleasantness=3) for n in range(9)]
    made = how_it_felt(lens(some))
    assert len(logged_at(made)) < 9
    assert made.how == "Answers close together are one dot."
    assert sorted(tapped(made)) == sorted(one.id for one in some)
    assert times(made.said, "You logged") == 9
    assert "on 1 day," in made.said


@pytest.mark.parametrize("measure", MEASURES)
def test_a_mark_of_several_days_names_all_of_them(measure: Any) -> None:
    some = {f"{n}": logged(f"{n}", n, **{measure: 3}) for n in range(300)}
    made = chart(measure, lens(some.values(), Stretch(TODAY - 399 * DAY, TODAY)))
    assert max(len(one.entries) for one in made.drawing.targets) > 1
    for one in made.drawing.targets:
        days = sorted(day_of(some[id].at, START) for id in one.entries)
        stretch = Stretch(days[0], days[-1])
        several = stretch_said(stretch, TODAY)
        assert one.title == (several if len(stretch) > 1 else day_title(days[0], TODAY))


# -- can't tell, and added later ---------------------------------------------------------------


def test_cannot_tell_is_an_answer_of_its_own_below_the_steps() -> None:
    made = week(3, CANT_TELL, CANT_TELL)
    assert [step_of(y) for _, y in logged_at(made)] == [3]
    marks = [one for one in marks_of(made, Words) if one.words == "?"]
    assert len(marks) == 2
    assert all(one.y > height_of(1) for one in marks)
    assert "You logged once on 1 day, at 3" in made.said
    assert "“Can't tell” twice." in made.said
    assert made.rows[-1].label == "Can't tell"
    assert made.rows[-1].said == "twice"
    assert "can't tell" in [one.words for one in made.legend]


def test_what_could_not_be_told_within_an_hour_is_behind_one_tap() -> None:
    made = how_it_felt(lens(logged(f"{n}", n / 9999, pleasantness=CANT_TELL) for n in range(9)))
    assert drawn_words(made).count("?") == 1
    mark = next(one for one in marks_of(made, Words) if one.words == "?")
    found = made.drawing.at(mark.x + 4, mark.y + mark.line / 2, 24)
    assert found
    assert len(found.entries) == len(tapped(made)) == 9


def test_of_what_could_not_be_told_for_months_each_is_behind_a_mark() -> None:
    some = [logged(f"{n}", n, energy=CANT_TELL) for n in range(300)]
    made = chart("energy", lens(some, Stretch(TODAY - 364 * DAY, TODAY)))
    assert drawn_words(made).count("?") == len(made.drawing.targets) < 40
    assert sorted(tapped(made)) == sorted(one.id for one in some)


def test_only_cannot_tell_is_a_chart_without_a_number() -> None:
    made = week(CANT_TELL, CANT_TELL)
    assert logged_at(made) == []
    assert "You logged" not in made.said
    assert "middle" not in made.said
    assert sorted(tapped(made)) == ["s0", "s1"]


@pytest.mark.parametrize("days", [7, 28, 400])
@pytest.mark.parametrize("measure", MEASURES)
def test_what_was_added_later_is_drawn_differently_and_told(measure: Any, days: int) -> None:
    some = [
        logged(f"{n}", n * days / 7, later=n in (1, 4), **{measure: n % 7 + 1}) for n in range(6)
    ]
    made = chart(measure, lens(some, Stretch(TODAY - (days - 1) * DAY, TODAY)))
    squares = [one for one in marks_of(made, Square) if one.edge]
    differently = [
        *(step_of(one.y + one.side / 2) for one in squares if one.dashed and not one.color),
        *(step_of(y) for _, y in dots_of(made, hollow=True)),
    ]
    assert sorted(differently) == [2, 5]
    rings = [one for one in marks_of(made, Dots) if one.hollow]
    assert all(color_seen(one) == ROOM.ink for one in (*squares, *rings))
    assert len(logged_at(made)) == 6
    assert "Added later: 2." in made.said
    (sign,) = [one for one in made.legend if one.words == "added later"]
    (mark,) = sign.marks
    assert mark.dashed if isinstance(mark, Square) else isinstance(mark, Dots) and mark.hollow


def test_of_two_at_one_moment_the_one_that_was_added_later_is_drawn_too() -> None:
    some = [logged("a", pleasantness=3), logged("b", later=True, pleasantness=3)]
    made = how_it_felt(lens(some, Stretch(TODAY - 60 * DAY, TODAY)))
    assert len(dots_of(made, hollow=True)) == len(dots_of(made, hollow=False)) == 1


# -- too few, and summed up --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("logged_on", "enough"),
    [
        ((0, 0, 0, 1, 2), True),
        ((0, 1, 2, 2), False),
        ((0, 0, 0, 0, 1), False),
        ((0,) * 30, False),
        ((0, 1, 2, 3), False),
        ((0, 1, 2, 3, 4), True),
    ],
)
@pytest.mark.parametrize("measure", MEASURES)
def test_five_entries_on_three_days_are_the_least_to_sum_up(
    measure: Any, logged_on: Sequence[int], enough: bool
) -> None:
    some = [
        logged(f"{n}", day + n / 1440, **{measure: 2 + n % 3}) for n, day in enumerate(logged_on)
    ]
    made = chart(measure, lens(some))
    assert ("The middle of the days is" in made.said) == enough
    assert (TOO_FEW in made.said) != enough


def test_what_cannot_be_told_does_not_make_enough_of_too_few() -> None:
    made = week(3, 4, 5, CANT_TELL, CANT_TELL, CANT_TELL)
    assert TOO_FEW in made.said


def test_a_day_of_ten_entries_counts_once() -> None:
    ten = [logged(f"t{n}", n / 1440, pleasantness=1) for n in range(10)]
    made = how_it_felt(lens([*ten, *steps(7, 7, 7, 7, 7, first=1)]))
    assert "The middle of the days is 7, at least half of them at 7." in made.said


def test_a_middle_between_two_steps_is_told_in_halves() -> None:
    made = how_it_felt(lens([logged(f"{n}", n / 2, pleasantness=3 + n % 2) for n in range(8)]))
    assert "The middle of the days is 3½" in made.said


# -- the table ---------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 28, 31, 32, 366, 367, 3000])
def test_the_table_is_by_day_by_week_or_by_month_and_has_every_answer(days: int) -> None:
    stretch = Stretch(TODAY - (days - 1) * DAY, TODAY)
    some = [logged(f"{n}", (n * 7 % days) + n / 1440, pleasantness=1 + n % 7) for n in range(40)]
    made = how_it_felt(lens(some, stretch))
    inside = [one for one in some if day_of(one.at, START) in stretch]
    assert sorted(in_table(made)) == sorted(one.id for one in inside)
    by_id = {one.id: one for one in some}
    for row in made.rows:
        days_of_row = {day_of(by_id[id].at, START) for id in row.entries}
        if days <= 31:
            assert len(days_of_row) == 1
            assert row.said == ", ".join(str(by_id[id].pleasantness) for id in row.entries)
        else:
            entry = "entry" if len(row.entries) == 1 else "entries"
            assert row.said.startswith(f"{len(row.entries)} {entry} on {len(days_of_row)} day")
            span = timedelta(days=6 if days <= 366 else 31)
            assert max(days_of_row) - min(days_of_row) <= span


def test_a_week_of_too_few_shows_its_answers_and_one_of_enough_its_middle() -> None:
    some = steps(2, 3, 4, 5, 6, None, None, None, None, None, 7, 1)
    made = how_it_felt(lens(some, Stretch(TODAY - 40 * DAY, TODAY)))
    said = [row.said for row in made.rows]
    assert said == ["2 entries on 2 days: 1, 7", "3 entries on 3 days: 6, 5, 4",
                    "2 entries on 2 days: 3, 2"]  # fmt: skip


def test_a_day_begins_when_it_does_for_the_person() -> None:
    late = logged("late", 0.5 - 2 / 24, pleasantness=4)
    assert late.at == NOON.replace(hour=2)
    made = how_it_felt(lens([late], Stretch(TODAY - DAY, TODAY)))
    (target,) = made.drawing.targets
    assert target.x < (ROOM.width + left_of(made)) / 2
    assert [row.label for row in made.rows] == ["Monday 8 June"]
    assert late.at - HOUR * START < NOON
