"""What is read of a file of Daily You."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from domain.entries import Original
from domain.moving_in.record import Mood
from storage.exchange import daily_you
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, read, written

ENTRY: dict[str, Any] = {
    "timeCreated": "2024-07-01T21:15:30.123456",
    "timeModified": "2024-07-01T21:20:00.000",
    "text": "A long walk.\n",
    "mood": 1,
}


def test_an_entry_is_read_with_its_mood_and_words() -> None:
    found = read(daily_you, written([ENTRY]))
    (record,) = found.records
    assert (found.source, found.bad, found.left_out) == ("daily_you", (), ())
    assert record.at == datetime(2024, 7, 1, 21, 15, 30, 123456, BERLIN)
    assert record.edited_at == datetime(2024, 7, 1, 21, 20, tzinfo=BERLIN)
    assert record.moods == (Mood("Happy", 4, 5),)
    assert record.note == "A long walk."
    assert record.fields[2:] == (Original("text", "A long walk.\n"), Original("mood", "1"))


@pytest.mark.parametrize(
    ("told", "at", "offset"),
    [
        ("2024-07-01T21:15:30Z", datetime(2024, 7, 1, 21, 15, 30, tzinfo=UTC), 2),
        ("2024-07-01 21:15:30.5", datetime(2024, 7, 1, 21, 15, 30, 500_000, BERLIN), 2),
        ("2024-07-01T21:15+05:00", datetime(2024, 7, 1, 16, 15, tzinfo=UTC), 5),
        ("2024-12-01", datetime(2024, 12, 1, 12, tzinfo=BERLIN), 1),
        (1719868530000, datetime(2024, 7, 1, 21, 15, 30, tzinfo=UTC), 2),
        (1719868530000.0, datetime(2024, 7, 1, 21, 15, 30, tzinfo=UTC), 2),
    ],
)
def test_a_time_may_be_written_in_many_ways(told: object, at: datetime, offset: int) -> None:
    (record,) = read(daily_you, written([{**ENTRY, "timeCreated": told}])).records
    assert (record.at, record.at.utcoffset()) == (at, timedelta(hours=offset))


@pytest.mark.parametrize(
    ("value", "mood"),
    [
        (-2, Mood("Very sad", 1, 5)),
        (-1, Mood("Sad", 2, 5)),
        (0, Mood("Neutral", 3, 5)),
        (1, Mood("Happy", 4, 5)),
        (2, Mood("Very happy", 5, 5)),
    ],
)
def test_moods_have_names_and_steps(value: int, mood: Mood) -> None:
    (record,) = read(daily_you, written([{**ENTRY, "mood": value}])).records
    assert record.moods == (mood,)


@pytest.mark.parametrize("edited", [None, "soon", "2024-07-01T21:15:30.123456", "2024-06-01"])
def test_what_was_not_edited_later_was_not_edited(edited: object) -> None:
    (record,) = read(daily_you, written([{**ENTRY, "timeModified": edited}])).records
    assert record.edited_at is None


@pytest.mark.parametrize("without", ["mood", "text"])
def test_either_mood_or_words_are_enough(without: str) -> None:
    found = read(daily_you, written([{**ENTRY, without: None}]))
    assert len(found.records) == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"timeCreated": "2024-07-32"}, "Its date can't be read."),
        ({"timeCreated": None}, "It has no “timeCreated” that tells a time."),
        ({"timeCreated": True}, "It has no “timeCreated” that tells a time."),
        ({"timeCreated": -1}, "It lies before 1970."),
        ({"timeCreated": 10**400}, "Its time is none that a clock shows."),
        ({"timeCreated": "9999-12-31T23:59:59Z"}, "Its time is none that a clock shows."),
        ({"mood": 3}, "Its mood is none that Daily You has."),
        ({"mood": -3}, "Its mood is none that Daily You has."),
        ({"mood": True}, "Its mood is none that Daily You has."),
        ({"mood": 0.5}, "Its mood is none that Daily You has."),
        ({"text": 1}, "Its “text” is no text."),
        ({"text": " ", "mood": None}, "It holds no mood and no words."),
    ],
)
def test_what_is_no_entry_is_told_and_the_rest_is_read(
    changed: dict[str, Any], reason: str
) -> None:
    found = read(daily_you, written([ENTRY, {**ENTRY, **changed}, 7]))
    assert [record.line for record in found.records] == [1]
    assert [(bad.line, bad.reason) for bad in found.bad] == [(2, reason), (3, "It is no entry.")]


@pytest.mark.parametrize(
    ("files", "sentences"),
    [
        ([{"images": [{"imgPath": "a.jpg"}]}], ("1 picture is not taken.",)),
        ([{"imgPath": "a.jpg"}, {"imgPath": None}], ("1 picture is not taken.",)),
        ([{"images": [1, 2]}, {"images": [], "imgPath": "a.jpg"}], ("2 pictures are not taken.",)),
        ([{"images": "a.jpg"}], ()),
    ],
)
def test_pictures_are_left_out_and_told(
    files: list[dict[str, Any]], sentences: tuple[str, ...]
) -> None:
    found = read(daily_you, written([{**ENTRY, **one} for one in files]))
    assert found.left_out == sentences
    assert len(found.records) == len(files)


def test_read_again_elsewhere_it_is_the_same() -> None:
    entries = [ENTRY, {**ENTRY, "text": "Rain."}, {**ENTRY, "timeCreated": 1719868530000}]
    here = read(daily_you, written(entries)).records
    there = read(daily_you, written(entries), NEW_YORK).records
    assert [one.id for one in here] == [one.id for one in there]
    assert len({one.id for one in here}) == 3


def test_a_zone_may_be_any_that_has_an_offset() -> None:
    zone = timezone(timedelta(hours=-3))
    (record,) = read(daily_you, written([ENTRY]), zone).records
    assert record.at.utcoffset() == timedelta(hours=-3)


@pytest.mark.parametrize("content", [b"[]", b"{}", b'[{"timeCreated": 1}]', b'[{"text": "a"}]'])
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not claimed(daily_you, content)
