"""What is read of a file of Day One, and of an archive with several."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.entries import Original
from domain.moving_in.record import SIZE_MAX, Tagged
from storage.exchange import day_one
from storage.exchange.reading import Handed, UnreadableError
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, nobody, read, written, zipped

ENTRY: dict[str, Any] = {
    "creationDate": "2017-12-25T03:04:32Z",
    "modifiedDate": "2017-12-25T03:10:00Z",
    "timeZone": "Asia/Bangkok",
    "text": r"The market\. Oranges \(two\), and a back\\slash\.",
    "tags": ["food", " out "],
    "uuid": "81F0A0A0A0A0A0A0A0A0A0A0A0A0A0A0",
    "starred": False,
}
PICTURE = "![](dayone-moment://0A1B2C)"


def journal(*entries: object) -> bytes:
    """A file with those entries."""
    return written({"metadata": {"version": "1.0"}, "entries": entries})


def test_an_entry_is_read_with_its_words_tags_and_the_clock_of_its_place() -> None:
    found = read(day_one, journal(ENTRY))
    (record,) = found.records
    assert (found.source, found.bad, found.left_out) == ("day_one", (), ())
    assert record.at == datetime(2017, 12, 25, 3, 4, 32, tzinfo=UTC)
    assert record.at.utcoffset() == timedelta(hours=7)
    assert record.edited_at == datetime(2017, 12, 25, 3, 10, tzinfo=UTC)
    assert record.note == "The market. Oranges (two), and a back\\slash."
    assert record.tags == (Tagged("food"), Tagged("out"))
    assert Original("text", ENTRY["text"]) in record.fields
    assert Original("starred", "false") in record.fields


@pytest.mark.parametrize(
    ("created", "zone", "hours"),
    [
        ("2017-12-25T03:04:32Z", "America/New_York", -5),
        ("2017-12-25T03:04:32.500Z", "Asia/Bangkok", 7),
        ("2017-12-25T03:04:32", "Asia/Bangkok", 7),
        ("2017-12-25T03:04:32Z", "Nowhere/At all", 1),
        ("2017-12-25T03:04:32Z", "../../etc/passwd", 1),
        ("2017-12-25T03:04:32Z", "Europe", 1),
        ("2017-12-25T03:04:32Z", "a\0b", 1),
        ("2017-12-25T03:04:32Z", "\ud83d", 1),
        ("2017-12-25T03:04:32Z", "z" * 9999, 1),
        ("2017-12-25T03:04:32Z", "", 1),
        ("2017-12-25T03:04:32Z", None, 1),
    ],
)
def test_a_place_that_nobody_knows_has_the_clock_of_here(
    created: str, zone: object, hours: int
) -> None:
    (record,) = read(day_one, journal({**ENTRY, "creationDate": created, "timeZone": zone})).records
    assert record.at.replace(microsecond=0) == datetime(2017, 12, 25, 3, 4, 32, tzinfo=UTC)
    assert record.at.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "more", "note", "sentences"),
    [
        (f"{PICTURE}\nRain.", {}, "Rain.", ("1 picture is not taken.",)),
        (f"Rain.\n{PICTURE}", {}, "Rain.", ("1 picture is not taken.",)),
        (f"One {PICTURE} two", {}, "One  two", ("1 picture is not taken.",)),
        (f"{PICTURE}{PICTURE}\nRain.", {}, "Rain.", ("2 pictures are not taken.",)),
        ("![](dayone-moment:/video/0A)Rain.", {}, "Rain.", ("1 picture is not taken.",)),
        ("![a](https://example.org/a.jpg)", {}, "![a](https://example.org/a.jpg)", ()),
        ("Rain.", {"photos": [{}, {}]}, "Rain.", ("2 pictures are not taken.",)),
        (f"{PICTURE}Rain.", {"photos": [{}]}, "Rain.", ("1 picture is not taken.",)),
        ("Rain.", {"photos": "none"}, "Rain.", ()),
    ],
)
def test_pictures_are_left_out_and_told(
    text: str, more: dict[str, Any], note: str, sentences: tuple[str, ...]
) -> None:
    found = read(day_one, journal({**ENTRY, "text": text, **more}))
    assert [record.note for record in found.records] == [note]
    assert found.left_out == sentences


def test_the_same_words_in_another_form_are_not_kept_twice() -> None:
    found = read(day_one, journal({**ENTRY, "richText": "r" * 30_000, "photos": [{"md5": "0"}]}))
    (record,) = found.records
    assert not {"richText", "photos"} & {one.name for one in record.fields}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"creationDate": "25 December"}, "Its date can't be read."),
        ({"creationDate": None}, "It has no “creationDate” that tells a time."),
        ({"creationDate": "1969-12-31T23:00:00Z"}, "It lies before 1970."),
        ({"timeZone": 7}, "Its “timeZone” is no text."),
        ({"text": {"a": 1}}, "Its “text” is no text."),
        ({"text": "a" * 100_001}, "One of its fields has more than 100,000 letters."),
        ({"tags": "food"}, "Its “tags” is no list."),
        ({"tags": [1]}, "Its “tags” can't be read."),
        ({"uuid": 1}, "Its “uuid” is no text."),
        ({"text": PICTURE, "tags": []}, "It holds no mood and no words."),
    ],
)
def test_what_is_no_entry_is_told_and_the_rest_is_read(
    changed: dict[str, Any], reason: str
) -> None:
    found = read(day_one, journal({**ENTRY, **changed}, None, ENTRY))
    assert [record.line for record in found.records] == [3]
    assert [(bad.line, bad.reason) for bad in found.bad] == [(1, reason), (2, "It is no entry.")]


def test_an_archive_has_several_journals() -> None:
    other = {**ENTRY, "uuid": "B", "text": "Dreamed."}
    archive = zipped(
        {
            "Journal.json": journal(ENTRY, "?"),
            "photos/0a1b.jpeg": b"\xff\xd8",
            "Dreams.JSON": journal(other),
            "__MACOSX/._Journal.json": b"\0\5\x16\7",
            "../../of another.json": b"[]",
            "empty.json": journal(),
        }
    )
    found = read(day_one, archive)
    assert [(one.line, one.note) for one in found.records] == [
        (1, "The market. Oranges (two), and a back\\slash."),
        (3, "Dreamed."),
    ]
    assert [one.fields[0] for one in found.records] == [
        Original("journal", "Journal"),
        Original("journal", "Dreams"),
    ]
    assert [(one.line, one.reason) for one in found.bad] == [(2, "It is no entry.")]


def test_read_again_elsewhere_or_from_an_archive_it_is_the_same() -> None:
    entries = [ENTRY, {**ENTRY, "uuid": ""}, {**ENTRY, "uuid": "", "text": "Rain."}]
    here = read(day_one, journal(*entries)).records
    edited = journal({**ENTRY, "text": "Edited."}, *entries[1:])
    there = read(day_one, zipped({"a.json": edited}), NEW_YORK).records
    assert [one.id for one in here] == [one.id for one in there]
    assert len({one.id for one in here}) == 3


def test_a_file_that_is_twice_in_an_archive_is_read_once() -> None:
    found = read(day_one, zipped({"a.json": journal(ENTRY)}, "a.json"))
    assert len(found.records) == 1


def test_damaged_json_beside_a_journal_is_told() -> None:
    archive = Handed(zipped({"a.json": b"{", "b.json": journal(ENTRY)}))
    assert day_one.claims(archive)
    with pytest.raises(UnreadableError, match="damaged"):
        day_one.read(archive, BERLIN, nobody)


def test_an_archive_without_end_is_told() -> None:
    half = b" " * (SIZE_MAX // 2 + 1)
    with pytest.raises(UnreadableError, match="64 megabytes"):
        claimed(day_one, zipped({"a.json": half, "b.json": half}))


def test_a_sealed_archive_is_told() -> None:
    content = bytearray(zipped({"a.json": journal(ENTRY)}))
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + place] |= 1
    with pytest.raises(UnreadableError):
        claimed(day_one, bytes(content))


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b'{"entries": []}',
        b'{"entries": {"check_ins": []}}',
        b'{"entries": [{"text": "a"}]}',
        zipped({}),
        zipped({"backup.daylio": b"e30="}),
        zipped({"a.json": b'{"entries": 1}', "b.txt": b"{"}),
    ],
)
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not claimed(day_one, content)
