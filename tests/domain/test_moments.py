"""Moments: where something that went off is, and was, and how that shows on the web."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import moments
from domain.days import day_of, same_sitting
from domain.entries import MOMENT_KINDS, REPAIRS, Mending, Moment, MomentKind, Repair
from domain.moments import LINES, STILL_OPEN, Line
from tests.entry_strategies import happenings, one_of, words
from tests.entry_strategies import moments as times

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
TODAY = date(2026, 6, 9)
DAY = timedelta(days=1)
FAR_EAST, FAR_WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-10))

# A stretch of days short enough that what is told meets on one, before it happened and after.
near = st.integers(-6 * 24 * 60, 6 * 24 * 60).map(lambda n: NOON + timedelta(minutes=n))
elsewhere = st.sampled_from([UTC, FAR_EAST, FAR_WEST])
close_times = st.builds(lambda at, zone: at.astimezone(zone), near, elsewhere)
repairs = st.sampled_from(REPAIRS)
taps = st.lists(st.tuples(close_times, repairs), max_size=8)
days = st.integers(-8, 8).map(lambda n: TODAY + n * DAY)
starts = st.integers(0, 12)


def moment(id: str = "m", kind: MomentKind = "rupture", at: datetime = NOON, **more: Any) -> Moment:
    return Moment(id=id, at=at, logged_at=at, kind=kind, **more)


def after(*taps: tuple[float, Repair], of: Moment | None = None) -> Moment:
    """What went off, told of so many minutes later."""
    one = of or moment()
    for minutes, state in taps:
        one = moments.mended(one, state, NOON + timedelta(minutes=minutes))
    return one


def told_at(*taps: tuple[datetime, Repair]) -> tuple[Mending, ...]:
    return tuple(Mending(at, state) for at, state in taps)


def names(some: Iterable[Moment]) -> str:
    return "".join(one.id for one in some)


some_moments = st.lists(
    st.builds(
        moment,
        st.sampled_from("abcdefgh"),
        st.sampled_from(MOMENT_KINDS),
        close_times,
        mending=taps.map(lambda some: told_at(*some)),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


# -- mending, and its history ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("taps", "history"),
    [
        ([], []),
        ([(0, "open")], [(0, "open")]),
        ([(0, "partly"), (60, "mended")], [(0, "partly"), (60, "mended")]),
        ([(0, "mended"), (60, "open")], [(0, "mended"), (60, "open")]),
        ([(0, "partly"), (60, "not_wanted")], [(0, "partly"), (60, "not_wanted")]),
        ([(0, "not_safe"), (60, "open")], [(0, "not_safe"), (60, "open")]),
        # Told the same twice.
        ([(0, "partly"), (60, "partly")], [(0, "partly")]),
        ([(0, "not_safe"), (1e4, "not_safe")], [(0, "not_safe")]),
        # A slip of the finger.
        ([(0, "open"), (0, "partly")], [(0, "partly")]),
        ([(0, "open"), (9.9, "partly")], [(9.9, "partly")]),
        ([(0, "open"), (10, "partly")], [(0, "open"), (10, "partly")]),
        ([(0, "open"), (60, "mended"), (65, "not_safe")], [(0, "open"), (60, "not_safe")]),
        ([(0, "open"), (60, "mended"), (65, "open")], [(0, "open")]),
        ([(0, "open"), (9, "partly"), (18, "mended")], [(18, "mended")]),
        ([(0, "open"), (5, "open")], [(0, "open")]),
        # The clock was set back: that is no slip.
        ([(60, "open"), (0, "partly")], [(60, "open"), (0, "partly")]),
        ([(60, "open"), (59, "mended")], [(60, "open"), (59, "mended")]),
    ],
)
def test_what_is_told_of_mending_is_a_history_and_a_slip_is_put_right(
    taps: list[tuple[float, Repair]], history: list[tuple[float, Repair]]
) -> None:
    told = after(*taps)
    assert [one.state for one in told.mending] == [state for _, state in history]
    assert told.repair == (history[-1][1] if history else "open")
    assert replace(told, mending=()) == moment()
    last = [minutes for minutes, _ in history]
    for one, minutes in zip(told.mending, last, strict=True):
        assert timedelta(0) <= one.at - (NOON + timedelta(minutes=minutes)) < timedelta(minutes=10)


def test_a_state_is_kept_with_the_moment_it_was_told_at() -> None:
    assert after((0, "open"), (60, "mended"), (65, "not_safe")).mending == told_at(
        (NOON, "open"), (NOON + timedelta(minutes=65), "not_safe")
    )
    assert after((0, "open"), (60, "mended"), (65, "open")).mending == told_at((NOON, "open"))
    assert after((0, "partly"), (600, "partly")).mending == told_at((NOON, "partly"))


@given(happenings, taps)
def test_the_history_only_grows_but_for_its_last_and_what_is_told_last_holds(
    one: Moment, taps: list[tuple[datetime, Repair]]
) -> None:
    for now, state in taps:
        new = moments.mended(one, state, now)
        assert replace(new, mending=one.mending) == one
        assert new.mending[-1].state == state
        assert new.repair == (state if one.kind == "rupture" else None)
        slip = bool(one.mending) and same_sitting(one.mending[-1].at, now)
        kept = one.mending[:-1] if slip else one.mending
        assert new.mending in (kept, (*kept, Mending(now, state)))
        assert (new.mending == kept) is (bool(kept) and kept[-1].state == state)
        one = new


@given(taps, repairs)
def test_the_same_told_again_at_once_adds_nothing(
    taps: list[tuple[datetime, Repair]], state: Repair
) -> None:
    one = moment()
    for now, before in taps:
        one = moments.mended(one, before, now)
    told = moments.mended(one, state, NOON)
    again = moments.mended(told, state, NOON)
    assert [one.state for one in again.mending] == [one.state for one in told.mending]


@pytest.mark.parametrize("kind", MOMENT_KINDS)
def test_only_what_went_off_is_anywhere_and_open_until_more_is_told(kind: MomentKind) -> None:
    wanted = "open" if kind == "rupture" else None
    assert moment(kind=kind).repair == moments.repair_on(moment(kind=kind), TODAY, 4) == wanted
    told = after((0, "mended"), of=moment(kind=kind))
    assert told.repair == ("mended" if kind == "rupture" else None)


# -- on a day ----------------------------------------------------------------------------------

HISTORY = told_at(
    (NOON, "open"),
    (NOON + DAY + timedelta(hours=14), "partly"),
    (NOON + 3 * DAY, "mended"),
    (NOON + 3 * DAY + timedelta(hours=1), "not_safe"),
)


@pytest.mark.parametrize(
    ("day", "start", "state"),
    [
        (8, 4, None),
        (9, 4, "open"),
        (10, 4, "partly"),
        (10, 2, "open"),
        (11, 2, "partly"),
        (11, 4, "partly"),
        (12, 4, "not_safe"),
        (30, 4, "not_safe"),
    ],
)
def test_a_day_has_the_state_of_its_end(day: int, start: int, state: Repair | None) -> None:
    one = moment(mending=HISTORY)
    assert moments.repair_on(one, date(2026, 6, day), start) == state
    for kind in MOMENT_KINDS:
        if kind != "rupture":
            assert moments.repair_on(replace(one, kind=kind), date(2026, 6, day), start) is None


def test_a_moment_after_midnight_may_belong_to_the_day_before() -> None:
    late = moment(at=NOON + timedelta(hours=15))
    assert moments.repair_on(late, TODAY, 4) == "open"
    assert moments.repair_on(late, TODAY, 3) is None
    assert moments.repair_on(replace(late, at=late.at.astimezone(FAR_WEST)), TODAY, 0) == "open"


@given(happenings, times, times, starts)
def test_on_any_day_it_is_where_was_told_last_by_then(
    one: Moment, at: datetime, other: datetime, start: int
) -> None:
    for day in {day_of(moment, start) for moment in (at, other, one.at)}:
        state = moments.repair_on(one, day, start)
        by_then = [told.state for told in one.mending if day_of(told.at, start) <= day]
        if one.kind != "rupture" or day < day_of(one.at, start):
            assert state is None
        else:
            assert state == ["open", *by_then][-1]


@given(some_moments, starts)
def test_once_all_is_told_a_day_has_what_it_has_now(some: list[Moment], start: int) -> None:
    for one in some:
        assert moments.repair_on(one, TODAY + 9 * DAY, start) == one.repair
        assert moments.repair_on(one, TODAY - 9 * DAY, start) is None


@given(some_moments, repairs, starts)
def test_what_is_told_today_leaves_the_days_before_as_they_were(
    some: list[Moment], state: Repair, start: int
) -> None:
    now = NOON + 8 * DAY
    for one in some:
        told = moments.mended(one, state, now)
        for ago in range(1, 16):
            day = day_of(now, start) - ago * DAY
            assert moments.repair_on(told, day, start) == moments.repair_on(one, day, start)


# -- what is still open ------------------------------------------------------------------------


def test_what_is_open_or_partly_mended_is_still_open_the_newest_first() -> None:
    some = [
        moment("a"),
        moment("b", at=NOON + DAY, mending=told_at((NOON, "partly"))),
        moment("c", mending=told_at((NOON, "mended"))),
        moment("d", mending=told_at((NOON, "not_wanted"))),
        moment("e", mending=told_at((NOON, "not_safe"))),
        moment("f", "limit"),
        moment("g", at=NOON - DAY, mending=told_at((NOON, "mended"), (NOON + DAY, "open"))),
        moment("h"),
    ]
    assert names(moments.still_open(some)) == "bhag"
    assert names(moments.still_open(reversed(some))) == "bhag"


@given(some_moments)
def test_what_is_not_wanted_or_not_safe_is_as_settled_as_what_is_mended(some: list[Moment]) -> None:
    found = moments.still_open(some)
    assert {one.id for one in found} == {one.id for one in some if one.repair in ("open", "partly")}
    level: list[Repair] = ["mended", "not_wanted", "not_safe"]
    for state in level:
        settled = [moments.mended(one, state, NOON + 9 * DAY) for one in some]
        assert moments.still_open(settled) == []
    assert not {*STILL_OPEN} & {*level}


def test_those_with_somebody_keep_their_order() -> None:
    some = [
        moment("a", people=("noor", "jun")),
        moment("b", people=("jun",)),
        moment("c"),
        moment("d", "good", people=("noor",)),
    ]
    assert names(moments.with_person(some, "noor")) == "ad"
    assert moments.with_person(some, "") == []


# -- the line on the web -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ("open", "open"),
        ("partly", "partly"),
        ("mended", "mended"),
        ("not_wanted", "left"),
        ("not_safe", "left"),
    ],
)
def test_each_state_has_its_line_and_what_is_left_looks_the_same(state: Repair, line: Line) -> None:
    some = [moment("a", mending=told_at((NOON, state))), moment("b", "good"), moment("c", "miss")]
    assert moments.line_on(some, TODAY, 4) == line
    assert {*LINES} == {*REPAIRS}
    assert {"whole", *LINES.values()} == {*get_args(Line)}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ([], "whole"),
        ([[]], "open"),
        ([[(1, "mended")], []], "open"),
        ([[(1, "partly")], [(0, "open")]], "open"),
        ([[(0, "partly")], [(2, "mended")]], "partly"),
        ([[(0, "partly")], [(2, "not_safe")]], "partly"),
        # Nothing open: what was told last.
        ([[(0, "mended")], [(1, "not_wanted")]], "left"),
        ([[(2, "mended")], [(1, "not_wanted")]], "mended"),
        ([[(0, "open"), (2, "mended")], [(1, "not_safe")]], "mended"),
        ([[(2, "not_safe")], [(0, "open"), (1, "mended")]], "left"),
    ],
)
def test_what_is_open_shows_first_then_what_is_partly_mended_then_what_was_told_last(
    told: list[list[tuple[int, Repair]]], line: Line
) -> None:
    some = [
        moment(str(place), mending=told_at(*((NOON + day * DAY, state) for day, state in taps)))
        for place, taps in enumerate(told)
    ]
    assert moments.line_on(some, TODAY + 9 * DAY, 4) == line
    assert moments.line_on(some[::-1], TODAY + 9 * DAY, 4) == line


def test_of_two_told_of_at_one_moment_the_one_made_later_counts() -> None:
    some = [
        moment("a", mending=told_at((NOON, "not_safe"))),
        moment("b", mending=told_at((NOON, "mended"))),
    ]
    assert moments.line_on(some, TODAY, 4) == moments.line_on(some[::-1], TODAY, 4) == "mended"


def test_what_happens_later_than_it_was_told_counts_from_when_it_happened() -> None:
    # The moment was given another time afterwards.
    some = [
        moment("a", at=NOON + 3 * DAY, mending=told_at((NOON, "mended"))),
        moment("b", mending=told_at((NOON + 2 * DAY, "not_wanted"))),
    ]
    assert moments.line_on(some, TODAY + 2 * DAY, 4) == "left"
    assert moments.line_on(some, TODAY + 3 * DAY, 4) == "mended"


def test_what_is_told_later_does_not_change_which_was_told_last_that_day() -> None:
    some = [
        moment("a", mending=told_at((NOON + DAY, "mended"))),
        moment("b", mending=told_at((NOON, "not_safe"), (NOON + 5 * DAY, "mended"))),
    ]
    assert moments.line_on(some, TODAY, 4) == "open"
    assert moments.line_on(some, TODAY + DAY, 4) == "mended"


@pytest.mark.parametrize(
    ("day", "line"),
    [(8, "whole"), (9, "open"), (10, "partly"), (12, "left"), (13, "open"), (14, "left")],
)
def test_a_line_is_that_of_its_day(day: int, line: Line) -> None:
    other = moment(
        "n", at=NOON + 4 * DAY, mending=told_at((NOON + 5 * DAY + timedelta(hours=2), "mended"))
    )
    last = moment("o", at=NOON + 5 * DAY, mending=told_at((NOON + 5 * DAY, "mended")))
    again = told_at((NOON + 5 * DAY + timedelta(hours=3), "not_safe"))
    some = [moment(mending=(*HISTORY, *again)), other, last]
    assert moments.line_on(some, date(2026, 6, day), 4) == line


@given(some_moments, days, starts, st.randoms())
def test_a_line_follows_from_the_states_of_the_day_whatever_their_order(
    some: list[Moment], day: date, start: int, random: Any
) -> None:
    line = moments.line_on(some, day, start)
    mixed = random.sample(some, len(some))
    assert moments.line_on(mixed, day, start) == line
    states = {moments.repair_on(one, day, start) for one in some} - {None}
    if not states:
        assert line == "whole"
    elif "open" in states:
        assert line == "open"
    elif "partly" in states:
        assert line == "partly"
    else:
        assert line in {LINES[one] for one in states if one}
        assert line in ("mended", "left")


@given(some_moments, days, starts)
def test_a_line_does_not_tell_what_is_not_wanted_from_what_is_not_safe(
    some: list[Moment], day: date, start: int
) -> None:
    swap: dict[Repair, Repair] = {"not_wanted": "not_safe", "not_safe": "not_wanted"}
    other = [
        replace(
            one,
            mending=tuple(
                replace(told, state=swap.get(told.state, told.state)) for told in one.mending
            ),
        )
        for one in some
    ]
    assert moments.line_on(other, day, start) == moments.line_on(some, day, start)


# -- the person's own tags ---------------------------------------------------------------------


def test_tags_are_offered_once_the_one_used_last_first() -> None:
    some = [
        moment("a", tags=("renting", "my accent")),
        moment("b", tags=("only one here",)),
        moment("c"),
        moment("d", tags=("my accent", "renting too")),
    ]
    assert moments.tags_used(some) == ["my accent", "renting too", "only one here", "renting"]
    assert moments.tags_used(iter(some)) == moments.tags_used(some)


def test_no_tag_is_there_before_the_person_has_written_one() -> None:
    assert moments.tags_used([]) == moments.tags_used([moment(), moment("b", "need")]) == []


@given(st.lists(words, max_size=5), st.integers(1, 3))
def test_how_often_a_tag_was_used_does_not_matter(some: list[tuple[str, ...]], often: int) -> None:
    used = [moment(tags=tags) for tags in some]
    repeated = [one for one in used for _ in range(often)]
    assert moments.tags_used(repeated) == moments.tags_used(used)


@given(one_of(Repair))
def test_every_state_can_be_told(state: Repair) -> None:
    assert after((0, state)).repair == state
