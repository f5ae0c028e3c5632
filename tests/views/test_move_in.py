"""Bringing in a file: what is offered, what is said otherwise, what becomes of it, and back."""

import asyncio
import errno
from pathlib import Path
from typing import Any

import pytest

from domain.entries import KINDS, CheckIn, MovedIn, Part, Person
from domain.sample import sample_entries
from storage.keeper import FolderKeeper
from tests.views.locked import PHRASE, is_off, kept, with_lock
from tests.views.stage import NOON, Stage, played

TABLE = b"""full_date,date,weekday,time,mood,activities,scales,note_title,note
2026-05-27,May 27,Wednesday,13:48,meh,work | walk,,A title,Some words
2026-05-26,May 26,Tuesday,8:30 pm,rad,Wren | music,,,By the river
2026-05-25,May 25,Monday,22:00,blorp,tired,,,
0000-05-25,May 25,Monday,22:00,awful,work,,,
"""
LONG = b"entryDate,entryContent\n" + b"".join(
    b"2026-05-%02d,line %d of a long file\n" % (number % 28 + 1, number) for number in range(3000)
)


@pytest.fixture
def keeper(tmp_path: Path) -> Any:
    """An empty journal of somebody who was welcomed."""
    keeper = kept(tmp_path)
    yield keeper
    keeper.close()


async def handed(stage: Stage, content: bytes) -> str:
    """Hand a file over, as choosing one does."""
    said = await stage.state.moving.read(content)
    await stage.settle()
    return said


def moods(keeper: FolderKeeper) -> list[Any]:
    """How it felt, oldest first."""
    return [one.pleasantness for one in keeper.journal.all(CheckIn)]


