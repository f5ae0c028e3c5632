"""Sessions: what Today says of them, what is said about them, and several therapies."""

from datetime import UTC, datetime, time, timedelta

import flet as ft
import pytest

from domain.entries import (
    Status,
    TalkingPoint,
    Therapy,
    TherapySession,
)
from domain.language import hear
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import SESSION, WEEKLY, holding, point, the_point, the_session


def test_today_shows_the_next_session_or_none() -> None:
    async def act() -> None:
        async with Stage(holding(WEEKLY)) as stage:
            assert "Thursday 14:00" in stage.words()
            assert "in 2 days · nothing on the list yet" in stage.words()
            await stage.tap("next-session")
            assert stage.page.route == "/bring/prepare"
        async with Stage(holding()) as stage:
            assert "No session planned" in stage.words()

    played(act)


def test_a_session_that_is_over_is_asked_about_until_something_is_said() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal) as stage:
            assert stage.node("unsaid")
            await stage.tap("session-not-now")
            assert stage.node("unsaid") is None
        async with Stage(holding(WEEKLY)) as stage:
            await stage.tap("note-session")
            await stage.type("reply-A01", "The laugh")
            await stage.go("/")
            assert stage.node("unsaid") is None

    played(act)


def test_after_a_session_everything_is_kept_as_it_is_said() -> None:
    async def act() -> None:
        journal = holding(SESSION)
        async with Stage(journal, "/sessions/S") as stage:
            await stage.tap("session-cut-short")
            await stage.type("reply-A01", "The laugh")
            await stage.tap("connection-6")
            await stage.tap("off-wobble")
            await stage.tap("talked-not-safe")
            await stage.type("reply-A07", "They said it was good to be there.")
            await stage.type("kept-sentence", "Enough.")
            await stage.type("to-try", "One slow goodbye")
            await stage.tap("one-more")
            one = journal.get(TherapySession, "S")
            assert one
            assert (one.status, one.connection, one.felt_off, one.talked) == (
                "cut_short",
                6,
                "wobble",
                "not_safe",
            )
            assert one.reply("A01") == "The laugh"
            assert [reply.asked[:8] for reply in one.replies] == ["What is ", "Did your"]
            assert (one.kept_sentence, one.to_try) == ("Enough.", "One slow goodbye")
            await stage.tap("connection-6")
            await stage.tap("off-wobble")
            one = journal.get(TherapySession, "S")
            assert one
            assert (one.connection, one.felt_off) == (None, "")

    played(act)


def test_what_was_held_back_goes_where_the_person_says() -> None:
    async def act() -> None:
        journal = holding(SESSION)
        async with Stage(journal, "/sessions/S") as stage:
            await stage.tap("held-little")
            await stage.type("held-back-text", "I was annoyed")
            assert journal.all(TalkingPoint) == ()
            await stage.tap("goes-next-time")
            (one,) = journal.all(TalkingPoint)
            assert (one.private, one.tags, one.source) == (True, ("between_us",), "S")
            await stage.go("/bring")
            assert "I was annoyed" in stage.words()
            assert "held back on 9 June" in stage.words()
            await stage.go("/sessions/S")
            await stage.tap("goes-only-me")
            assert journal.all(TalkingPoint) == ()
            await stage.go("/bring/prepare")
            assert "only you see this" in stage.words()
            await stage.go("/sessions/S")
            await stage.tap("goes-let-go")
            await stage.go("/bring/prepare")
            assert "only you see this" not in stage.words()

    played(act)


