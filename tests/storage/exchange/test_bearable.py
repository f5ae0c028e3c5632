"""Bearable's table of readings, of which those of one time of a day belong together."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Original
from domain.moving_in.record import Found, Mood, Record, Tagged
from storage.exchange import bearable, table
from storage.exchange.reading import Handed, UnreadableError
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, nobody, read

HEADING = "date,weekday,time of day,category,rating/amount,detail,notes"
NEWER = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes"
DAY = '"8th Dec 2021","Wednesday"'
WHOLE = f"""\
{HEADING}
{DAY},"mid","Mood","4","Happy | Calm","A note"
{DAY},"mid","Energy","2","Low","A note"
{DAY},"mid","Symptom","2","Neck pain (Moderate)","A note"
{DAY},"pm","Symptom","1","Neck pain (Mild)","A note"
{DAY},"pm","Sleep quality","3","",""
"""


def found_in(*rows: str, heading: str = HEADING) -> Found:
    return read(bearable, "\n".join((heading, *rows)).encode())


def one_of(*rows: str) -> Record:
    found = found_in(*rows)
    assert not found.bad
    (record,) = found.records
    return record


def test_the_readings_of_a_time_of_a_day_are_one_record() -> None:
    found = read(bearable, WHOLE.encode())
    assert found.bad == ()
    first, second = found.records
    assert (first.line, first.at) == (2, datetime(2021, 12, 8, 13, tzinfo=BERLIN))
    assert first.moods == (Mood("4 of 5", 4, 5),)
    assert first.energy == Mood("Low", 2, 5)
    assert first.words == ("Happy", "Calm")
    assert first.tags == (Tagged("Neck pain (Moderate)", "Symptom"),)
    assert first.note == "A note"
    assert (second.line, second.at) == (5, datetime(2021, 12, 8, 20, tzinfo=BERLIN))
    assert second.tags == (
        Tagged("Neck pain (Mild)", "Symptom"),
        Tagged("Sleep quality: 3", "Sleep quality"),
    )
    assert (second.moods, second.energy, second.note) == ((), None, "")


def test_all_that_the_rows_held_is_kept_and_what_they_share_once() -> None:
    first, _ = read(bearable, WHOLE.encode()).records
    assert first.fields == (
        Original("date", "8th Dec 2021"),
        Original("weekday", "Wednesday"),
        Original("time of day", "mid"),
        Original("category", "Mood"),
        Original("rating/amount", "4"),
        Original("detail", "Happy | Calm"),
        Original("notes", "A note"),
        Original("category", "Energy"),
        Original("rating/amount", "2"),
        Original("detail", "Low"),
        Original("category", "Symptom"),
        Original("rating/amount", "2"),
        Original("detail", "Neck pain (Moderate)"),
    )


@pytest.mark.parametrize("name", ["date formatted", "ISO date", "Date (ISO)"])
@pytest.mark.parametrize("date", ["8th Dec 2021", "8 d\u00e9c. 2021"])
def test_a_newer_table_has_the_day_twice(name: str, date: str) -> None:
    found = found_in(
        f'"{date}","2021-12-08","Wednesday","mid","Mood","4","Happy|Calm",""',
        heading=NEWER.replace("date formatted", name),
    )
    (record,) = found.records
    assert record.at == datetime(2021, 12, 8, 13, tzinfo=BERLIN)
    assert record.id == one_of(f'{DAY},"mid","Mood","4","Happy|Calm",""').id


def test_a_column_that_holds_no_day_is_not_asked() -> None:
    row = '"8th Dec 2021","x","Wednesday","mid","Mood","4","",""'
    assert [one.at.day for one in found_in(row, heading=NEWER).records] == [8]


@pytest.mark.parametrize(
    ("told", "hour", "minute"),
    [
        ("pre", 6, 0),
        ("am", 9, 0),
        ("MID", 13, 0),
        ("pm", 20, 0),
        ("", 13, 0),
        ("all day", 13, 0),
        ("7:05", 7, 5),
        ("7:05 pm", 19, 5),
    ],
)
def test_a_time_of_day_is_an_hour(told: str, hour: int, minute: int) -> None:
    at = one_of(f"{DAY},{told},Mood,4,,").at
    assert (at.hour, at.minute) == (hour, minute)


@pytest.mark.parametrize(
    ("ratings", "moods"),
    [
        (("1", "5"), [("1 of 5", 1, 5), ("5 of 5", 5, 5)]),
        (("1", "6"), [("1 of 10", 1, 10), ("6 of 10", 6, 10)]),
        (("3.5", "2,4"), [("3.5 of 5", 4, 5), ("2.4 of 5", 2, 5)]),
        (("Okay (3)", "4/5"), [("3 of 5", 3, 5), ("4 of 5", 4, 5)]),
        (("0", "2"), [("0", 0, 0), ("2 of 5", 2, 5)]),
        (("37", "2"), [("37", 0, 0), ("2 of 5", 2, 5)]),
        (("1e400", "nan"), [("1e400", 0, 0), ("nan", 0, 0)]),
        (("Good", "²"), [("Good", 0, 0), ("²", 0, 0)]),
    ],
)
def test_the_scale_is_what_the_file_shows(
    ratings: tuple[str, str], moods: list[tuple[str, int, int]]
) -> None:
    found = found_in(
        *(f'{DAY},{time},Mood,"{told}",,' for time, told in zip(("am", "pm"), ratings, strict=True))
    )
    assert [one.moods for one in found.records] == [(Mood(*mood),) for mood in moods]


def test_mood_and_energy_have_a_scale_each() -> None:
    record = one_of(f"{DAY},am,Mood,8,,", f"{DAY},am,Energy,3,,", f"{DAY},am,Energy,4,,")
    assert record.moods == (Mood("8 of 10", 8, 10),)
    assert record.energy == Mood("3 of 5", 3, 5)


def test_a_mood_without_rating_is_its_words() -> None:
    record = one_of(f"{DAY},am,Mood,,Tired|Low,", f"{DAY},am,Mood,3,Tired,", f"{DAY},am,Mood,3,,")
    assert record.words == ("Tired", "Low")
    assert record.moods == (Mood("3 of 5", 3, 5),)


def test_energy_that_tells_nothing_is_none() -> None:
    assert one_of(f"{DAY},am,Energy,,,a note").energy is None


def test_a_note_of_a_day_is_there_once() -> None:
    found = found_in(
        f"{DAY},am,Mood,4,,the day",
        f"{DAY},am,Symptom,1,Headache,the morning",
        f"{DAY},pm,Mood,4,,the day",
        f"{DAY},9:30,Notes,,,the day",
        '"9th Dec 2021",Thursday,am,Mood,4,,the day',
    )
    assert [one.note for one in found.records] == ["the day\nthe morning", "", "the day", "the day"]


def test_what_ends_a_row_and_holds_nothing_may_be_missing() -> None:
    assert one_of(f"{DAY},am,Mood,4").moods == (Mood("4 of 5", 4, 5),)


def test_the_same_is_known_again_in_another_order_and_zone() -> None:
    heading, *rows = WHOLE.splitlines()
    again = "\n".join((heading, *reversed(rows)))
    here, there = read(bearable, WHOLE.encode()), read(bearable, again.encode(), NEW_YORK)
    assert {one.id for one in here.records} == {one.id for one in there.records}


def test_a_record_is_known_by_the_same_id_for_ever() -> None:
    rows = (f"{DAY},am,Symptom,{n},Pain {n}|Ache,a note" for n in range(9))
    assert one_of(*rows).id == "01FPCMAQM0WRQ2KN5EDMVXGS1D"


@pytest.mark.parametrize(
    "row",
    [
        f"{DAY},am,Mood,5,,",
        f"{DAY},pm,Mood,4,,",
        f"{DAY},am,Energy,4,,",
        f"{DAY},am,Mood,4,Calm,",
        f"{DAY},am,Mood,4,,a note",
        '"9th Dec 2021",,am,Mood,4,,',
    ],
)
def test_what_tells_another_thing_is_another(row: str) -> None:
    assert one_of(row).id != one_of(f"{DAY},am,Mood,4,,").id


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,am,Mood,4,,", "“” is no date"),
        ('"31st Feb 2021",,am,Mood,4,,', "Its date is in no calendar."),
        ('"1st Jan 1969",,am,Mood,4,,', "It lies before 1970."),
        (f"{DAY},tomorrow,Mood,4,,", "“tomorrow” is no time that Meanwhile can read."),
        (f"{DAY},25:00,Mood,4,,", "Its time is none that a clock shows."),
        (f"{DAY},am,,4,,", "It holds no reading."),
        (f"{DAY},am,Mood,,,", "It holds no reading."),
        (f"{DAY},am,Mood", "It holds no reading."),
        (f"{DAY},am,Mood,4,,one, two", table.TOO_MANY),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(row: str, reason: str) -> None:
    found = found_in(row, f"{DAY},am,Mood,4,,")
    assert [(bad.line, reason in bad.reason) for bad in found.bad] == [(2, True)]
    assert [one.line for one in found.records] == [3]


@pytest.mark.parametrize(
    "heading",
    ["", "date,category,detail", "category,rating/amount,detail", "Date,Mood,Tags (People)"],
)
def test_another_table_is_not_claimed(heading: str) -> None:
    assert not claimed(bearable, f"{heading}\n".encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_in_each_encoding_it_tells_the_same(encoding: str) -> None:
    row = f"{DAY},am,Mood,4,,Käse – “gut”"
    assert read(bearable, f"{HEADING}\n{row}\n".encode(encoding)).records == (one_of(row),)


@given(st.data())
def test_a_table_that_was_damaged_is_read_or_told(data: st.DataObject) -> None:
    content = bytearray(WHOLE.encode())
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(len(HEADING), len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        found = bearable.read(Handed(bytes(content)), ZoneInfo("UTC"), nobody)
    except UnreadableError:
        return
    assert all(
        one.moods or one.energy or one.words or one.tags or one.note for one in found.records
    )
    assert all(len(bad.text) <= 80 for bad in found.bad)
