"""When reminders come: by the clock on the wall, around sessions, and as a quiet line."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Break, Nudge, Pause, Reminders, Schedule, Settings, TherapySession
from domain.entries.reminders import DAY, FARTHEST, WEEK
from domain.reminding import (
    TEXTS,
    Reminder,
    answered,
    coming,
    due,
    is_put_off,
    moment,
    put_off,
    walls,
)
from domain.sessions import Course
from tests.entry_strategies import fixed_nudges, nudges

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
ZONES = (BERLIN, NEW_YORK, LORD_HOWE, "Asia/Tokyo", "America/Scoresbysund", "Africa/Casablanca")
EVENING = Nudge("N", 20 * 60)
WEEKLY = Schedule(
    id="S", rule="FREQ=WEEKLY", start=datetime.fromisoformat("2026-05-14T14:00"), zone=BERLIN
)
COURSE = Course((WEEKLY,))
NOWHERE = Course()
HOUR = timedelta(hours=1)


def at(text: str, zone: str = BERLIN) -> datetime:
    """A moment of 2026, as "06-09 20:00"."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZoneInfo(zone))


def with_(*some: Nudge, **changes: Any) -> Settings:
    """What is set, with these reminders."""
    return Settings(reminders=Reminders(some, **changes))


def told(
    settings: Settings, first: str, last: str, zone: str = BERLIN, course: Course = NOWHERE
) -> list[str]:
    """What comes, by the clock on the wall, with its offset in hours."""
    found = coming(settings, course, at(first, zone), at(last, zone), zone)
    return [f"{one.at:%m-%d %H:%M%z}" for one in found]


# -- moments to check in -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "minute", "first", "expected"),
    [
        (BERLIN, 20 * 60, "03-28", ["03-28 20:00+0100", "03-29 20:00+0200"]),
        (BERLIN, 150, "03-29", ["03-29 03:30+0200", "03-30 02:30+0200"]),
        (BERLIN, 150, "10-25", ["10-25 02:30+0200", "10-26 02:30+0100"]),
        (NEW_YORK, 150, "03-08", ["03-08 03:30-0400", "03-09 02:30-0400"]),
        (NEW_YORK, 90, "11-01", ["11-01 01:30-0400", "11-02 01:30-0500"]),
        (LORD_HOWE, 120, "10-04", ["10-04 02:30+1100", "10-05 02:00+1100"]),
        (LORD_HOWE, 105, "04-05", ["04-05 01:45+1100", "04-06 01:45+1030"]),
        (LORD_HOWE, 600, "04-05", ["04-05 10:00+1030", "04-06 10:00+1030"]),
        ("Nowhere/Known", 600, "04-05", ["04-05 10:00+0000", "04-06 10:00+0000"]),
    ],
)
def test_a_nudge_is_at_its_time_on_the_wall_whatever_clocks_are_set(
    zone: str, minute: int, first: str, expected: list[str]
) -> None:
    here = zone if zone in ZONES else "UTC"
    begin = at(f"{first} 00:00", here)
    found = coming(with_(Nudge("N", minute)), NOWHERE, begin, begin + timedelta(days=2), zone)
    assert [f"{one.at:%m-%d %H:%M%z}" for one in found] == expected


def test_a_nudge_stays_at_its_time_when_the_zone_becomes_another() -> None:
    landed = at("06-11 09:00", "Asia/Tokyo")
    settings = with_(EVENING)
    before = coming(settings, NOWHERE, at("06-09 00:00"), landed, BERLIN)
    after = coming(settings, NOWHERE, landed, landed + timedelta(days=2), "Asia/Tokyo")
    assert [f"{one.at:%d %H:%M%z}" for one in (*before, *after)] == [
        "09 20:00+0200",
        "10 20:00+0200",
        "11 20:00+0900",
        "12 20:00+0900",
    ]


def test_a_nudge_is_on_its_days_only() -> None:
    settings = with_(replace(EVENING, days=(7, 1)), Nudge("M", 480, days=(1,)))
    found = told(settings, "06-07 00:00", "06-15 00:00")
    assert found == ["06-07 20:00+0200", "06-08 08:00+0200", "06-08 20:00+0200", "06-14 20:00+0200"]