def test_something_to_try_waits_on_today_until_the_next_session_or_is_set_down() -> None:
    async def act() -> None:
        journal = holding(TherapySession(id="S", at=SESSION.at, status="happened", to_try="Rest"))
        async with Stage(journal) as stage:
            assert "Rest" in stage.words()
            await stage.tap("try-how")
            await stage.type("try-went", "Twice.")
            assert the_session(journal, "S").to_try_went == "Twice."
            await stage.tap("try-set-down")
            assert stage.node("to-try") is None
            await stage.tap("undo-notice")
            assert stage.node("to-try")
            journal.put(TherapySession(id="T", at=NOON - timedelta(minutes=51), status="happened"))
            await stage.settle()
            assert stage.node("to-try") is None

    played(act)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("they_cancelled", "they cancelled"),
        ("they_did_not_come", "they didn't come"),
        ("i_cancelled", "I cancelled"),
    ],
)
def test_a_session_that_did_not_happen_reads_as_it_was(status: Status, words: str) -> None:
    async def act() -> None:
        journal = holding(WEEKLY, point("a"))
        async with Stage(journal) as stage:
            await stage.tap("session-not-held")
            assert "What you had ready stays on your list." in stage.words()
            await stage.tap(f"status-{status.replace('_', '-')}")
            await stage.type("reply-M01", "Angry, and worried")
            await stage.tap("bring-feeling")
            await stage.go("/sessions")
            assert words in stage.words()
            for never in ("missed", "no-show", "lapse", "failed"):
                assert never not in stage.words()
            await stage.go("/bring")
            assert "Angry, and worried" in stage.words()
            assert stage.node("point-a")

    played(act)


def test_what_became_of_a_session_begins_with_a_capital_only_on_a_chip() -> None:
    async def act() -> None:
        hear([("es", "ES")])
        async with Stage(holding(WEEKLY)) as stage:
            await stage.tap("session-not-held")
            assert stage.label("status-i-cancelled") == "Cancelé yo"
            assert stage.label("status-ended") == "Terminó la terapia"
            await stage.tap("status-i-cancelled")
            await stage.go("/sessions")
            assert "cancelé yo" in stage.words()

    played(act)


def test_a_break_plans_nothing_until_it_is_taken_back() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal) as stage:
            await stage.tap("session-not-held")
            await stage.tap("status-break")
            assert stage.state.meeting.next() is None
            await stage.tap("status-break")
            assert stage.state.meeting.next()

    played(act)


def test_a_therapy_that_has_stopped_keeps_everything_and_asks_nothing() -> None:
    async def act() -> None:
        journal = holding(WEEKLY, point("a"))
        async with Stage(journal, "/sessions") as stage:
            await stage.tap("end-first")
            assert "Everything you wrote is kept" in stage.words()
            await stage.go("/")
            for card in ("unsaid", "next-session", "no-session", "to-try"):
                assert stage.node(card) is None
            await stage.go("/bring")
            assert stage.node("point-a")
            await stage.go("/sessions")
            await stage.tap("go-on-first")
            await stage.go("/")
            assert stage.node("next-session")

    played(act)


def test_a_therapy_that_nothing_belongs_to_can_be_taken_away() -> None:
    async def act() -> None:
        journal = holding(Therapy(id="T", name="by mistake"), Therapy(id="U", name="Group"))
        journal.put(point("a", therapy="U"))
        async with Stage(journal, "/sessions") as stage:
            assert stage.node("away-U") is None
            await stage.tap("away-T")
            assert [one.id for one in journal.all(Therapy)] == ["U"]
            await stage.tap("undo-notice")
            assert len(journal.all(Therapy)) == 2

    played(act)


def test_today_does_not_call_a_list_empty_that_holds_private_things() -> None:
    async def act() -> None:
        async with Stage(holding(WEEKLY, point("a", private=True))) as stage:
            assert stage.node("next-session")
            assert "nothing on the list yet" not in stage.words()
            assert "thing to bring" not in stage.words()

    played(act)


def test_while_a_session_is_under_way_today_leads_into_the_room() -> None:
    async def act() -> None:
        journal = holding(TherapySession(id="N", at=NOON - timedelta(minutes=5)), point("a"))
        async with Stage(journal) as stage:
            assert "now · 1 thing to bring" in stage.words()
            await stage.tap("next-session")
            assert stage.page.route == "/room"

    played(act)


