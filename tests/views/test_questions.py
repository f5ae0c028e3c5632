"""Questions outside of a look inward: the one of the day, the one above the parts, one's own."""

import errno
from datetime import timedelta
from functools import partial

import pytest

from domain import questions
from domain.entries import Offer, OwnPrompt, PartWord, Reflection, Settings, TalkingPoint
from domain.prompts import prompts
from storage.journal import TinyJournal
from tests.views.parts import EEL, OWL, check_in, chosen, held, is_off, shown, the, the_one
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import journal_of
from tests.views.test_state import on_disk
from tests.views.therapy import holding

DAY = timedelta(days=1)


def asked(stage: Stage) -> str:
    """The id of the question of the day."""
    found = stage.state.asking.of_today()
    return found.id if found else ""


def with_own(*own: OwnPrompt) -> TinyJournal:
    """A journal in which only these questions may be asked."""
    shipped = tuple(one.id for one in questions.light((), True))
    mine = Settings(welcomed=True, own_prompts=own, hidden_prompts=shipped)
    return journal_of([mine])


def test_the_question_of_the_day_is_written_to_kept_edited_and_brought() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            found = stage.state.asking.of_today()
            assert found
            assert found.text in stage.words()
            assert "A question, if you like" in stage.words()
            await stage.tap("question-write")
            for typed in ("T", "The", "The heron."):
                await stage.type("question-field", typed)
                one = the_one(journal, Reflection)
                assert (one.text, one.prompt, one.asked) == (typed, found.id, found.text)
            await stage.tap("question-done")
            assert stage.node("question-kept")
            assert "The heron." in stage.words()
            await stage.tap("question-more")
            assert held(stage, "question-field") == "The heron."
            await stage.type("question-field", "The heron, again.")
            await stage.tap("question-done")
            assert the_one(journal, Reflection).text == "The heron, again."
            await stage.tap("question-bring")
            point = the_one(journal, TalkingPoint)
            assert point.source == the_one(journal, Reflection).id
            assert "On the list" in stage.words()
            await stage.go("/bring")
            assert "The heron, again." in stage.words()
            assert "from a question, Tuesday" in stage.words()
            await stage.go(f"/bring/{point.id}")
            await stage.tap("point-source")
            assert stage.page.route == f"/entries/{point.source}"

    played(act)


def test_an_answer_is_found_mended_and_deleted_with_undo_among_the_entries() -> None:
    async def act() -> None:
        one = Reflection(id="r", at=NOON - DAY, prompt="C01", asked="Who was it?", text="The heron")
        brought = TalkingPoint(id="p", at=NOON, source="r")
        journal = holding(one, check_in("c", 1), brought)
        async with Stage(journal, "/entries") as stage:
            for kind, found in (("questions", ["entry-r"]), ("check-ins", ["entry-c"])):
                await stage.tap(f"kind-{kind}")
                assert shown(stage, "entry-") == found
            await stage.tap("kind-all")
            for typed in ("heron", "who WAS"):
                await stage.type("search", typed)
                assert shown(stage, "entry-") == ["entry-r"]
            await stage.tap("entry-r")
            assert "Who was it?" in stage.words()
            await stage.type("reflection", "The heron, twice")
            assert the(journal, Reflection, "r").text == "The heron, twice"
            await stage.tap("delete")
            assert stage.page.route == "/entries"
            assert journal.all(Reflection) == ()
            assert the(journal, TalkingPoint, "p").text == "The heron, twice"
            await stage.tap("undo-notice")
            assert the_one(journal, Reflection).text == "The heron, twice"

    played(act)


def test_what_holds_no_words_is_not_kept_when_one_is_done() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            await stage.tap("question-write")
            await stage.type("question-field", "x")
            await stage.type("question-field", " ")
            await stage.tap("question-done")
            assert journal.all(Reflection) == ()
            assert stage.node("question-write")

    played(act)


def test_words_that_were_taken_out_again_leave_no_empty_entry_when_one_just_goes_away() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            await stage.tap("question-write")
            await stage.type("question-field", "x")
            await stage.type("question-field", "")
            await stage.go("/entries")
            assert shown(stage, "entry-") == []
            await stage.go("/")
            assert stage.node("question-kept") is None

    played(act)


def test_another_question_is_asked_and_stays_for_the_day() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            first = asked(stage)
            await stage.tap("question-another")
            second = asked(stage)
            assert second != first
        async with Stage(journal) as stage:
            assert asked(stage) == second
            stage.now += DAY
            assert asked(stage)

    played(act)