def test_an_interval_has_its_beginning_and_not_its_end() -> None:
    assert told(with_(EVENING), "06-09 20:00", "06-10 20:00") == ["06-09 20:00+0200"]


def test_a_time_that_is_left_out_at_midnight_is_on_the_next_day() -> None:
    # Clocks there went from 23:59 to 1:00.
    settings = with_(Nudge("N", 30))
    assert told(settings, "04-23 00:00", "04-25 00:00", "Africa/Cairo") == [
        "04-23 00:30+0200",
        "04-24 01:30+0300",
    ]
    apia = datetime(2011, 12, 31, tzinfo=ZoneInfo("Pacific/Apia"))
    found = coming(settings, NOWHERE, apia, apia + HOUR, "Pacific/Apia")
    assert [one.id for one in found] == ["N-20111230", "N-20111231"]


@given(nudges, st.sampled_from(ZONES), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_each_day_of_a_nudge_has_one_moment_across_changes_of_clocks(
    nudge: Nudge, zone: str, day: date
) -> None:
    begin = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    end = begin + timedelta(days=370)
    found = list(coming(with_(nudge), NOWHERE, begin, end, zone))
    days = [begin.date() + timedelta(days=count) for count in range(370)]
    wanted = Counter(one for one in days if one.isoweekday() in nudge.days)
    assert Counter(one.at.date() for one in found) == wanted
    assert len({one.id for one in found}) == len(found)
    for one in found:
        there = (nudge.at, nudge.at) if nudge.until is None else (nudge.at, nudge.until - 1)
        minute = one.at.hour * 60 + one.at.minute
        # Clocks were set forward over it by an hour at most.
        assert there[0] <= minute <= there[1] + 60


whenever = st.datetimes(
    datetime.fromisoformat("2025-01-01"),
    datetime.fromisoformat("2030-01-01"),
    timezones=st.sampled_from(ZONES).map(ZoneInfo),
)
minutes = st.none() | st.integers(0, FARTHEST)


@given(
    st.lists(nudges, max_size=2, unique_by=lambda one: one.id).map(tuple),
    minutes,
    minutes,
    whenever,
    st.tuples(st.integers(0, 20 * DAY), st.integers(0, 20 * DAY)),
    st.sampled_from(ZONES),
    st.none() | st.builds(Pause, st.dates(date(2025, 1, 1), date(2029, 1, 1))),
)
def test_two_intervals_have_together_what_the_whole_has(
    some: tuple[Nudge, ...],
    before: int | None,
    after: int | None,
    first: datetime,
    lengths: tuple[int, int],
    zone: str,
    pause: Pause | None,
) -> None:
    if pause is not None:
        pause = replace(pause, until=pause.since + timedelta(days=300))
    settings = replace(with_(*some, before=before, after=after), pause=pause)
    begin = first.astimezone(UTC)
    middle = begin + timedelta(minutes=lengths[0])
    end = middle + timedelta(minutes=lengths[1])
    whole = list(coming(settings, COURSE, first, end, zone))
    parts = [(first, middle), (middle, end)]
    assert [one for ends in parts for one in coming(settings, COURSE, *ends, zone)] == whole
    assert [one.at for one in whole] == sorted(one.at for one in whole)
    assert all(begin <= one.at < end for one in whole)


@given(nudges.filter(lambda one: one.until is not None), st.dates())
def test_a_drawn_moment_lies_in_its_window_and_is_drawn_once(nudge: Nudge, day: date) -> None:
    found = moment(nudge, day)
    assert found.date() == day
    assert nudge.until is not None
    assert nudge.at <= found.hour * 60 + found.minute < nudge.until
    assert moment(replace(nudge, days=(3,)), day) == found


def test_drawn_moments_are_spread_evenly_and_differ_between_days_and_nudges() -> None:
    window = Nudge("01K8ZZZZZZ0000000000000004", 600, 720)
    days = [date(2026, 1, 1) + timedelta(days=count) for count in range(12_000)]
    drawn = [moment(window, day) for day in days]
    per_minute = Counter(one.hour * 60 + one.minute for one in drawn)
    assert set(per_minute) == set(range(600, 720))
    # 100 are expected of each; beyond 60 and 140 would be four standard deviations.
    assert 60 < min(per_minute.values()) <= max(per_minute.values()) < 140
    same = sum(one.time() == other.time() for one, other in pairwise(drawn))
    assert same < 150
    others = [moment(replace(window, id="another"), day) for day in days]
    assert sum(one == other for one, other in zip(drawn, others, strict=True)) < 150
    # A later version draws the same.
    assert [f"{one:%H:%M}" for one in drawn[:3]] == ["11:06", "10:39", "11:09"]


@pytest.mark.parametrize(
    ("pause", "days"),
    [
        (None, [9, 10, 11, 12]),
        (Pause(date(2026, 6, 1)), []),
        (Pause(date(2026, 6, 9), date(2026, 6, 11)), [11, 12]),
        (Pause(date(2026, 6, 1), date(2026, 6, 9)), [9, 10, 11, 12]),
    ],
)
def test_a_pause_has_no_moments_to_check_in(pause: Pause | None, days: list[int]) -> None:
    settings = replace(with_(EVENING), pause=pause)
    found = coming(settings, NOWHERE, at("06-09 00:00"), at("06-13 00:00"), BERLIN)
    assert [one.at.day for one in found] == days


def test_a_moment_after_midnight_belongs_to_the_day_before_in_a_pause_too() -> None:
    settings = replace(with_(Nudge("N", 60)), pause=Pause(date(2026, 6, 9), date(2026, 6, 11)))
    found = walls(settings, settings.reminders.nudges[0], date(2026, 6, 10), date(2026, 6, 13))
    assert [one.day for one in found] == [12]


# -- around sessions ---------------------------------------------------------------------------


def around(course: Course, first: str, last: str, zone: str = BERLIN, **when: int) -> list[str]:
    """What comes, in words."""
    found = coming(with_(**when), course, at(first), at(last), zone)
    return [f"{one.what} {one.at:%m-%d %H:%M}" for one in found]


def said(day: int, **changes: Any) -> TherapySession:
    """The session of the weekly schedule on that day of June, with what was said about it."""
    found = COURSE.session(f"S-202606{day}T1400")
    assert found is not None
    return replace(found, **changes)


def test_what_is_around_a_session_is_told_by_minutes_from_its_ends() -> None:
    assert around(COURSE, "06-11 00:00", "06-18 00:00", before=60, after=10) == [
        "before 06-11 13:00",
        "after 06-11 15:00",
    ]
    assert around(COURSE, "06-11 00:00", "06-18 00:00") == []
    assert around(COURSE, "06-09 00:00", "06-11 00:00", before=15 * 60) == ["before 06-10 23:00"]
    assert around(COURSE, "06-04 00:00", "06-05 00:00", before=FARTHEST) == ["before 06-04 14:00"]
    assert around(COURSE, "06-18 14:50", "06-19 00:00", after=FARTHEST) == ["after 06-18 14:50"]
    week = replace(WEEKLY, start=datetime.fromisoformat("2026-04-04T15:00"))
    # Clocks are set forward in it.
    assert around(Course((week,)), "03-28 13:00", "03-28 14:01", before=FARTHEST) == [
        "before 03-28 14:00"
    ]


def test_what_is_around_a_session_follows_its_own_zone() -> None:
    assert around(COURSE, "06-11 00:00", "06-12 00:00", "Asia/Tokyo", before=60) == [
        "before 06-11 20:00"
    ]
    # On that night clocks are set forward: an hour before is an hour, not two.
    night = replace(WEEKLY, start=datetime.fromisoformat("2026-03-29T03:15"))
    assert around(Course((night,)), "03-28 00:00", "03-30 00:00", before=60) == [
        "before 03-29 01:15"
    ]
    assert around(COURSE, "10-22 00:00", "10-30 00:00", before=60) == [
        "before 10-22 13:00",
        "before 10-29 13:00",
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("planned", ["before", "after"]),
        ("happened", ["after"]),
        ("cut_short", ["after"]),
        ("they_cancelled", []),
        ("they_did_not_come", []),
        ("i_cancelled", []),
        ("break", []),
        ("ended", []),
    ],
)
def test_nothing_is_told_about_a_session_that_is_off(status: Any, expected: list[str]) -> None:
    course = Course((WEEKLY,), (said(11, status=status),))
    found = around(course, "06-11 00:00", "06-12 00:00", before=60, after=0)
    assert [one.partition(" ")[0] for one in found] == expected