def test_the_page_of_a_session_under_way_has_nothing_of_before_or_after_it() -> None:
    async def act() -> None:
        journal = holding(TherapySession(id="N", at=NOON - timedelta(minutes=5)), point("a"))
        async with Stage(journal, "/sessions/N") as stage:
            assert "now · 50 minutes" in stage.words()
            of_either = ("prepare", "move-session", "held-little", "stop-here")
            assert not any(map(stage.node, of_either))
            # It may have ended early.
            assert stage.node("session-happened")
            await stage.tap("in-the-room")
            assert stage.page.route == "/room"
            await stage.go("/sessions/N")
            await stage.tap("session-happened")
            assert stage.node("held-little")
            assert stage.node("in-the-room") is None

    played(act)


def test_a_session_is_moved_by_itself_and_stays_one() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal) as stage:
            coming = stage.state.meeting.next()
            assert coming
            await stage.state.meeting.move(coming, datetime(2026, 6, 12, 9, 30))  # noqa: DTZ001
            await stage.settle()
            assert "Friday 09:30" in stage.words()
            later = list(stage.state.meeting.course("first").upcoming(stage.now))
            assert later[1].at == datetime(2026, 6, 18, 14, tzinfo=UTC)

    played(act)


def test_a_date_is_asked_for_at_the_time_at_which_the_sessions_are() -> None:
    async def act() -> None:
        async with Stage(holding(WEEKLY), "/sessions") as stage:
            await stage.tap("add-session-first")
            await stage.pick(ft.DatePicker, datetime(2026, 6, 12, tzinfo=UTC))
            assert stage.picker(ft.TimePicker).value == time(14)

    played(act)


def test_sessions_at_one_time_are_both_kept_and_told() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal, "/sessions") as stage:
            await stage.state.meeting.add(datetime(2026, 6, 11, 14, 20), "first")  # noqa: DTZ001
            await stage.settle()
            assert "Another session is planned at that time. Both are kept." in stage.words()
            (single,) = journal.all(TherapySession)
            await stage.go(f"/sessions/{single.id}")
            assert "Another session is planned then: Thursday 14:00." in stage.words()

    played(act)


def test_a_session_that_was_cancelled_ahead_can_be_planned_again() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal, "/sessions/W-20260611T1400") as stage:
            await stage.tap("status-i-cancelled")
            await stage.go("/sessions")
            assert "Thursday 14:00. I cancelled" in stage.words()
            await stage.tap("session-W-20260611T1400")
            await stage.tap("status-i-cancelled")
            assert stage.state.meeting.next() == the_session(journal, "W-20260611T1400")

    played(act)


def test_a_session_in_the_past_is_simply_kept() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/sessions") as stage:
            await stage.state.meeting.add(datetime(2019, 5, 2, 9), "first")  # noqa: DTZ001
            await stage.settle()
            assert "Thursday, 2 May 2019" in stage.words()

    played(act)


def test_what_is_noted_of_a_session_is_deleted_and_comes_back() -> None:
    async def act() -> None:
        journal = holding(
            TherapySession(id="S", at=SESSION.at, logged_at=NOON, kept_sentence="Enough.")
        )
        async with Stage(journal, "/sessions/S") as stage:
            await stage.tap("delete-session")
            assert journal.all(TherapySession) == ()
            await stage.tap("undo-notice")
            assert len(journal.all(TherapySession)) == 1

    played(act)


def test_what_was_brought_to_a_session_stands_with_it_and_can_be_corrected() -> None:
    async def act() -> None:
        journal = holding(
            SESSION, point("a", state="brought", session="S", outcome="Heard."), point("b")
        )
        async with Stage(journal, "/sessions/S") as stage:
            assert "Heard." in stage.words()
            await stage.tap("brought-b")
            assert the_point(journal, "b").session == "S"
            await stage.tap("brought-a")
            assert the_point(journal, "a").state == "open"

    played(act)
