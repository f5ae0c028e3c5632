"""The question of a day: which it is, when there is none, and what is never asked."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import questions
from domain.entries import Offer, OwnPrompt, Pace, Reflection
from domain.prompts import Prompt, prompts
from domain.questions import OF_SEVERAL, lately, light, of_the_day, own

TODAY = date(2026, 6, 9)
DAY = timedelta(days=1)
SOME = light((), several=False)
GATED = tuple(one for one in prompts("parts") if one.depth == "gated")
OWN = (
    OwnPrompt("a", "What was on the table?", "day"),
    OwnPrompt("b", "What colour is it?", "notice"),
    OwnPrompt("c", "What would you pack for it?", "know"),
    OwnPrompt("d", " ", "day"),
)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
some_ids = st.sets(st.sampled_from([one.id for one in SOME]))


def answered(prompt: Prompt, day: date, hour: int = 12) -> Reflection:
    at = datetime.combine(day, time(hour), UTC)
    return Reflection(id="r", at=at, prompt=prompt.id, asked=prompt.text, text="Noor")


def asked(today: date, some: tuple[Prompt, ...] = SOME, **more: object) -> Prompt:
    found = of_the_day(some, today, **more)  # type: ignore[arg-type]
    assert found is not None
    return found


@given(days)
def test_answering_leaves_it_the_question_of_that_day_and_asks_another_the_next(
    today: date,
) -> None:
    first = asked(today)
    told = [answered(first, today)]
    assert asked(today, answered=lately(told, today, 4)) == first
    tomorrow = today + DAY
    assert asked(tomorrow, answered=lately(told, tomorrow, 4)) != first


@given(days)
def test_day_after_day_every_question_comes_before_one_comes_again(first: date) -> None:
    run = [asked(first + ahead * DAY) for ahead in range(len(SOME))]
    assert {*run} == {*SOME}
    assert asked(first + len(SOME) * DAY) == run[0]


@given(days, st.integers(0, 200))
def test_each_turn_is_another_question_for_that_day_alone(today: date, turns: int) -> None:
    run = [asked(today, offer=Offer(today, turns + more)) for more in range(len(SOME))]
    assert {*run} == {*SOME}
    assert asked(today, offer=Offer(today)) == asked(today)
    assert asked(today + DAY, offer=Offer(today, turns)) == asked(today + DAY)


def test_a_question_that_was_left_is_gone_until_the_next_day() -> None:
    left = Offer(TODAY, turns=2, left=True)
    assert of_the_day(SOME, TODAY, offer=left) is None
    assert asked(TODAY + DAY, offer=left)


@given(days)
def test_there_is_one_each_day_or_every_third_or_never(today: date) -> None:
    three = [today + ahead * DAY for ahead in range(3)]
    for pace, count in (("daily", 3), ("now_and_then", 1), ("never", 0)):
        found = [of_the_day(SOME, day, pace=pace) for day in three]  # type: ignore[arg-type]
        assert sum(one is not None for one in found) == count


@given(days, st.integers(1, len(SOME)))
def test_every_third_day_too_every_question_comes_before_one_comes_again(
    first: date, count: int
) -> None:
    some = SOME[:count]
    run = [
        of_the_day(some, first + ahead * DAY, pace="now_and_then")
        for ahead in range(3 * (count + 1))
    ]
    came = [one for one in run if one is not None]
    assert {*came[:-1]} == {*some}
    assert came[-1] == came[0]


@given(days, some_ids, some_ids)
def test_what_is_hidden_is_never_asked_and_what_was_answered_only_when_all_else_was(
    today: date, hidden: set[str], lately: set[str]
) -> None:
    found = of_the_day(SOME, today, hidden=hidden, answered=lately)
    wanted = {one.id for one in SOME} - hidden
    if found is None:
        assert not wanted
    else:
        assert found.id in (wanted - lately or wanted)


def test_with_all_answered_there_is_still_one_and_with_all_hidden_there_is_none() -> None:
    every = [one.id for one in SOME]
    assert asked(TODAY, answered=every)
    assert of_the_day(SOME, TODAY, hidden=every) is None
    assert of_the_day((), TODAY) is None


@given(days, st.integers(0, 99))
def test_a_gated_question_is_never_that_of_a_day(today: date, turns: int) -> None:
    mixed = (*GATED, *own(OWN, "know", "day"), *SOME[:3])
    assert asked(today, mixed, offer=Offer(today, turns)).depth == "light"
    assert of_the_day(GATED, today, offer=Offer(today, turns)) is None


@pytest.mark.parametrize(
    ("ago", "counts"), [(-1, False), (0, False), (1, True), (30, True), (31, False)]
)
def test_lately_is_in_the_thirty_days_before_today(ago: int, counts: bool) -> None:
    told = [answered(SOME[0], TODAY - ago * DAY), answered(SOME[1], TODAY)]
    assert lately(told, TODAY, 4) == ({SOME[0].id} if counts else set())


@pytest.mark.parametrize(
    ("hour", "start", "day_before"),
    [(1, 4, True), (3, 4, True), (4, 4, False), (1, 0, False), (0, 0, False), (11, 12, True)],
)
def test_what_was_answered_before_the_day_began_belongs_to_the_day_before(
    hour: int, start: int, day_before: bool
) -> None:
    told = [answered(SOME[0], TODAY, hour)]
    assert lately(told, TODAY, start) == ({SOME[0].id} if day_before else set())
    assert lately(told, TODAY - DAY, start) == set()
    assert lately(told, TODAY + DAY, start) == {SOME[0].id}
    assert lately(told, TODAY + 30 * DAY, start) == (set() if day_before else {SOME[0].id})


@given(days, st.integers(0, 3))
def test_what_is_answered_at_night_stays_the_question_until_the_day_is_over(
    day: date, hour: int
) -> None:
    told = [answered(asked(day), day + DAY, hour)]
    assert asked(day, answered=lately(told, day, 4)) == asked(day)
    assert asked(day + DAY, answered=lately(told, day + DAY, 4)) != asked(day)


def test_light_ones_are_of_connection_and_of_parts_in_turn_then_ones_own() -> None:
    some = light(OWN, several=False)
    assert [one.id for one in some[:4]] == ["C01", "P01", "C02", "P02"]
    assert [one.id for one in some[-2:]] == ["C30", "a"]
    assert len({*some}) == len(some)
    assert {one.depth for one in some} == {"light"}
    of_parts = {one.id for one in some if one.set == "parts"}
    assert of_parts == {one.id for one in prompts("parts") if one.family in questions.DAY_FAMILIES}


def test_what_needs_several_parts_is_asked_with_several_alone() -> None:
    assert {one.id for one in light((), True)} - {one.id for one in light((), False)} == {
        *OF_SEVERAL
    }
    assert not {one.id for one in light((), False)} & {*OF_SEVERAL}


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        (["day"], [("a", "light")]),
        (["notice"], [("b", "light")]),
        (["know"], [("c", "gated")]),
        (["notice", "know"], [("b", "light"), ("c", "gated")]),
        ([], []),
    ],
)
def test_ones_own_are_asked_where_they_belong_and_blank_ones_nowhere(
    places: list[str], wanted: list[tuple[str, str]]
) -> None:
    assert [(one.id, one.depth) for one in own(OWN, *places)] == wanted


@pytest.mark.parametrize("pace", ["daily", "now_and_then"])
def test_who_answers_everything_is_asked_everything(pace: Pace) -> None:
    told: list[Reflection] = []
    for today in (TODAY + ahead * DAY for ahead in range(4 * 365)):
        lately_told = lately(told[-40:], today, 4)
        if one := of_the_day(SOME, today, answered=lately_told, pace=pace):
            told.append(answered(one, today))
    assert {one.prompt for one in told} == {one.id for one in SOME}


@given(days, st.integers(0, 40))
def test_the_one_that_was_written_to_stays_whatever_else_could_be_asked(
    today: date, turns: int
) -> None:
    wrote = Offer(today, turns, prompt=SOME[3].id)
    for some in (SOME, light((), several=True), SOME[2:5]):
        assert asked(today, some, offer=wrote) == SOME[3]
    assert asked(today, offer=wrote, hidden=[SOME[3].id]) != SOME[3]
    assert asked(today + DAY, offer=wrote) == asked(today + DAY)
