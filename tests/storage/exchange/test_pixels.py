"""What is read of a file of Pixels."""

from datetime import datetime
from typing import Any

import pytest

from domain.entries import Original
from domain.moving_in.record import Mood, Tagged
from storage.exchange import pixels
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, read, written

DAY: dict[str, Any] = {
    "date": "2024-03-30",
    "type": "Mood",
    "scores": [4, 2],
    "notes": " Rain, then none.\n",
    "tags": [
        {"type": "Emotions", "entries": ["calm", " tired "]},
        {"type": "Weather", "entries": ["rain", " "]},
    ],
}


def test_a_day_is_read_with_its_moods_words_tags_and_notes() -> None:
    found = read(pixels, written([DAY]))
    (record,) = found.records
    assert (found.source, found.bad, found.left_out) == ("pixels", (), ())
    assert (record.line, record.at) == (1, datetime(2024, 3, 30, 12, tzinfo=BERLIN))
    assert record.at.tzinfo is BERLIN
    assert record.moods == (Mood("4", 4, 5), Mood("2", 2, 5))
    assert record.words == ("calm", "tired")
    assert record.tags == (
        Tagged("calm", "Emotions"),
        Tagged("tired", "Emotions"),
        Tagged("rain", "Weather"),
    )
    assert record.note == "Rain, then none."


def test_all_that_was_there_is_kept_as_it_was() -> None:
    (record,) = read(pixels, written([DAY])).records
    assert record.fields[:4] == (
        Original("date", "2024-03-30"),
        Original("type", "Mood"),
        Original("scores", "[4, 2]"),
        Original("notes", " Rain, then none.\n"),
    )
    assert record.fields[4].name == "tags"


@pytest.mark.parametrize(
    "date", ["2024-1-5", "2024-01-05", "2024-01-05T12:00:00", " 2024-01-5 ", "2024-01-05 12:00"]
)
def test_a_date_may_be_written_in_short(date: str) -> None:
    (record,) = read(pixels, written([{**DAY, "date": date}])).records
    assert record.at == datetime(2024, 1, 5, 12, tzinfo=BERLIN)


@pytest.mark.parametrize("kind", ["EMOTIONS", "emotions", " Emotions"])
def test_feelings_are_known_in_any_case(kind: str) -> None:
    tags = [{"type": kind, "entries": ["calm"]}]
    (record,) = read(pixels, written([{**DAY, "tags": tags}])).records
    assert record.words == ("calm",)


@pytest.mark.parametrize("missing", ["type", "notes", "tags"])
def test_a_day_may_lack_what_is_not_needed(missing: str) -> None:
    day = {name: value for name, value in DAY.items() if name != missing}
    assert len(read(pixels, written([day])).records) == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"date": "2024-02-30"}, "Its date can't be read."),
        ({"date": "0000-01-01"}, "Its date can't be read."),
        ({"date": "yesterday"}, "Its date can't be read."),
        ({"date": None}, "It has no “date” that tells a time."),
        ({"date": True}, "It has no “date” that tells a time."),
        ({"date": "1969-12-31"}, "It lies before 1970."),
        ({"scores": [0]}, "Its mood is none that Pixels has."),
        ({"scores": [6]}, "Its mood is none that Pixels has."),
        ({"scores": [True]}, "Its mood is none that Pixels has."),
        ({"scores": ["4"]}, "Its mood is none that Pixels has."),
        ({"scores": 4}, "Its “scores” is no list."),
        ({"notes": ["rain"]}, "Its “notes” is no text."),
        ({"notes": "a" * 100_001}, "One of its fields has more than 100,000 letters."),
        ({"b" * 100_001: "a"}, "One of its fields has more than 100,000 letters."),
        ({"tags": {"type": "Emotions"}}, "Its “tags” is no list."),
        ({"tags": ["calm"]}, "Its “tags” can't be read."),
        ({"tags": [{"type": "Emotions", "entries": [1]}]}, "Its “tags” can't be read."),
        ({"tags": [{"type": 1, "entries": ["calm"]}]}, "Its “type” is no text."),
        ({"scores": [], "tags": [], "notes": " "}, "It holds no mood and no words."),
    ],
)
def test_what_is_no_day_is_told_and_the_rest_is_read(changed: dict[str, Any], reason: str) -> None:
    found = read(pixels, written([{**DAY, **changed}, DAY]))
    assert [record.line for record in found.records] == [2]
    ((bad),) = found.bad
    assert (bad.line, bad.reason) == (1, reason)
    assert len(bad.text) <= 80


def test_a_bad_row_shows_how_it_begins() -> None:
    long: list[Any] = [DAY, {**DAY, "scores": [9], "notes": "rain\n" * 40}, [1, 2]]
    found = read(pixels, written(long))
    first, second = found.bad
    assert first.text == f"2024-03-30 Mood {'rain ' * 13}"[:80]
    assert (second.reason, second.text) == ("It is no entry.", "[1, 2]")


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(1, "1 entry without a mood is not taken."), (2, "2 entries without a mood are not taken.")],
)
def test_what_is_no_mood_is_left_out_and_told(count: int, sentence: str) -> None:
    found = read(pixels, written([DAY, *[{**DAY, "type": "Period"}] * count]))
    assert (len(found.records), found.bad, found.left_out) == (1, (), (sentence,))


def test_read_again_elsewhere_it_is_the_same() -> None:
    days = [DAY, {**DAY, "notes": "Sun."}, {**DAY, "scores": [1]}, {**DAY, "date": "2024-03-31"}]
    here = read(pixels, written(days)).records
    there = read(pixels, written(days[::-1]), NEW_YORK).records
    assert [one.id for one in here] == [one.id for one in there][::-1]
    assert len({one.id for one in here}) == len(days)
    assert there[-1].at == datetime(2024, 3, 30, 12, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"[1]", b"date,scores\n", b'[{"date": "2024-01-01"}]', b"[{", b"\0" * 9],
)
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not claimed(pixels, content)
