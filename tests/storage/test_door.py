"""The door: what is read of it, however hostile, and how long one waits."""

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.entries import Supporter, Theme
from domain.keeper import Door
from storage import door
from storage.door import NAME, Latch
from tests.storage.notes import NOON

SECOND = timedelta(seconds=1)

texts = st.text(st.characters(codec="utf-8"), max_size=20)
doors = st.builds(
    Door,
    digits=st.booleans(),
    theme=st.sampled_from(get_args(Theme)),
    region=texts,
    supporters=st.lists(st.builds(Supporter, texts, texts, texts), max_size=3).map(tuple),
    title=texts,
)
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=14))]))


@given(st.builds(Latch, doors, st.integers(0, 100), moments))
def test_what_is_kept_at_the_door_comes_back(latch: Latch) -> None:
    with TemporaryDirectory() as folder:
        door.write(Path(folder), latch)
        assert door.read(Path(folder)) == latch
        assert stat.S_IMODE((Path(folder) / NAME).stat().st_mode) == 0o600
        door.remove(Path(folder))
        door.remove(Path(folder))
        assert door.read(Path(folder)) == Latch()
        assert os.listdir(folder) == []  # noqa: PTH208


@given(st.binary(max_size=200))
@example(b"\xff")
@example(b"[" * 100_000)
@example(b'{"tries": ' + b"9" * 5000 + b"}")
@example(b" " * (1 << 19))
def test_whatever_lies_there_is_a_door(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / NAME).write_bytes(content)
        assert door.read(Path(folder)).wait(NOON) <= door.LONGEST


@pytest.mark.parametrize(
    "wrong",
    [
        {"tries": -1},
        {"tries": 1.5},
        {"tries": True},
        {"tries": "7"},
        {"since": "2026-03-01T12:00:00"},
        {"since": "yesterday"},
        {"since": 0},
        {"door": None},
        {"door": {"digits": 1}},
        {"door": {"theme": "sepia"}},
        {"door": {"theme": []}},
        {"door": {"region": 7}},
        {"door": {"title": None}},
        {"door": {"title": "\ud800"}},
        {"door": {"supporters": {}}},
        {"door": {"supporters": ["Ada"]}},
        {"door": {"supporters": [{"name": "Ada"}]}},
    ],
)
def test_a_door_that_was_changed_is_as_none(tmp_path: Path, wrong: dict[str, Any]) -> None:
    whole = Latch(Door(digits=True), 3, NOON)
    door.write(tmp_path, whole)
    assert door.read(tmp_path) == whole
    there = json.loads((tmp_path / NAME).read_text())
    (tmp_path / NAME).write_text(json.dumps({**there, **wrong}))
    assert door.read(tmp_path) == Latch()


def test_what_is_no_file_is_no_door(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    assert door.read(tmp_path) == Latch()
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    assert door.read(tmp_path) == Latch()


@pytest.mark.parametrize(
    ("tries", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (10**18, 900)],
)
def test_each_wrong_try_after_the_fifth_doubles_the_wait(tries: int, seconds: int) -> None:
    latch = Latch(tries=tries, since=NOON)
    assert latch.wait(NOON) == seconds
    assert latch.wait(NOON + seconds * SECOND) == 0
    if seconds:
        assert latch.wait(NOON + (seconds - 1) * SECOND) == 1
        assert latch.wait(NOON + (seconds - 0.1) * SECOND) == 1


def test_a_wrong_try_begins_its_own_wait() -> None:
    latch = Latch(tries=5, since=NOON).wrong(NOON + 40 * SECOND)
    assert latch.wait(NOON + 50 * SECOND) == 50


@given(moments, moments, st.integers(0, 30))
def test_no_clock_makes_a_wait_longer_than_its_own_length(
    since: datetime, now: datetime, tries: int
) -> None:
    latch = Latch(tries=tries, since=since)
    length = replace(latch, since=NOON).wait(NOON)
    assert 0 <= latch.wait(now) <= length
    # Once it has been seen that the clock was set back, the wait goes by.
    later = latch.as_of(now)
    if now < datetime.max.replace(tzinfo=UTC) - timedelta(days=1):
        assert later.wait(now + length * SECOND) == 0
