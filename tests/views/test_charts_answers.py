"""What a question comes to: two strips whose dots are as many as is said, and a word or none."""

import re
from collections.abc import Sequence
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entries import Here
from domain.looking_back import asking
from domain.looking_back.asking import Question
from domain.looking_back.comparing import Word
from domain.looking_back.stretch import Stretch
from tests.views.charts import (
    DAY,
    LONG,
    MONTH,
    TODAY,
    asked,
    dots_of,
    drawn_words,
    in_table,
    lens,
    lenses,
    logged,
    marks_of,
    part,
    tapped,
    texts,
)
from tests.views.stage import NOON
from views.charts.chart import Chart, Lens
from views.components.marks import Line

few = settings(max_examples=40)
CAUSES = "This can't tell what causes what."
TOO_FEW = "Not enough entries to say:"
NAMES = {"p0": "Jun", "q0": "Owl"}
WORDS: tuple[str, ...] = get_args(Word)
questions = st.sampled_from(asking.QUESTIONS)
measures = st.sampled_from(["pleasantness", "energy", "connection"])


def strips(made: Chart) -> tuple[int, int]:
    """How many dots each strip has, from its floor up."""
    one, other = sorted(mark.y for mark in marks_of(made, Line))
    heights = [y for _, y in dots_of(made)]
    assert all(y < other for y in heights)
    return sum(y < one for y in heights), sum(y > one for y in heights)


def days_drawn(made: Chart) -> list[int]:
    """The days that are written beside the strips."""
    found = [re.fullmatch(r"(\d+) days?", words) for words in drawn_words(made)]
    return [int(one[1]) for one in found if one]


def days_said(made: Chart) -> list[int]:
    """The days that are said of the two."""
    return [int(one) for one in re.findall(r": (\d+) days?\.", made.said)]


def days_in_table(made: Chart, name: str) -> int:
    """The days in the rows of one side."""
    return sum(int(row.said.split(": ")[1].split()[0]) for row in made.rows if row.label == name)


@given(lenses(names=("Jun",)), questions, measures)
@few
def test_both_strips_have_as_many_dots_as_there_are_days(
    of: Lens, question: Any, measure: Any
) -> None:
    made = asked(question, of, about=next(iter(of.names)), measure=measure)
    one, other = strips(made)
    assert [one, other] == days_drawn(made) == days_said(made)
    names = [words for words in drawn_words(made) if f"{words}: " in made.said]
    assert [days_in_table(made, name) for name in names[:2]] == [one, other]
    known = {each.id for each in of.diary.check_ins if isinstance(getattr(each, measure), int)}
    assert set(in_table(made)) == set(tapped(made)) <= known


def both(here: int, without: int, *, step: int = 4, other: int = 4) -> Lens:
    """So many days with Jun and Owl, and so many others."""
    some = [
        *(logged(f"w{n}", n, pleasantness=step, people=("p0",), parts=(Here("q0"),))
          for n in range(here)),
        *(logged(f"o{n}", 40 + n, pleasantness=other) for n in range(without)),
    ]  # fmt: skip
    return lens(some, Stretch(TODAY - 99 * DAY, TODAY), names=NAMES, parts=[part("q0", "Owl")])


@pytest.mark.parametrize(("days", "enough"), [(7, False), (8, True)])
@pytest.mark.parametrize(("question", "about"), [("person", "p0"), ("part", "q0")])
def test_eight_days_on_each_side_are_the_least_with_someone(
    question: str, about: str, days: int, enough: bool
) -> None:
    for here, without in ((days, 20), (20, days)):
        made = asked(question, both(here, without), about=about)
        assert (f"With {NAMES[about]}: about the same." in made.said) == enough
        assert (f"{TOO_FEW} it takes 8 days on each side. {CAUSES}" in made.said) != enough
        assert [here, without] == days_said(made)


@pytest.mark.parametrize(("days", "enough"), [(9, False), (10, True)])
def test_ten_days_on_each_side_are_the_least_of_stretches(days: int, enough: bool) -> None:
    some = [
        *(logged(f"n{n}", n, pleasantness=6) for n in range(days)),
        *(logged(f"b{n}", 28 + n, pleasantness=2) for n in range(days)),
    ]
    made = asked("stretches", lens(some))
    assert ("13 May to 9 June: mostly higher." in made.said) == enough
    assert (f"{TOO_FEW} it takes 10 days on each side. {CAUSES}" in made.said) != enough


