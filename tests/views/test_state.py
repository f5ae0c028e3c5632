"""What a tap becomes: the verbs of a session, over a journal in memory that can fail."""

import asyncio
import errno
from datetime import timedelta

import pytest

from domain.days import SITTING
from domain.entries import CheckIn, Draft, Settings, TalkingPoint
from storage.engine.database import Database
from storage.engine.tables import Change, Tables
from storage.journal import TinyJournal
from tests.views.stage import NOON, Stage, played


class Disk(Tables):
    """Tables that can't be kept while `fault` is set."""

    fault: OSError | None = None

    def _keep(self, change: Change) -> None:
        if self.fault:
            raise self.fault


def on_disk() -> tuple[TinyJournal, Disk]:
    """A welcomed journal, and what it is kept on."""
    disk = Disk()
    journal = TinyJournal(Database(disk))
    journal.put(Settings(welcomed=True))
    return journal, disk


def test_taps_within_ten_minutes_change_one_check_in() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.state.answer(pleasantness=3, energy=5)
            stage.now += SITTING - timedelta(seconds=1)
            await stage.state.answer(connection=6)
            (one,) = journal.all(CheckIn)
            assert (one.place, one.connection) == ((3, 5), 6)
            assert one.edited_at == stage.now

    played(act)


@pytest.mark.parametrize("is_late", [False, True])
def test_what_was_deleted_does_not_come_back_with_a_change_that_comes_late(is_late: bool) -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            one = await stage.state.answer(pleasantness=3, energy=5)
            await stage.settle()
            check_in = stage.state.current
            assert check_in
            await stage.state.noting.write(one, "and then")
            # As it is when the field loses the cursor to the tap that deletes.
            doing = [
                stage.state.delete(check_in),
                stage.state.noting.finish(one, "and then it rained"),
            ]
            await asyncio.gather(*(reversed(doing) if is_late else doing))
            assert not await stage.state.change(check_in, connection=4)
            assert (journal.all(CheckIn), journal.all(Draft)) == ((), ())
            await stage.settle()
            await stage.tap("undo-notice")
            assert [kept.note for kept in journal.all(CheckIn)] == ["and then it rained"]

    played(act)


def test_after_the_sitting_has_ended_a_tap_is_another_check_in() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.state.answer(pleasantness=3, energy=5)
            stage.state.end_sitting()
            assert stage.state.current is None
            await stage.state.answer(pleasantness=6, energy=2)
            assert [one.place for one in journal.all(CheckIn)] == [(3, 5), (6, 2)]

    played(act)


def test_taking_back_removes_the_whole_check_in_and_can_be_undone() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.tap("pad-2-6")
            await stage.tap("connection-4")
            (before,) = journal.all(CheckIn)
            await stage.tap("undo")
            assert journal.all(CheckIn) == ()
            assert stage.state.notice
            await stage.tap("undo-notice")
            assert journal.all(CheckIn) == (before,)
            assert stage.state.current == before

    played(act)


def test_of_what_is_typed_the_newest_is_kept_and_becomes_the_note() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.state.answer(pleasantness=3, energy=5)
            (one,) = journal.all(CheckIn)
            for typed in ("h", "ha", "half"):
                await stage.state.noting.write(one.id, typed)
            assert [draft.text for draft in journal.all(Draft)] == ["half"]
            await stage.state.noting.finish_all()
            assert journal.all(Draft) == ()
            assert [one.note for one in journal.all(CheckIn)] == ["half"]

    played(act)


def test_a_note_on_its_own_becomes_one_check_in_however_often_one_comes_back_to_it() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.tap("only-a-note")
            await stage.type("note", "on the bus")
            await stage.leave("note")
            stage.state.end_sitting()
            await stage.leave("note")
            await stage.type("note", "on the bus, and then at home")
            stage.state.end_sitting()
            await stage.go("/")
            (one,) = journal.all(CheckIn)
            assert one.note == "on the bus, and then at home"
            assert journal.all(Draft) == ()

    played(act)


def test_a_note_that_was_left_behind_does_not_end_up_in_the_check_in_of_now() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        journal.put(Draft(id="01J00000000000000000000000", about="", text="old", written_at=NOON))
        async with Stage(journal) as stage:
            await stage.state.answer(pleasantness=3, energy=5, note="new")
            await stage.tap("go-on-writing")
            await stage.type("note", "old, gone on with")
            await stage.go("/")
            notes = [one.note for one in journal.all(CheckIn)]
            assert notes == ["new", "old, gone on with"]

    played(act)


def test_a_note_is_offered_to_others_only_when_nobody_writes_it_any_more() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as writing:
            await writing.state.noting.write("", "half a sentence")
            async with Stage(journal) as other:
                assert other.node("left-behind") is None
                writing.state.left()
                await other.settle()
                assert other.node("left-behind")
                await other.tap("let-draft-go")
                assert other.node("left-behind") is None
                assert journal.all(Draft) == ()

    played(act)


def test_two_sessions_see_each_others_check_ins() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal, "/entries") as one, Stage(journal) as other:
            await other.state.answer(pleasantness=7, energy=1)
            await one.settle()
            assert "Feels 7 of 7, very easy." in one.words()

    played(act)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "There is no room left on this device."),
        (errno.EROFS, "can't be written to"),
        (errno.EIO, "There may be no room left on this device."),
    ],
)
def test_what_cannot_be_kept_stays_on_the_screen_until_it_can(number: int, sentence: str) -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal) as stage:
            disk.fault = OSError(number, "")
            await stage.tap("pad-3-5")
            assert sentence in stage.words()
            assert stage.node("saved") is None
            await stage.tap("connection-2")
            assert stage.state.current
            assert (stage.state.current.place, stage.state.current.connection) == ((3, 5), 2)
            assert journal.all(CheckIn) == ()
            disk.fault = None
            await stage.tap("try-again")
            assert stage.node("saved")
            assert [one.connection for one in journal.all(CheckIn)] == [2]

    played(act)


def test_what_could_not_be_kept_is_kept_with_the_next_thing_that_can() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("pad-3-5")
            await stage.state.bringing.add("the fee")
            await stage.state.set(two_rows=True)
            await stage.state.set(theme="dark")
            disk.fault = None
            await stage.state.bringing.add("the bus")
            assert stage.state.problem is None
            assert [one.place for one in journal.all(CheckIn)] == [(3, 5)]
            assert {one.text for one in journal.all(TalkingPoint)} == {"the fee", "the bus"}
            (mine,) = journal.all(Settings)
            assert (mine.two_rows, mine.theme) == (True, "dark")

    played(act)


def test_a_clock_set_back_loses_nothing() -> None:
    async def act() -> None:
        journal, _ = on_disk()
        async with Stage(journal) as stage:
            await stage.tap("pad-3-5")
            stage.state.end_sitting()
            stage.now = NOON - timedelta(days=2)
            await stage.tap("pad-4-4")
            assert {one.place for one in journal.all(CheckIn)} == {(3, 5), (4, 4)}

    played(act)
