"""What is read of a file of Presently."""

from datetime import datetime

import pytest

from domain.entries import Original
from storage.exchange import presently
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, read

TABLE = 'entryDate,entryContent\n2020-06-02,Unit tests are great!\n2020-06-01,"Two,\nlines"\n'


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.replace("\n", "\r"),
        TABLE.replace("\n", "\r\n"),
        f"\ufeff{TABLE}",
        TABLE.rstrip(),
        TABLE.upper().replace("UNIT TESTS ARE GREAT", "Unit tests are great"),
        'entryContent,entryDate\nUnit tests are great!,2020-06-02\n"Two,\nlines",2020-06-01\n',
    ],
)
def test_its_days_are_read(table: str) -> None:
    found = read(presently, table.encode())
    first, second = found.records
    assert (found.source, found.bad) == ("presently", ())
    assert (first.line, first.at) == (2, datetime(2020, 6, 2, 12, tzinfo=BERLIN))
    assert first.note == "Unit tests are great!"
    assert second.note.casefold().split() == ["two,", "lines"]
    assert second.at == datetime(2020, 6, 1, 12, tzinfo=BERLIN)


def test_all_that_was_there_is_kept_as_it_was() -> None:
    content = b"entryDate,entryContent,more\n2020-06-02, Rain. ,seen\n"
    (record,) = read(presently, content).records
    assert record.note == "Rain."
    assert record.fields == (
        Original("entryDate", "2020-06-02"),
        Original("entryContent", " Rain. "),
        Original("more", "seen"),
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2020-13-01,Rain", "Its date can't be read."),
        ("0000-01-01,Rain", "Its date can't be read."),
        (",Rain", "Its date can't be read."),
        ("1969-12-31,Rain", "It lies before 1970."),
        ("2020-06-02, ", "It holds no words."),
        ("2020-06-02", "It has fewer cells than the table has columns."),
        ("2020-06-02,Rain,Sun", "It has more cells than the table has columns."),
    ],
)
def test_what_is_no_day_is_told_and_the_rest_is_read(row: str, reason: str) -> None:
    found = read(presently, f"entryDate,entryContent\n{row}\n2020-06-03,Sun\n".encode())
    assert [record.note for record in found.records] == ["Sun"]
    ((bad),) = found.bad
    assert (bad.line, bad.reason) == (2, reason)
    assert bad.text == " ".join(filter(None, row.strip(", ").split(",")[:2]))


def test_read_again_elsewhere_it_is_the_same() -> None:
    here = read(presently, TABLE.encode()).records
    there = read(presently, TABLE.replace("\n", "\r\n").encode(), NEW_YORK).records
    assert here[0].id == there[0].id
    assert there[0].at == datetime(2020, 6, 2, 12, tzinfo=NEW_YORK)


@pytest.mark.parametrize("content", [b"", b"entryDate\n2020-06-02\n", b"[]", b"{", b"\0\0\0"])
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not claimed(presently, content)
