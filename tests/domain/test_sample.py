"""The invented journal is diverse, the same each time, and never in the future."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from ulid import ULID

from domain.days import day_of
from domain.entries import CANT_TELL, CheckIn, Schedule, TalkingPoint, TherapySession
from domain.sample import NAMES, sample_entries
from domain.sample.check_ins import ANY, EASY, HARD, check_ins
from domain.sample.sessions import BROUGHT, HELD_BACK, KEPT, LATER, OPEN, STILL_HERE, TO_TRY
from domain.sessions import Course
from domain.words import body_words, quarters
from tests.entry_strategies import moments

TODAY = datetime(2026, 11, 24, 11, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture(scope="module")
def sample() -> list[CheckIn]:
    return list(check_ins(TODAY))


def test_it_is_the_same_each_time(sample: list[CheckIn]) -> None:
    assert list(check_ins(TODAY)) == sample
    assert list(sample_entries(TODAY)) == list(sample_entries(TODAY))


def test_ids_are_ulids_of_their_time(sample: list[CheckIn]) -> None:
    assert all(one.id < other.id for one, other in pairwise(sample))
    assert all(ULID.from_str(one.id).datetime == one.logged_at for one in sample)


def test_it_has_about_two_and_a_half_a_day_with_gaps(sample: list[CheckIn]) -> None:
    days = sorted({day_of(one.at, 4) for one in sample})
    assert 2.2 < len(sample) / len(days) < 2.9
    assert timedelta(days=725) < days[-1] - days[0] <= timedelta(days=731)
    assert len(days) < 700
    assert max(later - earlier for earlier, later in pairwise(days)) >= timedelta(days=21)


def test_it_has_something_of_everything(sample: list[CheckIn]) -> None:
    assert {one.place for one in sample} >= {(1, 1), (1, 7), (7, 1), (7, 7)}
    for name in ("pleasantness", "energy", "connection"):
        assert {getattr(one, name) for one in sample} == {None, CANT_TELL, *range(1, 8)}
    assert any(one.note and not one.has_mood and one.connection is None for one in sample)
    assert sum(one.recalled for one in sample) > 50
    assert {word for one in sample for word in one.feelings} >= {w for q in quarters() for w in q}
    assert {word for one in sample for word in one.body} == set(body_words())
    assert {one.note for one in sample} == {"", *EASY, *HARD, *ANY}
    assert len({one.at.utcoffset() for one in sample}) == 3


def test_notes_are_many_and_free_of_what_the_app_never_says() -> None:
    said = [*(text for text, *_ in (*BROUGHT, *OPEN)), *LATER, *STILL_HERE, *TO_TRY]
    notes = [*EASY, *HARD, *ANY, *said, *KEPT, *HELD_BACK]
    assert len(set(notes)) == len(notes) >= 60
    never = ("should", "must", "symptom", "trigger", "patient", "diagnos", "toxic", "therap")
    assert not [note for note in notes if any(word in note.casefold() for word in never)]
    assert not all(note.isascii() for note in notes)


@pytest.mark.parametrize(
    ("now", "clocks"),
    [((11, 0), ["08:10", "10:45"]), ((8, 10), ["08:10"]), ((8, 9), []), ((0, 30), [])],
)
def test_the_last_are_of_this_morning(now: tuple[int, int], clocks: list[str]) -> None:
    today = TODAY.replace(hour=now[0], minute=now[1])
    some = [one.at for one in check_ins(today) if one.at > today.replace(hour=4)]
    assert [f"{at:%H:%M}" for at in some if day_of(at, 4) == today.date()] == clocks


@settings(max_examples=15, deadline=None)
@given(moments)
def test_nothing_lies_in_the_future(today: datetime) -> None:
    assert all(one.at <= one.logged_at <= today for one in check_ins(today))


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 12, 1)])
def test_summer_is_an_hour_ahead(day: date) -> None:
    today = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    for one in list(check_ins(today))[:100]:
        assert one.at.astimezone(today.tzinfo).utcoffset() == one.at.utcoffset()


def test_today_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        list(check_ins(datetime.now(UTC).replace(tzinfo=None)))


@settings(max_examples=15, deadline=None)
@given(moments)
def test_a_year_of_weekly_sessions_ends_today(today: datetime) -> None:
    every = list(sample_entries(today, "Europe/Berlin"))
    (schedule,) = (one for one in every if isinstance(one, Schedule))
    noted = tuple(one for one in every if isinstance(one, TherapySession))
    points = [one for one in every if isinstance(one, TalkingPoint)]
    course = Course((schedule,), noted)
    assert len({one.id for one in every}) == len(every)
    assert 45 <= len(noted) <= 53
    assert all(one.ends <= today for one in noted)
    assert course.unsaid(today) is None
    coming = course.next(today)
    assert coming is not None
    assert 1 <= (coming.at.date() - today.date()).days <= 3
    assert len({one.status for one in noted}) == 5
    assert [len([one for one in points if one.state == state]) for state in ("open", "later")] == [
        5,
        2,
    ]
    assert sum(one.pinned for one in points) == sum(one.private for one in points) == 1
    known = {one.id for one in every}
    assert all(one.source in known for one in points if one.source)
    assert all(course.session(one.session) for one in points if one.session)
    last = course.last(today)
    assert last is not None
    assert last.to_try
    assert any(name in one.text for one in points for name in NAMES)
