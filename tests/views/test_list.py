"""What taps on the list become."""

import errno
from datetime import timedelta

import flet as ft

from domain.entries import (
    BRING,
    CheckIn,
    Draft,
    TalkingPoint,
    TherapySession,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import SESSION, holding, point, texts, the_point


def test_enter_puts_a_line_on_top_of_the_list() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/bring") as stage:
            assert "Nothing on the list" in stage.words()
            for words in ("one", "two"):
                await stage.type("quick-add", words)
                await stage.submit("quick-add")
            await stage.submit("quick-add")
            assert texts(journal) == ["two", "one"]
            assert journal.all(Draft) == ()

    played(act)


def test_a_line_that_was_not_finished_is_offered_and_gone_on_with() -> None:
    async def act() -> None:
        journal = holding(Draft(id="D", about=BRING, text="half a li", written_at=NOON))
        async with Stage(journal) as stage:
            await stage.tap("go-on-writing")
            await stage.type("quick-add", "half a line")
            await stage.submit("quick-add")
            assert texts(journal) == ["half a line"]
            assert journal.all(Draft) == ()

    played(act)


def test_a_line_that_is_half_written_waits_while_something_else_is_written() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/bring") as stage:
            await stage.type("quick-add", "half a li")
            await stage.go("/add/new")
            await stage.type("note", "the bus")
            await stage.go("/bring")
            field = next(one for one, _ in stage.controls() if isinstance(one, ft.TextField))
            assert field.value == "half a li"
            assert [one.note for one in journal.all(CheckIn)] == ["the bus"]
            assert [one.text for one in journal.all(Draft)] == ["half a li"]
            await stage.submit("quick-add")
            assert texts(journal) == ["half a li"]
            assert journal.all(Draft) == ()

    played(act)


def test_words_about_a_check_in_that_is_gone_become_one_of_their_own() -> None:
    async def act() -> None:
        journal = holding(Draft(id="D", about="gone", text="the rain", written_at=NOON))
        async with Stage(journal) as stage:
            await stage.tap("go-on-writing")
            await stage.leave("note")
            assert [one.note for one in journal.all(CheckIn)] == ["the rain"]
            assert journal.all(Draft) == ()

    played(act)


def test_a_line_that_cannot_be_kept_stays_in_its_field() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, "/bring") as stage:
            await stage.type("quick-add", "one")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.submit("quick-add")
            assert "There is no room left on this device." in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            assert texts(journal) == ["one"]

    played(act)


def test_a_check_in_is_brought_and_taken_off_with_one_tap_and_linked_both_ways() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            id = await stage.state.answer(pleasantness=2, energy=4, feelings=("tired",))
            await stage.settle()
            await stage.tap("bring-this")
            (one,) = journal.all(TalkingPoint)
            assert (one.source, one.text) == (id, "")
            (check_in,) = journal.all(CheckIn)
            await stage.state.change(check_in, note="The bus.")
            await stage.go("/bring")
            assert "The bus." in stage.words()
            await stage.go(f"/bring/{one.id}")
            await stage.tap("point-source")
            assert stage.page.route == f"/entries/{id}"
            await stage.tap("bring-this")
            assert journal.all(TalkingPoint) == ()
            await stage.tap("undo-notice")
            assert journal.all(TalkingPoint) == (one,)

    played(act)


def test_what_a_deleted_check_in_gave_the_list_stays_in_its_words() -> None:
    async def act() -> None:
        check_in = CheckIn(id="C", at=NOON, logged_at=NOON, note="Still here")
        journal = holding(check_in, TalkingPoint(id="P", at=NOON, source="C"))
        async with Stage(journal, "/bring") as stage:
            await stage.state.delete(check_in)
            await stage.settle()
            assert "Still here" in stage.words()
            assert texts(journal) == ["Still here"]

    played(act)


def test_the_menu_pins_moves_keeps_lets_go_and_each_can_be_undone() -> None:
    async def act() -> None:
        journal = holding(*(point(id, rank=rank) for rank, id in enumerate("abc")))
        async with Stage(journal, "/bring") as stage:
            await stage.tap("down-a")
            assert texts(journal) == ["about b", "about a", "about c"]
            await stage.tap("up-c")
            assert texts(journal) == ["about b", "about c", "about a"]
            await stage.tap("pin-a")
            await stage.tap("pin-b")
            assert [one.id for one in journal.all(TalkingPoint) if one.pinned] == ["b"]
            for tap, state in (
                ("later-a", "later"),
                ("let-go-a", "let_go"),
                ("brought-a", "brought"),
            ):
                await stage.tap(tap)
                assert the_point(journal, "a").state == state
                assert stage.node("point-a") is None
                await stage.tap("undo-notice")
                assert stage.node("point-a")

    played(act)


def test_what_is_settled_is_listed_by_session_and_comes_back() -> None:
    async def act() -> None:
        journal = holding(
            SESSION,
            point("a", state="brought", session="S", settled_at=NOON),
            point("b", state="later", settled_at=NOON - timedelta(days=9)),
            point("c", state="let_go", settled_at=NOON),
        )
        async with Stage(journal, "/bring") as stage:
            await stage.tap("bring-brought")
            assert "Session of Tuesday 9 June" in stage.words()
            assert stage.node("point-a")
            await stage.tap("bring-later")
            assert "Sunday 31 May" in stage.words()
            assert "Let go" in stage.words()
            await stage.tap("reopen-b")
            await stage.tap("bring-open")
            assert stage.node("point-b")

    played(act)


def test_what_is_between_us_becomes_private_and_has_a_place_for_the_first_sentence() -> None:
    async def act() -> None:
        journal = holding(point("a"))
        async with Stage(journal, "/bring/a") as stage:
            assert stage.node("hard-to-say") is None
            await stage.tap("tag-between-us")
            await stage.tap("tag-hurt")
            await stage.tap("tag-needs")
            await stage.tap("tag-hurt")
            await stage.tap("begin-1")
            await stage.type("first-sentence", "I noticed something.")
            one = journal.get(TalkingPoint, "a")
            assert one
            assert one.tags == ("between_us", "needs")
            assert one.private
            assert one.first_sentence == "I noticed something."

    played(act)


def test_a_question_begins_a_list() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/bring") as stage:
            await stage.tap("show-question")
            first = stage.words()
            await stage.tap("question-another")
            assert stage.words() != first
            await stage.tap("question-write")
            await stage.type("question-field", "the figs")
            await stage.tap("question-add")
            assert texts(journal) == ["the figs"]

    played(act)


def test_entries_hold_sessions_and_what_to_bring_and_can_be_narrowed() -> None:
    async def act() -> None:
        journal = holding(
            TherapySession(id="S", at=SESSION.at, status="happened", kept_sentence="Enough."),
            point("a"),
            CheckIn(id="C", at=NOON, logged_at=NOON, note="the bus"),
        )
        async with Stage(journal, "/entries") as stage:
            for kind, seen in (
                ("all", "SaC"),
                ("check-ins", "C"),
                ("sessions", "S"),
                ("bring", "a"),
            ):
                await stage.tap(f"kind-{kind}")
                assert {id for id in "SaC" if stage.node(f"entry-{id}")} == set(seen)
            await stage.tap("kind-all")
            await stage.type("search", "enough")
            assert stage.node("entry-S")
            assert stage.node("entry-C") is None

    played(act)