def test_not_now_is_heard_until_tomorrow() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            await stage.tap("question-not-now")
            assert stage.node("question") is None
            await stage.go("/entries")
            await stage.go("/")
            assert stage.node("question") is None
            stage.now = NOON + timedelta(hours=15, minutes=59)
            assert asked(stage) == ""
            stage.now = NOON + timedelta(hours=16)
            await stage.go("/entries")
            await stage.go("/")
            assert stage.node("question")
            assert the_one(journal, Settings).offer == Offer(NOON.date(), left=True)

    played(act)


def test_a_question_is_not_asked_again_until_it_is_shown_again_in_the_settings() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            found = stage.state.asking.of_today()
            assert found
            await stage.tap("question-hide")
            assert asked(stage) not in ("", found.id)
            await stage.tap("undo-notice")
            assert asked(stage) == found.id
            await stage.tap("question-hide")
            for day in range(120):
                stage.now = NOON + day * DAY
                assert asked(stage) != found.id
            stage.now = NOON
            await stage.go("/settings/questions")
            assert "Not asked any more" in stage.words()
            assert found.text in stage.words()
            await stage.tap(f"show-{found.id}")
            assert stage.node(f"show-{found.id}") is None
            await stage.go("/")
            assert asked(stage) == found.id

    played(act)


def test_fewer_questions_are_asked_and_then_none_until_the_settings_say_so() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            days = [NOON + day * DAY for day in range(30)]

            def count() -> int:
                return sum(stage.state.asking.of_today() is not None for stage.now in days)

            assert count() == 30
            stage.now = NOON
            await stage.tap("question-fewer")
            assert the_one(journal, Settings).questions == "now_and_then"
            assert stage.node("notice")
            assert count() == 10
            stage.now = next(day for day in days if day.date().toordinal() % 3 == 0)
            await stage.go("/entries")
            await stage.go("/")
            await stage.tap("question-fewer")
            assert the_one(journal, Settings).questions == "never"
            assert stage.node("question") is None
            assert count() == 0
            await stage.go("/settings/questions")
            assert chosen(stage, "pace-") == ["pace-never"]
            await stage.tap("pace-daily")
            assert count() == 30

    played(act)


def test_a_question_of_ones_own_is_added_asked_and_taken_away_with_undo() -> None:
    async def act() -> None:
        journal = with_own()
        async with Stage(journal, "/settings/questions") as stage:
            assert is_off(stage, "add-question")
            await stage.type("own-question", "  ")
            assert is_off(stage, "add-question")
            await stage.type("own-question", "What was on the table?")
            assert chosen(stage, "where-") == ["where-day"]
            await stage.tap("add-question")
            assert held(stage, "own-question") == ""
            (own,) = the_one(journal, Settings).own_prompts
            assert (own.text, own.where) == ("What was on the table?", "day")
            await stage.go("/")
            assert "What was on the table?" in stage.words()
            await stage.tap("question-write")
            await stage.type("question-field", "Figs.")
            await stage.tap("question-done")
            one = the_one(journal, Reflection)
            assert (one.prompt, one.asked) == (own.id, "What was on the table?")
            await stage.go("/settings/questions")
            await stage.tap(f"remove-{own.id}")
            assert the_one(journal, Settings).own_prompts == ()
            await stage.tap("undo-notice")
            assert the_one(journal, Settings).own_prompts == (own,)
            await stage.tap(f"remove-{own.id}")
            await stage.go(f"/entries/{one.id}")
            assert "What was on the table?" in stage.words()
            assert held(stage, "reflection") == "Figs."

    played(act)


def test_a_question_of_ones_own_keeps_its_words_whatever_a_part_is_called() -> None:
    async def act() -> None:
        own = OwnPrompt("o", "Which part of the day was mine?", "day")
        journal = with_own(own)
        async with Stage(journal) as stage:
            await stage.state.set(part_word=PartWord("voice", "voices"))
            await stage.settle()
            assert "Which part of the day was mine?" in stage.words()

    played(act)


@pytest.mark.parametrize("where", ["notice", "know"])
def test_a_question_for_a_look_inward_is_never_asked_on_today(where: str) -> None:
    async def act() -> None:
        journal = with_own()
        async with Stage(journal, "/settings/questions") as stage:
            await stage.type("own-question", "What would you pack for it?")
            await stage.tap(f"where-{where}")
            await stage.tap("add-question")
            assert the_one(journal, Settings).own_prompts[0].where == where
            for place in ("/", "/parts"):
                await stage.go(place)
                for day in range(8):
                    stage.now = NOON + day * DAY
                    assert asked(stage) == ""
                assert "What would you pack" not in stage.words()

    played(act)


