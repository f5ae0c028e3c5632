"""How We Feel's table, in the three shapes that it had."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Original
from domain.moving_in.record import Mood, Record, Tagged
from storage.exchange import how_we_feel, table
from storage.exchange.reading import Handed, UnreadableError
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, nobody, read

BODY = (
    "Exercise,Sleep,Menstrual,Steps,Meditation,Weather,Temperature (F),Water (cups),"
    "Caffeine (mg),Alcoholic Drinks,Notes,Reflections,Takeaways"
)
FIRST = f"Date,Mood,Tags (People),Tags (Places),Tags (Events),{BODY}"
SECOND = (
    "Date,Mood,Mood Key,Tags (People),Tags Key (People),Tags (Places),Tags Key (Places),"
    f"Tags (Events),Tags Key (Events),{BODY}"
)
THIRD = (
    "Date,Locale,Mood Keys,Mood,Tags (People),Tags (Places),Tags (Events),"
    "Notes,Reflections,Takeaways"
)
DATE = "2026 Wed Jul 22 11:36 PM"


def one_of(text: str) -> Record:
    found = read(how_we_feel, text.encode())
    assert not found.bad
    (record,) = found.records
    return record


def third(**cells: str) -> str:
    told = {"Date": DATE, "Mood": "Calm", **cells}
    quoted = ('"{}"'.format(told.get(name, "").replace('"', '""')) for name in THIRD.split(","))
    return f"{THIRD}\n{','.join(quoted)}\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{DATE},Mellow; Calm,By Myself,Home,Resting;Reading,"
        ",7.5,,899.0,,Clouds,,,,,A note,,\n",
        f"{SECOND}\n{DATE},Mellow; Calm,mellow;calm,By Myself,By Myself,Home,Home,"
        "Resting;Reading,Resting;Reading,,7.5,,899.0,,Clouds,,,,,A note,,\n",
        f"{THIRD}\n{DATE},en,mellow;calm,mellow;calm,By Myself,Home,Resting;Reading,"
        'A note,"[]","[]"\n',
    ],
)
def test_a_check_in_of_each_version_is_the_same_one(text: str) -> None:
    record = one_of(text)
    assert record.line == 2
    assert record.at == datetime(2026, 7, 22, 23, 36, tzinfo=BERLIN)
    assert [word.casefold() for word in record.words] == ["mellow", "calm"]
    assert record.moods == tuple(Mood(word) for word in record.words)
    assert record.tags == (
        Tagged("By Myself", "people"),
        Tagged("Home", "places"),
        Tagged("Resting", "events"),
        Tagged("Reading", "events"),
    )
    assert record.note == "A note"
    assert (
        record.id
        == one_of(
            third(
                Mood="MELLOW;calm",
                Notes="A note",
                **{
                    "Tags (People)": "By Myself",
                    "Tags (Places)": "Home",
                    "Tags (Events)": "Resting;Reading",
                },
            )
        ).id
    )


def test_what_was_measured_stays_in_the_fields() -> None:
    record = one_of(f"{FIRST}\n{DATE},Mellow,,,,0.0,7.5,,899.0,,Clouds,81.88,,,2,,,\n")
    assert [(one.name, one.value) for one in record.fields] == [
        ("Date", DATE),
        ("Mood", "Mellow"),
        ("Exercise", "0.0"),
        ("Sleep", "7.5"),
        ("Steps", "899.0"),
        ("Weather", "Clouds"),
        ("Temperature (F)", "81.88"),
        ("Alcoholic Drinks", "2"),
    ]
    assert (record.tags, record.note) == ((), "")


def test_without_a_name_a_mood_is_what_its_key_says() -> None:
    assert one_of(third(Mood="", **{"Mood Keys": "down;tired"})).words == ("down", "tired")


@pytest.mark.parametrize(
    ("reflections", "words"),
    [
        ("[]", ""),
        ("a line", "Reflections:\na line"),
        ('["one", " two ", ""]', "Reflections:\none\ntwo"),
        ('[{"prompt": "What now?", "answer": "Rest", "n": 1}]', "Reflections:\nWhat now?: Rest"),
        ("[5]", "Reflections:\n[5]"),
        ("[not JSON", "Reflections:\n[not JSON"),
        ("[" * 5_000, "Reflections:\n" + "[" * 5_000),
        ("a<br>b", "Reflections:\na\nb"),
    ],
)
def test_what_was_reflected_on_can_be_read(reflections: str, words: str) -> None:
    assert one_of(third(Reflections=reflections)).note == words


def test_notes_and_the_rest_are_one_note() -> None:
    record = one_of(third(Notes="a", Reflections='["b"]', Takeaways="c\nd"))
    assert record.note == "a\n\nReflections:\nb\n\nTakeaways:\nc\nd"
    assert Original("Reflections", '["b"]') in record.fields


@pytest.mark.parametrize(
    "date",
    [
        "2026 Wed Jul 22 11:36\u202fPM",
        "2026 Wed Jul 22 23:36",
        "2026  Wed Jul  22 11:36 pm ",
        "2026 Mi. Juli 22 23:36",
    ],
)
def test_a_date_has_any_blanks_and_clock(date: str) -> None:
    assert one_of(third(Date=date)).id == one_of(third()).id


def test_a_check_in_is_the_same_in_another_zone() -> None:
    here, there = (read(how_we_feel, third().encode(), zone) for zone in (BERLIN, NEW_YORK))
    assert here.records[0].id == there.records[0].id
    assert here.records[0].at < there.records[0].at


def test_a_check_in_that_tells_another_thing_is_another() -> None:
    told: tuple[dict[str, str], ...] = (
        {},
        {"Date": "2026 Wed Jul 22 11:37 PM"},
        {"Mood": "Down"},
        {"Mood": "", "Tags (Events)": "Calm"},
        {"Tags (People)": "Anna"},
        {"Tags (Places)": "Anna"},
        {"Notes": "x"},
        {"Reflections": "x"},
        {"Takeaways": "x"},
    )
    assert len({one_of(third(**cells)).id for cells in told}) == len(told)


def test_a_check_in_is_known_by_the_same_id_for_ever() -> None:
    told = {"Tags (People)": "Anna;Jo", "Tags (Events)": "Rest", "Notes": "a", "Takeaways": "b"}
    assert one_of(third(**told)).id == "01KY62Z8R0VH0EJ0Z9JPM6VKTJ"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (third(Date=""), "“” is no time"),
        (third(Date="0000 Wed Jul 22 11:36 PM"), "Its date is in no calendar."),
        (third(Date="1969 Wed Jul 22 11:36 PM"), "It lies before 1970."),
        (third(Date="2026 Wed Foo 22 11:36 PM"), "Its date is in no calendar."),
        (third(Date="2026 Wed Feb 30 11:36 PM"), "Its date is in no calendar."),
        (third(Date="2026 Wed Jul 22 13:36 PM"), "Its time is none that a clock shows."),
        (third(Date="2026-07-22"), "“2026-07-22” is no time that Meanwhile can read."),
        (third(Mood="", Reflections="[]"), "It holds no mood, no tag and no words."),
        (f"{THIRD}\n{DATE},en,calm\n", table.TOO_FEW),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(row: str, reason: str) -> None:
    found = read(how_we_feel, (row + third().split("\n")[1]).encode())
    assert [(bad.line, reason in bad.reason) for bad in found.bad] == [(2, True)]
    assert [one.line for one in found.records] == [3]


@pytest.mark.parametrize(
    "heading",
    ["", "Date,Mood", "Mood,Tags (People)", "Date,Tags (People)", "full_date,date,time,mood"],
)
def test_another_table_is_not_claimed(heading: str) -> None:
    assert not claimed(how_we_feel, f"{heading}\n".encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_in_each_encoding_it_tells_the_same(encoding: str) -> None:
    text = third(Notes="Käse – “gut”")
    assert read(how_we_feel, text.encode(encoding)).records == (one_of(text),)


@given(st.data())
def test_a_table_that_was_damaged_is_read_or_told(data: st.DataObject) -> None:
    content = bytearray(third(Notes="a", Reflections='[{"a": "b"}]').encode())
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(len(THIRD), len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        found = how_we_feel.read(Handed(bytes(content)), ZoneInfo("UTC"), nobody)
    except UnreadableError:
        return
    assert all(one.words or one.tags or one.note for one in found.records)
    assert all(len(bad.text) <= 80 for bad in found.bad)