def test_moods_and_tags_are_offered_said_otherwise_and_brought_in(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            assert not await handed(stage, TABLE)
            words = stage.words()
            assert "3 entries to bring in." in words
            assert "From Monday 25 May to Wednesday 27 May." in words
            assert "1 entry can't be read" in words
            assert "Line 5:" in words
            assert "rad: 7, very easy" in words
            assert "blorp: no answer" in words
            # Moods stand by how often they occur, then by name.
            await stage.tap("mood-0")
            await stage.tap("mood-0-2")
            wren = next(n for n in range(9) if "Wren" in stage.label(f"tag-{n}"))
            await stage.tap(f"tag-{wren}")
            await stage.tap(f"tag-{wren}-person")
            assert "New people and places: Wren." in stage.words()
            await stage.tap("bring-in")
            assert "3 entries brought in" in stage.words()
            await stage.go(f"/entries/{keeper.journal.all(CheckIn)[0].id}")
            assert "Brought in from Daylio." in stage.words()
        assert moods(keeper) == [2, 7, 4]
        (wren_here,) = keeper.journal.all(Person)
        assert [one.people for one in keeper.journal.all(CheckIn)][1] == (wren_here.id,)
        assert keeper.journal.all(CheckIn)[2].note == "A title\nSome words\nTags: work, walk"
        origin = keeper.journal.all(CheckIn)[1].origin
        assert origin is not None
        assert origin.source == "daylio"
        assert "8:30 pm" in {one.value for one in origin.fields}

    played(act)


def test_the_same_file_again_changes_nothing(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            await handed(stage, TABLE)
            await stage.tap("bring-in")
            before = keeper.write("json", everything(keeper))
            await handed(stage, TABLE)
            assert "Nothing in it is new here." in stage.words()
            assert "Already here, and staying as it is: 3 entries." in stage.words()
            assert is_off(stage, "bring-in")
            await stage.tap("not-now")
            assert keeper.write("json", everything(keeper)) == before

    played(act)


def test_what_was_said_of_names_is_offered_for_the_next_file(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            await handed(stage, TABLE)
            await stage.tap("mood-0")
            await stage.tap("mood-0-cant-tell")
            await stage.tap("all-nothing")
            await stage.tap("bring-in")
            await handed(stage, TABLE.replace(b"05-25", b"04-25"))
            assert "blorp: can't tell" in stage.words()
            assert "left out" in stage.label("tag-0")

    played(act)


def test_all_of_it_is_taken_back_at_once_and_put_back(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            before = keeper.write("json", everything(keeper))
            await handed(stage, TABLE)
            await stage.tap("bring-in")
            after = keeper.write("json", everything(keeper))
            (mark,) = keeper.journal.all(MovedIn)
            await stage.tap(f"moved-in-{mark.id}")
            assert "What came with it is removed: 3 things." in stage.words()
            await stage.tap("take-back")
            assert keeper.write("json", everything(keeper)) == before
            await stage.tap("undo-notice")
            assert keeper.write("json", everything(keeper)) == after

    played(act)


def test_a_sealed_file_asks_for_its_passphrase(keeper: FolderKeeper) -> None:
    async def act() -> None:
        entry = CheckIn(id="01K8ZZZZZZ0000000000000001", at=NOON, logged_at=NOON, note="kept")
        sealed = keeper.sealed(keeper.write("jsonl", (entry,)), PHRASE)
        async with Stage(keeper, "/settings/move-in") as stage:
            assert not await handed(stage, sealed)
            await stage.type("file-passphrase", "something else")
            await stage.tap("open-file")
            assert "That does not open it." in stage.words()
            await stage.type("file-passphrase", PHRASE)
            await stage.tap("open-file")
            await stage.tap("bring-in")
            assert keeper.journal.all(CheckIn) == (entry,)

    played(act)


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 50, b"PK\x03\x04 no zip", b"{" * 9999, "naïve".encode("utf-16")]
)
def test_what_can_not_be_read_is_one_sentence_and_changes_nothing(
    keeper: FolderKeeper, content: bytes
) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            said = await handed(stage, content)
            assert said.endswith(".")
            assert stage.node("choose-file")
            assert keeper.journal.all(CheckIn) == ()

    played(act)


def test_a_long_file_shows_how_far_it_is_and_can_be_stopped(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            seen = []
            heard = stage.state.moving._heard

            def stopped(done: int, total: int) -> None:
                seen.append(done)
                heard(done, total)
                stage.state.moving.stop()

            stage.state.moving._heard = stopped  # type: ignore[method-assign]
            said = await handed(stage, LONG)
            assert said == "Stopped. Nothing was changed."
            assert 0 < seen[-1] < 3000
            assert stage.node("choose-file")

    played(act)


def test_what_can_not_be_kept_changes_nothing_and_stays_on_its_way(
    keeper: FolderKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/move-in") as stage:
            await handed(stage, TABLE)
            with monkeypatch.context() as full:

                def no_room(*_: object) -> int:
                    raise OSError(errno.ENOSPC, "no room")

                full.setattr("os.pwrite", no_room)
                await stage.tap("bring-in")
                assert "nothing was changed" in stage.words()
                assert keeper.journal.all(CheckIn) == ()
                assert not stage.node("not-saved")
            await stage.tap("bring-in")
            assert len(keeper.journal.all(CheckIn)) == 3

    played(act)


def test_a_file_on_its_way_is_not_seen_behind_the_lock(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/settings/move-in") as stage:
            await handed(stage, TABLE)
            await stage.tap("lock")
            assert "By the river" not in stage.words()
            await stage.state.locking.unlock(PHRASE)
            await stage.settle()
            assert stage.node("choose-file")

    played(act)


def test_a_journal_of_its_own_comes_back_the_same(tmp_path: Path) -> None:
    async def act() -> None:
        one, other = kept(tmp_path / "one"), FolderKeeper(tmp_path / "other")
        one.journal.put(*sample_entries(NOON))
        whole = one.write("json", everything(one))
        async with Stage(other) as stage:
            assert not stage.state.settings.welcomed
            await handed(stage, whole)
            await asyncio.to_thread(
                other.journal.put, *(await asyncio.to_thread(stage.state.moving.becoming)).entries
            )
        mark = set(other.journal.all(MovedIn))
        again = [entry for entry in everything(other) if entry not in mark]
        assert other.write("json", again) == whole
        assert other.journal.all(Part)
        one.close()
        other.close()

    played(act)


def everything(keeper: FolderKeeper) -> tuple[Any, ...]:
    """All that a journal holds."""
    return tuple(one for kind in KINDS for one in keeper.journal.all(kind))