def test_with_every_question_hidden_none_is_asked_anywhere() -> None:
    async def act() -> None:
        every = ("parts", "connection")
        hidden = tuple(one.id for name in every for one in prompts(name))
        journal = journal_of([Settings(welcomed=True, hidden_prompts=hidden), OWL])
        async with Stage(journal) as stage:
            assert stage.node("question") is None
            await stage.go("/parts")
            assert stage.node("parts-question") is None
            await stage.go("/settings/questions")
            assert len(shown(stage, "show-")) == len(hidden)

    played(act)


def test_the_question_above_the_parts_is_another_than_that_of_today_and_light() -> None:
    async def act() -> None:
        async with Stage(holding(OWL), "/parts") as stage:
            light = {one.id for one in prompts("parts") if one.depth == "light"}
            for day in range(60):
                stage.now = NOON + day * DAY
                above = stage.state.asking.about_parts()
                assert above
                assert above.id in light
                assert above.id != asked(stage)

    played(act)


def test_the_question_above_the_parts_is_written_to_and_kept() -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/parts") as stage:
            await stage.tap("parts-question-write")
            await stage.type("question-field", "The one that hums.")
            await stage.tap("parts-question-done")
            assert "The one that hums." in stage.words()
            await stage.tap("question-bring")
            assert the_one(journal, TalkingPoint).source == the_one(journal, Reflection).id
            await stage.tap("question-open")
            assert stage.page.route == f"/entries/{the_one(journal, Reflection).id}"
            assert held(stage, "reflection") == "The one that hums."

    played(act)


@pytest.mark.parametrize("later", [0, 30, 47])
def test_the_answer_of_today_stays_on_today_whatever_else_happens_that_day(later: int) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/entries") as stage:
            stage.now += later * DAY
            await stage.go("/")
            await stage.tap("question-write")
            await stage.type("question-field", "The heron.")
            await stage.tap("question-done")
            journal.put(EEL)
            await stage.settle()
            assert stage.node("question-kept")
            assert "The heron." in stage.words()

    played(act)


@pytest.mark.parametrize("later", [0, 30, 47])
def test_a_question_half_answered_is_not_taken_away_while_one_writes(later: int) -> None:
    async def act() -> None:
        journal = holding(OWL)
        async with Stage(journal, "/entries") as stage:
            stage.now += later * DAY
            await stage.go("/")
            await stage.tap("question-write")
            await stage.type("question-field", "The her")
            journal.put(EEL)
            await stage.settle()
            assert held(stage, "question-field") == "The her"
            await stage.type("question-field", "The heron.")
            assert the_one(journal, Reflection).text == "The heron."

    played(act)


def test_an_answer_that_cannot_be_kept_stays_in_its_field_and_is_kept_once() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal) as stage:
            await stage.tap("question-write")
            disk.fault = OSError(errno.ENOSPC, "")
            for typed in ("T", "Th", "The heron."):
                await stage.type("question-field", typed)
            assert held(stage, "question-field") == "The heron."
            disk.fault = None
            await stage.state.try_again()
            assert [one.text for one in journal.all(Reflection)] == ["The heron."]

    played(act)


@pytest.mark.parametrize("place", ["/", "/parts"])
def test_where_an_answer_cannot_be_kept_that_is_said(place: str) -> None:
    async def act(width: float) -> None:
        journal, disk = on_disk()
        async with Stage(journal, place, width=width) as stage:
            await stage.tap("question-write" if place == "/" else "parts-question-write")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.type("question-field", "The heron.")
            assert "Not saved yet" in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            assert the_one(journal, Reflection).text == "The heron."

    played(partial(act, 390))
    played(partial(act, 1280))


def test_not_now_that_cannot_be_kept_is_said_too() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("question-not-now")
            assert "Not saved yet" in stage.words()
            disk.fault = None
            await stage.tap("try-again")
            assert stage.node("question") is None

    played(act)


def test_a_question_of_ones_own_that_cannot_be_kept_stays_in_its_field() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, "/settings/questions") as stage:
            await stage.type("own-question", "What was on the table?")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("add-question")
            assert "Not saved yet" in stage.words()
            assert held(stage, "own-question") == "What was on the table?"
            disk.fault = None
            await stage.tap("add-question")
            assert [one.text for one in the_one(journal, Settings).own_prompts] == [
                "What was on the table?"
            ]

    played(act)


def test_two_sessions_write_to_one_answer() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as one, Stage(journal) as other:
            await one.tap("question-write")
            await one.type("question-field", "The heron.")
            await other.settle()
            assert "The heron." in other.words()
            await other.tap("question-more")
            await other.type("question-field", "The heron, and the figs.")
            assert the_one(journal, Reflection).text == "The heron, and the figs."

    played(act)
