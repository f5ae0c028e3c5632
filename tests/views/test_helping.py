"""Whether checking in helps, asked about once in 30 days of use; fewer questions, pause, stop."""

import asyncio
import errno
import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import flet as ft
import pytest

from domain.entries import CheckIn, Entry, Helping, PartWord, Pause, Reflection, Settings
from storage.journal import TinyJournal
from tests.views.parts import check_in, inside, shown, the_one
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import LOOKS, can_be_reached, journal_of
from tests.views.test_state import on_disk
from tests.views.therapy import holding, point

DAY = timedelta(days=1)
TODAY = NOON.date()
NEVER = re.compile(r"\b(should|must|why|missed|great|streak|days?)\b|!", re.IGNORECASE)
QUESTION = "Is checking in helping, neutral, or weighing on you?"
ANSWERS = ["helping-helping", "helping-neutral", "helping-weighing"]
LESS = ["helping-fewer", "helping-pause", "helping-stop"]
A_WEEK = Pause(TODAY, TODAY + 7 * DAY)
STOPPED = Pause(TODAY)


def used(days: Iterable[int]) -> list[CheckIn]:
    """A check-in so many days ago each."""
    return [check_in(f"c{day}", day) for day in days]


def having(*entries: Entry, **mine: Any) -> TinyJournal:
    """A journal of somebody who has checked in on 30 days."""
    return journal_of((Settings(welcomed=True, **mine), *used(range(1, 31)), *entries))


def mine(journal: TinyJournal) -> Settings:
    return the_one(journal, Settings)


def filled(stage: Stage, identifier: str) -> object:
    """How the chip with that identifier looks."""
    chip = next(one for one in inside(stage, identifier) if isinstance(one, ft.Container))
    return chip.bgcolor, chip.border, chip.opacity, chip.padding


# -- when it is asked --------------------------------------------------------------------------


def test_it_is_asked_with_the_check_in_of_the_thirtieth_day_in_place_of_the_question() -> None:
    async def act() -> None:
        journal = holding(*used(range(1, 30)))
        async with Stage(journal) as stage:
            assert stage.node("question")
            assert QUESTION not in stage.words()
            await stage.tap("pad-3-5")
            assert QUESTION in stage.words()
            assert "If weighing: fewer questions, a pause, or stopping." in stage.words()
            assert stage.node("question") is None
            assert stage.node("saved")
            await stage.tap("undo")
            assert QUESTION not in stage.words()
            assert stage.node("question")

    played(act)


def test_it_is_not_asked_on_the_29th_day_nor_for_many_check_ins_of_a_day() -> None:
    async def act() -> None:
        journal = holding(*used(range(1, 29)), *(check_in(f"more{n}", 3) for n in range(9)))
        async with Stage(journal) as stage:
            await stage.tap("pad-3-5")
            assert stage.node("helping") is None
            assert stage.node("question")

    played(act)


def test_it_comes_again_after_another_thirty_days_of_use() -> None:
    async def act() -> None:
        journal = having()
        async with Stage(journal) as stage:
            await stage.tap("helping-not-now")
            for day in range(1, 31):
                stage.now = NOON + day * DAY
                await stage.go("/entries")
                await stage.go("/")
                assert stage.node("helping") is None
                await stage.tap("pad-3-5")
                stage.state.end_sitting()
                await stage.settle()
            assert QUESTION in stage.words()
            await stage.tap("helping-neutral")
            assert mine(journal).helping == (
                Helping(TODAY, "not_now"),
                Helping(TODAY + 30 * DAY, "neutral"),
            )

    played(act)


