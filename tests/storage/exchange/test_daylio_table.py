"""Daylio's table, in all the shapes that its versions gave it."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Original
from domain.moving_in.record import FIELD_MAX, Heard, Mood, Record, StoppedError, Tagged
from storage.exchange import daylio_table, table
from storage.exchange.reading import Handed, UnreadableError
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, nobody, read

SEVEN = "year,date,weekday,time,mood,activities,note"
EIGHT = "full_date,date,weekday,time,mood,activities,note_title,note"
NINE = "full_date,date,weekday,time,mood,activities,scales,note_title,note"

WHOLE = f"""\
{NINE}
2026-07-27,July 27,Monday,13:48,meh ,work | walk,sleep:\xa07 | focus:\xa03,Mood note,A <b>note</b>
2026-07-26,July 26,Sunday,8:20 pm,rad,"run | movies / tv | a|b ",,,
"""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")


def records_of(text: str) -> tuple[Record, ...]:
    found = read(daylio_table, text.encode())
    assert not found.bad
    return found.records


def one_of(text: str) -> Record:
    (record,) = records_of(text)
    return record


def written(heading: str, rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows((heading.split(","), *rows))
    return made.getvalue()


def test_an_entry_of_now_is_read_whole() -> None:
    first, second = records_of(WHOLE)
    assert first.line == 2
    assert first.at == datetime(2026, 7, 27, 13, 48, tzinfo=BERLIN)
    assert first.moods == (Mood("meh", 3, 5),)
    assert first.tags == (
        Tagged("work"),
        Tagged("walk"),
        Tagged("sleep: 7", "scales"),
        Tagged("focus: 3", "scales"),
    )
    assert (first.title, first.note) == ("Mood note", "A note")
    assert first.fields == (
        Original("full_date", "2026-07-27"),
        Original("date", "July 27"),
        Original("weekday", "Monday"),
        Original("time", "13:48"),
        Original("mood", "meh "),
        Original("activities", "work | walk"),
        Original("scales", "sleep:\xa07 | focus:\xa03"),
        Original("note_title", "Mood note"),
        Original("note", "A <b>note</b>"),
    )
    assert second.at == datetime(2026, 7, 26, 20, 20, tzinfo=BERLIN)
    assert second.moods == (Mood("rad", 5, 5),)
    assert second.tags == (Tagged("run"), Tagged("movies / tv"), Tagged("a|b"))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            f'{SEVEN}\n2018,18 May,Friday,11:54 pm,happy,"clean | cook",A party\n',
            datetime(2018, 5, 18, 23, 54, tzinfo=BERLIN),
        ),
        (
            f'{SEVEN}\n2018,18. Mai,Freitag,23:54,happy,"clean | cook",A party\n',
            datetime(2018, 5, 18, 23, 54, tzinfo=BERLIN),
        ),
        (
            f"{SEVEN.replace('year', 'full_date')}\n"
            '2018-05-18,18 May,Friday,11:54\u202fpm,happy,"clean | cook",A party\n',
            datetime(2018, 5, 18, 23, 54, tzinfo=BERLIN),
        ),
        (
            f'{EIGHT}\n2018-05-18,18 mai,vendredi,23:54,happy ,"clean | cook ","",A party\n',
            datetime(2018, 5, 18, 23, 54, tzinfo=BERLIN),
        ),
    ],
)
def test_an_entry_of_each_version_is_the_same_one(text: str, at: datetime) -> None:
    record = one_of(text)
    assert record.at == at
    assert record.moods == (Mood("happy"),)
    assert record.tags == (Tagged("clean"), Tagged("cook"))
    assert record.note == "A party"
    row = "2018-05-18,,,23:54,happy,clean | cook,,,A party"
    assert record.id == one_of(f"{NINE}\n{row}\n").id


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_whatever_wrote_it_it_tells_the_same(encoding: str, end: str, separator: str) -> None:
    rows = list(csv.reader(io.StringIO(WHOLE)))
    text = written(NINE, rows[1:], separator).replace("\n", end)
    assert read(daylio_table, text.encode(encoding)).records == records_of(WHOLE)


@given(st.permutations(range(10)))
def test_columns_come_in_any_order_and_others_are_kept(order: list[int]) -> None:
    rows = [*csv.reader(io.StringIO(WHOLE))]
    names, *cells = [[*row, more] for row, more in zip(rows, ("Weather", "rain", ""), strict=True)]
    text = written(
        ",".join(names[place] for place in order), [[row[at] for at in order] for row in cells]
    )
    read_again = records_of(text)
    assert [one.id for one in read_again] == [one.id for one in records_of(WHOLE)]
    assert Original("Weather", "rain") in read_again[0].fields
    assert [len(one.fields) for one in read_again] == [10, 6]


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("rad", 5),
        ("Good", 4),
        ("MEH", 3),
        ("bad", 2),
        ("awful", 1),
        ("Super", 5),
        ("Gut", 4),
        ("Ok", 3),
        ("Schlecht", 2),
        ("Lausig", 1),
    ],
)
def test_the_moods_that_daylio_begins_with_have_their_steps(name: str, step: int) -> None:
    record = one_of(f"{EIGHT}\n2020-01-01,,,8:00,{name} ,,,\n")
    assert record.moods == (Mood(name, step, 5),)


def test_an_entry_without_mood_is_what_it_tells() -> None:
    record = one_of(f"{EIGHT}\n2020-01-01,,,8:00,,,,just words\n")
    assert (record.moods, record.note) == ((), "just words")


def test_an_entry_is_the_same_in_another_zone_and_language() -> None:
    text = f"{EIGHT}\n2020-01-01,,,8:00,rad,a | b,,<p>two</p><p>lines</p>\n"
    again = f"{EIGHT}\n2020-01-01,,,08:00,Super,b | a,,two lines\n"
    here, there = read(daylio_table, text.encode()), read(daylio_table, again.encode(), NEW_YORK)
    assert here.records[0].id == there.records[0].id
    assert here.records[0].at != there.records[0].at


def test_an_entry_is_known_by_the_same_id_for_ever() -> None:
    record = one_of(f"{EIGHT}\n2020-01-01,,,8:00,rad,c | d | a | f | b | e,t,x\n")
    assert record.id == "01DXG1WQ00Q3H37NB8S4KKNE34"


@pytest.mark.parametrize(
    "row",
    [
        "2020-01-01,,,8:01,rad,a,,x",
        "2020-01-01,,,8:00,good,a,,x",
        "2020-01-01,,,8:00,mine,a,,x",
        "2020-01-01,,,8:00,rad,,,x",
        "2020-01-01,,,8:00,,rad,,x",
        "2020-01-01,,,8:00,rad,a,x,",
        "2020-01-01,,,8:00,rad,a,,y",
    ],
)
def test_an_entry_that_tells_another_thing_is_another(row: str) -> None:
    assert one_of(f"{EIGHT}\n{row}\n").id != one_of(f"{EIGHT}\n2020-01-01,,,8:00,rad,a,,x\n").id


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("0000-01-01,,,8:00,rad,,,", "no date that Meanwhile can read"),
        ("1969-12-31,,,8:00,rad,,,", "It lies before 1970."),
        ("28/09/2021,,,8:00,rad,,,", "“28/09/2021” is no date"),
        (",,,8:00,rad,,,", "is no date"),
        ("2020-02-30,,,8:00,rad,,,", "is no date"),
        ("2020-01-01,,,25:00,rad,,,", "Its time is none that a clock shows."),
        ("2020-01-01,,,morning,rad,,,", "“morning” is no time that Meanwhile can read."),
        ("2020-01-01,January 1,Monday,8:00,,,,", "It holds no mood, no activity and no words."),
        ("2020-01-01,,,8:00,ra", table.TOO_FEW),
        ("2020-01-01,,,8:00,rad,a,,one, two", table.TOO_MANY),
        (
            f"2020-01-01,,,8:00,rad,a,,{'x' * (FIELD_MAX + 1)}",
            table.TOO_LONG.format(count="100,000"),
        ),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(row: str, reason: str) -> None:
    found = read(daylio_table, f"{EIGHT}\n{row}\n2020-01-02,,,8:00,rad,,,\n".encode())
    (bad,) = found.bad
    assert bad.line == 2
    assert reason in bad.reason
    assert bad.reason.endswith(".")
    assert bad.text == " ".join(row.replace(",", " ").split())[:80] or reason == table.TOO_MANY
    assert [one.line for one in found.records] == [3]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing_unseen() -> None:
    found = read(
        daylio_table, f'{EIGHT}\n2020-01-01,,,8:00,rad,,,"x\n2020-01-02,,,8:00,rad,,,\n'.encode()
    )
    assert [(bad.line, bad.reason) for bad in found.bad] == [(2, table.NEVER_CLOSED)]
    assert found.records == ()


@pytest.mark.parametrize(
    "heading",
    ["", "date,time,mood,activities", "full_date,date,time,mood", "entrydate,entrycontent", "{}"],
)
def test_another_table_is_not_claimed(heading: str) -> None:
    assert not claimed(daylio_table, f"{heading}\n".encode())


def test_it_is_told_how_far_it_is_and_may_be_stopped() -> None:
    text = f"{EIGHT}\n" + "".join(f"2020-01-01,,,8:00,rad,,,{n}\n" for n in range(1200))
    told: list[tuple[int, int]] = []
    handed = Handed(text.encode())
    daylio_table.read(handed, BERLIN, lambda done, total: told.append((done, total)))
    assert told == [(501, 1201), (1001, 1201), (1201, 1201)]

    def stop(done: int, total: int) -> None:
        raise StoppedError

    heard: Heard = stop
    with pytest.raises(StoppedError):
        daylio_table.read(handed, BERLIN, heard)


@given(st.data())
def test_a_table_that_was_damaged_is_read_or_told(data: st.DataObject) -> None:
    content = bytearray(WHOLE.encode())
    heading = len(NINE)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(heading, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    handed = Handed(bytes(content))
    try:
        found = daylio_table.read(handed, ZoneInfo("UTC"), nobody)
    except UnreadableError:
        return
    assert all(one.at.utcoffset() is not None for one in found.records)
    assert all(len(bad.text) <= 80 and bad.reason.endswith(".") for bad in found.bad)
