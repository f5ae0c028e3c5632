"""What is read of a file of My Brain."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.entries import Original
from domain.moving_in.record import Mood
from storage.exchange import my_brain
from tests.storage.exchange.reads import BERLIN, NEW_YORK, claimed, read, written

ENTRY: dict[str, Any] = {
    "title": "Evening",
    "content": "Soup, and the radio.",
    "createdDate": 1719868530000,
    "updatedDate": 1719868590000,
    "mood": "GOOD",
}


def diary(*entries: object) -> bytes:
    """A file with those entries."""
    return written({"notes": [], "diary": entries})


def test_an_entry_is_read_with_its_title_words_and_mood() -> None:
    found = read(my_brain, diary(ENTRY))
    (record,) = found.records
    assert (found.source, found.bad) == ("my_brain", ())
    assert record.at == datetime(2024, 7, 1, 23, 15, 30, tzinfo=BERLIN)
    assert record.at.utcoffset() == timedelta(hours=2)
    assert record.edited_at == record.at + timedelta(minutes=1)
    assert (record.title, record.note) == ("Evening", "Soup, and the radio.")
    assert record.moods == (Mood("Good", 4, 5),)
    assert Original("createdDate", "1719868530000") in record.fields


@pytest.mark.parametrize(
    ("name", "moods"),
    [
        ("TERRIBLE", (Mood("Terrible", 1, 5),)),
        ("BAD", (Mood("Bad", 2, 5),)),
        ("OKAY", (Mood("Okay", 3, 5),)),
        ("GOOD", (Mood("Good", 4, 5),)),
        ("AWESOME", (Mood("Awesome", 5, 5),)),
        ("Sunny", (Mood("Sunny"),)),
        ("", ()),
        (None, ()),
    ],
)
def test_moods_have_names_and_steps(name: object, moods: tuple[Mood, ...]) -> None:
    (record,) = read(my_brain, diary({**ENTRY, "mood": name})).records
    assert record.moods == moods


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"createdDate": "soon"}, "Its date can't be read."),
        ({"createdDate": None}, "It has no “createdDate” that tells a time."),
        ({"createdDate": -1}, "It lies before 1970."),
        ({"createdDate": 10**18}, "Its time is none that a clock shows."),
        ({"title": 1}, "Its “title” is no text."),
        ({"mood": 4}, "Its “mood” is no text."),
        ({"title": "", "content": "", "mood": ""}, "It holds no mood and no words."),
    ],
)
def test_what_is_no_entry_is_told_and_the_rest_is_read(
    changed: dict[str, Any], reason: str
) -> None:
    found = read(my_brain, diary({**ENTRY, **changed}, ENTRY))
    assert [record.line for record in found.records] == [2]
    assert [(bad.line, bad.reason) for bad in found.bad] == [(1, reason)]


def test_read_again_elsewhere_it_is_the_same() -> None:
    entries = [ENTRY, {**ENTRY, "title": "Night"}, {**ENTRY, "createdDate": 1719868530001}]
    here = read(my_brain, diary(*entries)).records
    there = read(my_brain, diary(*entries), NEW_YORK).records
    assert [one.id for one in here] == [one.id for one in there]
    assert len({one.id for one in here}) == 3


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b'{"diary": []}', b'{"diary": {}}', b'{"diary": [{"title": "a"}]}']
)
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not claimed(my_brain, content)
