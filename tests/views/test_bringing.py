"""What taps on the list, the sheet, the room and the sessions become."""

import errno
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import flet as ft
import pytest

from domain.entries import (
    BRING,
    CheckIn,
    Draft,
    Entry,
    Schedule,
    Settings,
    Status,
    TalkingPoint,
    Therapy,
    TherapySession,
)
from storage.journal import TinyJournal
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import journal_of
from tests.views.test_state import on_disk

SESSION = TherapySession(id="S", at=NOON - timedelta(hours=2), status="happened")
WEEKLY = Schedule(
    id="W",
    rule="FREQ=WEEKLY",
    start=datetime(2026, 6, 4, 14),  # noqa: DTZ001
    zone="UTC",
)
PLAN: dict[str, Any] = {"rule": "FREQ=WEEKLY", "start": WEEKLY.start, "zone": "UTC", "length": 50}


def point(id: str, text: str = "", **more: Any) -> TalkingPoint:
    return TalkingPoint(id=id, at=NOON - timedelta(days=1), text=text or f"about {id}", **more)


def holding(*entries: Entry) -> TinyJournal:
    """A welcomed journal with these."""
    return journal_of((Settings(welcomed=True), *entries))


def the_point(journal: TinyJournal, id: str) -> TalkingPoint:
    """The point with that id, which is there."""
    found = journal.get(TalkingPoint, id)
    assert found
    return found


def the_session(journal: TinyJournal, id: str) -> TherapySession:
    """The session with that id, which something was said about."""
    found = journal.get(TherapySession, id)
    assert found
    return found


def texts(journal: TinyJournal) -> list[str]:
    """What is on the list, in order."""
    return [one.text for one in sorted(journal.all(TalkingPoint), key=lambda one: one.rank)]


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


SECRET = "nobody may read this"


def test_what_is_private_is_in_no_output_and_not_in_the_count() -> None:
    async def act() -> None:
        journal = holding(
            WEEKLY,
            point("a", SECRET, private=True, pinned=True),
            point("b", SECRET, private=True, tags=("between_us",)),
            point("c", "seen"),
        )
        async with Stage(journal) as stage:
            assert "1 thing to bring" in stage.words()
            for place in ("/bring/prepare/sheet", "/bring/prepare/sheet/paper", "/room"):
                await stage.go(place)
                assert "seen" in stage.words() + _drawn(stage)
                assert SECRET not in stage.words() + _drawn(stage)
            await stage.tap("room-list")
            assert SECRET not in stage.words()
            await stage.tap("room-show")
            assert SECRET in stage.words()

    played(act)


def _drawn(stage: Stage) -> str:
    def canvases() -> Iterator[str]:
        for one, _ in stage.controls():
            for shape in getattr(one, "shapes", []):
                yield getattr(shape, "value", "")

    return "\n".join(canvases())


def test_what_is_between_us_is_shown_only_after_it_was_asked() -> None:
    async def act() -> None:
        journal = holding(point("a", SECRET, private=True, tags=("between_us",)))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-between-us")
            assert "Show this to your therapist?" in stage.words()
            await stage.tap("keep-private")
            assert stage.node("show-between-us") is None
            await stage.tap("sheet-between-us")
            await stage.tap("show-it")
            assert SECRET in stage.words()
            assert not the_point(journal, "a").private
            await stage.tap("sheet-between-us")
            assert SECRET not in stage.words()

    played(act)


def test_the_sheet_follows_its_switches() -> None:
    async def act() -> None:
        check_in = CheckIn(id="C", at=NOON, logged_at=NOON, note="about the bus")
        journal = holding(check_in, point("a", "about Jun"), point("b", "the fee"))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-names")
            await stage.type("sheet-name", "Jun")
            await stage.submit("sheet-name")
            assert "about J." in _paper(stage)
            await stage.tap("sheet-initials")
            assert "about Jun" in _paper(stage)
            await stage.tap("sheet-choose")
            await stage.tap("sheet-point-a")
            assert "about Jun" not in _paper(stage)
            assert "1 of 2 things" in stage.words()
            assert "about the bus" not in _paper(stage)
            await stage.tap("sheet-notes")
            assert "about the bus" in _paper(stage)
            await stage.tap("sheet-points")
            assert "the fee" not in _paper(stage)
            assert "Check-ins: 1" in _paper(stage)
            await stage.tap("sheet-check-ins")
            assert "Check-ins: 1" not in _paper(stage)
            await stage.tap("name-0")
            assert journal.all(Settings)[0].names == ()

    played(act)


def _paper(stage: Stage) -> str:
    node = stage.node("paper")
    assert node
    return node.label or ""


def test_what_has_no_room_on_the_page_is_named() -> None:
    async def act() -> None:
        journal = holding(point("a", "long " * 20_000), point("b", "short"), point("c", "你好"))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            assert "No room on one page for: “long long" in stage.words()
            assert "These letters can't be put on paper here: 你好" in stage.words()
            assert "short" in _drawn(stage)

    played(act)


def test_ten_thousand_things_are_a_list_too() -> None:
    async def act() -> None:
        journal = holding(*(point(f"{n:05}", rank=float(n)) for n in range(10_000)))
        async with Stage(journal, "/bring") as stage:
            rows = [one for one, _ in stage.controls() if isinstance(one, ft.PopupMenuButton)]
            assert 20 < len(rows) < 100
            assert "Item 1 of 10000." in stage.words()
            await stage.go("/bring/prepare/sheet")
            assert "more." in stage.words()
            await stage.go("/room")
            assert "Thing 1 of 10000" in stage.words()
            await stage.tap("room-list")
            assert stage.node("room-check-00039")
            assert stage.node("room-check-00040") is None
            await stage.tap("room-more")
            assert stage.node("room-check-00040")

    played(act)