def test_who_writes_to_the_question_of_the_day_is_asked_on_another_day() -> None:
    async def act() -> None:
        journal = holding(*used(range(1, 30)))
        async with Stage(journal) as stage:
            await stage.tap("question-write")
            await stage.type("question-field", "The her")
            await stage.tap("pad-3-5")
            assert stage.node("helping") is None
            await stage.type("question-field", "")
            await stage.type("question-field", "The heron.")
            assert the_one(journal, Reflection).text == "The heron."
            await stage.tap("question-done")
            assert stage.node("question-kept")
            stage.now += DAY
            await stage.go("/entries")
            await stage.go("/")
            assert QUESTION in stage.words()

    played(act)


def test_a_clock_that_was_ahead_keeps_nothing_away() -> None:
    async def act() -> None:
        ahead = (Helping(TODAY + 400 * DAY, "weighing"),)
        journal = having(helping=ahead, pause=Pause(TODAY + 400 * DAY, TODAY + 407 * DAY))
        async with Stage(journal) as stage:
            assert stage.node("pad")
            assert shown(stage, "helping-")[:3] == ANSWERS
            await stage.tap("helping-helping")
            assert stage.node("helping") is None
            assert mine(journal).helping == (*ahead, Helping(TODAY, "helping"))

    played(act)


# -- the answers -------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["helping", "neutral"])
def test_an_answer_is_noted_without_a_word_more_and_can_be_taken_back(answer: Any) -> None:
    async def act() -> None:
        journal = having()
        before = mine(journal)
        async with Stage(journal) as stage:
            assert [filled(stage, one) for one in ANSWERS] == 3 * [filled(stage, ANSWERS[0])]
            await stage.tap(f"helping-{answer}")
            assert mine(journal).helping == (Helping(TODAY, answer),)
            assert stage.node("helping") is None
            assert stage.node("question") is None
            assert [one.value for one in inside(stage, "notice") if isinstance(one, ft.Text)] == [
                "Noted.",
                "Undo",
            ]
            assert stage.node("pad")
            await stage.tap("undo-notice")
            assert mine(journal) == before
            assert QUESTION in stage.words()

    played(act)


def test_not_now_is_heard_without_a_notice_and_tomorrow_has_its_question() -> None:
    async def act() -> None:
        journal = having()
        async with Stage(journal) as stage:
            await stage.tap("helping-not-now")
            assert mine(journal).helping == (Helping(TODAY, "not_now"),)
            assert stage.node("notice") is None
            for way in ("/entries", "/"):
                await stage.go(way)
            assert shown(stage, "helping") == []
            assert stage.node("question") is None
            stage.now += DAY
            for way in ("/entries", "/"):
                await stage.go(way)
            assert stage.node("question")

    played(act)


def test_weighing_offers_three_ways_and_to_leave_it_level_with_each_other() -> None:
    async def act() -> None:
        journal = having()
        async with Stage(journal) as stage:
            await stage.tap("helping-weighing")
            assert QUESTION not in stage.words()
            assert shown(stage, "helping-") == [*LESS, "helping-leave"]
            assert len({str(filled(stage, one)) for one in [*LESS, "helping-leave"]}) == 1
            assert stage.node("notice") is None
        async with Stage(journal) as stage:
            assert shown(stage, "helping-") == [*LESS, "helping-leave"]
            await stage.tap("helping-leave")
            assert stage.node("helping") is None
            assert mine(journal) == Settings(
                welcomed=True, helping=(Helping(TODAY, "weighing", settled=True),)
            )

    played(act)


def test_what_was_not_chosen_on_its_day_is_offered_no_longer() -> None:
    async def act() -> None:
        async with Stage(having()) as stage:
            await stage.tap("helping-weighing")
            stage.now += DAY
            for way in ("/entries", "/"):
                await stage.go(way)
            assert stage.node("helping") is None
            assert stage.node("question")

    played(act)


