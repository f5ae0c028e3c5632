"""Daylio's backup: what its numbers stand for, and what it must not do."""

import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Original
from domain.moving_in.record import FIELD_MAX, RECORDS_MAX, SIZE_MAX, Found, Mood, Tagged
from storage.exchange import daylio_backup, daylio_table
from storage.exchange.reading import Handed, UnreadableError
from tests.storage.exchange.reads import BERLIN, claimed, nobody, read, zipped

ENTRY: Final[dict[str, Any]] = {
    "id": 1,
    "minute": 59,
    "hour": 9,
    "day": 24,
    "month": 0,
    "year": 2023,
    "datetime": 1674550757766,
    "timeZoneOffset": 3600000,
    "mood": 1,
    "note": "Note <b>body</b>",
    "note_title": "Note title",
    "tags": [1, 3],
    "assets": [],
    "pin": "1234",
}
BACKUP: Final[dict[str, Any]] = {
    "version": 15,
    "pin": "1234",
    "customMoods": [
        {"id": 1, "custom_name": "", "mood_group_id": 1, "predefined_name_id": 1},
        {"id": 5, "custom_name": " low ", "mood_group_id": 5, "predefined_name_id": 5},
        {"id": 6, "custom_name": "meh+", "mood_group_id": 2, "predefined_name_id": -1},
        {"id": 7, "custom_name": "odd", "mood_group_id": 9, "predefined_name_id": -1},
        {"id": 8, "custom_name": "", "mood_group_id": 3, "predefined_name_id": -1},
        {"custom_name": "of no number", "mood_group_id": 3},
    ],
    "tags": [
        {"id": 1, "name": "clean", "id_tag_group": 2},
        {"id": 3, "name": "cook", "id_tag_group": 9},
        {"id": 4, "name": ""},
    ],
    "tag_groups": [{"id": 2, "name": "Chores"}],
    "dayEntries": [ENTRY],
}


def backup(*entries: Any, **more: Any) -> bytes:
    return json.dumps({**BACKUP, "dayEntries": list(entries), **more}).encode()


def packed(content: bytes, name: str = "backup.daylio") -> bytes:
    return zipped({"assets/photos/2023/1/abc": b"a picture", name: b64encode(content)})


def one_of(entry: dict[str, Any], **more: Any) -> Any:
    (record,) = read(daylio_backup, backup(entry, **more)).records
    return record


@pytest.mark.parametrize(
    "content",
    [
        backup(ENTRY),
        packed(backup(ENTRY)),
        packed(backup(ENTRY), "some/where/backup.daylio"),
        zipped({"backup.daylio": backup(ENTRY)}),
        zipped(
            {
                "backup.daylio": b"\n".join(
                    (b64encode(backup(ENTRY))[:76], b64encode(backup(ENTRY))[76:])
                )
            }
        ),
    ],
)
def test_an_entry_is_read_whole(content: bytes) -> None:
    found = read(daylio_backup, content)
    (record,) = found.records
    assert found.source == "daylio"
    assert (found.bad, found.left_out) == ((), ())
    assert record.line == 1
    assert record.at == datetime(2023, 1, 24, 9, 59, tzinfo=timezone(timedelta(hours=1)))
    assert record.moods == (Mood("rad", 5, 5),)
    assert record.tags == (Tagged("clean", "Chores"), Tagged("cook"))
    assert (record.title, record.note) == ("Note title", "Note body")
    assert Original("note", "Note <b>body</b>") in record.fields
    assert Original("tags", "[1, 3]") in record.fields
    assert Original("month", "0") in record.fields
    assert {"pin", "assets"}.isdisjoint(one.name for one in record.fields)
    assert "1234" not in repr(found)


def test_an_entry_of_a_table_is_the_same_one() -> None:
    table = (
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        "2023-01-24,24. Januar,Dienstag,09:59,Super,cook | clean,Note title,Note body\n"
    )
    (record,) = read(daylio_table, table.encode()).records
    assert record.id == one_of(ENTRY).id


@pytest.mark.parametrize(
    ("number", "moods"),
    [
        (1, (Mood("rad", 5, 5),)),
        (2, (Mood("good", 4, 5),)),
        (5, (Mood("low", 1, 5),)),
        (6, (Mood("meh+", 4, 5),)),
        (7, (Mood("odd"),)),
        (8, ()),
        (99, ()),
        (None, ()),
        ("1", ()),
        (True, ()),
    ],
)
def test_a_mood_is_told_by_its_number(number: Any, moods: tuple[Mood, ...]) -> None:
    assert one_of({**ENTRY, "mood": number}).moods == moods


@pytest.mark.parametrize("offset", [None, "3600000", 3600000.0, 90_000_000, 1, -90_000_000])
def test_where_no_offset_is_told_it_is_that_of_the_zone(offset: Any) -> None:
    record = one_of({**ENTRY, "timeZoneOffset": offset})
    assert record.at.tzinfo is BERLIN
    assert record.at == datetime(2023, 1, 24, 9, 59, tzinfo=BERLIN)