@pytest.mark.parametrize("said_already", [{"waved_off": True}, {"held_back": "a little"}])
def test_nothing_is_told_after_a_session_about_which_something_was_said(
    said_already: dict[str, Any],
) -> None:
    course = Course((WEEKLY,), (said(11, **said_already),))
    found = around(course, "06-11 00:00", "06-12 00:00", before=60, after=0)
    assert [one.partition(" ")[0] for one in found] == ["before"]


def test_what_is_around_a_session_moves_with_it() -> None:
    moved = said(11, at=at("06-12 09:00"))
    found = around(Course((WEEKLY,), (moved,)), "06-11 00:00", "06-13 00:00", before=30, after=5)
    assert found == ["before 06-12 08:30", "after 06-12 09:55"]
    ids = {one.id for one in coming(with_(before=9), COURSE, at("06-11 00:00"), moved.at, BERLIN)}
    assert ids == {"S-20260611T1400-before"}


def test_breaks_and_ends_and_other_therapies_are_as_the_course_says() -> None:
    resting = replace(WEEKLY, breaks=(Break(date(2026, 6, 11), date(2026, 6, 17)),))
    other = replace(
        WEEKLY,
        id="T",
        therapy="other",
        start=datetime.fromisoformat("2026-06-10T08:00"),
        until=date(2026, 6, 17),
    )
    single = TherapySession(id="X", at=at("06-19 10:00"), therapy="third")
    course = Course((resting, other), (single,))
    assert around(course, "06-09 00:00", "06-20 00:00", before=0) == [
        "before 06-10 08:00",
        "before 06-18 14:00",
        "before 06-19 10:00",
    ]