def test_fewer_questions_are_none_at_once_and_come_back_with_undo() -> None:
    async def act() -> None:
        journal = having(part_word=PartWord("voice", "voices"))
        async with Stage(journal) as stage:
            await stage.tap("helping-weighing")
            weighing = mine(journal)
            await stage.tap("helping-fewer")
            now = mine(journal)
            assert (now.questions, now.ask_connection, now.ask_body) == ("never", False, False)
            assert "Only the pad from now on. Settings bring the rest back." in stage.words()
            assert stage.node("helping") is None
            await stage.tap("pad-3-5")
            assert "How connected" not in stage.words()
            assert stage.node("add-body") is None
            # What was set meanwhile is not taken back.
            await stage.state.set(theme="dark")
            await stage.tap("undo-notice")
            assert mine(journal).theme == "dark"
            await stage.state.set(theme="system")
            assert mine(journal) == weighing
            assert shown(stage, "helping-") == [*LESS, "helping-leave"]

    played(act)


# -- a pause and stopping ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "until", "said"),
    [
        ("week", TODAY + 7 * DAY, "Tuesday 16 June"),
        ("two-weeks", TODAY + 14 * DAY, "Tuesday 23 June"),
        ("month", TODAY + 30 * DAY, "Thursday 9 July"),
    ],
)
def test_a_pause_takes_the_place_of_all_that_is_asked_until_its_day(
    length: str, until: Any, said: str
) -> None:
    async def act() -> None:
        journal = having(point("p"))
        async with Stage(journal) as stage:
            await stage.tap("helping-weighing")
            await stage.tap("helping-pause")
            assert shown(stage, "pause-")[:3] == ["pause-week", "pause-two-weeks", "pause-month"]
            await stage.tap("pause-back")
            assert shown(stage, "helping-") == [*LESS, "helping-leave"]
            await stage.tap("helping-pause")
            await stage.tap(f"pause-{length}")
            assert mine(journal).pause == Pause(TODAY, until)
            assert f"Check-ins are paused until {said}." in stage.words()
            assert "Everything you wrote stays." in stage.words()
            assert "How is it right now?" not in stage.words()
            for gone in ("pad", "cant-tell", "helping", "question", "when"):
                assert stage.node(gone) is None
            assert stage.node("no-session")
            stage.state.tell(None)
            for day in (until - DAY - TODAY, until - TODAY):
                stage.now = NOON + day
                for way in ("/entries", "/"):
                    await stage.go(way)
                assert (stage.node("paused") is None) == (TODAY + day == until)
            assert stage.node("pad")
            assert stage.node("question")
            assert "paused" not in stage.words()

    played(act)


def test_a_pause_is_taken_back_with_undo_and_the_check_in_goes_on() -> None:
    async def act() -> None:
        journal = having()
        async with Stage(journal) as stage:
            await stage.tap("pad-3-5")
            await stage.tap("helping-weighing")
            await stage.tap("helping-pause")
            await stage.tap("pause-week")
            assert shown(stage, "entry-") == [f"entry-{journal.all(CheckIn)[-1].id}"]
            await stage.tap("undo-notice")
            assert mine(journal).pause is None
            assert stage.node("saved")
            assert shown(stage, "helping-") == [*LESS, "helping-leave"]

    played(act)


def test_stopping_puts_check_ins_away_until_one_begins_again_with_undo() -> None:
    async def act() -> None:
        journal = having()
        async with Stage(journal) as stage:
            await stage.tap("helping-weighing")
            await stage.tap("helping-stop")
            assert mine(journal).pause == STOPPED
            assert "Check-ins are put away." in stage.words()
            stage.now += 4_000 * DAY
            for way in ("/parts", "/bring", "/people", "/"):
                await stage.go(way)
            assert stage.node("paused")
            await stage.tap("begin-again")
            assert mine(journal).pause is None
            assert stage.node("pad")
            await stage.tap("undo-notice")
            assert mine(journal).pause == STOPPED
            assert stage.node("paused")

    played(act)


def test_the_persons_own_word_for_parts_is_in_it() -> None:
    async def act() -> None:
        async with Stage(having(pause=STOPPED, part_word=PartWord("voice", "voices"))) as stage:
            assert "The list, voices and people go on as before." in stage.words()

    played(act)


