"""A file is known by what it holds, whatever it is called and whoever wrote it."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import CheckIn, Settings, Source
from domain.keeper import LockedError, WrongSecretError
from domain.moving_in.record import SIZE_MAX, StoppedError
from domain.sample import sample_entries
from storage.exchange import age, meanwhile, recognise
from storage.exchange.reading import Handed, UnreadableError
from storage.exchange.recognise import FORMATS
from tests.storage.exchange import (
    test_bearable,
    test_daily_you,
    test_day_one,
    test_daylio_backup,
    test_daylio_table,
    test_how_we_feel,
    test_my_brain,
    test_pixels,
    test_presently,
)
from tests.storage.exchange.reads import written, zipped

ZONE = "Europe/Berlin"
DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note"
FILES: list[tuple[Source, bytes]] = [
    ("daylio", test_daylio_table.WHOLE.encode()),
    ("daylio", test_daylio_backup.backup(test_daylio_backup.ENTRY)),
    ("daylio", test_daylio_backup.packed(test_daylio_backup.backup(test_daylio_backup.ENTRY))),
    ("how_we_feel", test_how_we_feel.third(Notes="a note").encode()),
    ("bearable", test_bearable.WHOLE.encode()),
    ("pixels", written([test_pixels.DAY])),
    ("presently", test_presently.TABLE.encode()),
    ("day_one", test_day_one.journal(test_day_one.ENTRY)),
    ("day_one", zipped({"Journal.json": test_day_one.journal(test_day_one.ENTRY)})),
    ("daily_you", written([test_daily_you.ENTRY])),
    ("my_brain", test_my_brain.diary(test_my_brain.ENTRY)),
]
AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
OWN = [CheckIn(id="01B", at=AT, logged_at=AT, pleasantness=5)]
OURS = [meanwhile.as_json(OWN), meanwhile.as_lines(OWN)]
EVERY = [*(content for _, content in FILES), *OURS]


def at_noon(moment: datetime) -> bytes:
    """A table with that moment, and one that is long past."""
    rows = (f"{moment:%Y-%m-%d},,,{moment:%H:%M},rad,,,then", "2020-01-01,,,8:00,rad,,,long past")
    return "\n".join((DAYLIO, *rows)).encode()


@pytest.mark.parametrize(("source", "content"), FILES)
def test_a_file_is_known_by_what_it_holds(source: Source, content: bytes) -> None:
    found = recognise.read(content, ZONE)
    assert found.source == source
    assert found.records
    assert not found.bad
    assert recognise.read(content, ZONE) == found


@pytest.mark.parametrize("content", OURS)
def test_a_file_of_meanwhile_is_known(content: bytes) -> None:
    found = recognise.read(content, ZONE)
    assert (found.source, list(found.entries), found.bad) == ("meanwhile", OWN, ())


@pytest.mark.parametrize("content", EVERY)
def test_a_file_is_of_one_app_alone(content: bytes) -> None:
    assert sum(one.claims(Handed(content)) for one in FORMATS) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"just some words\nand a line\n",
        b"a,b\n1,2\n",
        b"[]",
        b"{}",
        b'[{"a": 1}]',
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n",
        zipped({"a.txt": b"a"}),
        b"x" * 2_000_000,
        b"x," * 1_000_000,
    ],
)
def test_of_a_file_that_nobody_knows_it_is_told_what_can_be_read(content: bytes) -> None:
    with pytest.raises(UnreadableError) as told:
        recognise.read(content, ZONE)
    sentence = str(told.value)
    for name in ("its own", "Daylio", "How We Feel", "Bearable", "Pixels", "Presently"):
        assert name in sentence
    for name in ("Day One", "Daily You", "My Brain"):
        assert name in sentence
    assert sentence.count(".") == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"dayEntries": [', "This file is damaged or no JSON; nothing was changed."),
        (b"PK\3\4 and no more", "This archive is damaged; nothing was changed."),
        (bytes(SIZE_MAX + 1), "This file holds more than 64 megabytes."),
    ],
)
def test_what_is_wrong_with_a_file_is_told(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableError) as told:
        recognise.read(content, ZONE)
    assert str(told.value) == sentence


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_clock_is_read_in_the_zone_of_the_person(zone: str) -> None:
    (first, _) = recognise.read(test_presently.TABLE.encode(), zone).records
    assert first.at == datetime(2020, 6, 2, 12, tzinfo=ZoneInfo(zone))


def test_a_zone_that_nobody_knows_is_utc() -> None:
    (first, _) = recognise.read(test_presently.TABLE.encode(), "Middle/Earth").records
    assert first.at == datetime(2020, 6, 2, 12, tzinfo=UTC)


def test_a_sealed_file_is_read_with_its_passphrase() -> None:
    content = age.sealed(OURS[0], "a heron, waiting", work=1)
    assert list(recognise.read(content, ZONE, "a heron, waiting").entries) == OWN
    with pytest.raises(LockedError):
        recognise.read(content, ZONE)
    with pytest.raises(WrongSecretError):
        recognise.read(content, ZONE, "another")


def test_what_lies_in_the_future_is_told() -> None:
    for ahead, is_late in ((-5, False), (12, False), (48, True)):
        found = recognise.read(at_noon(datetime.now(UTC) + timedelta(hours=ahead)), "UTC")
        assert [one.note for one in found.records] == ["then", "long past"][is_late:]
        assert [(bad.line, bad.reason) for bad in found.bad] == (
            [(2, "It lies in the future.")] if is_late else []
        )


def test_the_last_year_of_the_calendar_lies_in_the_future() -> None:
    rows = ("9999-12-31,,,23:59,rad,,,then", "x,,,23:59,rad,,,x", "2020-01-01,,,8:00,rad,,,past")
    found = recognise.read("\n".join((DAYLIO, *rows)).encode(), ZONE)
    assert [bad.line for bad in found.bad] == [2, 3]
    assert found.bad[0].text == "9999-12-31 23:59 rad then"
    assert [one.note for one in found.records] == ["past"]


def test_the_same_row_twice_is_one_record_and_another_is_another() -> None:
    rows = (
        "2020-01-01,,,8:00,rad,a,,x",
        "2020-01-01,,,8:00,rad,a,,y",
        "2020-01-01,,,8:00,rad,a,,x",
    )
    found = recognise.read("\n".join((DAYLIO, *rows)).encode(), ZONE)
    assert [(one.line, one.note) for one in found.records] == [(2, "x"), (3, "y")]
    assert found.bad == ()


def test_it_may_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        recognise.read(FILES[0][1], ZONE, heard=stop)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("content", [one for one in EVERY if not one.startswith(b"PK")])
def test_in_each_encoding_it_tells_the_same(encoding: str, content: bytes) -> None:
    again = content.decode().encode(encoding)
    assert recognise.read(again, ZONE) == recognise.read(content, ZONE)


def test_the_sample_goes_out_and_comes_in_again() -> None:
    entries = list(sample_entries(AT))
    found = recognise.read(meanwhile.as_lines(entries), ZONE)
    assert {one.id for one in found.entries} == {one.id for one in entries}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(content: bytes) -> None:
    with pytest.raises((UnreadableError, LockedError)):
        recognise.read(content, ZONE)


@given(st.sampled_from(EVERY), st.data())
def test_a_file_that_was_damaged_is_read_or_told(content: bytes, data: st.DataObject) -> None:
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(changed) - 1))
        changed[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        if not changed:
            return
    try:
        found = recognise.read(bytes(changed), ZONE)
    except (UnreadableError, LockedError):
        return
    assert len({one.id for one in found.records}) == len(found.records)
    assert all(len(bad.text) <= 80 and bad.reason.endswith(".") for bad in found.bad)


@given(st.sampled_from(EVERY), st.integers(0, 400))
def test_a_file_that_was_cut_off_is_read_or_told(content: bytes, end: int) -> None:
    try:
        found = recognise.read(content[:end], ZONE)
    except UnreadableError:
        return
    assert json.dumps([bad.text for bad in found.bad])


@pytest.mark.parametrize("id", ["7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0ZZZZZZZZZZZZZZZZZZZZZZZZZ"])
def test_an_id_of_the_future_is_told_and_left_out(id: str) -> None:
    at = datetime(2026, 6, 9, 12, tzinfo=UTC)
    good = CheckIn(id="01K8ZZZZZZ0000000000000001", at=at, logged_at=at)
    found = recognise.read(meanwhile.as_json((good, replace(good, id=id))), "UTC")
    assert found.entries == (good,)
    assert [(one.reason, one.text) for one in found.bad] == [(recognise.FUTURE, id)]


def test_an_id_that_is_no_ulid_is_no_id_of_the_future() -> None:
    settings = Settings(welcomed=True)
    assert recognise.read(meanwhile.as_json((settings,)), "UTC").entries == (settings,)
