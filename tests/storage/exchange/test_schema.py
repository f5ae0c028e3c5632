"""The schema of Meanwhile's own file says what such a file holds."""

import json
import runpy
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from domain.entries import CheckIn, Entry
from domain.sample import sample_entries
from storage.exchange import schema
from storage.exchange.meanwhile import as_json
from tests import entry_strategies

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
VALIDATOR = Draft202012Validator(schema.schema())
CHECK_IN = CheckIn(id="A", at=NOW, logged_at=NOW, pleasantness=4)


def faults(entries: list[Entry]) -> list[str]:
    """What the schema finds wrong with an exported file."""
    return [one.message for one in VALIDATOR.iter_errors(json.loads(as_json(entries)))]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema.schema())


@given(st.lists(entry_strategies.entries, max_size=4))
@settings(max_examples=50)
def test_every_file_that_goes_out_is_as_the_schema_says(entries: list[Entry]) -> None:
    assert faults(entries) == []


def test_the_sample_is_as_the_schema_says() -> None:
    by_kind: dict[type[Entry], list[Entry]] = defaultdict(list)
    for one in sample_entries(NOW):
        by_kind[type(one)].append(one)
    assert faults([one for some in by_kind.values() for one in some[-20:]]) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"pleasantness": 8},
        {"pleasantness": "fine"},
        {"at": "yesterday"},
        {"note": None},
        {"parts": [{"blend": "all"}]},
        {"parts": [{"part": "A", "blend": "whole"}]},
        {"feelings": "calm"},
    ],
)
def test_the_schema_refuses_what_is_no_entry(changed: dict[str, Any]) -> None:
    whole = json.loads(as_json([CHECK_IN]))
    whole["entries"]["check_ins"][0].update(changed)
    assert not VALIDATOR.is_valid(whole)


@pytest.mark.parametrize("missing", ["id", "at", "logged_at"])
def test_the_schema_names_what_an_entry_needs(missing: str) -> None:
    whole = json.loads(as_json([CHECK_IN]))
    del whole["entries"]["check_ins"][0][missing]
    assert not VALIDATOR.is_valid(whole)


def test_the_file_beside_it_is_what_it_writes(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(schema.__file__, run_name="__main__")
    there = Path(schema.__file__).with_name("schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == there