def test_one_checks_in_once_and_the_pause_goes_on() -> None:
    async def act() -> None:
        journal = having(pause=A_WEEK)
        async with Stage(journal) as stage:
            await stage.tap("check-in-once")
            assert "How is it right now?" in stage.words()
            assert stage.node("question") is None
            assert stage.node("helping") is None
            await stage.tap("once-not-now")
            assert stage.node("paused")
            await stage.tap("check-in-once")
            await stage.tap("pad-3-5")
            assert stage.node("saved")
            for way in ("/entries", "/"):
                await stage.go(way)
            assert stage.node("saved")
            assert len(journal.all(CheckIn)) == 31
            assert mine(journal).pause == A_WEEK
            await stage.tap("once-done")
            assert stage.node("paused")
            assert stage.node("pad") is None
            assert shown(stage, "entry-") == [f"entry-{journal.all(CheckIn)[-1].id}"]
        async with Stage(journal) as stage:
            assert stage.node("paused")

    played(act)


def test_checking_in_once_is_over_with_the_sitting_and_with_another_pause() -> None:
    async def act() -> None:
        async with Stage(having(pause=A_WEEK)) as stage:
            await stage.tap("check-in-once")
            stage.state.end_sitting()
            await stage.settle()
            assert stage.node("paused")
            await stage.tap("check-in-once")
            await stage.go("/settings/pause")
            await stage.tap("helping-stop")
            await stage.go("/")
            assert "Check-ins are put away." in stage.words()

    played(act)


def test_a_note_can_be_written_and_entries_be_read_while_check_ins_are_away() -> None:
    async def act() -> None:
        journal = having(pause=STOPPED)
        async with Stage(journal, "/add/new") as stage:
            await stage.type("note", "The heron was back.")
            await stage.leave("note")
            await stage.go("/")
            assert stage.node("paused")
            newest = journal.all(CheckIn)[-1]
            assert newest.note == "The heron was back."
            assert shown(stage, "entry-") == [f"entry-{newest.id}"]
            await stage.go("/entries/c7")
            assert stage.node("more-support")
            assert mine(journal).pause == STOPPED

    played(act)


# -- in the settings ---------------------------------------------------------------------------


def test_the_settings_lead_to_the_same_three_without_being_asked() -> None:
    async def act() -> None:
        journal = holding()

        async def row() -> str:
            await stage.go("/settings")
            node = stage.node("pause")
            assert node
            return node.label or ""

        async with Stage(journal) as stage:
            assert await row() == "Pause or stop checking in. as usual"
            await stage.tap("pause")
            assert stage.page.route == "/settings/pause"
            assert shown(stage, "helping-") == LESS
            assert stage.node("begin-again") is None
            await stage.tap("helping-pause")
            await stage.tap("pause-week")
            assert "Check-ins are paused until Tuesday 16 June." in stage.words()
            assert shown(stage, "helping-") == LESS
            assert await row() == "Pause or stop checking in. paused until 16 June"
            await stage.tap("pause")
            await stage.tap("helping-stop")
            assert await row() == "Pause or stop checking in. put away"
            await stage.tap("pause")
            await stage.tap("begin-again")
            assert mine(journal).pause is None
            await stage.tap("helping-fewer")
            assert mine(journal).questions == "never"
            await stage.tap("undo-notice")
            assert mine(journal) == Settings(welcomed=True)
            await stage.tap("back")
            assert stage.page.route == "/settings"

    played(act)


def test_all_sessions_of_a_journal_pause_together() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/settings/pause") as one, Stage(journal) as other:
            assert other.node("pad")
            await one.tap("helping-stop")
            await other.settle()
            assert other.node("paused")
            await other.tap("check-in-once")
            assert mine(journal).pause == STOPPED

    played(act)


# -- what could not be kept, and how it looks --------------------------------------------------