# -- the quiet line ----------------------------------------------------------------------------


def line(
    settings: Settings, now: datetime, checked_in: datetime | None = None, course: Course = COURSE
) -> str | None:
    """What the line is about, where there is one."""
    found = due(settings, course, now, BERLIN, checked_in)
    return found.id if found is not None else None


@pytest.mark.parametrize(
    ("now", "checked_in", "expected"),
    [
        ("06-09 19:59", None, None),
        ("06-09 20:00", None, "N-20260609"),
        ("06-09 22:59", None, "N-20260609"),
        ("06-09 23:00", None, None),
        ("06-09 21:00", "06-09 18:59", "N-20260609"),
        ("06-09 21:00", "06-09 19:00", None),
        ("06-09 21:00", "06-09 20:30", None),
        # A clock that was set back since.
        ("06-09 21:00", "06-10 20:30", "N-20260609"),
    ],
)
def test_a_moment_to_check_in_is_open_for_three_hours_until_a_check_in(
    now: str, checked_in: str | None, expected: str | None
) -> None:
    made = None if checked_in is None else at(checked_in)
    assert line(with_(EVENING), at(now), made) == expected


def test_a_moment_to_check_in_ends_with_its_day() -> None:
    settings = with_(Nudge("N", 150))
    assert line(settings, at("06-09 03:59")) == "N-20260609"
    assert line(settings, at("06-09 04:00")) is None
    assert line(replace(settings, day_start=0), at("06-09 05:29")) == "N-20260609"
    late = replace(with_(Nudge("N", 23 * 60)), day_start=0)
    assert line(late, at("06-09 23:59")) == "N-20260609"
    assert line(late, at("06-10 00:00")) is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("06-10 13:59", None),
        ("06-10 14:00", "S-20260611T1400-before"),
        ("06-11 13:59", "S-20260611T1400-before"),
        ("06-11 14:00", None),
        ("06-11 14:59", None),
        ("06-11 15:00", "S-20260611T1400-after"),
        ("06-12 14:59", "S-20260611T1400-after"),
        ("06-12 15:00", None),
    ],
)
def test_before_a_session_is_until_it_begins_and_after_it_for_a_day(
    now: str, expected: str | None
) -> None:
    assert line(with_(before=DAY, after=10), at(now)) == expected


