"""A file with everything in it: what it holds, who can read it, and the way to it."""

import json
from functools import partial
from pathlib import Path

import pytest

from domain.entries import CheckIn
from domain.keeper import LockedError, WrongSecretError
from storage.loose import LooseKeeper
from tests.views.keeping import CANARY, kept_in
from tests.views.parts import is_off
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import FULL, LOOKS, can_be_reached, journal_of
from tests.views.test_state import on_disk
from tests.views.therapy import holding
from views.carry_away import whole_file

ROUTE = "/settings/backups/carry"
SECRET = "four words of mine"
NOTE = CheckIn(id="note", at=NOON, logged_at=NOON, note=CANARY)


async def type_secret(stage: Stage, first: str, again: str) -> None:
    await stage.type("carry-secret", first)
    await stage.type("carry-secret-again", again)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("way", ["", "/encrypted", "/plain"])
def test_the_ways_can_be_read_and_reached(way: str, look: str, tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(kept_in(tmp_path), ROUTE + way, **LOOKS[look]) as stage:
            assert stage.node("more-support")
            can_be_reached(stage)

    played(act)


def test_a_plain_file_has_every_entry_of_every_kind_on_a_line() -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), f"{ROUTE}/plain") as stage:
            lines = whole_file(stage.state).decode().splitlines()
            ids = [json.loads(line).get("id") for line in lines]
            assert {one.id for one in FULL} <= set(ids)

    played(act)


def test_an_encrypted_file_opens_with_its_passphrase_alone() -> None:
    async def act() -> None:
        journal = holding(NOTE)
        async with Stage(journal, f"{ROUTE}/encrypted") as stage:
            content = whole_file(stage.state, SECRET)
        keeper = LooseKeeper(journal)
        assert content.startswith(b"age-encryption.org/v1")
        assert CANARY.encode() not in content
        with pytest.raises(LockedError):
            keeper.read(content, "UTC")
        with pytest.raises(WrongSecretError):
            keeper.read(content, "UTC", "other words")
        assert CANARY in str(keeper.read(content, "UTC", SECRET))

    played(act)


def test_what_could_not_be_kept_on_this_device_is_in_the_file() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, "/") as stage:
            disk.fault = OSError("full")
            await stage.state.answer(pleasantness=3, energy=5, note=CANARY)
            assert CANARY.encode() in whole_file(stage.state)

    played(act)


def test_the_file_is_made_of_a_passphrase_that_was_typed_twice() -> None:
    async def act() -> None:
        async with Stage(holding(NOTE), f"{ROUTE}/encrypted") as stage:
            assert "nobody can find it again" in stage.words()
            assert is_off(stage, "make-file")
            await type_secret(stage, "short", "short")
            assert "8 letters or more" in stage.words()
            assert is_off(stage, "make-file")
            await type_secret(stage, SECRET, "other words")
            assert "These two differ." in stage.words()
            assert is_off(stage, "make-file")
            await stage.type("carry-secret-again", SECRET)
            assert "find" in stage.words()
            await stage.tap("make-file")
            assert f"meanwhile-{NOON.date()}.jsonl.age" in stage.words()
            can_be_reached(stage)
            await stage.tap("save-file")
            await stage.tap("share-file")
            assert stage.node("file-ready")

    played(act)


def test_another_passphrase_makes_another_file() -> None:
    async def act() -> None:
        async with Stage(holding(NOTE), f"{ROUTE}/encrypted") as stage:
            await type_secret(stage, SECRET, SECRET)
            await stage.tap("make-file")
            await stage.type("carry-secret", f"{SECRET}, really")
            assert stage.node("file-ready") is None

    played(act)


def test_a_plain_file_says_that_anybody_can_read_it() -> None:
    async def act() -> None:
        async with Stage(holding(NOTE), ROUTE) as stage:
            assert stage.node("make-file") is None
            await stage.tap("way-plain")
            assert "Whoever has this file can read all of it." in stage.words()
            await stage.tap("make-file")
            words = stage.words()
            assert f"meanwhile-{NOON.date()}.jsonl" in words
            assert ".age" not in words
            await stage.tap("way-encrypted")
            assert stage.node("file-ready") is None

    played(act)


def test_backups_lead_to_both() -> None:
    async def act(way: str) -> None:
        async with Stage(holding(), "/settings/backups") as stage:
            await stage.tap(f"carry-{way}")
            assert stage.page.route == f"{ROUTE}/{way}"
            await stage.tap("not-now")
            assert stage.page.route == "/settings/backups"

    played(partial(act, "encrypted"))
    played(partial(act, "plain"))