def test_a_tap_that_was_two_is_one() -> None:
    async def act() -> None:
        journal = having()
        async with Stage(journal) as stage:
            await asyncio.gather(stage.tap("helping-helping"), stage.tap("helping-helping"))
            assert mine(journal).helping == (Helping(TODAY, "helping"),)
            await stage.tap("undo-notice")
            assert mine(journal).helping == ()

    played(act)


@pytest.mark.parametrize("look", ["phone", "wide"])
@pytest.mark.parametrize(
    ("taps", "wanted"),
    [
        (["neutral"], {"helping": (Helping(TODAY, "neutral"),)}),
        (["not-now"], {"helping": (Helping(TODAY, "not_now"),)}),
        (["weighing"], {"helping": (Helping(TODAY, "weighing"),)}),
        (
            ["weighing", "stop"],
            {"helping": (Helping(TODAY, "weighing", settled=True),), "pause": STOPPED},
        ),
    ],
)
def test_what_cannot_be_kept_is_said_and_kept_later(
    taps: list[str], wanted: dict[str, Any], look: str
) -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(*used(range(1, 31)))
        async with Stage(journal, **LOOKS[look]) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            for tap in taps:
                await stage.tap(f"helping-{tap}")
                assert "Not saved yet" in stage.words()
                assert stage.node("notice") is None
            assert mine(journal) == Settings(welcomed=True)
            disk.fault = None
            await stage.tap("try-again")
            assert stage.node("not-saved") is None
            assert mine(journal) == Settings(welcomed=True, **wanted)

    played(act)


def test_words_that_could_not_be_kept_are_still_there_when_check_ins_are_put_away() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            one = await stage.state.answer(note="The heron was back.")
            await stage.go("/settings/pause")
            await stage.tap("helping-stop")
            assert stage.node("not-saved")
            await stage.go("/")
            assert stage.node("copy-words")
            disk.fault = None
            await stage.tap("try-again")
            found = journal.get(CheckIn, one)
            assert found
            assert found.note == "The heron was back."
            assert mine(journal).pause == STOPPED

    played(act)


def test_beginning_again_that_cannot_be_kept_is_said_and_kept_later() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(Settings(welcomed=True, pause=STOPPED))
        async with Stage(journal) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("begin-again")
            assert "Not saved yet" in stage.words()
            assert mine(journal).pause == STOPPED
            disk.fault = None
            await stage.tap("try-again")
            assert mine(journal).pause is None

    played(act)


WAYS: dict[str, tuple[Pause | None, list[str]]] = {
    "question": (None, []),
    "weighing": (None, ["helping-weighing"]),
    "lengths": (None, ["helping-weighing", "helping-pause"]),
    "answered": (None, ["helping-helping"]),
    "paused": (A_WEEK, []),
    "stopped": (STOPPED, []),
    "once": (STOPPED, ["check-in-once"]),
    "once saved": (STOPPED, ["check-in-once", "cant-tell"]),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("way", WAYS)
def test_every_state_can_be_read_and_reached(way: str, look: str) -> None:
    async def act() -> None:
        pause, taps = WAYS[way]
        async with Stage(having(pause=pause), **LOOKS[look]) as stage:
            for tap in taps:
                await stage.tap(tap)
            can_be_reached(stage)
            assert stage.node("more-support")
            for card in {"helping", "paused"} & {*shown(stage, "")}:
                words = [one.value for one in inside(stage, card) if isinstance(one, ft.Text)]
                assert not NEVER.search(" ".join(words))

    played(act)


@pytest.mark.parametrize("pause", [None, A_WEEK, STOPPED])
@pytest.mark.parametrize("look", LOOKS)
def test_the_place_in_the_settings_can_be_read_and_reached(pause: Pause | None, look: str) -> None:
    async def act() -> None:
        journal = having(pause=pause)
        async with Stage(journal, "/settings/pause", **LOOKS[look]) as stage:
            can_be_reached(stage)
            await stage.tap("helping-pause")
            can_be_reached(stage)

    played(act)
