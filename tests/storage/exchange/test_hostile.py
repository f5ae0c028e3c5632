"""Whatever a file of JSON holds: each entry is read or told, and nothing else happens."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exchange import daily_you, day_one, meanwhile, my_brain, pixels
from storage.exchange.reading import Handed, UnreadableError
from tests.storage.exchange import test_daily_you, test_day_one, test_my_brain, test_pixels
from tests.storage.exchange.reads import BERLIN, Format, nobody, read, written
from tests.storage.exchange.test_meanwhile import GOOD, whole

FORMATS: list[tuple[Format, dict[str, Any], Callable[..., bytes]]] = [
    (pixels, test_pixels.DAY, lambda *told: written(told)),
    (daily_you, test_daily_you.ENTRY, lambda *told: written(told)),
    (my_brain, test_my_brain.ENTRY, test_my_brain.diary),
    (day_one, test_day_one.ENTRY, test_day_one.journal),
    (meanwhile, GOOD, lambda *told: whole(check_ins=told)),
]
EACH = pytest.mark.parametrize(
    ("format", "entry", "wrap"),
    FORMATS,
    ids=[one[0].__name__ for one in FORMATS],  # type: ignore[attr-defined]
)
texts = st.text(st.characters(exclude_categories=()), max_size=12)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from([0, -1, 10**400, -(10**18), 2**63, 1e308, -0.0, 253402300800000])
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2024-W01-1"])
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


@EACH
@given(st.data())
def test_an_entry_with_anything_in_it_is_read_or_told(
    format: Format, entry: dict[str, Any], wrap: Callable[..., bytes], data: st.DataObject
) -> None:
    names = st.sampled_from(sorted(entry)) | texts
    changed = data.draw(st.dictionaries(names, values, max_size=4))
    told = [entry, data.draw(values), {**entry, **changed}]
    found = read(format, wrap(*told))
    left_out = len(told) - len(found.records) - len(found.entries) - len(found.bad)
    assert left_out == (1 if any("without a mood" in one for one in found.left_out) else 0)
    for bad in found.bad:
        assert len(bad.text) <= 80
        bad.text.encode()


@EACH
def test_what_is_nested_deep_is_read_or_told(
    format: Format, entry: dict[str, Any], wrap: Callable[..., bytes]
) -> None:
    for depth in (*range(100, 1_000, 20), 100_000):
        content = wrap(entry, {**entry, "deep": "?"}).replace(b'"?"', b"[" * depth + b"]" * depth)
        try:
            found = format.read(Handed(content), BERLIN, nobody)
        except UnreadableError:
            continue
        assert len(found.records) + len(found.entries) + len(found.bad) == 2


@EACH
@pytest.mark.parametrize("value", ["NaN", "-Infinity", "9" * 5_000, '"\\ud83', "{", "01"])
def test_json_that_is_none_is_told(
    format: Format, entry: dict[str, Any], wrap: Callable[..., bytes], value: str
) -> None:
    content = wrap({**entry, "more": "?"}).replace(b'"?"', value.encode())
    with pytest.raises(UnreadableError):
        format.read(Handed(content), BERLIN, nobody)


@EACH
def test_a_number_beyond_all_measure_is_kept_or_told(
    format: Format, entry: dict[str, Any], wrap: Callable[..., bytes]
) -> None:
    content = json.dumps(json.loads(wrap({**entry, "more": "?"}))).replace('"?"', "1e400").encode()
    found = read(format, content)
    assert len(found.records) + len(found.entries) + len(found.bad) == 1