def test_an_entry_is_the_same_wherever_it_was_written() -> None:
    there = one_of({**ENTRY, "timeZoneOffset": -18000000})
    assert there.at != one_of(ENTRY).at
    assert there.id == one_of(ENTRY).id


@pytest.mark.parametrize("name", ["customMoods", "tags", "tag_groups"])
@pytest.mark.parametrize("value", [None, {}, "x", 1, [1, None, [], {"id": []}, {"name": {}}]])
def test_without_names_the_entries_are_read_all_the_same(name: str, value: Any) -> None:
    record = one_of(ENTRY, **{name: value})
    assert record.moods == (Mood("rad", 5, 5),)
    assert record.note == "Note body"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"year": 0}, "Its date is in no calendar."),
        ({"year": 1969}, "It lies before 1970."),
        ({"year": 10**20}, "Its date is in no calendar."),
        ({"month": 12}, "Its date is in no calendar."),
        ({"month": -1}, "Its date is in no calendar."),
        ({"day": 32}, "Its date is in no calendar."),
        ({"hour": 24}, "Its time is none that a clock shows."),
        ({"minute": 10**20}, "Its time is none that a clock shows."),
        ({"day": None}, "It has no date and time that can be read."),
        ({"day": "24"}, "It has no date and time that can be read."),
        ({"day": 24.0}, "It has no date and time that can be read."),
        ({"hour": True}, "It has no date and time that can be read."),
        ({"note": 1}, "Its “note” is no text."),
        ({"note_title": []}, "Its “note_title” is no text."),
        ({"tags": {}}, "Its “tags” is no list."),
        (
            {"mood": 99, "tags": ["1", 99, 4, None], "note": "", "note_title": ""},
            "It holds no mood",
        ),
        ({"note": "x" * (FIELD_MAX + 1)}, f"more than {FIELD_MAX:,} letters"),
    ],
)
def test_a_bad_entry_is_told_and_the_rest_is_read(changed: dict[str, Any], reason: str) -> None:
    found = read(daylio_backup, backup({**ENTRY, **changed}, ENTRY))
    (bad,) = found.bad
    assert bad.line == 1
    assert reason in bad.reason
    assert len(bad.text) <= 80
    assert [one.line for one in found.records] == [2]


def test_what_is_not_taken_is_told() -> None:
    found = read(daylio_backup, backup(ENTRY, assets=[{}, {}], goals=[{}], writingTemplates=1))
    assert found.left_out == ("2 pictures and recordings are not taken.", "1 goal is not taken.")
    found = read(daylio_backup, backup(ENTRY, assets=[{}], writingTemplates=[{}, 1, {}]))
    assert found.left_out == (
        "1 picture or recording is not taken.",
        "2 writing templates are not taken.",
    )


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b'{"entries": []}',
        b'{"dayEntries": [',
        b"dayEntries,customMoods\n1,2\n",
        zipped({"journal.json": b"{}"}),
    ],
)
def test_another_file_is_not_claimed(content: bytes) -> None:
    assert not claimed(daylio_backup, content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (backup(dayEntries={}), "holds no entries"),
        (packed(b"[]"), "holds no entries"),
        (packed(b"{}"), "holds no entries"),
        (packed(b"x"), "damaged"),
        (packed(b"\x89PNG\0"), "no file that Meanwhile"),
        (zipped({"backup.daylio": b"abc"}), "damaged"),
        (zipped({"backup.daylio": bytes(SIZE_MAX + 1)}), "64 megabytes"),
        (packed(b'{"a":' * 100_000), "damaged"),
        (b'{"dayEntries": [' + b"1," * RECORDS_MAX + b"1]}", "200,000 entries"),
    ],
)
def test_a_backup_that_cannot_be_read_is_told(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(daylio_backup, content)


ANYTHING: Final[st.SearchStrategy[Any]] = (
    st.integers()
    | st.text(max_size=5)
    | st.sampled_from(
        [None, True, 0, -1, 10**400, 1e308, "", "x", [], {}, [[]], [{}], {"id": {}}, ["x", None]]
    )
)


def _places(told: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(told, dict | list):
        for key in tuple(told) if isinstance(told, dict) else range(len(told)):
            yield told, key
            yield from _places(told[key])


@given(st.data())
def test_whatever_stands_at_any_place_it_is_read_or_told(data: st.DataObject) -> None:
    told = json.loads(json.dumps({**BACKUP, "dayEntries": [ENTRY, ENTRY]}))
    for _ in range(data.draw(st.integers(1, 3))):
        places = list(_places(told))
        holder, key = places[data.draw(st.integers(0, len(places) - 1))]
        holder[key] = data.draw(ANYTHING)
    handed = Handed(json.dumps(told).encode())
    try:
        found: Found = daylio_backup.read(handed, BERLIN, nobody)
    except UnreadableError:
        return
    entries = told["dayEntries"]
    assert len(found.records) + len(found.bad) == len(entries)
    assert all(len(bad.text) <= 80 for bad in found.bad)
