"""The fields of an entry, whatever they hold."""

from typing import Any

import pytest

from domain.moving_in.record import RECORDS_MAX, StoppedError
from storage.exchange import fields, my_brain, pixels
from storage.exchange.reading import BadFieldError, Handed, UnreadableError
from tests.storage.exchange import test_my_brain, test_pixels
from tests.storage.exchange.reads import BERLIN, nobody, read, written


def nested(depth: int) -> list[Any]:
    """A list in a list in a list."""
    held: list[Any] = []
    for _ in range(depth):
        held = [held]
    return held


def test_what_is_nested_too_deep_can_not_be_kept() -> None:
    with pytest.raises(BadFieldError, match="nested too deep"):
        fields.originals({"deep": nested(100_000)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ({"a": nested(100_000), "b": "rain\nand  sun"}, "rain and sun"),
        ({"a": nested(100_000)}, ""),
        (nested(100_000), ""),
        ({"c": 1}, '{"c": 1}'),
        ({"a": None, "b": 7}, "7"),
        (None, ""),
        ({"b": "half \ud83d"}, "half ?"),
        ("a" * 100, "a" * 80),
    ],
)
def test_how_it_begins_is_shown_on_one_line(told: object, text: str) -> None:
    assert fields.beginning(told, ("a", "b")) == text


def test_what_holds_nothing_is_not_kept() -> None:
    assert fields.originals({"a": None, "b": " \n", "c": ""}) == ()


def test_a_file_of_too_many_entries_is_told() -> None:
    content = b"[" + b"1," * RECORDS_MAX + b"1]"
    with pytest.raises(UnreadableError, match="200,000"):
        pixels.read(Handed(content), BERLIN, nobody)


def test_how_far_it_is_is_told_and_may_be_stopped() -> None:
    content = written([test_pixels.DAY, *[1] * 1_099])
    told: list[tuple[int, int]] = []
    read(pixels, content, heard=lambda done, total: told.append((done, total)))
    assert told == [(500, 1_100), (1_000, 1_100), (1_100, 1_100)]

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read(my_brain, test_my_brain.diary(test_my_brain.ENTRY), heard=stop)
