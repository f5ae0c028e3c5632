"""Check-ins as a table: what a spreadsheet shows, and that it never takes words for a formula."""

import csv
import io
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CANT_TELL, CheckIn, Entry, Here, Moment, Origin, Part, Person
from domain.sample import sample_entries
from storage.exchange.spreadsheet import COLUMNS, as_csv, is_formula
from tests import entry_strategies as any_of

NOON = datetime(2026, 6, 9, 12, tzinfo=timezone(timedelta(hours=2)))
RISKY = "=+-@＝＋－＠﹢﹣﹦﹫⁺₌"
JUN, MOSS = Person(id="jun", at=NOON, name="Jun"), Part(id="moss", at=NOON, name="Moss")
NOOR, KITE = Person(id="noor", at=NOON, name="Noor"), Part(id="kite", at=NOON, name="Kite")


def check_in(id: str = "a", at: datetime = NOON, **more: Any) -> CheckIn:
    return CheckIn(id=id, at=at, **{"logged_at": at, **more})


def rows(*entries: Entry) -> list[dict[str, str]]:
    """The rows as Python's own reader has them."""
    text = as_csv(entries).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_back(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") and is_formula(cell[1:]) else cell


def test_a_check_in_with_everything() -> None:
    one = check_in(
        pleasantness=3,
        energy=CANT_TELL,
        connection=5,
        connected_with="jun",
        feelings=("tense", "so, so"),
        body=("cold hands",),
        people=("noor", "gone", "jun"),
        parts=(Here("moss", "corner"), Here("gone"), Here("kite")),
        note='Two lines,\nand "quotes"',
        logged_at=NOON + timedelta(hours=1),
        edited_at=NOON + timedelta(hours=3),
        origin=Origin("how_we_feel"),
    )
    (row,) = rows(one, JUN, NOOR, MOSS, KITE)
    assert row == {
        "date": "2026-06-09",
        "time": "12:00:00",
        "utc_offset": "UTC+02:00",
        "pleasantness": "3",
        "energy": "cant_tell",
        "connection": "5",
        "connected_with": "Jun",
        "feelings": "tense | so, so",
        "body": "cold hands",
        "people": "Noor | Jun",
        "parts": "Moss (a corner) | Kite",
        "note": 'Two lines,\nand "quotes"',
        "added_later": "yes",
        "logged_at": "2026-06-09T13:00:00+02:00",
        "edited_at": "2026-06-09T15:00:00+02:00",
        "source": "how_we_feel",
        "id": "a",
    }


def test_what_was_not_answered_is_empty() -> None:
    (row,) = rows(check_in())
    answered = {name for name, cell in row.items() if cell}
    assert answered == {"date", "time", "utc_offset", "added_later", "logged_at", "id"}
    assert row["added_later"] == "no"


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (timedelta(0), "UTC"),
        (timedelta(hours=5, minutes=45), "UTC+05:45"),
        (timedelta(hours=-3, minutes=-30), "UTC-03:30"),
    ],
)
def test_times_are_those_of_the_clock_there(offset: timedelta, said: str) -> None:
    at = datetime(2026, 6, 9, 1, 2, 3, tzinfo=timezone(offset, "a name"))
    (row,) = rows(check_in(at=at))
    assert (row["date"], row["time"], row["utc_offset"]) == ("2026-06-09", "01:02:03", said)


def test_rows_are_oldest_first_and_of_check_ins_alone() -> None:
    late, early = check_in("b"), check_in("z", NOON.astimezone(UTC) - timedelta(minutes=1))
    same = check_in("a")
    other = Moment(id="m", at=NOON, logged_at=NOON, kind="good", text="=1")
    assert [row["id"] for row in rows(late, other, same, early)] == ["z", "a", "b"]
    assert rows(other) == []


def test_the_file_is_as_spreadsheets_expect_it() -> None:
    content = as_csv((check_in(note="Zoë"),))
    assert content.startswith(b"\xef\xbb\xbfdate,time,utc_offset,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    assert "Zoë".encode() in content
    assert as_csv(()) == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"


def test_every_column_says_what_is_in_it() -> None:
    assert all(name.isidentifier() and name.islower() and about for name, about in COLUMNS.items())


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("- and then", "'- and then"),
        ("@jun", "'@jun"),
        ("＝1", "'＝1"),
        ("＠jun", "'＠jun"),
        ("  =1", "'  =1"),
        ('"=1"', '\'"=1"'),
        ("'=1", "''=1"),
        ("“=1”", "'“=1”"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\x00=1", "'\x00=1"),
        ("\tso", "'\tso"),
        ("\rso", "'\rso"),
        ("\nso", "'\nso"),
        ("So = so", "So = so"),
        ("'tis so", "'tis so"),
        ("... - so", "... - so"),
        ("1 - 2", "1 - 2"),
        ("", ""),
        ("  ", "  "),
    ],
)
def test_words_are_never_taken_for_a_formula(note: str, cell: str) -> None:
    (row,) = rows(check_in(note=note))
    assert row["note"] == cell
    assert read_back(cell) == note


written = st.text(
    st.sampled_from(RISKY + " \t\r\n\"'|,“a1é\u200b") | st.characters(codec="utf-8"), max_size=12
)


@given(written)
def test_notes_are_read_back_as_they_were_written(note: str) -> None:
    (row,) = rows(check_in(note=note))
    assert read_back(row["note"]) == note


@given(st.lists(any_of.entries | any_of.check_ins, max_size=5), written.filter(bool))
def test_no_cell_ever_begins_like_a_formula(some: list[Entry], word: str) -> None:
    named: list[Entry] = [
        Person(id="p", at=NOON, name=f"{word}a"),
        Part(id="q", at=NOON, name=f"{word}a"),
        check_in(
            people=("p",), parts=(Here("q"),), connected_with="p", feelings=(word,), body=(word,)
        ),
    ]
    for row in rows(*some, *named):
        assert row.keys() == COLUMNS.keys()
        for cell in row.values():
            assert not cell.startswith(tuple(f"{RISKY}\t\r\n"))
            assert not cell.lstrip(' "').startswith(tuple(RISKY))


def test_every_note_and_name_of_a_whole_journal_is_in_it() -> None:
    every = list(sample_entries(NOON))
    found = sorted((one for one in every if isinstance(one, CheckIn)), key=lambda one: one.at)
    table = rows(*every)
    assert [row["note"] for row in table] == [one.note for one in found]
    people = {one.id: one.name for one in every if isinstance(one, Person)}
    met = {people[id] for one in found for id in one.people}
    assert {name for row in table for name in row["people"].split(" | ") if name} == met


def test_half_a_pair_of_surrogates_does_no_harm() -> None:
    (row,) = rows(check_in(note="so \ud83d it was"))
    assert row["note"] == "so ? it was"
