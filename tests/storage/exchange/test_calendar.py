"""Reminders as a file for a calendar: read back by icalendar, and by dateutil what comes again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from domain.entries import (
    Break,
    Nudge,
    OwnPrompt,
    Pause,
    Reminders,
    Reply,
    Schedule,
    Settings,
    Supporter,
    TherapySession,
)
from domain.entries.reminders import FARTHEST
from domain.language import LANGUAGES, speak, tr
from domain.recurrence import at_wall_clock
from domain.reminding import TEXTS, coming
from domain.sessions import Course
from storage.exchange.calendar import NUDGES, SESSIONS, calendar
from storage.handing import Handing
from tests.entry_strategies import nudges

BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo")
NOW = datetime(2026, 6, 9, 12, tzinfo=ZoneInfo(BERLIN))
EVENING = Nudge("N", 20 * 60)
WINDOW = Nudge("W", 600, 720)
WEEKLY = Schedule(
    id="S", rule="FREQ=WEEKLY", start=datetime.fromisoformat("2026-05-14T14:00"), zone=BERLIN
)
COURSE = Course((WEEKLY,))
NOWHERE = Course()
CANARY = "Canary"


def with_(*some: Nudge, **changes: Any) -> Settings:
    """What is set, with these reminders."""
    return Settings(reminders=Reminders(some, **changes))


def events(
    mine: Settings, course: Course = NOWHERE, now: datetime = NOW, zone: str = BERLIN
) -> list[Any]:
    """The events of a file, as icalendar reads them."""
    return [*Calendar.from_ical(calendar(mine, course, now, zone)).walk("VEVENT")]


def moments(event: Any, zone: str, last: datetime) -> Iterator[datetime]:
    """When an event is before `last`, in a calendar in that zone."""
    start = event["DTSTART"].dt
    if start.tzinfo is not None:
        yield start.astimezone(UTC)
    elif "RRULE" not in event:
        yield at_wall_clock(start, zone).astimezone(UTC)
    else:
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
        end = last.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + timedelta(days=1)
        for wall in rule.between(start, end, inc=True):
            yield at_wall_clock(wall, zone).astimezone(UTC)


def ringing(found: list[Any]) -> list[Any]:
    """Those that have an alarm."""
    return [one for one in found if one.walk("VALARM")]


def off(found: list[Any]) -> list[Any]:
    """Those that are told as cancelled."""
    return [one for one in found if one.get("STATUS") == "CANCELLED"]


def uids(found: list[Any]) -> list[str]:
    """Their ids."""
    return [str(one["UID"]) for one in found]


# -- the same moments as in the app ------------------------------------------------------------

minutes = st.none() | st.integers(0, FARTHEST)


@given(
    st.lists(nudges, max_size=2, unique_by=lambda one: one.id).map(tuple),
    minutes,
    minutes,
    st.datetimes(
        datetime.fromisoformat("2026-01-01"),
        datetime.fromisoformat("2028-01-01"),
        timezones=st.sampled_from(ZONES).map(ZoneInfo),
    ),
    st.sampled_from(ZONES),
    st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_a_calendar_rings_when_the_app_reminds_across_changes_of_clocks(
    some: tuple[Nudge, ...],
    before: int | None,
    after: int | None,
    now: datetime,
    place: str,
    made_before: bool,
) -> None:
    mine = with_(*some, before=before, after=after, calendar=made_before)
    course = Course((replace(WEEKLY, zone=place),))
    zone, begin = str(now.tzinfo), now.astimezone(UTC)
    rings = ringing(events(mine, course, now, zone))
    last = begin + SESSIONS
    there = Counter(when for one in rings for when in moments(one, zone, last) if when < last)
    every = [*coming(mine, course, begin, last, zone)]
    # What is drawn is told for a while, of whole days.
    soon = begin + NUDGES - timedelta(days=1)
    drawn = {one.id for one in some if one.until is not None}
    at = [one.at.astimezone(UTC) for one in every if one.about not in drawn or one.at < soon]
    assert Counter(at) <= there
    assert there <= Counter(one.at.astimezone(UTC) for one in every)
    assert not off(events(mine, course, now, zone))


@pytest.mark.parametrize(
    ("zone", "now", "minute", "utc"),
    [
        (BERLIN, "2026-03-28T12:00", 1200, ["28 19:00", "29 18:00", "30 18:00"]),
        (BERLIN, "2026-03-28T12:00", 150, ["29 01:30", "30 00:30"]),
        (BERLIN, "2026-10-24T12:00", 150, ["25 00:30", "26 01:30"]),
        ("America/New_York", "2026-10-31T12:00", 1200, ["01 00:00", "02 01:00", "03 01:00"]),
        ("Australia/Lord_Howe", "2026-04-04T12:00", 1200, ["04 09:00", "05 09:30", "06 09:30"]),
        # In the hour that a clock left out, and in the second of one that it shows twice.
        (BERLIN, "2026-03-29T03:10", 150, ["29 01:30", "30 00:30"]),
        (BERLIN, "2026-10-25T02:10+01:00", 150, ["26 01:30"]),
        # What an evening left out is on the next day.
        ("America/Scoresbysund", "2026-03-29T00:10", 1410, ["29 01:30", "30 00:30"]),
    ],
)
def test_a_nudge_is_at_its_time_on_the_wall_whatever_clocks_are_set(
    zone: str, now: str, minute: int, utc: list[str]
) -> None:
    here = datetime.fromisoformat(now)
    here = here if here.tzinfo else here.replace(tzinfo=ZoneInfo(zone))
    (event,) = events(with_(Nudge("N", minute)), NOWHERE, here, zone)
    ahead = [one for one in moments(event, zone, here + timedelta(days=9)) if one >= here]
    assert [f"{one:%d %H:%M}" for one in ahead][: len(utc)] == utc
    every = [*coming(with_(Nudge("N", minute)), NOWHERE, here, here + timedelta(days=5), zone)]
    assert [one.at for one in every] == ahead[: len(every)]


def test_times_on_the_wall_have_no_zone_and_stay_where_one_travels() -> None:
    repeated, *drawn = events(with_(EVENING, WINDOW))
    assert repeated["DTSTART"].to_ical() == b"20260609T200000"
    assert not repeated["DTSTART"].params
    assert len(drawn) == NUDGES.days - 1
    for one in drawn:
        assert one["DTSTART"].dt.tzinfo is None
        assert "RRULE" not in one
    tokyo = [f"{one.astimezone(ZoneInfo('Asia/Tokyo')):%d %H:%M}" for one in in_tokyo(repeated)]
    assert tokyo[:2] == ["09 20:00", "10 20:00"]


def in_tokyo(event: Any) -> Iterator[datetime]:
    return moments(event, "Asia/Tokyo", NOW + timedelta(days=3))


@pytest.mark.parametrize(
    ("days", "rule", "first"),
    [
        ((1, 2, 3, 4, 5, 6, 7), "FREQ=DAILY", "0609"),
        ((5, 1, 5), "FREQ=WEEKLY;BYDAY=MO,FR", "0612"),
        ((2,), "FREQ=WEEKLY;BYDAY=TU", "0609"),
        ((1,), "FREQ=WEEKLY;BYDAY=MO", "0615"),
    ],
)
def test_a_nudge_comes_again_by_a_rule_that_it_begins_with(
    days: tuple[int, ...], rule: str, first: str
) -> None:
    (event,) = events(with_(replace(EVENING, days=days)))
    assert event["RRULE"].to_ical().decode() == rule
    assert event["DTSTART"].to_ical().decode() == f"2026{first}T200000"


def test_a_time_of_today_that_is_over_begins_on_its_next_day() -> None:
    (event,) = events(with_(Nudge("N", 600, days=(2,))))
    assert event["DTSTART"].dt.date() == date(2026, 6, 16)


def test_what_is_around_a_session_is_in_utc_and_names_no_zone() -> None:
    before, after, *_ = events(with_(before=15 * 60, after=10), COURSE)
    assert before["DTSTART"].to_ical() == b"20260610T210000Z"
    assert after["DTSTART"].to_ical() == b"20260611T130000Z"


# -- what is off -------------------------------------------------------------------------------


def said(day: int, **changes: Any) -> TherapySession:
    """The session of the weekly schedule on that day of June, with what was said about it."""
    found = COURSE.session(f"S-202606{day}T1400")
    assert found is not None
    return replace(found, **changes)


SINGLE = TherapySession(id="X", at=datetime(2026, 6, 20, 9, tzinfo=UTC))
RESTING = replace(WEEKLY, breaks=(Break(date(2026, 6, 11), date(2026, 6, 24)),))
OVER = replace(WEEKLY, until=date(2026, 6, 12))


@pytest.mark.parametrize(
    ("course", "count"),
    [
        (Course((WEEKLY,), (said(11, status="they_cancelled"),)), 1),
        (Course((WEEKLY,), (said(11, at=NOW - timedelta(days=3)),)), 1),
        (Course((WEEKLY,), (replace(SINGLE, status="i_cancelled"),)), 1),
        (Course((RESTING,)), 2),
        (Course((OVER,)), 25),
        (
            Course(
                (OVER, replace(WEEKLY, id="T", start=datetime.fromisoformat("2026-06-12T09:00")))
            ),
            25,
        ),
        (Course((replace(WEEKLY, until=date(2026, 6, 1)),)), 26),
        (Course((replace(WEEKLY, until=date(2025, 1, 1)),)), 0),
    ],
)
def test_what_is_off_rings_no_more_once_the_file_is_taken_in_again(
    course: Course, count: int
) -> None:
    mine = with_(before=60)
    as_planned = Course(
        tuple(replace(one, breaks=(), until=None) for one in course.schedules),
        tuple(replace(one, status="planned") for one in course.recorded if one.id == "X"),
    )
    first = ringing(events(mine, as_planned))
    assert not off(events(mine, course))
    again = events(replace(mine, reminders=replace(mine.reminders, calendar=True)), course)
    assert len(off(again)) == count
    if count:
        # Of all that the first file told, the second says what it is now.
        assert {*uids(first)} <= {*uids(again)}
    told = coming(mine, course, NOW, NOW + SESSIONS, BERLIN)
    assert [one["DTSTART"].dt for one in ringing(again)] == [one.at for one in told]
    assert not {*uids(off(again))} & {*uids(ringing(again))}
    assert not ringing(off(again))


def test_a_session_that_was_moved_is_the_same_event_at_another_time() -> None:
    mine = with_(before=60, calendar=True)
    moved = Course((WEEKLY,), (said(11, at=NOW + timedelta(days=1)),))
    first, again = events(mine, COURSE), events(mine, moved)
    assert {*uids(first)} == {*uids(again)}
    assert again[0]["UID"] == first[0]["UID"]
    assert again[0]["DTSTART"].dt == NOW + timedelta(hours=23)


def test_in_a_pause_nothing_rings_to_check_in() -> None:
    mine = with_(EVENING, WINDOW)
    endless = replace(mine, pause=Pause(date(2026, 6, 9)))
    assert events(endless) == []
    made = replace(endless, reminders=replace(endless.reminders, calendar=True))
    assert {*uids(off(events(made)))} == {*uids(events(mine))}
    assert not ringing(events(made))


def test_times_that_rest_are_taken_back_where_a_file_was_made_before() -> None:
    assert events(with_(EVENING, WINDOW, resting=True)) == []
    taken_back = events(with_(EVENING, WINDOW, resting=True, calendar=True))
    rang = {one["UID"] for one in events(with_(EVENING, WINDOW))}
    assert {one["UID"] for one in taken_back} == rang
    assert off(taken_back) == taken_back


def test_after_a_pause_check_ins_ring_again() -> None:
    pause = Pause(date(2026, 6, 9), date(2026, 7, 9))
    repeated, *drawn = events(replace(with_(EVENING, WINDOW), pause=pause))
    assert repeated["DTSTART"].dt.date() == date(2026, 7, 9)
    assert drawn[0]["DTSTART"].dt.date() == date(2026, 7, 9)
    # With a day that begins at 4:00, 1:00 on its first day is in the pause.
    (night,) = events(replace(with_(Nudge("N", 60, days=(4,))), pause=pause))
    assert night["DTSTART"].dt.date() == date(2026, 7, 16)


# -- what it holds -----------------------------------------------------------------------------

FULL = Settings(
    reminders=Reminders((Nudge(f"{CANARY}1", 1200), Nudge(f"{CANARY}2", 60, 600)), 60, 10),
    supporters=(Supporter(CANARY, CANARY, CANARY),),
    own_words=(CANARY,),
    names=(CANARY,),
    own_prompts=(OwnPrompt("1", CANARY, "day"),),
    out_of_hours=CANARY,
    title=CANARY,
)
TOLD = Course(
    (replace(WEEKLY, id=CANARY, therapy=CANARY),),
    (
        TherapySession(
            id=f"{CANARY}3",
            at=NOW + timedelta(days=2),
            therapy=CANARY,
            held_back_text=CANARY,
            kept_sentence=CANARY,
            to_try=CANARY,
            replies=(Reply(CANARY, CANARY, CANARY),),
        ),
    ),
)
PROPERTIES = {
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP", "SEQUENCE"),
    *("RRULE", "STATUS"),
}


@pytest.mark.parametrize("made_before", [False, True])
def test_nothing_of_the_journal_and_no_name_of_the_app_is_in_a_file(made_before: bool) -> None:
    mine = replace(FULL, reminders=replace(FULL.reminders, calendar=made_before))
    resting = replace(TOLD, schedules=(replace(TOLD.schedules[0], breaks=RESTING.breaks),))
    file = calendar(mine, resting, NOW, BERLIN)
    plain = file.replace(b"\r\n ", b"").lower()
    for word in (CANARY, "meanwhile", "therap", "session", "berlin", "europe", "x-wr"):
        assert word.lower().encode() not in plain
    assert {*Calendar.from_ical(file)} == {"PRODID", "VERSION"}
    for event in events(mine, resting):
        assert {*event} <= PROPERTIES
        assert event["SUMMARY"] in TEXTS.values()
        assert event["CLASS"] == "PRIVATE"
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=5)
        for alarm in event.walk("VALARM"):
            assert {*alarm} == {"ACTION", "DESCRIPTION", "TRIGGER"}
            assert alarm["ACTION"] == "DISPLAY"
            assert alarm["DESCRIPTION"] == event["SUMMARY"]
            assert alarm["TRIGGER"].dt == timedelta(0)


def test_a_later_file_has_the_same_ids_and_is_newer() -> None:
    mine = with_(EVENING, WINDOW, before=60, after=10)
    first, same = events(mine, COURSE), events(mine, COURSE)
    later = events(mine, COURSE, NOW + timedelta(hours=1))
    assert first == same
    assert uids(first) == uids(later)
    assert len({*uids(first)}) == len(first)
    for one, other in zip(first, later, strict=True):
        assert one["SEQUENCE"] < other["SEQUENCE"]
        assert one["DTSTAMP"].dt == NOW
    changed = events(with_(replace(EVENING, at=600, days=(3,))))
    assert uids(changed) == uids(first)[:1]


def test_any_keeper_hands_it_out() -> None:
    mine = with_(EVENING, before=60)
    assert Handing().calendar(mine, COURSE, NOW, BERLIN) == calendar(mine, COURSE, NOW, BERLIN)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_file_tells_which_language_its_words_are_in(code: str) -> None:
    speak(code)
    file = calendar(FULL, TOLD, NOW, BERLIN)
    assert f"PRODID:-//Reminders//{code.upper()}\r\n".encode() in file
    assert {str(event["SUMMARY"]) for event in Calendar.from_ical(file).events} <= {
        tr(words) for words in TEXTS.values()
    }
