"""Moments in a chart: as many as it says, and where what went off is by then."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entries import MOMENT_KINDS, REPAIRS, Mending, Moment, Repair
from domain.looking_back.stretch import Stretch
from domain.wording import MOMENTS
from tests.views.charts import (
    DAY,
    HOUR,
    ROOM,
    TODAY,
    chart,
    dots_of,
    drawn_words,
    in_table,
    lens,
    marks_of,
    tapped,
    times,
)
from tests.views.stage import NOON
from views.charts.axis import Axis, axis_of
from views.charts.chart import Chart, Lens
from views.charts.moments import RADIUS
from views.components.marks import Line, placed

few = settings(max_examples=40)
moments = partial(chart, "moments")


def happened(id: str, ago: float, kind: Any = "rupture", *told: tuple[float, Repair]) -> Moment:
    at = NOON - ago * DAY
    mending = tuple(Mending(NOON - days * DAY, state) for days, state in told)
    return Moment(id=id, at=at, logged_at=at, kind=kind, mending=mending)


some_moments = st.lists(
    st.builds(
        lambda ago, kind, told: (ago, kind, told),
        st.integers(0, 26),
        st.sampled_from(MOMENT_KINDS),
        st.lists(st.tuples(st.integers(0, 26), st.sampled_from(REPAIRS)), max_size=2),
    ),
    min_size=1,
    max_size=12,
)
STATES = {
    "open": "open",
    "partly": "partly mended",
    "mended": "mended",
    "not_wanted": "left as it is",
    "not_safe": "left as it is",
}


def of_kinds(some: Sequence[tuple[int, Any, list[tuple[int, Repair]]]]) -> list[Moment]:
    return [
        happened(f"m{n}", ago + n / 100, kind, *sorted(told, reverse=True) if kind == "rupture"
                 else ())
        for n, (ago, kind, told) in enumerate(some)
    ]  # fmt: skip


def days(of: Lens) -> Axis:
    """The days of the chart: at both ends there is room for half a mark."""
    return axis_of(of, RADIUS + 1, ROOM.width - RADIUS - 1)


@given(some_moments)
@few
def test_moments_of_each_kind_are_as_many_as_it_says(some: Any) -> None:
    of_all = of_kinds(some)
    of = lens([], moments=of_all)
    made = moments(of)
    counts = Counter(one.kind for one in of_all)
    words = drawn_words(made)
    for kind, label in MOMENTS.items():
        assert (label in words) == (kind in counts)
        if kind in counts:
            assert int(words[words.index(label) + 1]) == counts[kind]
            low = f"{label[0].lower()}{label[1:]}"
            assert times(made.said, low) == counts[kind]
    assert made.said.startswith(f"{len(of_all)} moment")
    assert sorted(tapped(made)) == sorted(in_table(made)) == sorted(one.id for one in of_all)
    heights = Counter(one.y for one in made.drawing.targets for _ in one.entries)
    kinds = [kind for kind in MOMENTS if kind in counts]
    assert [heights[y] for y in sorted(heights)] == [counts[kind] for kind in kinds]
    at = {one.id: days(of).at(one.at) for one in of_all}
    for one in made.drawing.targets:
        for id in one.entries:
            assert abs(at[id] - one.x) < RADIUS
            assert any(abs(at[id] - x) < 0.01 and y == one.y for x, y in dots_of(made))
    states = Counter(STATES[one.repair] for one in of_all if one.repair)
    said = made.said.partition("Of what went off, by 9 June: ")[2].removesuffix(".")
    found = {
        words: int(count)
        for each in re.split(r", | and ", said)
        if each
        for count, words in [each.split(" ", 1)]
    }
    assert found == states
    legend = {one.words for one in made.legend}
    assert legend == set(states)


@pytest.mark.parametrize("state", REPAIRS)
def test_the_mark_of_what_went_off_is_that_of_its_state_in_the_legend(state: Repair) -> None:
    made = moments(lens([], moments=[happened("m", 5, "rupture", (3, state))]))
    (sign,) = made.legend
    (target,) = made.drawing.targets
    assert sign.words == STATES[state]
    x, y = dots_of(made)[0]
    assert abs(target.x - x) < RADIUS
    assert target.y == y
    there = [_rounded(placed(one, x - 12, y - 12)) for one in sign.marks]
    assert there
    assert set(there) <= {_rounded(one) for one in made.drawing.marks}


def _rounded(mark: Any) -> str:
    return re.sub(r"\d+\.\d+", lambda one: f"{float(one[0]):.3f}", str(mark))


def test_all_states_look_different_and_the_two_that_are_left_look_the_same() -> None:
    looks = {}
    for state in REPAIRS:
        made = moments(lens([], moments=[happened("m", 5, "rupture", (3, state))]))
        looks[state] = str(made.legend[0].marks)
    assert looks.pop("not_safe") == looks["not_wanted"]
    assert len(set(looks.values())) == 4


def test_a_state_is_that_of_the_end_of_the_stretch() -> None:
    one = happened("m", 20, "rupture", (3, "mended"))
    before = Stretch(TODAY - 27 * DAY, TODAY - 10 * DAY)
    assert "Of what went off, by 30 May: 1 open." in moments(lens([], before, moments=[one])).said
    assert "by 9 June: 1 mended." in moments(lens([], moments=[one])).said


def test_the_picture_and_its_words_do_not_tell_what_is_not_safe_from_what_is_not_wanted() -> None:
    made = [
        moments(lens([], moments=[happened("m", 5, "rupture", (3, state))]))
        for state in ("not_safe", "not_wanted")
    ]
    assert made[0].said == made[1].said
    assert made[0].drawing.marks == made[1].drawing.marks
    assert made[0].rows != made[1].rows


@pytest.mark.parametrize("kind", MOMENT_KINDS)
def test_a_moment_that_was_added_later_has_a_dash_below_it(kind: Any) -> None:
    soon, later = (
        moments(lens([], moments=[Moment(id="m", at=NOON, logged_at=NOON + wait, kind=kind)]))
        for wait in (timedelta(), HOUR)
    )
    assert set(soon.drawing.marks) < set(later.drawing.marks)
    (dash,) = set(later.drawing.marks) - set(soon.drawing.marks)
    (x, y) = dots_of(later)[0]
    assert isinstance(dash, Line)
    assert (dash.stroke, dash.color) == (2, ROOM.ink)
    assert (dash.x + dash.to_x) / 2 == x
    assert dash.y == dash.to_y > y + RADIUS
    assert "added later" not in [one.words for one in soon.legend]
    (sign,) = [one for one in later.legend if one.words == "added later"]
    assert [one.stroke for one in sign.marks if isinstance(one, Line)] == [2]


def mending(made: Chart) -> list[tuple[float, float]]:
    """The lines of mending, from where to where."""
    return [(one.x, one.to_x) for one in marks_of(made, Line) if one.stroke == 2.5]


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ((), None),
        (((8, "partly"),), 8),
        (((8, "partly"), (4, "mended")), 4),
        # After the stretch, and before it happened.
        (((8, "partly"), (1, "mended")), 8),
        (((1, "mended"),), None),
        (((12, "partly"),), None),
    ],
)
def test_a_line_goes_to_when_its_mending_was_last_told(told: Any, last: int | None) -> None:
    one = happened("m", 10, "rupture", *told)
    of = lens([], Stretch(TODAY - 27 * DAY, TODAY - 3 * DAY), moments=[one])
    at = days(of).at
    expected = [] if last is None else [(at(one.at), at(NOON - last * DAY))]
    assert mending(moments(of)) == expected


def test_moments_that_lie_together_are_one_thing_to_tap_with_all_of_them() -> None:
    some = [happened("a", 5), happened("b", 5.001), happened("c", 5.002, "good"), happened("d", 9)]
    made = moments(lens([], moments=sorted(some, key=lambda one: one.at)))
    assert sorted(sorted(one.entries) for one in made.drawing.targets) == [["a", "b"], ["c"], ["d"]]
    for one in made.drawing.targets:
        found = made.drawing.at(one.x, one.y, 24)
        assert found
        assert found.entries == one.entries


def test_a_moment_before_the_session_that_a_stretch_begins_with_is_not_in_it() -> None:
    at = NOON - 2 * DAY
    some = [happened("before", 2.1), happened("after", 1.9)]
    of = lens([], Stretch(TODAY - 2 * DAY, TODAY, since=at), moments=some, sessions=(at,))
    assert tapped(moments(of)) == in_table(moments(of)) == ["after"]


def test_two_moments_of_one_hour_are_two_in_every_word() -> None:
    made = moments(lens([], moments=[happened("a", 5), happened("b", 5.001)]))
    assert made.said.startswith("2 moments: something went off twice.")
    assert len(made.rows) == 2