def test_the_newest_is_the_one() -> None:
    settings = with_(EVENING, before=DAY)
    assert line(settings, at("06-10 19:59")) == "S-20260611T1400-before"
    assert line(settings, at("06-10 20:00")) == "N-20260610"
    assert line(settings, at("06-10 20:01"), at("06-10 20:00")) == "S-20260611T1400-before"
    assert line(settings, at("06-10 23:00")) == "S-20260611T1400-before"
    both = with_(Nudge("N", 13 * 60), before=60)
    assert line(both, at("06-11 13:00")) == "S-20260611T1400-before"


def test_nothing_is_due_where_nothing_is_set_or_check_ins_are_paused() -> None:
    assert line(with_(), at("06-09 20:00")) is None
    paused = replace(with_(EVENING, before=DAY), pause=Pause(date(2026, 6, 9)))
    assert line(paused, at("06-10 20:30")) == "S-20260611T1400-before"


def test_what_was_answered_and_all_before_it_is_not_open_any_more() -> None:
    before = with_(EVENING, before=DAY)
    settings = replace(before, reminders=answered(before.reminders, at("06-10 20:05")))
    assert line(settings, at("06-10 20:06")) is None
    assert line(settings, at("06-11 20:06")) == "N-20260611"
    # A clock that was set back does not hide it for ever.
    assert line(settings, at("06-10 20:04")) == "N-20260610"


def later(settings: Settings, now: datetime, minutes: int = 60) -> Settings:
    return replace(settings, reminders=put_off(settings.reminders, now, minutes))


def test_what_is_put_off_comes_again_then_for_as_long() -> None:
    settings = later(with_(EVENING), at("06-09 22:30"), 60)
    assert line(settings, at("06-09 22:29")) == "N-20260609"
    assert line(settings, at("06-09 22:30")) is None
    assert line(settings, at("06-09 23:29")) is None
    assert line(settings, at("06-09 23:30")) == "N-20260609"
    assert line(settings, at("06-10 02:29")) == "N-20260609"
    assert line(settings, at("06-10 02:30")) is None
    assert line(settings, at("06-09 23:40"), at("06-09 23:00")) is None
    left = replace(settings, reminders=answered(settings.reminders, at("06-09 23:35")))
    assert line(left, at("06-09 23:36")) is None
    assert not is_put_off(left.reminders, at("06-09 23:00"))


def test_all_is_put_off_and_what_came_meanwhile_comes_then() -> None:
    settings = later(with_(EVENING, Nudge("M", 21 * 60)), at("06-09 20:10"), DAY)
    assert is_put_off(settings.reminders, at("06-10 20:09"))
    assert line(settings, at("06-09 21:30")) is None
    assert line(settings, at("06-10 20:10")) == "N-20260610"
    only = later(with_(Nudge("M", 21 * 60)), at("06-09 20:10"), 12 * 60)
    assert line(only, at("06-10 08:10")) == "M-20260609"


def test_what_is_before_a_session_does_not_wait_for_what_was_put_off() -> None:
    at_noon = Nudge("M", 13 * 60)
    settings = later(with_(at_noon, before=30), at("06-11 13:01"), 60)
    assert line(settings, at("06-11 13:29")) is None
    assert line(settings, at("06-11 13:30")) == "S-20260611T1400-before"
    assert line(settings, at("06-11 14:01")) == "M-20260611"


def test_times_that_rest_are_kept_and_none_comes() -> None:
    settings = with_(EVENING, resting=True)
    assert not settings.reminders.are_on
    assert line(settings, at("06-09 20:30")) is None
    assert with_(EVENING, resting=True, after=5).reminders.are_on


