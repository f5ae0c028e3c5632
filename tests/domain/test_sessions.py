"""The course of a therapy: planned, moved, cancelled, on a break, over."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Break, Reply, Schedule, Status, TherapySession
from domain.sessions import Course, changed, occurrences, paused, resumed

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 6, 9, 12, tzinfo=UTC)
WEEKLY = Schedule(id="S", rule="FREQ=WEEKLY", start=datetime(2026, 5, 14, 14), zone=BERLIN)


def at(day: int, month: int = 6, hour: int = 14, zone: str = BERLIN) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZoneInfo(zone))


def course(*recorded: TherapySession, schedules: tuple[Schedule, ...] = (WEEKLY,)) -> Course:
    return Course(schedules, recorded)


def planned(day: int, month: int = 6, **said: Any) -> TherapySession:
    """The session of the weekly schedule on that day, with what was said about it."""
    found = Course((WEEKLY,)).session(f"S-2026{month:02}{day:02}T1400")
    assert found is not None
    return replace(found, **said)


@pytest.mark.parametrize(
    ("zone", "month", "utc"),
    [
        (BERLIN, 3, ["12 13:00", "19 13:00", "26 13:00", "02 12:00"]),
        (BERLIN, 10, ["08 12:00", "15 12:00", "22 12:00", "29 13:00"]),
        ("America/New_York", 3, ["05 19:00", "12 18:00", "19 18:00", "26 18:00"]),
        ("America/New_York", 10, ["29 18:00", "05 19:00", "12 19:00", "19 19:00"]),
        ("America/Sao_Paulo", 10, ["01 17:00", "08 17:00", "15 17:00", "22 17:00"]),
        ("Australia/Lord_Howe", 4, ["02 03:00", "09 03:30", "16 03:30", "23 03:30"]),
        ("Asia/Kathmandu", 6, ["04 08:15", "11 08:15", "18 08:15", "25 08:15"]),
    ],
)
def test_a_session_keeps_its_time_on_the_wall_when_clocks_are_set(
    zone: str, month: int, utc: list[str]
) -> None:
    first = datetime(2026, month, int(utc[0][:2]), 14)
    schedule = Schedule(id="S", rule="FREQ=WEEKLY", start=first, zone=zone)
    begin = first.replace(tzinfo=UTC) - timedelta(days=2)
    found = list(occurrences(schedule, begin, begin + timedelta(days=25)))
    assert [f"{one.at.astimezone(UTC):%d %H:%M}" for one in found] == utc
    assert {f"{one.at:%H:%M}" for one in found} == {"14:00"}


@given(
    st.sampled_from([BERLIN, "America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "UTC"]),
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from(["FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=2TU"]),
)
def test_sessions_of_a_year_are_in_order_apart_and_found_by_their_id(
    zone: str, start: datetime, rule: str
) -> None:
    schedule = Schedule(id="S", rule=rule, start=start.replace(second=0, microsecond=0), zone=zone)
    begin = start.replace(tzinfo=UTC)
    every = Course((schedule,)).between(begin, begin + timedelta(days=365))
    assert every
    for one, other in pairwise(every):
        assert one.at < other.at
    assert len({one.id for one in every}) == len(every)
    for one in every[::7]:
        assert Course((schedule,)).session(one.id) == one


def test_next_is_the_first_that_is_planned_and_not_over() -> None:
    assert course().next(NOW) == planned(11)
    assert course(planned(11, status="they_cancelled")).next(NOW) == planned(18)
    assert course(schedules=()).next(NOW) is None
    assert course().next(at(11) + timedelta(minutes=49)) == planned(11)
    assert course().next(at(11) + timedelta(minutes=50)) == planned(18)


def test_what_is_ahead_shows_what_was_cancelled_too() -> None:
    cancelled = planned(18, status="i_cancelled")
    assert course(cancelled).ahead(NOW, 2) == [planned(11), cancelled, planned(25)]
    single = TherapySession(id="X", at=at(10))
    assert course(single, schedules=()).ahead(NOW, 2) == [single]


def test_a_single_session_stands_among_those_of_a_schedule() -> None:
    single = TherapySession(id="X", at=at(10), logged_at=NOW)
    assert course(single).next(NOW) == single
    assert course(single).session("X") == single
    assert [one.id for one in course(single).between(NOW, at(12))] == ["X", "S-20260611T1400"]


def test_one_that_was_moved_is_where_it_was_moved_to_and_nowhere_else() -> None:
    moved = planned(11, at=at(13, hour=9), logged_at=NOW)
    found = course(moved).between(NOW, at(20))
    assert [f"{one.at:%d %H}" for one in found] == ["13 09", "18 14"]
    assert course(moved).session("S-20260611T1400") == moved


@pytest.mark.parametrize("id", ["", "S", "S-", "S-x", "S-20260612T1400", "T-20260611T1400", "S-9"])
def test_there_is_no_session_by_another_id(id: str) -> None:
    assert course().session(id) is None


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("happened", True),
        ("cut_short", True),
        ("planned", True),
        ("they_cancelled", False),
        ("they_did_not_come", False),
        ("i_cancelled", False),
        ("break", False),
        ("ended", False),
    ],
)
def test_since_last_session_counts_from_one_that_may_have_been(
    status: Status, counts: bool
) -> None:
    last = course(planned(4, status=status)).last(NOW)
    assert last is not None
    assert last.at == (at(4) if counts else at(28, 5))


def test_without_a_session_there_is_no_last_one_and_nothing_to_ask_about() -> None:
    assert course(schedules=()).last(NOW) is None
    assert course(schedules=()).unsaid(NOW) is None


def test_a_session_is_over_when_the_person_says_so() -> None:
    early = at(11) + timedelta(minutes=20)
    assert course().last(early) == planned(4)
    said = planned(11, status="cut_short")
    assert course(said).last(early) == said
    assert course(said).next(early) == planned(18)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({}, True),
        ({"status": "happened"}, False),
        ({"status": "they_did_not_come"}, False),
        ({"waved_off": True}, False),
        ({"connection": 5}, False),
        ({"replies": (Reply("A01", "?", "the laugh"),)}, False),
    ],
)
def test_one_is_asked_about_the_newest_session_until_something_is_said(
    said: dict[str, Any], asked: bool
) -> None:
    assert (course(planned(4, **said)).unsaid(NOW) is not None) == asked


def test_what_is_long_ago_is_in_the_history_where_something_was_said() -> None:
    old = TherapySession(id="X", at=NOW - timedelta(days=900), status="happened")
    past = course(old, planned(4, status="happened")).past(NOW)
    assert [f"{one.at:%d.%m}" for one in past] == [
        "04.06",
        "28.05",
        "21.05",
        "14.05",
        f"{old.at:%d.%m}",
    ]


@pytest.mark.parametrize(
    ("hour", "minutes", "overlaps"),
    [(14, 50, True), (13, 50, False), (13, 61, True), (15, 10, False)],
)
def test_sessions_that_overlap_are_told(hour: int, minutes: int, overlaps: bool) -> None:
    beside = course().beside(at(11, hour=hour), minutes)
    assert (beside == planned(11)) == overlaps
    assert course().beside(at(11), 50, planned(11).id) is None
    assert course(planned(11, status="i_cancelled")).beside(at(11), 50) is None


def test_a_break_has_no_sessions_and_leaves_what_was_said() -> None:
    away = replace(WEEKLY, breaks=(Break(date(2026, 6, 8), date(2026, 6, 20)),))
    said = planned(18, status="happened")
    assert course(schedules=(away,)).next(NOW) == planned(25)
    assert [one.id for one in course(said, schedules=(away,)).between(NOW, at(20))] == [said.id]


def test_a_break_without_an_end_lasts_until_the_person_says_so() -> None:
    away = paused(WEEKLY, date(2026, 6, 11))
    assert course(schedules=(away,)).next(NOW) is None
    again = resumed(away, date(2026, 7, 1))
    assert again.breaks == (Break(date(2026, 6, 11), date(2026, 6, 30)),)
    assert course(schedules=(again,)).next(NOW) == planned(2, 7)
    assert resumed(away, date(2026, 6, 11)).breaks == ()


def test_a_break_takes_in_those_inside_of_it_and_leaves_the_others() -> None:
    days = [date(2026, month, 1) for month in range(1, 9)]
    apart = paused(paused(WEEKLY, days[6], days[7]), days[0], days[1])
    assert apart.breaks == (Break(days[0], days[1]), Break(days[6], days[7]))
    inside = paused(apart, days[3], days[4])
    assert len(inside.breaks) == 3
    assert paused(inside, days[2]).breaks == (Break(days[0], days[1]), Break(days[2]))
    assert resumed(inside, days[5]) == inside


@given(st.dates(date(2026, 5, 14), date(2027, 5, 1)), st.integers(0, 200), st.integers(0, 200))
def test_after_a_break_ends_there_are_sessions_again(first: date, long: int, later: int) -> None:
    away = paused(WEEKLY, first, first + timedelta(days=long))
    day = first + timedelta(days=later)
    back = resumed(away, day)
    assert not any(day in one for one in back.breaks)
    begin = datetime.combine(max(day, first + timedelta(days=long)), datetime.min.time(), UTC)
    assert course(schedules=(back,)).next(begin) is not None


def test_a_changed_schedule_leaves_what_was_planned_before_today() -> None:
    new = replace(WEEKLY, id="N", start=datetime(2026, 6, 12, 9), rule="FREQ=WEEKLY;INTERVAL=2")
    old, other = changed(WEEKLY, new, date(2026, 6, 9))
    found = Course((old, other)).between(at(1), at(30))
    assert [f"{one.at:%d %H}" for one in found] == ["04 14", "12 09", "26 09"]


def test_a_schedule_that_has_not_begun_is_replaced() -> None:
    new = replace(WEEKLY, id="N", start=datetime(2026, 5, 15, 9))
    assert changed(WEEKLY, new, date(2026, 5, 1)) == (replace(new, id="S"),)


@pytest.mark.parametrize(
    ("rule", "first"), [("FREQ=WEEKLY", "11.06.26"), ("FREQ=WEEKLY;COUNT=1", "09.06.26")]
)
def test_a_changed_schedule_never_reaches_back(rule: str, first: str) -> None:
    new = replace(WEEKLY, id="N", rule=rule)
    _, other = changed(WEEKLY, new, date(2026, 6, 9))
    assert f"{other.start:%d.%m.%y}" == first


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("length", 0), ("length", 1441), ("rule", "FREQ=NEVER"), ("start", NOW)],
)
def test_a_schedule_checks_itself(field: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        replace(WEEKLY, **{field: wrong})


def test_a_break_ends_after_it_has_begun() -> None:
    with pytest.raises(ValueError, match="after it has begun"):
        Break(date(2026, 6, 2), date(2026, 6, 1))


def test_a_zone_that_this_device_does_not_know_is_kept_and_counts_as_utc() -> None:
    far = replace(WEEKLY, zone="Mars/Olympus")
    found = course(schedules=(far,)).next(NOW)
    assert found is not None
    assert found.at == datetime(2026, 6, 11, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "took"), [("happened", True), ("cut_short", True), ("break", False)]
)
def test_what_took_place(status: Status, took: bool) -> None:
    assert planned(4, status=status).took_place == took


def test_a_reply_is_found_by_its_prompt() -> None:
    one = planned(4, replies=(Reply("A01", "?", "the laugh"),))
    assert (one.reply("A01"), one.reply("A02")) == ("the laugh", "")