@pytest.mark.parametrize("question", ["weekdays", "sessions"])
def test_ten_days_are_the_least_of_weekdays_and_of_days_around_sessions(question: Question) -> None:
    sessions = tuple(NOON - n * 7 * DAY for n in range(12, -1, -1))
    stretch = Stretch(TODAY - 90 * DAY, TODAY)
    few_days = lens([logged(f"{n}", n, energy=3) for n in range(20)], stretch, sessions=sessions)
    many = lens([logged(f"{n}", n, energy=3) for n in range(60)], stretch, sessions=sessions)
    said = asked(question, few_days, measure="energy").said
    assert f"{TOO_FEW} it takes 10 days on each side." in said
    made = asked(question, many, measure="energy")
    assert ": about the same. " in made.said
    assert TOO_FEW not in made.said


@given(
    st.lists(st.tuples(st.integers(1, 7), st.booleans()), min_size=16, max_size=60),
    st.sampled_from(["person", "part"]),
)
@few
def test_the_word_is_that_of_the_comparison_and_no_number_goes_with_it(
    some: Sequence[tuple[int, bool]], question: Any
) -> None:
    logs = [
        logged(f"{n}", n, pleasantness=step, people=("p0",) if here else (),
               parts=(Here("q0"),) if here else ())
        for n, (step, here) in enumerate(some)
    ]  # fmt: skip
    of = lens(logs, Stretch(TODAY - 99 * DAY, TODAY), names=NAMES)
    about = "p0" if question == "person" else "q0"
    made = asked(question, of, about=about)
    sides = asking.with_and_without(of.days, "pleasantness", lambda one: "p0" in one.people)
    said = [word for word in WORDS if f"With {NAMES[about]}: {word}." in made.said]
    assert said == ([sides.word] if sides.word else [])
    rest = re.sub(r"\d+ days?", "", made.said)
    assert not re.search(r"\d", rest)


@given(lenses(names=("Jun",)), questions)
@few
def test_nothing_is_said_of_causes_but_that_this_cannot_tell(of: Lens, question: Any) -> None:
    made = asked(question, of, about=next(iter(of.names)))
    for line in texts(made):
        words = line.replace(CAUSES, "")
        assert not re.search(r"caus|effect|because|driver|trigger|makes|helps|due to", words)


@pytest.mark.parametrize("days", [1, 7, 8, 20])
@pytest.mark.parametrize("question", ["person", "part"])
def test_two_strips_have_the_caption_that_they_cannot_tell_causes(question: str, days: int) -> None:
    made = asked(question, both(days, days), about={"person": "p0", "part": "q0"}[question])
    assert strips(made) == (days, days)
    assert made.said.endswith(CAUSES)


def test_a_day_may_be_on_both_sides() -> None:
    some = [logged("a", pleasantness=2, people=("p0",)), logged("b", 0.1, pleasantness=6)]
    made = asked("person", lens(some, names=NAMES), about="p0")
    assert strips(made) == (1, 1)
    assert [(row.label, row.said, row.entries) for row in made.rows] == [
        ("With Jun", "2: 1 day", ("a",)),
        ("At other times", "6: 1 day", ("b",)),
    ]


def test_days_of_sessions_are_on_neither_side() -> None:
    some = [logged(f"{n}", n, pleasantness=4) for n in range(8)]
    made = asked("sessions", lens(some, sessions=(NOON - 4 * DAY,)))
    assert days_said(made) == [3, 3]
    assert "4" not in in_table(made)


def test_of_two_stretches_each_has_the_entries_of_its_own() -> None:
    some = [logged("new", 1, pleasantness=5), logged("old", 30, pleasantness=3)]
    made = asked("stretches", lens(some))
    assert [(row.label, row.entries) for row in made.rows] == [
        ("13 May to 9 June", ("new",)),
        ("15 April to 12 May", ("old",)),
    ]
    other = Stretch(TODAY - 200 * DAY, TODAY - 190 * DAY)
    elsewhere = asked("stretches", lens(some), other=other)
    assert days_said(elsewhere) == [1, 0]


def test_a_long_name_does_not_run_into_its_days() -> None:
    some = [logged("a", pleasantness=4, people=("x",))]
    of = lens(some, MONTH, names={"x": LONG})
    made = asked("person", of, about="x")
    assert made.drawing.width >= max(
        mark.x for mark in made.drawing.marks if isinstance(mark, Line)
    )
    assert strips(made) == (1, 0)
    assert days_drawn(made) == [1, 0]
