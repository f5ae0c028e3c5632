"""Charts of how often: the pad, words, weekdays and hours; what is drawn is what is said."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.dates import weekday_of
from domain.entries import CANT_TELL, STEPS
from domain.looking_back.stretch import Stretch
from domain.words import body_words, quarters
from tests.entry_strategies import answers
from tests.views.charts import (
    DAY,
    FEELINGS,
    LONG,
    MONTH,
    ROOM,
    TODAY,
    chart,
    drawn_words,
    in_table,
    lens,
    lenses,
    logged,
    marks_of,
    rooms,
    tapped,
)
from views.charts.chart import Chart, Lens, Room
from views.charts.pad import cell_said
from views.charts.sayings import times
from views.components.colors import cell_color
from views.components.marks import Dots, Square, Words
from views.paper.writing import width

few = settings(max_examples=40)
NARROW = 256.0
"""A card in a window of 320 pixels."""
steps = st.integers(1, STEPS)
pad = partial(chart, "pad")
feelings = partial(chart, "feelings")


def numbers(made: Chart) -> list[int]:
    """The numbers that are drawn, in order."""
    return [int(words) for words in drawn_words(made) if words.isdigit()]


def count_of(said: str) -> int:
    """The number in "once", "twice", "3 times", "1 check-in"."""
    return {"once": 1, "twice": 2}.get(said) or int(said.split()[0])


# -- the pad -----------------------------------------------------------------------------------


@given(st.lists(st.tuples(answers, answers), min_size=1, max_size=60))
@few
def test_the_numbers_on_the_pad_are_those_of_its_cells_and_of_its_words(
    some: Sequence[tuple[Any, Any]],
) -> None:
    landed = Counter((x, y) for x, y in some if isinstance(x, int) and isinstance(y, int))
    of = lens(logged(f"{n}", n / 9, pleasantness=x, energy=y) for n, (x, y) in enumerate(some))
    if not landed:
        with pytest.raises(AssertionError):
            pad(of)
        return
    made = pad(of)
    assert sorted(numbers(made)) == sorted(landed.values())
    assert {row.label: row.said for row in made.rows} == {
        cell_said(cell): times(count) for cell, count in landed.items()
    }
    assert all(count_of(row.said) == len(row.entries) for row in made.rows)
    sides = re.search(r"(\d+) on the hard side, (\d+) in the middle, (\d+) on the easy", made.said)
    assert sides
    of_side = Counter((x > 4) - (x < 4) for x, _ in landed.elements())
    assert [int(one) for one in sides.groups()] == [of_side[side] for side in (-1, 0, 1)]
    unsure = sum(CANT_TELL in one for one in some)
    words = f"{unsure} check-in{'s' if unsure > 1 else ''} with “can't tell” not on it."
    assert (words in made.said) == (unsure > 0)
    assert ("can't tell" in made.said) == (unsure > 0)


@pytest.mark.parametrize("brightness", ["light", "dark"])
def test_a_cell_has_its_colour_and_number_and_an_empty_one_is_plain(brightness: Any) -> None:
    room = Room(310, brightness)
    some = [logged(f"{n}", n, pleasantness=2, energy=6) for n in range(3)]
    made = pad(lens([*some, logged("x", pleasantness=7, energy=1)]), room)
    squares = marks_of(made, Square)
    assert len(squares) == STEPS * STEPS
    colors = Counter(one.color for one in squares)
    assert colors[cell_color(2, 6, brightness)] == colors[cell_color(7, 1, brightness)] == 1
    assert colors[str(room.scheme.surface_container)] == STEPS * STEPS - 2
    (one, other) = made.drawing.targets
    assert {one.title, other.title} == {"Hard, high energy", "Very easy, very low energy"}
    for number, target in ((3, "Hard, high energy"), (1, "Very easy, very low energy")):
        at = next(each for each in made.drawing.targets if each.title == target)
        (word,) = [each for each in marks_of(made, Words) if each.words == str(number)]
        assert abs(word.y + word.line / 2 - at.y) < 4
        assert abs(word.x - at.x) < 10


@given(steps, steps)
@few
def test_hard_is_left_and_high_is_up(x: int, y: int) -> None:
    (target,) = pad(lens([logged("a", pleasantness=x, energy=y)])).drawing.targets
    (middle,) = pad(lens([logged("a", pleasantness=4, energy=4)])).drawing.targets
    assert (target.x > middle.x) - (target.x < middle.x) == (x > 4) - (x < 4)
    assert (target.y < middle.y) - (target.y > middle.y) == (y > 4) - (y < 4)


def test_a_number_of_many_digits_fits_its_cell() -> None:
    made = pad(lens([logged(f"{n}", n / 900, pleasantness=4, energy=4) for n in range(12_345)]),
               Room(240, "light", 2))  # fmt: skip
    (word,) = [one for one in marks_of(made, Words) if one.words == "12345"]
    side = marks_of(made, Square)[0].side
    assert width(word.words, word.face, word.size) <= side


# -- words -------------------------------------------------------------------------------------


def squares_of(made: Chart) -> list[int]:
    """How many squares are in each row, from the top."""
    rows = Counter(one.y for one in marks_of(made, Square))
    return [rows[y] for y in sorted(rows)]


def chosen(*counts: int) -> Lens:
    """Words so often each."""
    some = [
        logged(f"{word}{n}", n / 40, feelings=(word,))
        for word, count in zip(FEELINGS, counts, strict=False)
        for n in range(count)
    ]
    return lens(some)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=9), rooms)
@few
def test_there_is_a_square_for_each_time_a_word_was_chosen_or_it_says_for_how_many(
    counts: Sequence[int], room: Room
) -> None:
    made = feelings(chosen(*counts), room)
    shown = sorted(counts, reverse=True)[:7]
    stands = re.search(r"One square stands for up to (\d+) times", made.how)
    each = int(stands[1]) if stands else 1
    assert squares_of(made) == [-(-count // each) for count in shown]
    assert numbers(made) == shown
    assert sorted(count_of(row.said) for row in made.rows) == sorted(counts)
    assert all(count_of(row.said) == len(row.entries) for row in made.rows)
    assert len(in_table(made)) == sum(counts)
    assert [one.title for one in made.drawing.targets] == [row.label for row in made.rows[:7]]
    for one, row in zip(made.drawing.targets, made.rows, strict=False):
        assert one.entries == row.entries


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9))
@few
def test_what_is_said_of_words_accounts_for_all_of_them(counts: Sequence[int]) -> None:
    said = feelings(chosen(*counts)).said.removesuffix(".").lower()
    left = Counter(counts)
    for group in said.split("; "):
        if rest := re.fullmatch(r"(\d+) more less often", group):
            assert sum(left.values()) == int(rest[1])
            return
        group_said = re.fullmatch(r"(.+?) (once|twice|\d+ times)", group)
        assert group_said
        words = re.split(r", | and ", group_said[1])
        more = [int(found[1]) for word in words if (found := re.match(r"(\d+) more word", word))]
        named = [word for word in words if " more word" not in word]
        assert set(named) <= set(FEELINGS)
        left[count_of(group_said[2])] -= len(named) + sum(more)
    assert not +left
    assert not -left


def test_words_are_said_with_how_often() -> None:
    said = feelings(chosen(3, 2, 2, 2, 1, 1, 1, 1, 1)).said
    assert (
        said == "Tired 3 times; alive, hopeful and settled twice; "
        "heavy, lonely, numb and 2 more words once."
    )


def test_a_word_of_the_body_has_a_chart_of_its_own() -> None:
    some = [logged("a", body=("jaw", "hands")), logged("b", 1, body=("jaw",), feelings=("shy",))]
    made = chart("body", lens(some))
    assert made.title == "What you noticed in your body"
    assert [(row.label, row.said) for row in made.rows] == [("jaw", "twice"), ("hands", "once")]
    assert "shy" not in made.said


@pytest.mark.parametrize("width", [240.0, 310.0, 600.0])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_word_that_is_too_long_is_cut_in_the_drawing_and_whole_in_the_table(
    width: float, scale: float
) -> None:
    made = feelings(lens([logged("a", feelings=(LONG,))]), Room(width, "light", scale))
    cut, count = drawn_words(made)
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1])
    assert count == "1"
    assert made.rows[0].label == LONG


@pytest.mark.parametrize("word", [*(one for some in quarters() for one in some), *body_words()])
def test_no_word_of_the_app_is_cut_on_a_phone(word: str) -> None:
    made = feelings(lens([logged("a", feelings=(word,))]), Room(NARROW))
    assert drawn_words(made)[0] == word


# -- weekdays and hours ------------------------------------------------------------------------


def columns(made: Chart) -> list[int]:
    """How many dots stand one above the other, from left to right."""
    dots = Counter(x for one in marks_of(made, Dots) for x, _ in one.at)
    return [dots[x] for x in sorted(dots)]


def each_of(made: Chart) -> int:
    """For how many check-ins a dot stands."""
    stands = re.search(r"One dot stands for up to (\d+) check-ins", made.how)
    return int(stands[1]) if stands else 1


@given(st.lists(st.integers(0, 27 * 24 - 10), min_size=1, max_size=300))
@few
def test_weekdays_and_hours_have_as_many_dots_as_they_say(hours: Sequence[int]) -> None:
    of = lens(logged(f"{n}", hour / 24) for n, hour in enumerate(hours))
    if not of.check_ins:
        return
    weekdays, by_hour = chart("weekdays", of), chart("hours", of)
    told = {row.label: count_of(row.said) for row in weekdays.rows}
    week = [weekday_of(number) for number in range(7)]
    counts = [told.get(name, 0) for name in week]
    assert list(told) == [name for name in week if name in told]
    some = [count for count in counts if count]
    assert numbers(weekdays) == some
    assert [int(one) for one in re.findall(r"day (\d+)", weekdays.said)] == some
    each = each_of(weekdays)
    assert columns(weekdays) == [-(-count // each) for count in counts if count]
    assert max(columns(weekdays)) <= 10

    at = Counter(one.at.hour for one in of.check_ins)
    assert {row.label: count_of(row.said) for row in by_hour.rows} == {
        f"{hour}:00 to {hour}:59": count for hour, count in at.items()
    }
    each = each_of(by_hour)
    assert columns(by_hour) == [-(-at[hour] // each) for hour in sorted(at)]
    said = re.findall(r"(\d+) from (\d+):00 to (\d+):59", by_hour.said)
    quarters = {begin: sum(at[begin + n] for n in range(6)) for begin in (0, 6, 12, 18)}
    assert {int(begin): int(count) for count, begin, _ in said} == {
        begin: count for begin, count in quarters.items() if count
    }
    for made in (weekdays, by_hour):
        assert (
            sorted(in_table(made)) == sorted(tapped(made)) == sorted(one.id for one in of.check_ins)
        )
        assert all(len(row.entries) == count_of(row.said) for row in made.rows)


@given(lenses(), rooms)
@few
def test_a_note_alone_counts_as_a_check_in(of: Lens, room: Room) -> None:
    if of.check_ins:
        assert sum(numbers(chart("weekdays", of, room))) == len(of.check_ins)


def test_a_night_belongs_to_the_weekday_before_and_to_its_own_hour() -> None:
    # 9 June is a Tuesday.
    late = logged("late", 0.5 - 2 / 24)
    of = lens([late])
    assert [row.label for row in chart("weekdays", of).rows if row.entries] == ["Monday"]
    assert [row.label for row in chart("hours", of).rows] == ["2:00 to 2:59"]


@pytest.mark.parametrize("each", [1, 2, 5, 10, 50])
def test_of_many_a_dot_stands_for_several_and_that_is_said(each: int) -> None:
    some = [logged(f"{n}", n / 100_000) for n in range(10 * each)]
    made = chart("weekdays", lens(some, Stretch(TODAY - DAY, TODAY)))
    assert made.how == (f"One dot stands for up to {each} check-ins." if each > 1 else "")
    assert max(columns(made)) <= 10
    assert chart("weekdays", lens(some, MONTH), ROOM).said == made.said