def test_what_was_over_before_it_was_put_off_stays_over() -> None:
    settings = later(with_(Nudge("N", 16 * 60), after=10), at("06-11 20:00"), 60)
    assert line(settings, at("06-11 21:00")) == "S-20260611T1400-after"
    # What came after it is its own.
    evening = later(with_(EVENING), at("06-09 18:00"), 60)
    assert line(evening, at("06-09 23:30")) is None


def test_what_is_before_a_session_is_never_open_once_that_has_begun() -> None:
    settings = later(with_(before=30), at("06-11 13:45"), 10)
    assert line(settings, at("06-11 13:55")) == "S-20260611T1400-before"
    assert line(settings, at("06-11 14:00")) is None
    assert line(later(with_(before=30), at("06-11 13:45"), 60), at("06-11 14:45")) is None


def test_after_a_session_one_may_put_off_until_the_next_day() -> None:
    settings = later(with_(after=10), at("06-12 14:30"), DAY)
    assert line(settings, at("06-13 14:29")) is None
    assert line(settings, at("06-13 14:30")) == "S-20260611T1400-after"
    assert line(settings, at("06-14 14:29")) == "S-20260611T1400-after"
    assert line(settings, at("06-14 14:30")) is None


def test_put_off_is_by_minutes_that_pass_also_when_clocks_are_set() -> None:
    night = at("10-25 01:30")
    reminders = put_off(Reminders((EVENING,)), night, 120)
    assert reminders.later is not None
    assert f"{reminders.later:%H:%M%z}" == "02:30+0100"
    assert reminders.later - night.astimezone(UTC) == timedelta(hours=2)


@pytest.mark.parametrize("minutes", [0, -1, DAY + 1])
def test_nothing_is_put_off_for_no_time_or_longer_than_a_day(minutes: int) -> None:
    with pytest.raises(ValueError, match="nothing is put off"):
        put_off(Reminders(), at("06-09 20:00"), minutes)


@given(fixed_nudges, whenever, st.integers(1, DAY), st.integers(0, 10 * 365 * DAY))
def test_a_clock_that_is_set_back_hides_nothing(
    nudge: Nudge, now: datetime, minutes: int, back: int
) -> None:
    settings = with_(replace(nudge, days=WEEK))
    here = now.astimezone(UTC)
    wrong = here + timedelta(minutes=back + 1)
    told = settings.reminders
    for reminders in (answered(told, wrong), put_off(told, wrong, minutes)):
        changed = replace(settings, reminders=reminders)
        assert due(changed, NOWHERE, here, "UTC", wrong) == due(
            settings, NOWHERE, here, "UTC", None
        )


# -- what it holds -----------------------------------------------------------------------------


def test_a_reminder_keeps_the_offset_of_its_place_and_not_the_zone() -> None:
    one = next(coming(with_(EVENING), NOWHERE, at("10-25 00:00"), at("10-26 00:00"), BERLIN))
    assert one == Reminder("N-20261025", "check_in", one.at, "N", one.at + 3 * HOUR)
    assert one.at.tzname() == "UTC+01:00"


def test_the_words_name_neither_the_app_nor_anything_of_the_journal() -> None:
    assert TEXTS == {
        "check_in": "A moment for yourself",
        "before": "Have a look at your list",
        "after": "A moment to look back",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Nudge("N", DAY),
        lambda: Nudge("N", -1),
        lambda: Nudge("N", 60, 60),
        lambda: Nudge("N", 60, DAY),
        lambda: Nudge("N", 60, days=()),
        lambda: Nudge("N", 60, days=(0,)),
        lambda: Reminders(before=-1),
        lambda: Reminders(after=FARTHEST + 1),
        lambda: Reminders(seen=datetime.fromisoformat("2026-06-09T20:00")),
    ],
)
def test_what_can_not_be_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        wrong()


@pytest.mark.parametrize(
    ("reminders", "on"),
    [
        (Reminders(), False),
        (Reminders(calendar=True, notify=True), False),
        (Reminders((EVENING,)), True),
        (Reminders(before=0), True),
        (Reminders(after=0), True),
    ],
)
def test_there_is_nothing_until_something_is_switched_on(reminders: Reminders, on: bool) -> None:
    assert reminders.are_on is on