# -- in the room ----------------------------------------------------------------------------------


def test_in_the_room_one_thing_at_a_time_is_brought_kept_or_left() -> None:
    async def act() -> None:
        now = TherapySession(id="N", at=NOON - timedelta(minutes=5))
        journal = holding(now, *(point(id, rank=rank) for rank, id in enumerate("abc")))
        async with Stage(journal, "/room") as stage:
            assert stage.node("nav-today") is None
            await stage.tap("room-brought")
            await stage.tap("room-later")
            await stage.tap("room-back")
            assert "about b" in stage.words()
            await stage.tap("room-next")
            await stage.tap("room-leave")
            assert "That's the list." in stage.words()
            states = {one.id: (one.state, one.session) for one in journal.all(TalkingPoint)}
            assert states == {"a": ("brought", "N"), "b": ("later", ""), "c": ("open", "")}
            await stage.tap("room-list")
            await stage.type("room-outcome-a", "It was heard.")
            await stage.tap("room-check-c")
            await stage.tap("room-check-c")
            assert the_point(journal, "a").outcome == "It was heard."
            assert the_point(journal, "c").state == "open"

    played(act)


def test_the_room_can_be_dimmed_and_stays_so() -> None:
    async def act() -> None:
        async with Stage(holding(point("a")), "/room") as stage:
            await stage.tap("dim")
            await stage.go("/")
            await stage.go("/room")
            assert any(
                isinstance(one, ft.Container) and one.theme_mode == ft.ThemeMode.DARK
                for one, _ in stage.controls()
            )

    played(act)


# -- sessions -------------------------------------------------------------------------------------


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


def test_several_therapies_have_a_list_and_a_plan_each_and_one_shows_no_choice() -> None:
    async def act() -> None:
        journal = holding(WEEKLY, point("a"))
        async with Stage(journal, "/bring") as stage:
            assert stage.node("therapy-first") is None
            await stage.go("/sessions")
            await stage.tap("another-therapy")
            await stage.type("another-name", "Couples, with Sam")
            await stage.submit("another-name")
            other = next(one for one in journal.all(Therapy))
            await stage.go("/bring")
            assert stage.node("point-a") is None
            await stage.type("quick-add", "the washing up")
            await stage.submit("quick-add")
            await stage.tap("therapy-first")
            assert stage.node("point-a")
            assert "the washing up" not in stage.words()
            await stage.go("/bring/a")
            await stage.tap(f"point-therapy-{other.id}")
            assert the_point(journal, "a").therapy == other.id

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


def test_while_a_session_is_under_way_today_leads_into_the_room() -> None:
    async def act() -> None:
        journal = holding(TherapySession(id="N", at=NOON - timedelta(minutes=5)), point("a"))
        async with Stage(journal) as stage:
            assert "now · 1 thing to bring" in stage.words()
            await stage.tap("next-session")
            assert stage.page.route == "/room"

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
            assert "Thursday 2 May 2019" in stage.words()

    played(act)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("rule-text", "every now and then", "This can't be read as a rule for what comes again."),
        ("rule-text", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No day fits this rule."),
        ("plan-zone", "Mars/Olympus", "There is no time zone “Mars/Olympus” on this device."),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(
    field: str, typed: str, sentence: str
) -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/sessions/plan/new/first") as stage:
            await stage.tap("rule-own")
            await stage.type(field, typed)
            await stage.tap("save-plan")
            assert sentence in stage.words()
            assert journal.all(Schedule) == ()

    played(act)


@pytest.mark.parametrize(
    ("tap", "rule", "words"),
    [
        ("rule-weekly", "FREQ=WEEKLY", "Wednesdays 14:00"),
        ("rule-fortnightly", "FREQ=WEEKLY;INTERVAL=2", "Every other Wednesday, 14:00"),
        ("rule-four-weekly", "FREQ=WEEKLY;INTERVAL=4", "Every fourth Wednesday, 14:00"),
        ("rule-monthly", "FREQ=MONTHLY;BYDAY=2WE", "The second Wednesday of a month, 14:00"),
    ],
)
def test_a_plan_is_saved_and_said_in_words(tap: str, rule: str, words: str) -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/sessions/plan/new/first") as stage:
            await stage.tap(tap)
            await stage.tap("length-60")
            await stage.tap("save-plan")
            (made,) = journal.all(Schedule)
            assert (made.rule, made.length, made.zone) == (rule, 60, "UTC")
            assert words in stage.words()
            assert "Wednesday 14:00" in stage.words()

    played(act)


def test_a_changed_plan_leaves_what_was() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal, "/sessions/plan/W") as stage:
            await stage.tap("rule-fortnightly")
            await stage.tap("save-plan")
            old, new = sorted(journal.all(Schedule), key=lambda one: one.id, reverse=True)
            assert (old.id, old.until) == ("W", date(2026, 6, 9))
            assert new.start.date() == date(2026, 6, 11)
            await stage.go(f"/sessions/plan/{new.id}")
            await stage.tap("drop-plan")
            assert stage.state.meeting.next() is None
            assert stage.state.meeting.course("first").last(stage.now)
            await stage.tap("undo-notice")
            assert stage.state.meeting.next()

    played(act)


def test_a_break_is_planned_and_ended() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal, "/sessions/plan/W") as stage:
            await stage.state.meeting.pause(WEEKLY, date(2026, 6, 10), date(2026, 6, 20))
            await stage.settle()
            assert "10 June until 20 June" in stage.words()
            await stage.tap("end-break-0")
            assert journal.all(Schedule) == (WEEKLY,)

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
